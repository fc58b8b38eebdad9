#include "core/wording/lowest_sentences.h"

#include <cmath>

#include <fmt/format.h>

#include "core/wording/number_format.h"

namespace reckoner {
namespace {

double costAt(const RunAnalysis& run, double threshold) {
    return run.perPeriod(run.cost.total(run.sweep->at(threshold)));
}

// Tenths of a step people speak of to one of the axis.
double placesOf(const RunAnalysis& run) {
    return std::round(10 / thresholdStep(run) * 1000) / 1000;
}

// To a thousandth of the axis, up or down.
double roundedTo(const RunAnalysis& run, double threshold, bool up) {
    const double scale = placesOf(run);
    const double places = threshold * scale;
    return (up ? std::ceil(places - 1e-9) : std::floor(places + 1e-9)) / scale;
}

std::string where(const RunAnalysis& run, double threshold) {
    return std::isinf(threshold) ? std::string("by flagging nobody")
                                 : "at " + costedThreshold(run, threshold);
}

std::string range(const Interval& interval) {
    const auto one = [](double v) { return amountText(std::fabs(v)); };
    if (interval.hi <= 0) return fmt::format("between {} and {} less", one(interval.hi), one(interval.lo));
    if (interval.lo >= 0) return fmt::format("between {} and {} more", one(interval.lo), one(interval.hi));
    return fmt::format("between {} less and {} more", one(interval.lo), one(interval.hi));
}

}  // namespace

std::string plateauStretch(const RunAnalysis& run) {
    const Optimum& best = *run.best;
    const double from = roundedTo(run, best.plateauLo, true);
    if (std::isinf(best.plateauHi)) {
        if (std::isinf(best.plateauLo)) return {};
        return fmt::format("anything from {} up, and flagging nobody,", fullThreshold(run, from));
    }
    const double to = roundedTo(run, best.plateauHi, false);
    if (!(from < to)) return {};
    return fmt::format("anything from {} to {}", fullThreshold(run, from), fullThreshold(run, to));
}

std::string costedThreshold(const RunAnalysis& run, double threshold) {
    if (std::isinf(threshold)) return thresholdExact(threshold);
    const std::string cost = amountText(costAt(run, threshold));
    const auto reads = [&](double typed) { return amountText(costAt(run, typed)) == cost; };
    const double places = placesOf(run);
    const double rounded = std::round(threshold * places / 10) * 10 / places;
    if (reads(rounded)) return shortThreshold(run, rounded);
    for (const double step : {std::round(threshold * places), std::floor(threshold * places)})
        if (reads(step / places)) return fullThreshold(run, step / places);
    return fullThreshold(run, threshold);
}

std::string lowestSentence(const RunAnalysis& run, double threshold,
                           const std::optional<LimitedOptimum::Point>& withinLimits, LowestRoom room) {
    if (!run.best || room == LowestRoom::None) return {};
    const double now = run.cost.total(run.sweep->at(threshold));
    if (withinLimits && withinLimits->total > run.best->total) {
        if (threshold == withinLimits->threshold) return "This is the lowest within your limits.";
        return fmt::format("The lowest within your limits is {}, {}.",
                           amountText(run.perPeriod(withinLimits->total)),
                           where(run, withinLimits->threshold));
    }
    const std::string text = now <= run.best->total ? std::string("This is the lowest possible")
                                                    : fmt::format("The lowest possible is {}, {}",
                                                                  amountText(run.perPeriod(run.best->total)),
                                                                  where(run, run.best->threshold));
    const std::string near = room == LowestRoom::Plateau ? plateauStretch(run) : std::string();
    return text + (near.empty() ? "." : fmt::format("; {} is within 1\u202F% of it.", near));
}

Sentence againstPolicy(const RunAnalysis& run, double threshold, const AgainstPolicy& facts,
                       const std::optional<LimitedOptimum::Point>& withinLimits, LowestRoom room) {
    std::string lowest = lowestSentence(run, threshold, withinLimits, room);
    if (!lowest.empty()) lowest.insert(0, 1, ' ');
    if (!facts.policy) return {{"No policy is in force for this version." + lowest}};
    const double now = costAt(run, threshold);
    const double difference = now - costAt(run, *facts.policy);
    if (threshold == *facts.policy) return {{"This is the policy in force." + lowest}};
    if (facts.difference && facts.difference->lo <= 0 && facts.difference->hi >= 0 && difference != 0)
        return {{"No difference seen", Emphasis::Strong},
                {" to the policy in force: " + range(*facts.difference) + "." + lowest}};
    if (difference == 0) return {{"The same as the policy in force." + lowest}};
    const std::string interval = facts.difference ? ", " + range(*facts.difference) : std::string();
    return {{differenceText(difference, now), Emphasis::Strong},
            {" than the policy in force" + interval + "." + lowest}};
}

std::string plateauSentence(const RunAnalysis& run) {
    if (!run.best) return {};
    const std::string near = plateauStretch(run);
    if (!near.empty()) return capitalised(near) + " is within 1\u202F% of the lowest.";
    if (std::isinf(run.best->plateauLo))
        return "Nothing but flagging nobody is within 1\u202F% of the lowest.";
    return fmt::format("Only {} is within 1\u202F% of the lowest.", storedThreshold(run.best->threshold));
}

}  // namespace reckoner
