#include "core/wording/fairness_sentences.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "core/wording/cost_unit.h"
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

// " (likely 17 to 36)"; nothing while it is not known.
std::string likely(const FairnessIntervals* intervals, const std::string& key, double scale, int digits) {
    if (!intervals) return {};
    const auto found = intervals->intervals.find(key);
    if (found == intervals->intervals.end()) return {};
    return fmt::format(" (likely {} to {})", fixed(found->second.lo * scale, digits),
                       fixed(found->second.hi * scale, digits));
}

// " More than luck."; " It could be luck."; nothing while it is not known.
std::string luckSentence(const std::optional<bool>& beyond) {
    if (!beyond) return {};
    return *beyond ? " More than luck." : " It could be luck.";
}

// " (2.7 times as often)"; where fewer is worse, or nobody else has any: nothing.
std::string timesText(const Value& worst, const Value& best, bool highIsHurt) {
    constexpr double kWorthSaying = 1.15;
    constexpr double kRare = 0.02;  // a multiple of hardly any says little
    if (!highIsHurt || !worst || !best || !(*best >= kRare) || *worst / *best < kWorthSaying) return {};
    const double times = *worst / *best;
    return fmt::format(" ({} times as often)", fixed(times, times < 9.95 ? 1 : 0));
}

// "**age band 18-25**: 38 of 100 good are wrongly refused, against 12 of 100 in **age band 56+** (3.2 times
// as often)."
Sentence rateSentence(const FairFacts& facts, FairRate rate, bool highIsHurt, const std::string& of,
                      const std::string& what) {
    const RateSpread& spread = spreadOf(facts.reading->figures, rate);
    const std::uint32_t hurt = highIsHurt ? spread.groupMax : spread.groupMin;
    const std::uint32_t other = highIsHurt ? spread.groupMin : spread.groupMax;
    const Value& worst = highIsHurt ? spread.max : spread.min;
    const Value& best = highIsHurt ? spread.min : spread.max;
    return {{nameOf(facts, hurt), Emphasis::Strong},
            {fmt::format(": {}{} of 100 {} {}, against {} of 100 in ", highIsHurt ? "" : "only ",
                         ofHundred(*worst), of, what, ofHundred(*best))},
            {nameOf(facts, other)},
            {timesText(worst, best, highIsHurt) + "."}};
}

// Groups whose scores expect more or less than happened, beyond luck; the largest gap first.
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

std::optional<MoneyGap> moneyGap(const FairSet& set, const FairReading& reading,
                                 const std::vector<std::optional<Interval>>& money) {
    std::optional<std::size_t> lowest;
    std::optional<std::size_t> highest;
    for (std::size_t g = 0; g < set.groups.size(); ++g) {
        const Value& each = reading.moneyEach[g];
        if (set.groups[g].small() || !each || !money[g]) continue;
        if (!lowest || *each < *reading.moneyEach[*lowest]) lowest = g;
        if (!highest || *each > *reading.moneyEach[*highest]) highest = g;
    }
    if (!lowest || lowest == highest) return std::nullopt;
    const auto half = [&](std::size_t g) { return (money[g]->hi - money[g]->lo) / 2; };
    const double error = std::hypot(half(*lowest), half(*highest));
    const double gap = *reading.moneyEach[*highest] - *reading.moneyEach[*lowest];
    return MoneyGap{*highest, *lowest, gap, {gap - error, gap + error}};
}

Sentence fairHeadline(const FairFacts& facts, const Vocabulary& words) {
    const RateSpread& rate = facts.reading->figures.selectionRate;
    if (rate.groups < 2)
        return {{fmt::format("Fewer than two groups of {} are large enough to compare.", setName(facts))}};
    if (!rate.ratio)
        return {{fmt::format("Nobody is {} in any group of {}.", words.flagged, setName(facts))}};
    const auto beyond = beyondChance(facts.reading->figures, facts.intervals, FairRate::Selection);
    return {{nameOf(facts, rate.groupMax), Emphasis::Strong},
            {fmt::format(": {} of 100 {} are {}, against {} of 100 in ", ofHundred(*rate.max), words.samples,
                         words.flagged, ofHundred(*rate.min))},
            {nameOf(facts, rate.groupMin), Emphasis::Strong},
            {"." + luckSentence(beyond)}};
}

