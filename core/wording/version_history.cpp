#include "core/wording/version_history.h"

#include <fmt/format.h>

#include "core/base/error.h"
#include "core/wording/decide_sentences.h"
#include "core/wording/number_format.h"
#include "core/wording/run_names.h"
#include "core/wording/segment_words.h"

namespace reckoner {
namespace {

std::string milliseconds(const std::vector<std::pair<const char*, std::optional<double>>>& figures) {
    std::string text;
    for (const auto& [name, value] : figures)
        if (value) text += fmt::format("{}{} {}", text.empty() ? "" : ", ", name, fixed(*value, 1));
    return text.empty() ? text : text + " ms";
}

const RegistryEntry* entryOf(const std::vector<RegistryEntry>& entries, std::int64_t version) {
    for (const RegistryEntry& entry : entries)
        if (entry.versionId == version) return &entry;
    return nullptr;
}

}  // namespace

std::string stageTitle(Stage stage) {
    return capitalised(std::string(title(stage)));
}

std::string stageSinceText(const RegistryEntry& entry) {
    if (entry.history.empty()) return "no stage yet";
    return fmt::format("{} since {}", title(entry.stage()), dateName(entry.history.front().at));
}

std::string stageCaption(const StageChange& change) {
    return fmt::format("{}, {}", dateName(change.at), change.who);
}

std::string latencyText(const std::optional<VersionFacts>& facts, const LatencyNumbers* measured) {
    if (measured && measured->n > 0)
        return milliseconds({{"p50", measured->p50.v}, {"p95", measured->p95.v}, {"p99", measured->p99.v}});
    if (!facts) return {};
    const std::string stated =
        milliseconds({{"p50", facts->latencyP50}, {"p95", facts->latencyP95}, {"p99", facts->latencyP99}});
    return stated.empty() ? stated : stated + ", as stated";
}

std::string predictionCostText(const std::optional<VersionFacts>& facts) {
    if (!facts || !facts->costPerPrediction) return {};
    const std::string amount = money(*facts->costPerPrediction, facts->currency);
    return amount + " a prediction";
}

std::vector<FactLine> factLines(const RegistryEntry& entry, const std::string& parent,
                                const std::string& changelog, const LatencyNumbers* measured) {
    const VersionFacts none;
    const VersionFacts& facts = entry.facts ? *entry.facts : none;
    std::vector<FactLine> lines;
    const auto add = [&](const char* name, const std::string& text, const char* unknown) {
        lines.push_back({name, text.empty() ? unknown : text, !text.empty()});
    };
    add("Changelog", changelog, "nothing written");
    add("Parent", parent.empty() ? parent : versionName(parent), "none named");
    add("Learnt from", facts.learntFrom, "not written down");
    add("Owner", facts.owner, "nobody named");
    add("Rollback plan", facts.rollbackPlan, "not written down");
    add("Latency", latencyText(entry.facts, measured), "not measured, not stated");
    add("Cost", predictionCostText(entry.facts), "not stated");
    add("Baseline", facts.baseline ? "yes: what others have to beat" : "", "no");
    return lines;
}

std::string consequenceText(const std::vector<RegistryEntry>& entries, std::int64_t version, Stage stage) {
    StageChange change;
    change.versionId = version;
    change.stage = stage;
    change.who = change.why = "-";
    change.at = "9999-12-31T00:00:00.000Z";
    std::string text;
    try {
        for (const StageChange& one : withConsequences(entries, change)) {
            if (one.versionId == version) continue;
            const RegistryEntry* other = entryOf(entries, one.versionId);
            if (!other) continue;
            text += fmt::format("{}{} goes to {}.", text.empty() ? "" : " ", versionName(other->version),
                                title(one.stage));
        }
    } catch (const Error& error) {
        return error.what();
    }
    return text;
}

std::string resultText(const VersionResult& result, const Vocabulary& words) {
    std::string text = result.evalSet;
    if (!result.date.empty()) text += ", " + dateName(result.date);
    text += ": recall ";
    text += result.recall ? hundredText(result.recall) + " of 100"
                          : fmt::format("n/a, {}", describe(result.recall.why));
    if (result.recall && result.recallInterval)
        text += fmt::format(", between {} and {}", ofHundred(result.recallInterval->lo),
                            ofHundred(result.recallInterval->hi));
    text += result.auc ? "; AUC " + fixed(*result.auc, 3) : "";
    return text + fmt::format("; {} {}, at {}", count(result.n), result.n == 1 ? words.sample : words.samples,
                              threshold(result.threshold));
}

}  // namespace reckoner
