#include "core/metrics/segments.h"

#include <algorithm>
#include <utility>

#include "core/base/error.h"
#include "core/cost/part_costs.h"
#include "core/metrics/intervals.h"
#include "core/metrics/run_analysis.h"
#include "core/metrics/significance.h"

namespace reckoner {
namespace {

struct NamedScore {
    std::string_view id;
    Value SegmentScores::*value;
};
constexpr NamedScore kNamedScores[] = {
    {"roc_auc", &SegmentScores::rocAuc}, {"average_precision", &SegmentScores::averagePrecision},
    {"ks", &SegmentScores::ks},          {"log_loss", &SegmentScores::logLoss},
    {"brier", &SegmentScores::brier},    {"ece_10", &SegmentScores::ece10},
    {"ece_15", &SegmentScores::ece15},
};

double errorsOf(const Tally& tally) {
    return tally.fp.weight + tally.fn.weight;
}

double weightSqOf(const Tally& tally) {
    return tally.tp.weightSq + tally.fp.weightSq + tally.fn.weightSq + tally.tn.weightSq;
}

// The error rate as a share of independent samples; without weights trials is n.
Share errorShare(double errors, double weight, double weightSq) {
    if (!(weight > 0) || !(weightSq > 0)) return {};
    return {std::clamp(errors / weight, 0.0, 1.0), weight * weight / weightSq};
}

Value againstTheRest(const Tally& tally, const Tally& whole) {
    if (tally.n() == whole.n()) return Reason::NoSamples;
    return twoProportionP(errorShare(errorsOf(tally), tally.weight(), weightSqOf(tally)),
                          errorShare(errorsOf(whole) - errorsOf(tally), whole.weight() - tally.weight(),
                                     weightSqOf(whole) - weightSqOf(tally)));
}

void setMetrics(Segment& segment) {
    for (const MetricEntry& entry : metricList()) {
        segment.metrics.push_back(entry.value(segment.tally));
        segment.intervals.emplace_back();
        if (!entry.proportion) continue;
        const MetricEntry::Proportion share = entry.proportion(segment.tally);
        segment.intervals.back() = wilson95Weighted(share.successes, share.trials, share.weightSq);
    }
}

}  // namespace

const Value* Segment::metric(std::string_view id) const {
    const auto& list = metricList();
    for (std::size_t i = 0; i < list.size(); ++i)
        if (list[i].id == id) return &metrics[i];
    for (const NamedScore& named : kNamedScores)
        if (named.id == id) return &(scores.*named.value);
    return nullptr;
}

std::optional<Interval> Segment::interval(std::string_view id) const {
    if (id == "roc_auc") return scores.rocAucInterval;
    const auto& list = metricList();
    for (std::size_t i = 0; i < list.size(); ++i)
        if (list[i].id == id) return intervals[i];
    return std::nullopt;
}

namespace {

// Money by group: totals, and what they are shared by.
struct GroupMoney {
    std::vector<double> totals;
    std::vector<double> weights;
};

std::vector<Tally> talliesAt(const Sweep& sweep, const Grouping& grouping,
                             const std::vector<SegmentScores>& scores, double threshold) {
    if (sweep.groups() != grouping.groups() || scores.size() != grouping.groups())
        throw Error(ErrorCode::Internal, "The segments and the sweep have different groups.");
    std::vector<Tally> tallies(grouping.groups());
    sweep.at(threshold, tallies);
    return tallies;
}

SegmentTable tableOf(const std::vector<Tally>& tallies, const Grouping& grouping,
                     const std::vector<SegmentScores>& scores, const GroupMoney* money, double threshold,
                     const SegmentOptions& options) {
    SegmentTable table{grouping.columns, threshold, options.minimum, {}, {}};
    for (const Tally& tally : tallies)
        table.whole += tally;
    for (std::uint32_t g = 0; g < grouping.groups(); ++g) {
        const Tally& tally = tallies[g];
        if (tally.n() == 0 && scores[g].excluded.value_or(0) == 0) continue;
        Segment segment;
        segment.group = g;
        segment.key = grouping.keys[g];
        segment.tally = tally;
        segment.scores = scores[g];
        setMetrics(segment);
        segment.errorRate = ratio(errorsOf(tally), tally.weight(), Reason::NoSamples);
        segment.coverage = ratio(errorsOf(tally), errorsOf(table.whole), Reason::NoErrors);
        segment.cost = money ? Value(money->totals[g]) : Value(Reason::NoCost);
        segment.costPerDecision =
            money ? ratio(money->totals[g], money->weights[g], Reason::NoSamples) : Value(Reason::NoCost);
        segment.pValue = againstTheRest(tally, table.whole);
        segment.small = tally.n() < options.minimum;
        table.segments.push_back(std::move(segment));
    }
    std::vector<Value> p;
    for (const Segment& segment : table.segments)
        p.push_back(segment.pValue);
    const std::vector<Value> q = benjaminiHochberg(p);
    for (std::size_t i = 0; i < q.size(); ++i)
        table.segments[i].qValue = q[i];
    return table;
}

}  // namespace

SegmentTable segmentTable(const Sweep& sweep, const Grouping& grouping,
                          const std::vector<SegmentScores>& scores, const BoundCost* cost, double threshold,
                          const SegmentOptions& options) {
    const std::vector<Tally> tallies = talliesAt(sweep, grouping, scores, threshold);
    if (!cost) return tableOf(tallies, grouping, scores, nullptr, threshold, options);
    GroupMoney money;
    for (const Tally& tally : tallies) {
        money.totals.push_back(cost->total(tally));
        money.weights.push_back(partWeight(*cost, tally));
    }
    return tableOf(tallies, grouping, scores, &money, threshold, options);
}

SegmentTable segmentTable(const RunAnalysis& analysis, const OperatingPoint& point,
                          const SegmentOptions& options, const TaskContext& context) {
    const std::vector<SegmentScores> scores = segmentScores(analysis, context);
    const double threshold = countedFrom(point);
    const std::vector<Tally> tallies = talliesAt(*analysis.sweep, *analysis.grouping, scores, threshold);
    GroupMoney money;
    money.totals = partTotals(analysis, point, tallies.size(),
                              [&](double at, std::span<Tally> out) { analysis.sweep->at(at, out); });
    for (const Tally& tally : tallies)
        money.weights.push_back(partWeight(analysis.cost, tally));
    return tableOf(tallies, *analysis.grouping, scores, &money, threshold, options);
}

}  // namespace reckoner
