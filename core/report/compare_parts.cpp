#include "core/report/compare_parts.h"

#include <nlohmann/json.hpp>

#include "core/report/text_table.h"
#include "core/wording/number_format.h"
#include "core/wording/run_names.h"

namespace reckoner {
namespace {

const char* name(Verdict verdict) {
    switch (verdict) {
        case Verdict::Better:
            return "better";
        case Verdict::Worse:
            return "worse";
        case Verdict::NoDifferenceSeen:
            return "no difference seen";
        case Verdict::NotComparable:
            break;
    }
    return "not comparable";
}

}  // namespace

Json differenceJson(const Difference& difference) {
    Json document = {{"value", jsonValue(difference.value)}, {"interval", jsonInterval(difference.interval)}};
    if (difference.p) {
        document["p_value"] = jsonNumber(*difference.p);
        document["z"] = jsonNumber(*difference.z);
    }
    document["verdict"] = name(difference.verdict);
    return document;
}

Json mcnemarJson(const McNemar& test) {
    return {
        {"b", test.b}, {"c", test.c}, {"exact_p", jsonNumber(test.exactP)}, {"mid_p", jsonNumber(test.midP)}};
}

Json flipsJson(const Flips& flips) {
    return {{"fixed", flips.fixed},
            {"broken", flips.broken},
            {"still_wrong", flips.stillWrong},
            {"still_right", flips.stillRight}};
}

Json segmentValuesJson(const Grouping::Key& key, const std::vector<std::string>& columns) {
    Json values = Json::object();
    for (std::size_t c = 0; c < columns.size(); ++c)
        values[columns[c]] = key.values[c] ? Json(*key.values[c]) : Json(nullptr);
    return values;
}

std::string comparedFigure(const std::string& id, double number) {
    return id == "cost" ? money(number) : fixed(number, 4);
}

std::string signedFigure(const std::string& id, double number) {
    return (number > 0 ? "+" : "") + comparedFigure(id, number);
}

std::string compareSide(const char* side, const RunInfo& info) {
    return std::string(side) + ": " + terminalText(runName(info)) + " on " + terminalText(info.evalSet) +
           " (run " + count(static_cast<std::uint64_t>(info.id)) + ")";
}

std::string comparedSamplesText(const ComparedSamples& compared, const Vocabulary& words) {
    const std::string samples = terminalText(words.samples);
    if (!compared.paired)
        return "Different samples: no id is in both runs, so each is judged over its own (" +
               count(compared.firstOwn) + " and " + count(compared.secondOwn) + " " + samples + ").\n";
    std::string text = count(compared.both) + " " + samples + " are in both and scored in both.\n";
    const auto leftOut = [&](std::uint64_t n, const char* why) {
        if (n > 0) text += "Left out: " + count(n) + " " + why + ".\n";
    };
    leftOut(compared.onlyFirst, "only in A");
    leftOut(compared.onlySecond, "only in B");
    leftOut(compared.conflicting, "whose labels differ between the runs");
    leftOut(compared.unscored, "without a usable label or score in one of them");
    return text;
}

std::string differenceText(const std::string& id, const Difference& difference, Direction direction) {
    if (!difference.value) return std::string(describe(difference.value.why));
    if (!difference.interval) return "";
    const auto [lo, hi] = *difference.interval;
    const std::string range = "between " + signedFigure(id, lo) + " and " + signedFigure(id, hi);
    if (difference.verdict == Verdict::NoDifferenceSeen) return "no difference seen: " + range;
    if (direction == Direction::Neither) return range;
    return (difference.verdict == Verdict::Better ? "better, " : "worse, ") + range;
}

std::string flipsSentence(const Flips& flips, const McNemar& decisions) {
    return "Fixed " + count(flips.fixed) + ", newly broken " + count(flips.broken) + ", still wrong " +
           count(flips.stillWrong) + ", still right " + count(flips.stillRight) + "; McNemar mid-p " +
           fixed(decisions.midP, 4) + ", exact p " + fixed(decisions.exactP, 4) + ".\n";
}

std::string segmentName(const Grouping::Key& key) {
    std::string name;
    for (const auto& value : key.values)
        name += (name.empty() ? "" : " x ") + (value ? *value : "(missing)");
    return name;
}

}  // namespace reckoner
