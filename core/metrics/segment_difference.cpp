#include "core/metrics/segment_difference.h"

#include "core/metrics/metric_list.h"
#include "core/metrics/significance.h"

namespace reckoner {
namespace {

constexpr std::uint64_t kFewSamples = 30;

void count(Tally& tally, bool positive, bool flagged, double weight) {
    Sums& cell = positive ? (flagged ? tally.tp : tally.fn) : (flagged ? tally.fp : tally.tn);
    ++cell.n;
    cell.weight += weight;
    cell.weightSq += weight * weight;
}

struct Sides {
    Flips positives;
    Flips negatives;
};

using Test = McNemar SegmentDifference::*;
using Corrected = Value SegmentDifference::*;

void correct(std::vector<SegmentDifference>& segments, Test test, Corrected q) {
    std::vector<Value> p;
    for (const SegmentDifference& segment : segments) {
        const McNemar& t = segment.*test;
        p.push_back(t.b + t.c > 0 ? Value(t.midP) : Value(Reason::TooFew));
    }
    const std::vector<Value> corrected = benjaminiHochberg(p);
    for (std::size_t i = 0; i < segments.size(); ++i)
        segments[i].*q = corrected[i];
}

}  // namespace

Value SegmentDifference::difference(std::string_view metric) const {
    const MetricEntry* entry = findMetric(metric);
    if (!entry) return Reason::NotComparable;
    const Value before = entry->value(first);
    const Value now = entry->value(second);
    if (!before) return before;
    if (!now) return now;
    return *now - *before;
}

std::vector<SegmentDifference> segmentDifferences(const PairedRows& rows, const Grouping& grouping,
                                                  double firstThreshold, double secondThreshold) {
    std::vector<SegmentDifference> all(grouping.groups());
    std::vector<Sides> sides(grouping.groups());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const std::uint32_t group = grouping.codes[rows.first.rows[i]];
        SegmentDifference& segment = all[group];
        const bool positive = rows.first.positiveBits[i] != 0;
        const bool before = rows.first.scores[i] >= firstThreshold;
        const bool now = rows.second.scores[i] >= secondThreshold;
        const double weight = rows.first.weights.empty() ? 1 : rows.first.weights[i];
        count(segment.first, positive, before, weight);
        count(segment.second, positive, now, weight);
        segment.flips.add(before == positive, now == positive);
        (positive ? sides[group].positives : sides[group].negatives).add(before == positive, now == positive);
    }

    std::vector<SegmentDifference> segments;
    for (std::uint32_t group = 0; group < grouping.groups(); ++group) {
        SegmentDifference& segment = all[group];
        segment.n = segment.flips.n();
        if (segment.n == 0) continue;
        segment.key = grouping.keys[group];
        segment.small = segment.n < kFewSamples;
        segment.all = mcnemar(segment.flips.broken, segment.flips.fixed);
        segment.positives = mcnemar(sides[group].positives.broken, sides[group].positives.fixed);
        segment.negatives = mcnemar(sides[group].negatives.broken, sides[group].negatives.fixed);
        segments.push_back(std::move(segment));
    }
    correct(segments, &SegmentDifference::all, &SegmentDifference::allQ);
    correct(segments, &SegmentDifference::positives, &SegmentDifference::positivesQ);
    correct(segments, &SegmentDifference::negatives, &SegmentDifference::negativesQ);
    return segments;
}

}  // namespace reckoner
