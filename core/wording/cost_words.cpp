#include "core/wording/cost_words.h"

#include <charconv>
#include <cmath>

#include <fmt/format.h>

#include "core/base/numbers.h"
#include "core/wording/decide_sentences.h"
#include "core/wording/number_format.h"
#include "core/wording/vocabulary_words.h"
#include "core/wording/with_article.h"

namespace reckoner {
namespace {

constexpr Outcome kOutcomes[] = {Outcome::Missed, Outcome::FalseAlarm, Outcome::Caught, Outcome::LetThrough};

std::string oneOf(const Vocabulary& words, const std::string& positive, bool isPositive) {
    const std::string& own = isPositive ? words.positiveOne : words.negativeOne;
    if (!own.empty()) return withArticle(own);
    return fmt::format("{} that is {}\u201C{}\u201D", withArticle(words.sample), isPositive ? "" : "not ",
                       positive);
}

// As exact as it was typed: entries are compared, not estimated.
std::string exactly(double number) {
    const std::string text = shortestNumber(std::fabs(number));
    return (number < 0 ? "\u2212" : "") + text;
}

std::string shareOf(double share) {
    return (share < 0 ? "\u2212" : "") + percentTyped(std::fabs(share)) + "\u202F%";
}

std::string exactPrice(const OutcomeCost& price) {
    const bool varies = price.factor != 0 && !price.amountColumn.empty();
    if (!varies) return exactly(price.fixed);
    const std::string share = shareOf(price.factor) + " of " + price.amountColumn;
    return price.fixed == 0 ? share : exactly(price.fixed) + " + " + share;
}

// "50 % → 60 % of amount", "30 → 25": what both have in common is said once.
std::string priceChange(const OutcomeCost& before, const OutcomeCost& now) {
    const bool shares = before.fixed == 0 && now.fixed == 0 && before.factor != 0 && now.factor != 0 &&
                        before.amountColumn == now.amountColumn && !now.amountColumn.empty();
    if (shares)
        return fmt::format("{} \u2192 {} of {}", shareOf(before.factor), shareOf(now.factor),
                           now.amountColumn);
    return exactPrice(before) + " \u2192 " + exactPrice(now);
}

std::string numberOr(const std::optional<double>& number, const std::string& none, bool share = false) {
    if (!number) return none;
    return share ? shareOf(*number) : exactly(*number);
}

std::string textOr(const std::string& text, const std::string& none) {
    return text.empty() ? none : text;
}

void addClassChanges(const ClassPrices* before, const ClassPrices& now, std::vector<std::string>& changes) {
    if (now.empty()) {
        if (before && !before->empty()) changes.push_back("costs by class: taken away");
        return;
    }
    const bool sameClasses = before && before->classes == now.classes && !before->empty();
    for (std::size_t truth = 0; truth < now.classes.size(); ++truth)
        for (std::size_t called = 0; called < now.classes.size(); ++called) {
            const double was = sameClasses ? before->at(truth, called) : 0;
            if (was == now.at(truth, called)) continue;
            changes.push_back(fmt::format("{} called {}: {} \u2192 {}", now.classes[truth],
                                          now.classes[called], exactly(was), exactly(now.at(truth, called))));
        }
}

std::string shownThreshold(const RunAnalysis& run, double threshold) {
    return std::isinf(threshold) ? "nobody" : shortThreshold(run, threshold);
}

}  // namespace

std::string outcomeQuestion(const Vocabulary& words, const std::string& positive, Outcome outcome) {
    const bool isPositive = outcome == Outcome::Caught || outcome == Outcome::Missed;
    const bool flagged = outcome == Outcome::Caught || outcome == Outcome::FalseAlarm;
    return fmt::format("When we {} {}, it costs us", flagged ? words.flag : words.pass,
                       oneOf(words, positive, isPositive));
}

std::string outcomeName(const Vocabulary& words, Outcome outcome) {
    switch (outcome) {
        case Outcome::Caught:
            return words.caught;
        case Outcome::FalseAlarm:
            return words.falseAlarmOne;
        case Outcome::Missed:
            return words.missedOne;
        case Outcome::LetThrough:
            return words.passed;
    }
    return {};
}

std::string priceText(const OutcomeCost& price, const std::string& currency) {
    const bool varies = price.factor != 0 && !price.amountColumn.empty();
    const std::string unit = currency.empty() ? "" : " " + currency;
    const std::string fixedPart = amountText(price.fixed) + unit;
    if (!varies) return fixedPart;
    const double hundred = price.factor * 100;
    const int decimals = std::fabs(hundred - std::round(hundred)) < 1e-9 ? 0 : 1;
    const std::string share = percent(price.factor, decimals) + " of the " + price.amountColumn;
    return price.fixed == 0 ? share : fixedPart + " and " + share;
}

std::string gainNote(const OutcomeCost& price, const std::string& currency) {
    const bool varies = price.factor != 0 && !price.amountColumn.empty();
    if (price.fixed >= 0 && !(varies && price.factor < 0)) return {};
    if (price.fixed > 0 || (varies && price.factor > 0)) return "A minus means that we gain that part.";
    return "A minus means a gain: we get " +
           priceText({std::fabs(price.fixed), varies ? std::fabs(price.factor) : 0, price.amountColumn},
                     currency) +
           ".";
}

std::vector<std::string> costChanges(const CostModelRow* before, const CostModelRow& now) {
    std::vector<std::string> changes;
    if (now.removed) {
        changes.push_back(now.cohort.empty() ? "scenario taken away" : "own costs taken away");
        return changes;
    }
    const bool again = before && !before->removed;
    CostModel nothing;
    nothing.fp = nothing.fn = {};
    const CostModel& was = again ? before->costs : nothing;
    const CostModel& is = now.costs;
    const auto say = [&](const std::string& what, const std::string& change) {
        changes.push_back(what + ": " + change);
    };
    const auto change = [&](const std::string& what, const std::string& from, const std::string& to) {
        if (from != to) say(what, again ? from + " \u2192 " + to : to);
    };
    for (const Outcome outcome : kOutcomes) {
        const OutcomeCost& from = priceOf(was, outcome);
        const OutcomeCost& to = priceOf(is, outcome);
        if (from == to) continue;
        say(outcomeName(now.words, outcome), again ? priceChange(from, to) : exactPrice(to));
    }
    addClassChanges(again ? &was.byClass : nullptr, is.byClass, changes);
    change("one review", exactly(was.review), exactly(is.review));
    change("reviewers are right", shareOf(was.reviewerAccuracy), shareOf(is.reviewerAccuracy));
    change("reviews a " + is.period, numberOr(was.reviewCapacity, "no limit"),
           numberOr(is.reviewCapacity, "no limit"));
    change(now.words.realOnes + " in production", numberOr(was.prevalence, "as in the run", true),
           numberOr(is.prevalence, "as in the run", true));
    change("currency", textOr(was.currency, "none"), textOr(is.currency, "none"));
    change(now.words.samples + " a " + is.period,
           was.volumePerPeriod > 0 ? exactly(was.volumePerPeriod) : "not said",
           is.volumePerPeriod > 0 ? exactly(is.volumePerPeriod) : "not said");
    if (again) change("period", was.period, is.period);
    if (!again) return changes;
    for (const VocabularyWord& word : vocabularyWords())
        if (before->words.*word.member != now.words.*word.member)
            changes.push_back(fmt::format("word: {} \u2192 {}", textOr(before->words.*word.member, "none"),
                                          textOr(now.words.*word.member, "none")));
    return changes;
}

std::string breakEvenSentence(const BreakEven& turn, Outcome outcome, const CostModel& costs,
                              const Vocabulary& words, const std::string& against) {
    const std::string name = withArticle(outcomeName(words, outcome));
    switch (turn.turns) {
        case Turns::Always:
            return fmt::format("This is no dearer than {}, whatever {} costs.", against, name);
        case Turns::Never:
            return fmt::format("This is dearer than {}, whatever {} costs.", against, name);
        case Turns::HoldsAbove:
        case Turns::HoldsBelow:
            break;
    }
    return fmt::format("This holds against {} while {} costs {} than {} (now {}).", against, name,
                       turn.turns == Turns::HoldsAbove ? "more" : "less", priceText(turn.at, costs.currency),
                       priceText(priceOf(costs, outcome), costs.currency));
}

std::string stablePricesSentence(const std::optional<PriceRange>& range, Outcome outcome,
                                 const CostModel& costs, const Vocabulary& words, const std::string& at) {
    const std::string name = withArticle(outcomeName(words, outcome));
    if (!range) return fmt::format("Some other threshold is cheaper than {}, whatever {} costs.", at, name);
    const std::string now = priceText(priceOf(costs, outcome), costs.currency);
    if (range->lo <= 0 && std::isinf(range->hi))
        return fmt::format("{} is the cheapest whatever {} costs.", at, name);
    const std::string lo = priceText(range->loAt, costs.currency);
    if (std::isinf(range->hi))
        return fmt::format("{} is the cheapest while {} costs more than {} (now {}).", at, name, lo, now);
    const std::string hi = priceText(range->hiAt, costs.currency);
    if (range->lo <= 0)
        return fmt::format("{} is the cheapest while {} costs less than {} (now {}).", at, name, hi, now);
    return fmt::format("{} is the cheapest while {} costs between {} and {} (now {}).", at, name, lo, hi,
                       now);
}

std::string scenariosSentence(const std::vector<ScenarioOptimum>& optima, const RunAnalysis& run) {
    if (optima.size() < 2) return {};
    std::string text = "Best";
    const char* separator = " ";
    for (const ScenarioOptimum& one : optima) {
        text += fmt::format("{}under {} {}", separator, one.name, shownThreshold(run, one.threshold));
        separator = ", ";
    }
    return text + ".";
}

std::string productionSentence(const RunAnalysis& run, const Vocabulary& words) {
    const std::optional<double>& production = run.cost.model().prevalence;
    if (!production) return {};
    if (run.cost.shift().none() && run.prevalence() != *production)
        return "The share in production cannot be applied: this run holds one class only.";
    const auto share = [](double value) {
        const double hundred = value * 100;
        return percent(value, hundred >= 10 || hundred == std::round(hundred) ? 0 : 1);
    };
    return fmt::format("Weighed to production, where {} are {}; in this run {} are.", share(*production),
                       words.realOnes, share(run.prevalence()));
}

std::string costsNote(const CostsInForce& costs, const std::string& cohort, bool triedOut,
                      const RunAnalysis& run) {
    std::string text;
    const auto add = [&](const std::string& sentence) { text += (text.empty() ? "" : " ") + sentence; };
    if (costs.row.scenario != kLikelyScenario) add("Scenario " + costs.row.scenario + ".");
    if (costs.ofCohort) add("These are the costs of " + cohort + " only.");
    if (const std::string production = productionSentence(run, costs.row.words); !production.empty())
        add(production);
    if (triedOut) add("Tried out, not saved.");
    return text;
}

std::string percentTyped(double share) {
    // The shortest decimal of the share with its point moved, so that 0.29 is 29 and not 28.999999999999996.
    char buffer[400];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, share, std::chars_format::scientific).ptr;
    const std::string scientific(buffer, end);
    const auto e = scientific.find('e');
    if (e == std::string::npos) return shortestNumber(share);
    int exponent = 0;
    std::from_chars(scientific.data() + e + (scientific[e + 1] == '+' ? 2 : 1), end, exponent);
    const std::string moved = scientific.substr(0, e) + "e" + std::to_string(exponent + 2);
    double hundred = 0;
    std::from_chars(moved.data(), moved.data() + moved.size(), hundred);
    return shortestNumber(hundred);
}

std::optional<double> shareTyped(const std::string& text) {
    const auto hundred = parseNumber(text);
    if (!hundred || !std::isfinite(*hundred)) return std::nullopt;
    const std::string shifted = shortestNumber(*hundred);
    const auto e = shifted.find('e');
    if (e != std::string::npos) return *hundred / 100;
    return parseNumber(shifted + "e-2");
}

}  // namespace reckoner
