#include "core/wording/eval_set_words.h"

#include <algorithm>
#include <set>
#include <tuple>

#include <fmt/format.h>

#include "core/wording/number_format.h"
#include "core/wording/run_names.h"

namespace reckoner {
namespace {

auto age(const RunRow& run) {
    return std::tuple(run.info.runDate, run.info.id);
}

std::string counted(std::uint64_t n, const char* one, const char* many) {
    return fmt::format("{} {}", count(n), n == 1 ? one : many);
}

}  // namespace

std::uint64_t EvalSetRuns::rows() const {
    std::uint64_t most = 0;
    for (const RunRow& run : runs)
        most = std::max(most, run.info.rows);
    return most;
}

std::vector<EvalSetRuns> evalSetsOf(const std::vector<RunRow>& runs, std::int64_t modelId) {
    std::vector<EvalSetRuns> sets;
    for (const RunRow& run : runs) {
        if (run.modelId != modelId) continue;
        auto found = std::find_if(sets.begin(), sets.end(),
                                  [&](const EvalSetRuns& set) { return set.id == run.evalSetId; });
        if (found == sets.end()) {
            sets.push_back({run.evalSetId, run.info.evalSet, {}});
            found = sets.end() - 1;
        }
        found->runs.push_back(run);
    }
    for (EvalSetRuns& set : sets)
        std::stable_sort(set.runs.begin(), set.runs.end(),
                         [](const RunRow& a, const RunRow& b) { return age(a) > age(b); });
    std::stable_sort(sets.begin(), sets.end(), [](const EvalSetRuns& a, const EvalSetRuns& b) {
        return age(a.runs.front()) > age(b.runs.front());
    });
    return sets;
}

std::string evalSetCaption(const EvalSetRuns& set) {
    std::string text = counted(set.runs.size(), "run", "runs") + ", " + counted(set.rows(), "row", "rows");
    const std::string& date = set.runs.front().info.runDate;
    return date.empty() ? text : text + ", " + dateName(date);
}

std::string fingerprintText(const EvalSetRuns& set) {
    std::set<std::string> prints;
    for (const RunRow& run : set.runs)
        prints.insert(run.fingerprint);
    if (prints.size() > 1)
        return fmt::format("{} fingerprints: its runs differ in samples or labels", count(prints.size()));
    return "Fingerprint " + set.runs.front().fingerprint.substr(0, 12);
}

std::string evalSetRunText(const RunRow& run) {
    std::string text = runName(run.info);
    if (!run.info.runDate.empty()) text += ", " + dateName(run.info.runDate);
    return text +
           fmt::format(", {}, {} scored", counted(run.info.rows, "row", "rows"), count(run.info.scored));
}

std::string evalSetOverlapText(const EvalSetOverlap& overlap) {
    if (overlap.none()) return "no sample in common";
    if (overlap.whole()) return "the same " + counted(overlap.both, "sample", "samples");
    std::string text = counted(overlap.shared(), "sample", "samples") + " in both";
    if (overlap.changed > 0)
        text += fmt::format(", {} of them with a label that changed", count(overlap.changed));
    if (overlap.onlyFirst > 0) text += fmt::format(", {} only here", count(overlap.onlyFirst));
    if (overlap.onlySecond > 0) text += fmt::format(", {} only there", count(overlap.onlySecond));
    return text;
}

}  // namespace reckoner
