#include "core/wording/fairness_words.h"

#include <cmath>

#include <fmt/format.h>

#include "core/metrics/metric_list.h"
#include "core/wording/cost_unit.h"
#include "core/wording/number_format.h"
#include "core/wording/outcome_words.h"
#include "core/wording/segment_words.h"

namespace reckoner {
namespace {

constexpr const char* kIds[] = {"selection_rate", "recall", "fnr", "fpr", "precision"};
constexpr const char* kKeys[] = {"selection_rate", "tpr", "fnr", "fpr", "precision"};

constexpr std::size_t kShortWord = 9;  // fits into a head beside "of 100"

std::string points(double share) {
    const std::string size = fixed(share * 100, share < 0.0995 ? 1 : 0);
    return size;
}

// As many digits as the largest of them carries.
std::string amount(double value, double largest) {
    return std::abs(value) < 100 ? fixed(value, largest < 10 ? 2 : largest < 100 ? 1 : 0) : money(value);
}

std::string negatives(const RunAnalysis& run, const Vocabulary& words) {
    return trialsName(*findMetric("fpr"), run, words);
}

}  // namespace

const MetricEntry& metricOf(FairRate rate) {
    return *findMetric(kIds[static_cast<std::size_t>(rate)]);
}

const RateSpread& spreadOf(const Fairness& figures, FairRate rate) {
    switch (rate) {
        case FairRate::Selection:
            return figures.selectionRate;
        case FairRate::Tpr:
            return figures.tpr;
        case FairRate::Fnr:
            return figures.fnr;
        case FairRate::Fpr:
            return figures.fpr;
        case FairRate::Precision:
            break;
    }
    return figures.precision;
}

std::string intervalKey(FairRate rate) {
    return kKeys[static_cast<std::size_t>(rate)];
}

std::string fairGroupValue(const FairSet& set, std::size_t group) {
    return segmentValueName(set.groups[group].key);
}

std::string fairGroupName(const FairnessBoard& board, std::size_t set, std::size_t group) {
    const FairSet& one = board.sets()[set];
    const EvalTable& table = *board.run()->request.table;
    std::string text;
    for (std::size_t i = 0; i < one.columns.size(); ++i)
        text += (i == 0 ? "" : ", ") + segmentColumnName(table, {one.columns[i]}) + " " +
                oneLine(one.groups[group].key.values[i].value_or("missing"));
    return text;
}

std::string fairSetName(const EvalTable& table, const std::vector<std::string>& columns) {
    std::string text;
    for (const std::string& column : columns)
        text += (text.empty() ? "" : " × ") + segmentColumnName(table, {column});
    return text;
}

TwoLines fairHead(FairRate rate, const RunAnalysis& run, const Vocabulary& words) {
    const std::string& positive = run.rows.positive;
    switch (rate) {
        case FairRate::Selection:
            return {words.flagged, words.samples.size() <= kShortWord ? "of 100 " + words.samples : "of 100"};
        case FairRate::Tpr:
            return {words.caught, fmt::format("of 100 {}", positive)};
        case FairRate::Fnr:
            return {outcomeWord(words, Cell::Missed, 2), fmt::format("of 100 {}", positive)};
        case FairRate::Fpr:
            return {"wrongly " + words.flagged, fmt::format("of 100 {}", negatives(run, words))};
        case FairRate::Precision:
            break;
    }
    return {"rightly " + words.flagged, fmt::format("of 100 {}", words.flagged)};
}

TwoLines calibrationHead(const RunAnalysis& run) {
    return {"expected, really", fmt::format("{} of 100", run.rows.positive)};
}

TwoLines moneyEachHead(const RunAnalysis& run, const Vocabulary& words) {
    const CostModel& costs = run.cost.model();
    if (!costs.inMoney()) return {"cost each", "in " + words.falseAlarmMany};
    return {costs.currency, "per " + words.sample};
}

std::string fairHelp(FairRate rate, const RunAnalysis& run, const Vocabulary& words) {
    switch (rate) {
        case FairRate::Selection:
            return fmt::format(
                "Selection rate: how many of 100 {} of the group are {}. The line named 4/5 is four fifths "
                "of the highest rate. A group left of it is {} so much less often that the usual rule of "
                "thumb asks for a reason.",
                words.samples, words.flagged, words.flagged);
        case FairRate::Tpr:
            return fmt::format("True positive rate, or recall: how many of 100 {} of the group are {}.",
                               run.rows.positive, words.caught);
        case FairRate::Fnr:
            return fmt::format("False negative rate: how many of 100 {} of the group are {}.",
                               run.rows.positive, outcomeWord(words, Cell::Missed, 2));
        case FairRate::Fpr:
            return fmt::format("False positive rate: how many of 100 {} of the group are {} all the same.",
                               negatives(run, words), words.flagged);
        case FairRate::Precision:
            break;
    }
    return fmt::format("Precision: how many of 100 {} of the group are {}.", words.flagged,
                       run.rows.positive);
}

std::string calibrationHelp(const RunAnalysis& run, const Vocabulary& words) {
    return fmt::format(
        "Calibration: how many of 100 {} of the group the scores expect to be {}, and how many really "
        "were. The threshold does not change it. Bold where the difference is more than luck.",
        words.samples, run.rows.positive);
}

std::string moneyEachHelp(const RunAnalysis&, const Vocabulary& words) {
    return fmt::format(
        "What the decisions cost for one {} of the group, on average, in tiers with their reviews, and the "
        "interval of that mean.",
        words.sample);
}

std::string calibrationText(const FairGroup& group) {
    if (!group.predicted || !group.happened) return "n/a";
    return fmt::format("{}, really {}", ofHundred(*group.predicted), ofHundred(*group.happened));
}

std::string calibrationGapText(const FairGroup& group) {
    if (!group.calibrationGap || !group.calibrationInterval) return {};
    const double lo = group.calibrationInterval->lo;
    const double hi = group.calibrationInterval->hi;
    const auto size = [](double gap) { return points(std::abs(gap)); };
    if (lo <= 0 && hi >= 0)
        return fmt::format(", no difference seen: between {} too low and {} too high", size(lo), size(hi));
    const bool high = lo > 0;
    return fmt::format(", {} points too {}, between {} and {}", size(*group.calibrationGap),
                       high ? "high" : "low", size(high ? lo : hi), size(high ? hi : lo));
}

std::string moneyEachText(const Value& each) {
    return each ? money(*each) : "n/a";
}

std::string moneyEachText(const Value& each, const std::optional<Interval>& interval) {
    if (!each || !interval) return moneyEachText(each);
    const double largest = std::max(std::abs(interval->lo), std::abs(interval->hi));
    return fmt::format("{} ({})", amount(*each, largest), moneyRangeText(*interval));
}

std::string moneyGapText(double gap, const Interval& range) {
    return amount(gap, std::max(std::abs(range.lo), std::abs(range.hi)));
}

std::string moneyRangeText(const Interval& range) {
    const double largest = std::max(std::abs(range.lo), std::abs(range.hi));
    return fmt::format("{} to {}", amount(range.lo, largest), amount(range.hi, largest));
}

std::string luckText(const Fairness& figures, const FairnessIntervals* intervals, FairRate rate) {
    if (!spreadOf(figures, rate).difference) return {};
    const auto beyond = beyondChance(figures, intervals, rate);
    if (!beyond) return intervals ? "n/a" : "\u2026";
    return *beyond ? "more than luck" : "could be luck";
}

std::string gapText(const Value& difference) {
    if (!difference) return "n/a";
    const std::string size = points(*difference);
    return size + (size == "1.0" ? " point" : " points");
}

std::string gapIntervalText(const FairnessIntervals* intervals, FairRate rate) {
    if (!intervals) return "\u2026";
    const auto found = intervals->intervals.find(intervalKey(rate) + "_difference");
    if (found == intervals->intervals.end()) return "n/a";
    return fmt::format("{} to {}", points(found->second.lo), points(found->second.hi));
}

std::string chanceText(const FairnessIntervals* intervals, FairRate rate) {
    if (!intervals) return "\u2026";
    const auto found = intervals->chance.find(intervalKey(rate) + "_difference");
    return found == intervals->chance.end() ? "n/a" : "up to " + points(found->second);
}

std::string ratioText(const Value& ratio) {
    return ratio ? fixed(*ratio, 2) : "n/a";
}

std::string ratioText(const Value& ratio, const FairnessIntervals* intervals, FairRate rate) {
    if (!ratio || !intervals) return ratioText(ratio);
    const auto found = intervals->intervals.find(intervalKey(rate) + "_ratio");
    if (found == intervals->intervals.end()) return ratioText(ratio);
    return fmt::format("{} ({}\u2013{})", fixed(*ratio, 2), fixed(found->second.lo, 2),
                       fixed(found->second.hi, 2));
}

std::optional<bool> beyondChance(const Fairness& figures, const FairnessIntervals* intervals, FairRate rate) {
    const Value& gap = spreadOf(figures, rate).difference;
    if (!gap || !intervals) return std::nullopt;
    const auto found = intervals->chance.find(intervalKey(rate) + "_difference");
    if (found == intervals->chance.end()) return std::nullopt;
    return *gap > found->second;
}

std::string fairMeasureName(FairMeasure measure, const RunAnalysis& run, const Vocabulary& words) {
    switch (measure) {
        case FairMeasure::SelectionRate:
            return capitalised(words.flagged);
        case FairMeasure::Tpr:
            return capitalised(words.caught);
        case FairMeasure::Fpr:
            return capitalised(fairHead(FairRate::Fpr, run, words).upper);
        case FairMeasure::EqualizedOdds:
            return "Both mistakes";
        case FairMeasure::Precision:
            break;
    }
    return capitalised(fairHead(FairRate::Precision, run, words).upper);
}

}  // namespace reckoner
