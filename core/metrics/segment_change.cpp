#include "core/metrics/segment_change.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "core/metrics/significance.h"

namespace reckoner {
namespace {

using Name = std::pair<std::vector<std::string>, std::vector<std::optional<std::string>>>;

Share shareOf(const MetricEntry& metric, const Tally& tally) {
    const auto p = metric.proportion(tally);
    if (!(p.trials > 0) || !(p.weightSq > 0)) return {};
    return {std::clamp(p.successes / p.trials, 0.0, 1.0), p.trials * p.trials / p.weightSq};
}

SegmentChange changeOf(const MetricEntry& metric, const SegmentReading& now, const SegmentReading& before) {
    SegmentChange change;
    change.before = before.value;
    if (!now.value || !before.value) {
        change.difference = now.value ? before.value : now.value;
        change.pValue = change.difference;
        return change;
    }
    change.difference = *now.value - *before.value;
    const Share mine = shareOf(metric, now.tally);
    const Share theirs = shareOf(metric, before.tally);
    change.interval = newcombe95(mine, theirs);
    change.pValue = twoProportionP(mine, theirs);
    if (std::min(mine.trials, theirs.trials) < kFewestTrials) change.standing = Standing::TooFew;
    return change;
}

}  // namespace

std::vector<SegmentChange> segmentChanges(const SegmentBoard& board, const BoardReading& reading,
                                          const SegmentBoard& before, const BoardReading& readingBefore) {
    std::map<Name, std::size_t> places;
    for (std::size_t i = 0; i < before.segments().size(); ++i)
        places[{before.segments()[i].columns, before.segments()[i].key.values}] = i;
    std::vector<SegmentChange> changes;
    std::vector<Value> p;
    for (std::size_t i = 0; i < board.segments().size(); ++i) {
        const auto found = places.find({board.segments()[i].columns, board.segments()[i].key.values});
        if (found == places.end()) {
            const Value none = Reason::NotComparable;
            changes.push_back({none, none, {}, none, none, Standing::TooFew});
        } else {
            changes.push_back(
                changeOf(*reading.metric, reading.segments[i], readingBefore.segments[found->second]));
        }
        p.push_back(changes.back().pValue);
    }
    const std::vector<Value> q = benjaminiHochberg(p);
    for (std::size_t i = 0; i < changes.size(); ++i) {
        SegmentChange& change = changes[i];
        change.qValue = q[i];
        if (change.standing == Standing::TooFew || !change.qValue || *change.qValue >= kSegmentLevel)
            continue;
        if (!change.interval || (change.interval->lo <= 0 && change.interval->hi >= 0)) continue;
        change.standing =
            (*change.difference > 0) == higherIsWorse(*reading.metric) ? Standing::Worse : Standing::Better;
    }
    return changes;
}

std::optional<std::size_t> worstChange(const std::vector<SegmentChange>& changes, const MetricEntry& metric) {
    std::optional<std::size_t> worst;
    const double sign = higherIsWorse(metric) ? -1 : 1;
    for (std::size_t i = 0; i < changes.size(); ++i) {
        if (changes[i].standing != Standing::Worse) continue;
        if (!worst || sign * *changes[i].difference < sign * *changes[*worst].difference) worst = i;
    }
    return worst;
}

}  // namespace reckoner
