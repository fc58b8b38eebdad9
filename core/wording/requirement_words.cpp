#include "core/wording/requirement_words.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "core/base/numbers.h"
#include "core/wording/number_format.h"
#include "core/wording/run_names.h"
#include "core/wording/verdict_sentences.h"

namespace reckoner {
namespace {

bool inMilliseconds(const std::string& metric) {
    return metric.starts_with("latency_");
}

// As it was written down: every digit.
std::string saidNumber(const std::string& metric, double value) {
    if (metric.starts_with("cost_") && std::abs(value) >= 1'000) return fixed(value, 0);
    const std::string number = value < 0 ? "−" + shortestNumber(-value) : shortestNumber(value);
    return inMilliseconds(metric) ? number + " ms" : number;
}

std::string titleOf(const Requirement& requirement) {
    const RequirementMetric* metric = findRequirementMetric(requirement.metric);
    std::string title(metric ? metric->title : std::string_view(requirement.metric));
    if (!requirement.classOf.empty()) title += " of " + requirement.classOf;
    if (metric && metric->source == RequirementSource::Fairness) title += " of " + requirement.column;
    return title;
}

std::string boundText(const Requirement& requirement) {
    if (!requirement.floor)
        return fmt::format(" is no more than {} worse than {}",
                           saidNumber(requirement.metric, requirement.byAtMost.value_or(0)),
                           requirement.baseline == "production" ? "what is in production"
                                                                : versionName(requirement.baseline));
    const char* verb = requirement.atMost ? " is at most " : " reaches ";
    std::string text = verb + saidNumber(requirement.metric, *requirement.floor);
    if (requirement.share)
        text += fmt::format(" in at least {} of the segments of {}", percent(*requirement.share),
                            requirement.column);
    return text;
}

std::string baselineName(const RequirementResult& result) {
    const std::size_t at = result.baseline.find('@');
    return versionName(result.baseline.substr(0, at));
}

std::string signedFigure(const std::string& metric, double value) {
    return (value > 0 ? "+" : "") + figureText(metric, value);
}

// A version is not held against itself.
std::string leftOutText(const GateResult& gate) {
    std::string text;
    for (const Requirement& one : gate.leftOut)
        text += (text.empty() ? "\u201C" : ", \u201C") + requirementText(one) + "\u201D";
    if (text.empty()) return text;
    return text + ", which would hold " + versionName(gate.version) + " against itself";
}

std::string verdictText(const GateResult& gate) {
    const std::size_t all = gate.results.size();
    const std::size_t failed = gate.count(RequirementState::Failed);
    const std::size_t leaning =
        gate.count(RequirementState::LeaningMet) + gate.count(RequirementState::LeaningFailed);
    const std::size_t waived = gate.count(RequirementState::Waived);
    const auto waivedToo = waived > 0 ? fmt::format(", {} waived", count(waived)) : std::string();
    switch (gate.verdict()) {
        case GateVerdict::Fail:
            return fmt::format("Failed: {} of {} failed{}{}.", count(failed), count(all),
                               leaning > 0 ? fmt::format(", {} leaning", count(leaning)) : std::string(),
                               waivedToo);
        case GateVerdict::Insufficient:
            return fmt::format("Not enough evidence: {} of {} leaning{}.", count(leaning), count(all),
                               waivedToo);
        case GateVerdict::Pass:
            break;
    }
    return fmt::format("Passed: {} met{}.", count(all - waived), waivedToo);
}

}  // namespace

std::string figureText(const std::string& metric, double value) {
    if (inMilliseconds(metric)) return fixed(value, 1) + " ms";
    if (metric.starts_with("cost_")) return money(value);
    return fixed(value, 3);
}

std::string requirementText(const Requirement& requirement) {
    std::string text = titleOf(requirement) + boundText(requirement);
    if (requirement.target) text += " and aims at " + saidNumber(requirement.metric, *requirement.target);
    if (!requirement.cohort.empty()) text += " where " + requirement.cohort;
    if (!requirement.due.empty()) text += ", by " + dateName(requirement.due);
    return text;
}

std::string requirementTextInFull(const Requirement& requirement) {
    std::string text = requirementText(requirement);
    if (!requirement.because.empty()) text += "; because " + requirement.because;
    if (!requirement.owner.empty()) text += " (" + requirement.owner + ")";
    return text;
}

std::string_view title(RequirementState state) {
    switch (state) {
        case RequirementState::TargetMet:
            return "target met";
        case RequirementState::LeaningMet:
            return "leaning met";
        case RequirementState::LeaningFailed:
            return "leaning failed";
        default:
            return name(state);
    }
}

std::string resultText(const RequirementResult& result) {
    if (!result.judged()) return result.reason;
    if (!result.value) return "n/a: " + std::string(describe(result.value.why));
    const std::string& metric = result.requirement().metric;
    const bool relative = !result.baseline.empty();
    const bool share = result.requirement().share.has_value();
    const auto figure = [&](double value) {
        if (share) return percent(value);
        return relative ? signedFigure(metric, value) : figureText(metric, value);
    };
    std::string text = figure(*result.value);
    if (share) text += " of the segments";
    if (relative) text += " to " + baselineName(result);
    if (result.interval)
        text += ", between " + figure(result.interval->lo) + " and " + figure(result.interval->hi);
    return text;
}

std::string neededText(const RequirementResult& result) {
    if (!result.samplesNeeded || *result.samplesNeeded == 0) return {};
    return settlingText(*result.samplesNeeded, result.n);
}

std::string waiverText(const RequirementResult& result) {
    if (!result.waiver) return {};
    const RequirementEvent& waiver = *result.waiver;
    std::string text = "waived by " + waiver.who + " on " + dateName(waiver.at);
    if (!waiver.until.empty()) text += " until " + dateName(waiver.until);
    return text + ": " + waiver.why;
}

std::string tagAsReason(const std::string& tag, std::uint64_t samples) {
    return fmt::format("{} {} tagged \u201C{}\u201D", count(samples), samples == 1 ? "case is" : "cases are",
                       tag);
}

std::string caseAsReason(const std::string& outcome) {
    return outcome.empty() ? "this case must be right" : "this case: " + outcome;
}

std::string sliceAsReason(const Value& errorRate) {
    return errorRate ? ofHundred(*errorRate) + " of 100 of this slice are wrong" : std::string();
}

std::string gateText(const GateResult& gate) {
    const std::size_t all = gate.results.size();
    const std::string leftOut = leftOutText(gate);
    if (all == 0)
        return leftOut.empty() ? "No requirements written for " + gate.model + ": nothing was checked."
                               : "Nothing was checked: " + leftOut + ".";
    const std::string rest = gateLeftOutText(gate);
    return verdictText(gate) + (rest.empty() ? "" : " " + rest);
}

std::string gateVerdictText(const GateResult& gate) {
    return gate.results.empty() ? gateText(gate) : verdictText(gate);
}

std::string gateLeftOutText(const GateResult& gate) {
    const std::string leftOut = leftOutText(gate);
    return gate.results.empty() || leftOut.empty() ? std::string() : "Left out: " + leftOut + ".";
}

}  // namespace reckoner
