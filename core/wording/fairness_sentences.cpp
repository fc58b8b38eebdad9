#include "core/wording/fairness_sentences.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "core/wording/fairness_words.h"
#include "core/wording/number_format.h"
#include "core/wording/outcome_words.h"
#include "core/wording/segment_words.h"

namespace reckoner {
namespace {

constexpr double kFourFifths = 0.8;

std::string nameOf(const FairFacts& facts, std::size_t group) {
    return fairGroupName(*facts.board, facts.set, group);
}

std::string setName(const FairFacts& facts) {
    return fairSetName(*facts.board->run()->request.table, facts.board->sets()[facts.set].columns);
}

std::string interval(const FairnessIntervals* intervals, const std::string& key) {
    if (!intervals) return {};
    const auto found = intervals->intervals.find(key);
    if (found == intervals->intervals.end()) return {};
    return fmt::format(", between {} and {}", fixed(found->second.lo * 100, 1),
                       fixed(found->second.hi * 100, 1));
}

std::string chanceClause(const FairnessIntervals* intervals, const std::string& key) {
    if (!intervals) return {};
    const auto found = intervals->chance.find(key);
    if (found == intervals->chance.end()) return {};
    return fmt::format("; chance alone makes up to {}", fixed(found->second * 100, 1));
}

// ": 2.7 times as often"; where fewer is worse, or nobody else has any: nothing.
std::string timesText(const Value& worst, const Value& best, bool highIsHurt) {
    if (!highIsHurt || !worst || !best || !(*best > 0)) return {};
    return fmt::format(": {} times as often", fixed(*worst / *best, 1));
}

// "wrongly refused, of 100 good: 38 in **age band 18-25**, 12 in **age band 56+**".
Sentence rateSentence(const FairFacts& facts, FairRate rate, bool highIsHurt, const std::string& lead,
                      const std::string& ending) {
    const RateSpread& spread = spreadOf(facts.reading->figures, rate);
    const std::uint32_t hurt = highIsHurt ? spread.groupMax : spread.groupMin;
    const std::uint32_t other = highIsHurt ? spread.groupMin : spread.groupMax;
    const Value& worst = highIsHurt ? spread.max : spread.min;
    const Value& best = highIsHurt ? spread.min : spread.max;
    return {{nameOf(facts, hurt), Emphasis::Strong},
            {fmt::format(": {} {}, against {} in ", lead, ofHundred(*worst), ofHundred(*best))},
            {nameOf(facts, other)},
            {timesText(worst, best, highIsHurt) + ending}};
}

// Groups whose scores promise more or less than happened, beyond chance; the largest gap first.
std::vector<std::size_t> misjudged(const FairFacts& facts) {
    const auto& groups = facts.board->sets()[facts.set].groups;
    std::vector<std::size_t> found;
    for (std::size_t g = 0; g < groups.size(); ++g) {
        const auto& range = groups[g].calibrationInterval;
        if (!groups[g].small() && range && (range->lo > 0 || range->hi < 0)) found.push_back(g);
    }
    std::stable_sort(found.begin(), found.end(), [&](std::size_t a, std::size_t b) {
        return std::abs(*groups[a].calibrationGap) > std::abs(*groups[b].calibrationGap);
    });
    return found;
}

std::string listed(const std::vector<std::string>& names) {
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i)
        text += (i == 0 ? "" : i + 1 == names.size() ? " and " : ", ") + names[i];
    return text;
}

// Groups in no gap, and why.
std::string leftOut(const FairFacts& facts) {
    const FairSet& set = facts.board->sets()[facts.set];
    std::vector<std::string> few;
    std::vector<std::string> none;
    for (std::size_t g = 0; g < set.groups.size(); ++g) {
        const std::string name = fairGroupValue(set, g);
        if (set.groups[g].n == 0 && set.groups[g].rows > 0)
            none.push_back(fmt::format("{} ({})", name, count(set.groups[g].rows)));
        else if (set.groups[g].n > 0 && set.groups[g].small())
            few.push_back(fmt::format("{} ({})", name, count(set.groups[g].n)));
    }
    std::string text;
    const auto shorten = [](std::vector<std::string> names) {
        constexpr std::size_t kMost = 5;
        if (names.size() > kMost) {
            const std::string more = count(names.size() - kMost) + " more";
            names.resize(kMost);
            names.push_back(more);
        }
        return listed(names);
    };
    if (!few.empty()) text += fmt::format("Too few to say, fewer than {}: {}.", kFewestInGroup, shorten(few));
    if (!none.empty())
        text += fmt::format("{}Without a label or a score: {}.", text.empty() ? "" : " ", shorten(none));
    return text;
}

}  // namespace