std::string fairSummary(const FairFacts& facts, const Vocabulary& words) {
    const RunAnalysis& run = *facts.board->run();
    const Fairness& figures = facts.reading->figures;
    std::string text;
    if (run.request.table->info().classes.size() > 2)
        text = fmt::format("{} against all other classes. ", run.rows.positive);
    if (const Value& ratio = figures.selectionRate.ratio)
        text +=
            fmt::format("Four-fifths rule: the lowest share {} is {} of the highest{}, {} ", words.flagged,
                        ratioText(ratio), likely(facts.intervals, "selection_rate_ratio", 1, 2),
                        *ratio < kFourFifths ? "below 0.80: that asks for a reason."
                                             : "at least 0.80: the rule of thumb is kept.");
    if (figures.equalizedOddsDifference)
        text +=
            fmt::format("Counting both mistakes, {} and {}, groups differ by up to {} points{}.",
                        fairHead(FairRate::Fpr, run, words).upper, fairHead(FairRate::Fnr, run, words).upper,
                        fixed(*figures.equalizedOddsDifference * 100, 0),
                        likely(facts.intervals, "equalized_odds_difference", 100, 0));
    else
        text += fmt::format("Both mistakes together (equalized odds): n/a, {}.",
                            describe(figures.equalizedOddsDifference.why));
    return text;
}

namespace {

// "**widow**: the scores are too low for this group. They expect 38 of 100 bad; 49 really were."
Sentence misjudgedSentence(const FairFacts& facts, std::size_t g) {
    const FairGroup& group = facts.board->sets()[facts.set].groups[g];
    return {{nameOf(facts, g), Emphasis::Strong},
            {fmt::format(": the scores are too {} for this group. They expect {} of 100 {}; {} really were.",
                         *group.calibrationGap > 0 ? "high" : "low", ofHundred(*group.predicted),
                         facts.board->run()->rows.positive, ofHundred(*group.happened))}};
}

std::optional<Sentence> moneySentence(const FairFacts& facts, const Vocabulary& words) {
    if (!facts.money) return std::nullopt;
    const auto gap = moneyGap(facts.board->sets()[facts.set], *facts.reading, *facts.money);
    if (!gap) return std::nullopt;
    const CostModel& costs = facts.board->run()->cost.model();
    const std::string unit = costs.inMoney() ? costs.currency : unitOfCosts(costs);
    const auto each = [&](std::size_t g) {
        return moneyEachText(facts.reading->moneyEach[g], (*facts.money)[g]);
    };
    return Sentence{{nameOf(facts, gap->dearest), Emphasis::Strong},
                    {fmt::format(" costs most: {} {} for each {}, against {} in ", each(gap->dearest), unit,
                                 words.sample, each(gap->cheapest))},
                    {nameOf(facts, gap->cheapest)},
                    {gap->beyondLuck() ? ". More than luck." : ". It could be luck."}};
}

}  // namespace

