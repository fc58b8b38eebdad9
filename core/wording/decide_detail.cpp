#include "core/wording/decide_detail.h"

#include <cmath>

#include <fmt/format.h>

#include "core/metrics/probability_scale.h"
#include "core/wording/chart_sentences.h"
#include "core/wording/cost_unit.h"
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

// What is said of the rarer of two kinds: "the 68 defaults missed are fewer but cost more: 37,100".
std::string ofTheFewer(const Mistakes& more, const Mistakes& fewer, bool inMoney) {
    const bool single = fewer.shown == "1";
    const std::string start =
        single ? "the one" + fewer.text.substr(1) + " " : "the " + fewer.text + " are fewer ";
    const std::string weighs = inMoney ? (single ? "costs" : "cost") : (single ? "weighs" : "weigh");
    const bool dearer = fewer.cost > more.cost;
    const std::string link = single ? "" : dearer ? "but " : "and ";
    if (more.money == fewer.money) return start + link + weighs + " the same";
    if (inMoney) return start + link + weighs + (dearer ? " more: " : " less: ") + fewer.money;
    return start + link + weighs +
           (dearer ? fmt::format(" more: {} {}", fewer.money, unitOfCosts({})) : std::string(" less"));
}

}  // namespace

Sentence shortHeadline(const RunAnalysis& run, const Vocabulary& words, const OperatingPoint& point) {
    const double cost = pointCost(run, point);
    const std::string what = point.tiers                   ? "Tiers"
                             : std::isinf(point.threshold) ? "This"
                                                           : shortThreshold(run, point.threshold);
    const char* verb = cost < 0 ? (point.tiers ? " gain " : " gains ") : point.tiers ? " cost " : " costs ";
    return {{what + verb}, {amountText(run, words, std::fabs(cost)), Emphasis::Accent}, {perPeriodText(run)}};
}

std::string errorsSentence(const RunAnalysis& run, const Vocabulary& words, double threshold,
                           ErrorsRoom room) {
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
    const std::string verb = (more.cost < 0 ? std::string("gain") : "cost") + (more.shown == "1" ? "s" : "");
    if (fewer.cases == 0)
        return fmt::format("{}{} {} {}; no {}.", more.text, period, verb,
                           amountText(run, words, std::fabs(more.cost)),
                           alarmsFirst ? words.missedMany : words.falseAlarmMany);
    if (more.cost < 0 || fewer.cost < 0)
        return fmt::format("{} and {}{} come to {}.", more.text, fewer.text, period,
                           amountText(run, words, more.cost + fewer.cost));
    const bool inMoney = costs.inMoney();
    if (room == ErrorsRoom::Counts) return fmt::format("{} and {}{}.", more.text, fewer.text, period);
    const std::string start =
        inMoney ? fmt::format("{}{} {} {} {}; ", more.text, period, more.shown == "1" ? "costs" : "cost",
                              more.money, costs.currency)
                : fmt::format("{}{}; ", more.text, period);
    if (room == ErrorsRoom::Compared && more.shown != fewer.shown)
        return start + ofTheFewer(more, fewer, inMoney) + ".";
    if (inMoney)
        return start +
               fmt::format("{} {} {}.", fewer.text, fewer.shown == "1" ? "costs" : "cost", fewer.money);
    return fmt::format("{} and {}{}.", more.text, fewer.text, period);
}

std::string shortAssumptions(const RunAnalysis& run, const Vocabulary& words,
                             std::optional<Interval> likely) {
    std::string text = assumptions(run, words, likely);
    const std::size_t volume = text.rfind("; ");
    if (run.volume() > 0 && volume != std::string::npos) text.replace(volume, std::string::npos, ".");
    return text;
}

std::string likelyText(const std::optional<Interval>& likely) {
    if (!likely) return {};
    return fmt::format("Likely between {} and {}.", amountText(likely->lo), amountText(likely->hi));
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
