#include "core/metrics/fairness.h"

#include <algorithm>
#include <string_view>

#include "core/base/error.h"
#include "core/metrics/metric_list.h"
#include "core/metrics/segments.h"

namespace reckoner {
namespace {

void setBoth(RateSpread& spread, Reason why) {
    spread.min = spread.max = spread.difference = spread.ratio = why;
}

// groups: indices of the tallies that take part.
RateSpread spreadOf(std::string_view metric, std::span<const Tally> tallies,
                    const std::vector<std::uint32_t>& groups) {
    const MetricEntry* entry = findMetric(metric);
    if (!entry) throw Error(ErrorCode::Internal, "Fairness asks for a metric that is not in the list.");
    RateSpread spread;
    Reason why = Reason::NoSamples;
    for (const std::uint32_t group : groups) {
        const Value rate = entry->value(tallies[group]);
        if (!rate) {
            spread.leftOut.push_back(group);
            why = rate.why;
            continue;
        }
        ++spread.groups;
        if (!spread.min || *rate < *spread.min) {
            spread.min = rate;
            spread.groupMin = group;
        }
        if (!spread.max || *rate > *spread.max) {
            spread.max = rate;
            spread.groupMax = group;
        }
    }
    if (spread.groups == 0) {
        setBoth(spread, why);
        return spread;
    }
    spread.difference = *spread.max - *spread.min;
    spread.ratio = ratio(*spread.min, *spread.max, Reason::ZeroEverywhere);
    return spread;
}

template <class Choose>
Value chosen(const Value& a, const Value& b, Choose choose) {
    if (!a) return a;
    if (!b) return b;
    return choose(*a, *b);
}

}  // namespace

Fairness fairness(std::span<const Tally> tallies, std::uint64_t minimumN) {
    Fairness result;
    std::vector<std::uint32_t> groups;
    for (std::uint32_t group = 0; group < tallies.size(); ++group) {
        if (tallies[group].n() == 0) continue;
        (tallies[group].n() < minimumN ? result.tooSmall : groups).push_back(group);
    }
    result.selectionRate = spreadOf("selection_rate", tallies, groups);
    result.tpr = spreadOf("recall", tallies, groups);
    result.fpr = spreadOf("fpr", tallies, groups);
    result.fnr = spreadOf("fnr", tallies, groups);
    result.precision = spreadOf("precision", tallies, groups);
    result.accuracy = spreadOf("accuracy", tallies, groups);

    result.demographicParityDifference = result.selectionRate.difference;
    result.demographicParityRatio = result.selectionRate.ratio;
    result.equalOpportunityDifference = result.tpr.difference;
    result.equalizedOddsDifference = chosen(result.tpr.difference, result.fpr.difference,
                                            [](double a, double b) { return std::max(a, b); });
    result.equalizedOddsRatio =
        chosen(result.tpr.ratio, result.fpr.ratio, [](double a, double b) { return std::min(a, b); });
    return result;
}

Fairness fairness(const SegmentTable& table, std::uint64_t minimumN) {
    std::vector<Tally> tallies;
    for (const Segment& segment : table.segments)
        tallies.push_back(segment.tally);
    return fairness(tallies, minimumN);
}

}  // namespace reckoner