std::vector<Sentence> whoItCouldHurt(const FairFacts& facts, const Vocabulary& words) {
    const RunAnalysis& run = *facts.board->run();
    const Fairness& figures = facts.reading->figures;
    std::vector<Sentence> sentences;
    std::vector<std::string> alike;
    const auto tell = [&](FairRate rate, bool highIsHurt, const std::string& of, const std::string& what) {
        const RateSpread& spread = spreadOf(figures, rate);
        if (spread.groups < 2 || !spread.difference) return;
        if (beyondChance(figures, facts.intervals, rate).value_or(true))
            sentences.push_back(rateSentence(facts, rate, highIsHurt, of, what));
        else
            alike.push_back(fmt::format("{} ({} to {} of 100)", fairHead(rate, run, words).upper,
                                        ofHundred(*spread.min), ofHundred(*spread.max)));
    };
    const std::string negatives = trialsName(*findMetric("fpr"), run, words);
    tell(FairRate::Fpr, true, negatives, "are wrongly " + words.flagged);
    tell(FairRate::Fnr, true, run.rows.positive, "are " + outcomeWord(words, Cell::Missed, 2));
    tell(FairRate::Precision, false, words.flagged, "are rightly so");
    if (const auto money = moneySentence(facts, words)) sentences.push_back(*money);
    if (const auto groups = misjudged(facts); !groups.empty())
        sentences.push_back(misjudgedSentence(facts, groups.front()));
    if (!alike.empty())
        sentences.push_back({{fmt::format("Differences that could be luck: {}.", listed(alike))}});
    if (const std::string rest = leftOut(facts); !rest.empty()) sentences.push_back({{rest}});
    return sentences;
}

namespace {

// "28 to 29 of 100"; of one rate for all "29 of 100".
std::string levelText(const FairThresholds& found, Value FairThreshold::*rate) {
    std::optional<double> lo;
    std::optional<double> hi;
    for (const FairThreshold& one : found.groups) {
        if (one.left || !(one.*rate)) continue;
        lo = lo ? std::min(*lo, *(one.*rate)) : *(one.*rate);
        hi = hi ? std::max(*hi, *(one.*rate)) : *(one.*rate);
    }
    if (!lo) return {};
    const std::string from = ofHundred(*lo);
    const std::string to = ofHundred(*hi);
    return from == to ? from + " of 100" : fmt::format("{} to {} of 100", from, to);
}

std::string levelsText(const FairThresholds& found, FairMeasure measure, const RunAnalysis& run,
                       const Vocabulary& words) {
    const std::string first = levelText(found, &FairThreshold::rate);
    if (first.empty()) return fairMeasureName(measure, run, words);
    if (measure != FairMeasure::EqualizedOdds) return fairMeasureName(measure, run, words) + " " + first;
    return fmt::format("{} {} and {} {}", capitalised(words.caught), first,
                       fairHead(FairRate::Fpr, run, words).upper, levelText(found, &FairThreshold::second));
}

}  // namespace

Sentence equalSentence(const FairFacts& facts, const std::optional<FairThresholds>& found,
                       FairMeasure measure, double tolerance, const Vocabulary& words) {
    const RunAnalysis& run = *facts.board->run();
    const std::string what = fairMeasureName(measure, run, words);
    const std::string within = fixed(tolerance * 100, 0) + (tolerance <= 0.01 ? " point" : " points");
    if (!found) {
        if (facts.reading->figures.selectionRate.groups < 2)
            return {{"Fewer than two groups are large enough to be made equal."}};
        return {{fmt::format("No thresholds bring \u201C{}\u201D within {} of each other in all groups.",
                             what, within)}};
    }
    const double cost = run.perPeriod(found->cost);
    const double more = cost - run.perPeriod(found->costNow);
    const bool tiers = facts.reading->point.tiers.has_value();
    const std::string now =
        tiers ? "the tiers with their reviews" : shortThreshold(run, facts.reading->threshold) + " for all";
    return {{fmt::format("{} in every group costs at least ", levelsText(*found, measure, run, words))},
            {amountText(run, words, cost) + perPeriodText(run), Emphasis::Accent},
            {fmt::format("{}: {} {} {}.", tiers ? " without reviews" : "", differenceText(more, cost),
                         more == 0 ? "as" : "than", now)}};
}

std::string equalWarning(const Vocabulary& words) {
    return fmt::format(
        "Chosen on these same {}, so it flatters. Thresholds that differ by group can themselves be "
        "unlawful: ask before one is used.",
        words.samples);
}

}  // namespace reckoner
