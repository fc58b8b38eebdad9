#include <cmath>

#include <fmt/format.h>

#include "core/cost/operating_point.h"
#include "core/wording/confusion_sentences.h"
#include "core/wording/decide_sentences.h"
#include "core/wording/number_format.h"
#include "core/wording/policy_words.h"
#include "core/wording/run_names.h"
#include "core/wording/today_card.h"

namespace reckoner {
namespace {

std::string cellTarget(const char* outcome) {
    return fmt::format("outcome = {}", outcome);
}

TodayTarget errorsAt(double threshold, const char* outcome) {
    return {"errors", 0, threshold, {{"errors.cell", cellTarget(outcome)}}};
}

// "Missed defaults cost 64,500 EUR a month, good customers refused 15,200."
Sentence whatBothCost(const TodayFacts& facts, const PointFacts& point) {
    const CostParts& parts = point.perPeriod;
    // Without money the one kind would be counted in the other.
    const bool money = !facts.run->cost.model().currency.empty();
    if (!money || (parts.fn <= 0 && parts.fp <= 0))
        return qualitySentence(*facts.run, facts.words, point.threshold);
    const bool missedFirst = parts.fn >= parts.fp;
    const auto name = [&](bool missed) {
        return missed ? facts.words.missed == "missed" ? "missed " + facts.words.realOnes : facts.words.missed
                      : facts.words.falseAlarmMany;
    };
    return {{fmt::format("{} cost {}{}, {} {}.", capitalised(name(missedFirst)),
                         amountText(*facts.run, facts.words, missedFirst ? parts.fn : parts.fp),
                         perPeriodText(*facts.run), name(!missedFirst),
                         amountText(missedFirst ? parts.fp : parts.fn))}};
}

// The policy in force, else the point on the screen.
OperatingPoint judgedPoint(const TodayFacts& facts) {
    if (facts.policy) return pointOf(*facts.policy);
    return facts.point;
}

// What a review does with the uncertain ones is part of the money; who is caught is counted where somebody or
// something acts, as on every page, and what people let go is said.
Sentence whatTiersCost(const TodayFacts& facts, const OperatingPoint& point, const PointFigures& figures,
                       const std::string& caught) {
    Sentence sentence{
        {fmt::format("In tiers from {} it costs {}{}", cutoffsText(point),
                     amountText(*facts.run, facts.words, figures.cost), perPeriodText(*facts.run))}};
    const std::string left = figures.recall ? ofHundred(*figures.recall) : std::string();
    sentence.push_back({left.empty() || left == caught
                            ? "."
                            : fmt::format("; with people\u2019s mistakes {} are caught.", left)});
    return sentence;
}

TodayVerdict binaryVerdict(const TodayFacts& facts) {
    const RunAnalysis& run = *facts.run;
    const std::string version = versionName(facts.row.info.version);
    const OperatingPoint point = judgedPoint(facts);
    const double threshold = countedFrom(point);
    const PointFigures figures = pointFigures(run, point);
    const PointFacts counted = pointFacts(run, threshold);
    TodayVerdict verdict;
    verdict.below = point.tiers ? whatTiersCost(facts, point, figures,
                                                counted.recall ? ofHundred(*counted.recall) : std::string())
                                : whatBothCost(facts, counted);
    const double best = run.best ? run.perPeriod(run.best->total) : figures.cost;
    const bool cheapest = !run.best || figures.cost <= best + 0.01 * std::fabs(best);
    const std::string caught = counted.recall ? ofHundred(*counted.recall) + " of 100" : std::string();
    const std::string right = counted.precision ? ofHundred(*counted.precision) + " of 100" : std::string();
    if (cheapest && !caught.empty() && !right.empty()) {
        // Whether other tiers would cost less still is for Decide to search.
        verdict.sentence = {
            {version + (point.tiers ? " in tiers costs less than any one threshold: it catches "
                                    : " stands where it costs least: it catches ")},
            {caught, Emphasis::Accent},
            {fmt::format(" {}.", facts.words.realOnes)}};
        verdict.target = {"decide", 0, threshold, {}};
        return verdict;
    }
    const bool tooHigh = !run.best || threshold > run.best->threshold;
    if (tooHigh && !caught.empty()) {
        verdict.tone = TodayTone::Missed;
        verdict.sentence = {
            {fmt::format("{} misses too many {}: it catches ", version, facts.words.realOnes)},
            {caught, Emphasis::Accent},
            {"."}};
        verdict.target = errorsAt(threshold, "missed");
        return verdict;
    }
    if (!tooHigh && !right.empty()) {
        verdict.tone = TodayTone::FalseAlarm;
        verdict.sentence = {{fmt::format("{} is too quick to {}: ", version, facts.words.flag)},
                            {right, Emphasis::Accent},
                            {fmt::format(" {} {}.", facts.words.flagged, facts.words.wouldHave)}};
        verdict.target = errorsAt(threshold, "false alarm");
        return verdict;
    }
    verdict.sentence = {{fmt::format("{} cannot be judged at {}.", version, fullThreshold(run, threshold))}};
    return verdict;
}

// Several classes: how many answers are wrong, and the pair that is confused most.
TodayVerdict classVerdict(const TodayFacts& facts) {
    const ConfusionTable& table = facts.classes->everything;
    const std::string version = versionName(facts.row.info.version);
    TodayVerdict verdict;
    const double all = table.called.total().weight;
    double right = 0;
    for (ClassCode one = 0; one < table.classes(); ++one)
        right += table.called.at(one, one).weight;
    if (all <= 0) {
        verdict.sentence = {{version + " has no answers to judge."}};
        return verdict;
    }
    verdict.tone = TodayTone::Missed;
    verdict.sentence = {{version + " is wrong in "},
                        {ofHundred(1 - right / all) + " of 100", Emphasis::Accent},
                        {fmt::format(" {}.", facts.words.samples)}};
    if (const auto pairs = confusedPairs(table, 1); !pairs.empty())
        verdict.below = {{fmt::format("Most often {} is called {}: {} of all {}.",
                                      classInWords(facts.classes->classes[pairs[0].truth], 0),
                                      classInWords(facts.classes->classes[pairs[0].predicted], 0),
                                      shareText(pairs[0].shareOfTruth),
                                      classInWords(facts.classes->classes[pairs[0].truth], 0))}};
    verdict.target = {"errors", 0, {}, {}};
    return verdict;
}

}  // namespace

TodayVerdict todayVerdict(const TodayFacts& facts) {
    if (facts.classes) return classVerdict(facts);
    if (facts.run) return binaryVerdict(facts);
    return {};
}

}  // namespace reckoner