Sentence fairHeadline(const FairFacts& facts, const Vocabulary& words) {
    const RateSpread& rate = facts.reading->figures.selectionRate;
    if (rate.groups < 2)
        return {{fmt::format("Fewer than two groups of {} are large enough to compare.", setName(facts))}};
    if (!rate.ratio)
        return {{fmt::format("Nobody is {} in any group of {}.", words.flagged, setName(facts))}};
    const auto beyond = beyondChance(facts.reading->figures, facts.intervals, FairRate::Selection);
    const std::string verdict =
        beyond && !*beyond ? fmt::format(": no difference seen, chance alone makes gaps {}.",
                                         chanceText(facts.intervals, FairRate::Selection) + " points")
        : *rate.ratio < kFourFifths
            ? fmt::format(": the ratio {} is below four fifths.", ratioText(rate.ratio))
            : fmt::format(": the ratio {} keeps four fifths.", ratioText(rate.ratio));
    return {{"Of 100 "},
            {nameOf(facts, rate.groupMax), Emphasis::Strong},
            {fmt::format(" {} are {}, of 100 ", ofHundred(*rate.max), words.flagged)},
            {nameOf(facts, rate.groupMin), Emphasis::Strong},
            {" " + ofHundred(*rate.min) + verdict}};
}

std::string fairSummary(const FairFacts& facts, const Vocabulary&) {
    const Fairness& figures = facts.reading->figures;
    const FairSet& set = facts.board->sets()[facts.set];
    std::size_t some = 0;
    for (const FairGroup& group : set.groups)
        some += group.rows > 0 ? 1 : 0;
    const std::string groups =
        fmt::format("{} {} of {}", count(some), some == 1 ? "group" : "groups", setName(facts));
    const std::string small =
        figures.tooSmall.empty()
            ? std::string()
            : fmt::format("; {} under {} {} listed and in no gap", count(figures.tooSmall.size()),
                          kFewestInGroup, figures.tooSmall.size() == 1 ? "is" : "are");
    if (!figures.equalizedOddsDifference)
        return fmt::format("{}{}. Equalized odds: n/a, {}.", groups, small,
                           describe(figures.equalizedOddsDifference.why));
    return fmt::format("{}{}. Equalized odds: a gap of {} points{}{}.", groups, small,
                       fixed(*figures.equalizedOddsDifference * 100, 1),
                       interval(facts.intervals, "equalized_odds_difference"),
                       chanceClause(facts.intervals, "equalized_odds_difference"));
}

std::vector<Sentence> whoItCouldHurt(const FairFacts& facts, const Vocabulary& words) {
    const RunAnalysis& run = *facts.board->run();
    const Fairness& figures = facts.reading->figures;
    std::vector<Sentence> sentences;
    std::vector<std::string> alike;
    const auto tell = [&](FairRate rate, bool highIsHurt, const std::string& lead,
                          const std::string& ending) {
        const RateSpread& spread = spreadOf(figures, rate);
        if (spread.groups < 2 || !spread.difference) return;
        if (beyondChance(figures, facts.intervals, rate).value_or(true))
            sentences.push_back(rateSentence(facts, rate, highIsHurt, lead, ending));
        else
            alike.push_back(fairHead(rate, run, words).upper);
    };
    const std::string negatives = trialsName(*findMetric("fpr"), run, words);
    tell(FairRate::Fpr, true, fmt::format("wrongly {}, of 100 {}", words.flagged, negatives), ".");
    tell(FairRate::Fnr, true,
         fmt::format("{}, of 100 {}", outcomeWord(words, Cell::Missed, 2), run.rows.positive), ".");
    tell(FairRate::Precision, false, fmt::format("rightly {}, of 100 {}", words.flagged, words.flagged), ".");
    for (const std::size_t g : misjudged(facts)) {
        const FairGroup& group = facts.board->sets()[facts.set].groups[g];
        const bool over = *group.calibrationGap > 0;
        sentences.push_back({{nameOf(facts, g), Emphasis::Strong},
                             {fmt::format(": scores promise {} of 100 {}, {} happened. They are judged {} "
                                          "often than is true.",
                                          ofHundred(*group.predicted), run.rows.positive,
                                          ofHundred(*group.happened), over ? "more" : "less")}});
        break;
    }
    if (!alike.empty())
        sentences.push_back({{fmt::format("No difference seen beyond chance in: {}.", listed(alike))}});
    if (const std::string rest = leftOut(facts); !rest.empty()) sentences.push_back({{rest}});
    return sentences;
}

Sentence equalSentence(const FairFacts& facts, const std::optional<FairThresholds>& found,
                       FairMeasure measure, double tolerance, const Vocabulary& words) {
    const RunAnalysis& run = *facts.board->run();
    const std::string what = fairMeasureName(measure, run, words);
    const std::string within = fixed(tolerance * 100, 0) + (tolerance <= 0.01 ? " point" : " points");
    if (!found) {
        if (facts.reading->figures.selectionRate.groups < 2)
            return {{"Fewer than two groups are large enough to be made equal."}};
        return {{fmt::format("No thresholds bring \u201C{}\u201D within {} in all groups.", what, within)}};
    }
    const double cost = run.perPeriod(found->cost);
    const double more = cost - run.perPeriod(found->costNow);
    const std::string now = shortThreshold(run, facts.reading->threshold);
    return {{fmt::format("{} within {} of each other costs at least ", what, within)},
            {amountText(run, words, cost) + perPeriodText(run), Emphasis::Accent},
            {fmt::format(": {} {} {} for all.", differenceText(more, cost), more == 0 ? "as" : "than", now)}};
}

std::string equalWarning(const Vocabulary& words) {
    return fmt::format(
        "Chosen on these same {}, so it flatters. Thresholds that differ by group can themselves be "
        "unlawful: ask before one is used.",
        words.samples);
}

}  // namespace reckoner
