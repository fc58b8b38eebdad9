#include "core/wording/outcome_words.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "core/wording/cost_unit.h"
#include "core/wording/number_format.h"

namespace reckoner {

std::string outcomeWord(const Vocabulary& words, Cell cell, std::uint64_t n) {
    const Vocabulary plainWords;
    switch (cell) {
        case Cell::Missed:
            return words.missed.substr(0, words.missed.find(' '));
        case Cell::Caught:
            return words.caught;
        case Cell::LetThrough:
            return words.passed;
        case Cell::FalseAlarm:
            break;
    }
    if (words.falseAlarm != plainWords.falseAlarm) return words.flagged;
    return n == 1 ? words.falseAlarm : words.falseAlarmMany;
}

std::string outcomeExpression(Cell cell) {
    switch (cell) {
        case Cell::Missed:
            return "outcome = missed";
        case Cell::Caught:
            return "outcome = caught";
        case Cell::LetThrough:
            return "outcome = let through";
        case Cell::FalseAlarm:
            break;
    }
    return "outcome = false alarm";
}

const Sums& sumsOf(const Tally& tally, Cell cell) {
    switch (cell) {
        case Cell::Missed:
            return tally.fn;
        case Cell::Caught:
            return tally.tp;
        case Cell::LetThrough:
            return tally.tn;
        case Cell::FalseAlarm:
            break;
    }
    return tally.fp;
}

double costOf(const CostParts& parts, Cell cell) {
    switch (cell) {
        case Cell::Missed:
            return parts.fn;
        case Cell::Caught:
            return parts.tp;
        case Cell::LetThrough:
            return parts.tn;
        case Cell::FalseAlarm:
            break;
    }
    return parts.fp;
}

std::string amountUnitText(const RunAnalysis& run, const Vocabulary&) {
    return unitOfCosts(run.cost.model()) + perPeriodText(run);
}

std::string costAtText(const RunAnalysis& run, const Vocabulary& words, const OperatingPoint& point) {
    return amountText(run, words, pointCost(run, point)) + perPeriodText(run);
}

std::string costAgainstPolicyText(const RunAnalysis& run, const OperatingPoint& point,
                                  const std::optional<OperatingPoint>& policy) {
    if (!policy) return "no policy in force";
    if (point == *policy) return "the policy in force";
    const double total = pointCost(run, point);
    const double difference = total - pointCost(run, *policy);
    if (difference == 0) return "the same as the policy in force";
    return fmt::format("{} than the policy in force", differenceText(difference, total));
}

std::string countedFromText(const RunAnalysis& run, const Vocabulary& words, const OperatingPoint& point) {
    if (!point.tiers) return {};
    const auto reviewed = std::count_if(point.tiers->tiers.begin(), point.tiers->tiers.end(),
                                        [](const TierRule& rule) { return rule.act == TierAct::Review; });
    const char* with = reviewed == 0   ? "in tiers"
                       : reviewed == 1 ? "with the review tier"
                                       : "with the review tiers";
    return fmt::format("Counted from the {} cut-off, {}; {} it costs {}.",
                       countedCutoff(*point.tiers) == 0 ? "first" : "acting",
                       shortThreshold(run, countedFrom(point)), with, costAtText(run, words, point));
}

std::string costOfSelectionText(std::uint64_t n, const Vocabulary& words) {
    return n == 1 ? fmt::format("for this one {}", words.sample)
                  : fmt::format("for these {} {}", count(n), words.samples);
}

}  // namespace reckoner
