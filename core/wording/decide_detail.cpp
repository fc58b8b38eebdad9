#include "core/wording/decide_detail.h"

#include <cmath>

#include <fmt/format.h>

#include "core/metrics/probability_scale.h"
#include "core/wording/chart_sentences.h"
#include "core/wording/decide_sentences.h"
#include "core/wording/number_format.h"

namespace reckoner {
namespace {

struct Mistakes {
    std::string text;   // "167 good customers refused"
    std::string shown;  // "167"
    std::string money;  // "27,000"
    double cases;
    double cost;
};

Mistakes mistakes(double cases, double cost, const std::string& one, const std::string& many) {
    const std::string shown = casesText(cases);
    const bool single = shown == "1";
    return {shown + " " + (single ? one : many), shown, amountText(std::fabs(cost)), cases, cost};
}

// How the rarer of two kinds compares with the other.
std::string ending(const Mistakes& more, const Mistakes& fewer, bool inMoney) {
    const bool asMany = more.shown == fewer.shown;
    if (more.money == fewer.money) return asMany ? "as many, at the same cost" : "fewer, at the same cost";
    const bool dearer = fewer.cost > more.cost;
    const std::string word =
        inMoney ? (dearer ? "dearer" : "cheaper") : (dearer ? "weigh more" : "weigh less");
    if (asMany) return "as many, and " + word;
    return dearer ? "fewer, yet " + word : "fewer, and " + word;
}

// To a thousandth of the axis, up or down.
double roundedTo(const RunAnalysis& run, double threshold, bool up) {
    const double scale = std::round(10 / thresholdStep(run) * 1000) / 1000;
    const double places = threshold * scale;
    return (up ? std::ceil(places - 1e-9) : std::floor(places + 1e-9)) / scale;
}

}  // namespace

std::string errorsSentence(const RunAnalysis& run, const Vocabulary& words, double threshold, bool compared) {
    const PointFacts facts = pointFacts(run, threshold);
    const std::string missedOne =
        words.missedMany == Vocabulary{}.missedMany ? words.missedMany : words.missedOne;
    Mistakes alarms = mistakes(alarmsPerPeriod(run, facts.tally), facts.perPeriod.fp, words.falseAlarmOne,
                               words.falseAlarmMany);
    Mistakes missed =
        mistakes(missedPerPeriod(run, facts.tally), facts.perPeriod.fn, missedOne, words.missedMany);
    if (alarms.cases == 0 && missed.cases == 0) return "No decision is wrong here.";
    const bool alarmsFirst = alarms.cases >= missed.cases;
    const Mistakes& more = alarmsFirst ? alarms : missed;
    const Mistakes& fewer = alarmsFirst ? missed : alarms;
    const CostModel& costs = run.cost.model();
    const std::string period = perPeriodText(run);
    const std::string verb = more.cost < 0 ? "gain" : "cost";
    if (fewer.cases == 0)
        return fmt::format("{}{} {} {}; no {}.", more.text, period, verb,
                           amountText(run, words, std::fabs(more.cost)),
                           alarmsFirst ? words.missedMany : words.falseAlarmMany);
    if (!costs.inMoney()) {
        const std::string end = compared ? ": the latter are " + ending(more, fewer, false) : std::string();
        return fmt::format("{} and {}{}{}.", more.text, fewer.text, period, end);
    }
    if (more.cost < 0 || fewer.cost < 0)
        return fmt::format("{} and {}{} come to {}.", more.text, fewer.text, period,
                           amountText(run, words, more.cost + fewer.cost));
    const std::string end = compared ? ": " + ending(more, fewer, true) : std::string();
    return fmt::format("{}{} cost {} {}, {} {}{}.", more.text, period, more.money, costs.currency, fewer.text,
                       fewer.money, end);
}

std::string plateauSentence(const RunAnalysis& run) {
    if (!run.best) return {};
    const Optimum& best = *run.best;
    const double from = roundedTo(run, best.plateauLo, true);
    if (std::isinf(best.plateauHi)) {
        if (std::isinf(best.plateauLo))
            return "Nothing but flagging nobody is within 1\u202F% of the lowest.";
        return fmt::format("Anything from {} up, and flagging nobody, is within 1\u202F% of the lowest.",
                           fullThreshold(run, from));
    }
    const double to = roundedTo(run, best.plateauHi, false);
    if (!(from < to))
        return fmt::format("Only {} is within 1\u202F% of the lowest.", storedThreshold(best.threshold));
    return fmt::format("Anything from {} to {} is within 1\u202F% of the lowest.", fullThreshold(run, from),
                       fullThreshold(run, to));
}

std::string crossFitSentence(const RunAnalysis& run, const Vocabulary& words, const CrossFit& fit) {
    const auto amount = [](double value) { return amountText(std::fabs(value)); };
    const std::string start = "On samples it was not chosen on, the lowest ";
    if (!fit.distinguishable())
        return start + fmt::format("is not distinguishable from the policy: between {} {} and {} {}.",
                                   amount(fit.interval.lo), fit.interval.lo < 0 ? "lost" : "saved",
                                   amount(fit.interval.hi), fit.interval.hi < 0 ? "lost" : "saved");
    const bool saves = fit.saving > 0;
    const double least = saves ? fit.interval.lo : fit.interval.hi;
    const double most = saves ? fit.interval.hi : fit.interval.lo;
    return start + fmt::format("{} {}{} the policy, between {} and {}.", saves ? "saves" : "costs",
                               amountText(run, words, std::fabs(fit.saving)),
                               saves ? " against" : " more than", amount(least), amount(most));
}

std::optional<double> bayesScore(const RunAnalysis& run) {
    const ProbabilityScale scale(run.request.table->info().kind);
    if (!scale.exists() || !run.probability.brier) return std::nullopt;
    const auto share = bayesThreshold(run.cost.model(), run.cost.shift());
    if (!share || !(*share > 0) || !(*share < 1)) return std::nullopt;
    return scale.scoreOf(*share);
}

std::string bayesSentence(const RunAnalysis& run) {
    const auto score = bayesScore(run);
    if (!score) return {};
    return fmt::format("If the scores are calibrated, {} is best.", fullThreshold(run, *score));
}

}  // namespace reckoner
