#include "core/wording/tier_sentences.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "core/wording/cost_unit.h"
#include "core/wording/decide_sentences.h"
#include "core/wording/lowest_sentences.h"
#include "core/wording/number_format.h"

namespace reckoner {
namespace {

std::string casesInWords(double number) {
    if (number > 0 && number < 0.5) return "fewer than 1";
    return count(static_cast<std::uint64_t>(std::llround(std::max(0.0, number))));
}

// " a month", " in this run".
std::string perPeriodOrRun(const RunAnalysis& run) {
    const std::string period = perPeriodText(run);
    return period.empty() ? " in this run" : period;
}

std::string hoursText(double hours) {
    const std::string number =
        hours < 10 && hours != std::round(hours) ? fixed(hours, 1) : casesInWords(hours);
    return number + (number == "1" ? " hour" : " hours");
}

std::string joined(const std::vector<std::string>& parts) {
    std::string text;
    for (std::size_t i = 0; i < parts.size(); ++i)
        text += (i == 0 ? "" : i + 1 == parts.size() ? " and " : ", ") + parts[i];
    return text;
}

std::string cutoffsOf(const RunAnalysis& run, const TierPlan& plan) {
    std::vector<std::string> parts;
    for (const double cutoff : plan.cutoffs)
        parts.push_back(shortThreshold(run, cutoff));
    return joined(parts);
}

std::string betweenChange(const Interval& interval) {
    const auto one = [](double v) { return amountText(std::fabs(v)); };
    if (interval.hi <= 0) return fmt::format("between {} and {} less", one(interval.hi), one(interval.lo));
    if (interval.lo >= 0) return fmt::format("between {} and {} more", one(interval.lo), one(interval.hi));
    return fmt::format("between {} less and {} more", one(interval.lo), one(interval.hi));
}

// Who looks at what is reviewed; "people" until they are named.
std::string reviewers(const TierPlan& plan) {
    std::vector<std::string> names;
    for (const TierRule& rule : plan.tiers)
        if (rule.act == TierAct::Review && !rule.who.empty() &&
            std::find(names.begin(), names.end(), rule.who) == names.end())
            names.push_back(rule.who);
    return names.empty() ? "people" : joined(names);
}

bool anyReview(const TierPlan& plan) {
    return std::any_of(plan.tiers.begin(), plan.tiers.end(),
                       [](const TierRule& rule) { return rule.act == TierAct::Review; });
}

}  // namespace

Sentence tierHeadline(const RunAnalysis& run, const Vocabulary& words, const TierPlan& plan) {
    const double cost = planCost(run, plan);
    return {{"Tiers at " + cutoffsOf(run, plan) + (cost < 0 ? " gain " : " cost ")},
            {amountText(run, words, std::fabs(cost)), Emphasis::Accent},
            {perPeriodText(run)}};
}

Sentence pointAgainstPolicy(const RunAnalysis& run, const OperatingPoint& point,
                            const PolicyComparison& facts) {
    Sentence sentence;
    const double now = pointFigures(run, point).cost;
    if (facts.policy && *facts.policy == point) {
        sentence.push_back({"This is the policy in force.", Emphasis::Strong});
    } else if (facts.policy && facts.difference && facts.difference->lo <= 0 && facts.difference->hi >= 0) {
        sentence.push_back({"No difference seen", Emphasis::Strong});
        sentence.push_back({" to the policy in force: " + betweenChange(*facts.difference) + "."});
    } else if (facts.policy) {
        const double change = now - pointFigures(run, *facts.policy).cost;
        sentence.push_back({differenceText(change, now), Emphasis::Strong});
        sentence.push_back({change == 0 ? " as the policy in force" : " than the policy in force"});
        if (facts.difference) sentence.push_back({", " + betweenChange(*facts.difference)});
        sentence.push_back({"."});
    } else {
        sentence.push_back({"This version has no policy in force yet."});
    }
    if (!run.best) return sentence;
    if (point.tiers)
        sentence.push_back({fmt::format(
            " The lowest with one threshold is {}, {}.", amountText(run.perPeriod(run.best->total)),
            std::isinf(run.best->threshold) ? std::string("by flagging nobody")
                                            : "at " + costedThreshold(run, run.best->threshold))});
    else
        sentence.push_back(
            {" " + lowestSentence(run, point.threshold, facts.withinLimits, LowestRoom::Lowest)});
    return sentence;
}

std::string shortTierAssumptions(const RunAnalysis& run, const Vocabulary& words, const TierPlan& plan,
                                 std::optional<Interval> likely) {
    std::string text;
    if (likely)
        text += fmt::format("Likely between {} and {}. ", amountText(likely->lo), amountText(likely->hi));
    if (anyReview(plan)) {
        const ReviewTerms terms = reviewTerms(run, plan);
        text += fmt::format("A review costs {}", amountText(run, words, terms.cost));
        text += terms.accuracy < 1
                    ? fmt::format(" and is right in {} of 100 cases", ofHundred(terms.accuracy))
                    : std::string(" and is always right");
        text += ". ";
    }
    if (!text.empty()) text.pop_back();
    return text;
}

std::string tierAssumptions(const RunAnalysis& run, const Vocabulary& words, const TierPlan& plan,
                            std::optional<Interval> likely) {
    const std::string text = shortTierAssumptions(run, words, plan, likely);
    // The costs of the outcomes themselves, as for one threshold.
    return text + (text.empty() ? "" : " ") + assumptions(run, words, std::nullopt);
}

Sentence queueSentence(const RunAnalysis& run, const Vocabulary& words, const TierPlan& plan,
                       const ReviewQueue& queue) {
    if (!anyReview(plan)) return {{"Nothing is sent to people."}};
    const bool one = std::llround(queue.reviews) == 1;
    Sentence sentence{
        {casesInWords(queue.reviews), Emphasis::Strong},
        {fmt::format("{} {} to {}", perPeriodOrRun(run), one ? "goes" : "go", reviewers(plan))}};
    std::string cost;
    if (queue.hours) cost += hoursText(*queue.hours);
    if (queue.money != 0) cost += (cost.empty() ? "" : ", ") + amountText(run, words, queue.money);
    sentence.push_back({cost.empty() ? "." : ": " + cost + "."});
    return sentence;
}

std::string overSentence(const RunAnalysis& run, const Vocabulary& words, const ReviewQueue& queue) {
    if (!(queue.over > 0)) return {};
    std::string text = casesInWords(queue.over) + " more than the team can see";
    std::string cost;
    if (queue.overHours) cost += hoursText(*queue.overHours);
    if (queue.overMoney != 0) cost += (cost.empty() ? "" : ", ") + amountText(run, words, queue.overMoney);
    return text + (cost.empty() ? "" : ": " + cost) + perPeriodOrRun(run) + ".";
}

std::string roomSentence(const RunAnalysis& run, const ReviewQueue& queue) {
    if (!queue.capacity || queue.over > 0) return {};
    const double room = *queue.capacity - queue.reviews;
    if (room < 0.5) return "The team is full.";
    return "The team has room for " + casesInWords(room) + " more" + perPeriodOrRun(run) + ".";
}

std::vector<TierRowText> tierRowTexts(const RunAnalysis& run, const Vocabulary& words, const TierPlan& plan,
                                      const TierSheet& sheet) {
    std::vector<TierRowText> texts;
    for (std::size_t i = 0; i < sheet.rows.size(); ++i) {
        const TierRow& row = sheet.rows[i];
        TierRowText& text = texts.emplace_back();
        const bool lowest = i == 0, highest = i == plan.cutoffs.size();
        if (lowest)
            text.from = "below " + shortThreshold(run, plan.cutoffs.front());
        else if (highest)
            text.from = std::isinf(plan.cutoffs.back())
                            ? std::string("nobody")
                            : shortThreshold(run, plan.cutoffs.back()) + " and up";
        else
            text.from =
                shortThreshold(run, plan.cutoffs[i - 1]) + " to " + shortThreshold(run, plan.cutoffs[i]);
        text.volume = casesInWords(row.cases);
        text.share = shareText(row.share);
        text.mix = row.cases == 0 ? std::string("none")
                                  : fmt::format("{} {}, {} others", casesInWords(row.positives),
                                                words.realOnes, casesInWords(row.negatives));
        text.cost = row.cost == 0 ? std::string("no cost") : amountText(row.cost);
    }
    return texts;
}

std::string tierActWord(TierAct act, const Vocabulary& words) {
    switch (act) {
        case TierAct::None:
            return words.passed;
        case TierAct::Review:
            return "people decide";
        case TierAct::Automatic:
            return words.flagged;
    }
    return {};
}

std::string tierVolumeHead(const RunAnalysis& run) {
    return perPeriodOrRun(run).substr(1);
}

std::string tierCostHead(const RunAnalysis& run, const Vocabulary&) {
    return unitOfCosts(run.cost.model()) + perPeriodOrRun(run);
}

std::string whyNoFit(const TierPlan& plan, const ReviewQueue& queue) {
    if (!anyReview(plan)) return "Nothing is sent to people.";
    if (!queue.capacity) return "Say how many reviews the team can do.";
    if (!(queue.over > 0)) return "It fits already.";
    return {};
}

}  // namespace reckoner
