#include "core/metrics/segment_board.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "core/base/error.h"
#include "core/cost/part_costs.h"
#include "core/metrics/intervals.h"
#include "core/metrics/significance.h"
#include "core/metrics/tally_error.h"

namespace reckoner {
namespace {

using Proportion = MetricEntry::Proportion;

Share shareOf(const Proportion& p) {
    if (!(p.trials > 0) || !(p.weightSq > 0)) return {};
    return {std::clamp(p.successes / p.trials, 0.0, 1.0), p.trials * p.trials / p.weightSq};
}

Tally restOf(Tally whole, const Tally& part) {
    whole.tp -= part.tp;
    whole.fp -= part.fp;
    whole.fn -= part.fn;
    whole.tn -= part.tn;
    return whole;
}

// Samples a reading rests on: those the share is of; of other metrics those of the smaller class.
double trialsOf(const Tally& tally, const MetricEntry& metric) {
    if (metric.proportion) return shareOf(metric.proportion(tally)).trials;
    const auto effective = [](const Sums& a, const Sums& b) {
        const double weight = a.weight + b.weight;
        return weight > 0 ? weight * weight / (a.weightSq + b.weightSq) : 0;
    };
    return std::min(effective(tally.tp, tally.fn), effective(tally.fp, tally.tn));
}

std::optional<Interval> intervalOf(const Tally& tally, const MetricEntry& metric) {
    if (!metric.proportion) return std::nullopt;
    const Proportion share = metric.proportion(tally);
    return wilson95Weighted(share.successes, share.trials, share.weightSq);
}

void testShares(SegmentReading& reading, const Tally& rest, const MetricEntry& metric) {
    const Share mine = shareOf(metric.proportion(reading.tally));
    const Share others = shareOf(metric.proportion(rest));
    reading.differenceInterval = newcombe95(mine, others);
    reading.pValue = twoProportionP(mine, others);
}

void testErrors(SegmentReading& reading, const Tally& rest, const MetricEntry& metric) {
    const auto mine = standardError(metric, reading.tally);
    const auto others = standardError(metric, rest);
    if (!mine || !others) {
        reading.pValue = Reason::TooFew;
        return;
    }
    const double error = std::hypot(*mine, *others);
    reading.pValue = error > 0 ? std::erfc(std::abs(*reading.difference) / error / std::sqrt(2.0))
                               : (*reading.difference == 0 ? 1.0 : 0.0);
}

void setContrast(SegmentReading& reading, const Tally& rest, const MetricEntry& metric) {
    const Value elsewhere = metric.value(rest);
    if (!reading.value || !elsewhere || rest.n() == 0) {
        const Reason why = rest.n() == 0   ? Reason::NoSamples
                           : reading.value ? elsewhere.why
                                           : reading.value.why;
        reading.difference = why;
        reading.pValue = why;
        return;
    }
    reading.difference = *reading.value - *elsewhere;
    if (metric.proportion)
        testShares(reading, rest, metric);
    else
        testErrors(reading, rest, metric);
}

// What a column is called first when segments are looked for; none: it makes none.
enum class Use { First, Category, Number, None };
Use useOf(const ColumnInfo& column) {
    switch (column.role) {
        case ColumnRole::Segment:
            return Use::First;
        case ColumnRole::Id:
        case ColumnRole::Label:
        case ColumnRole::Score:
        case ColumnRole::ClassScore:
        case ColumnRole::Prediction:
        case ColumnRole::Weight:
        case ColumnRole::Explanation:
            return Use::None;
        default:
            break;
    }
    if (column.type == ColumnType::Text) return Use::None;
    return column.type == ColumnType::Category ? Use::Category : Use::Number;
}

std::vector<std::string> columnsOfUse(const EvalTable& table, Use use) {
    std::vector<std::string> names;
    for (const ColumnInfo& column : table.columns())
        if (useOf(column) == use) names.push_back(column.name);
    return names;
}

}  // namespace

Standing standingOf(const SegmentReading& reading, const MetricEntry& metric, double trials) {
    if (trials < kFewestTrials || !reading.value) return Standing::TooFew;
    if (!reading.difference || !reading.qValue || *reading.qValue >= kSegmentLevel) return Standing::Same;
    const auto& interval = reading.differenceInterval;
    if (!interval && metric.proportion) return Standing::Same;
    if (interval && (interval->lo <= 0 && interval->hi >= 0)) return Standing::Same;
    return (*reading.difference > 0) == higherIsWorse(metric) ? Standing::Worse : Standing::Better;
}

double readingTrials(const SegmentBoard& board, std::size_t segment, const SegmentReading& reading,
                     const MetricEntry& metric) {
    if (findMetric(metric.id)) return trialsOf(reading.tally, metric);
    const BoardSegment& one = board.segments()[segment];
    return static_cast<double>(std::min(one.positives, one.n - one.positives));
}

bool higherIsWorse(const MetricEntry& metric) {
    return metric.direction == Direction::LowerIsBetter;
}

std::vector<std::string> usualSegmentColumns(const EvalTable& table, std::size_t most) {
    for (const Use use : {Use::First, Use::Category, Use::Number}) {
        std::vector<std::string> names = columnsOfUse(table, use);
        if (names.empty()) continue;
        names.resize(std::min(names.size(), most));
        return names;
    }
    return {};
}

std::vector<std::string> possibleSegmentColumns(const EvalTable& table) {
    std::vector<std::string> names;
    for (const Use use : {Use::First, Use::Category, Use::Number})
        for (std::string& name : columnsOfUse(table, use))
            names.push_back(std::move(name));
    return names;
}

std::shared_ptr<const SegmentBoard> SegmentBoard::build(RunAnalysisPtr run, std::vector<SegmentSet> sets,
                                                        const TaskContext& context) {
    std::vector<Grouping> groupings;
    for (const SegmentSet& set : sets)
        groupings.push_back(Grouping::of(*run->request.table, set, context));
    auto board = std::make_shared<SegmentBoard>();
    board->sweep_ = SegmentSweep::build(*run->request.table, run->rows, run->measures, groupings, context);
    for (std::size_t s = 0; s < groupings.size(); ++s) {
        Grouping& grouping = groupings[s];
        std::vector<Tally> tallies(board->sweep_->groups(s));
        board->sweep_->at(std::numeric_limits<double>::infinity(), s, tallies);
        const auto cheapest = board->sweep_->cheapest(s, run->cost, context);
        auto scores = board->sweep_->histograms(s, run->axisLo, run->axisHi, kScoreBars);
        for (std::uint32_t g = 0; g < grouping.groups(); ++g) {
            if (tallies[g].n() == 0) continue;
            board->segments_.push_back({s, g, grouping.columns, std::move(grouping.keys[g]), tallies[g].n(),
                                        tallies[g].positives(), cheapest[g], std::move(scores[g])});
        }
        grouping = {};
    }
    board->run_ = std::move(run);
    board->sets_ = std::move(sets);
    return board;
}

BoardReading SegmentBoard::at(const OperatingPoint& point, const MetricEntry& metric) const {
    BoardReading reading;
    const double threshold = countedFrom(point);
    reading.point = point;
    reading.threshold = threshold;
    reading.metric = &metric;
    reading.segments.resize(segments_.size());
    reading.whole = run_->sweep->at(threshold);
    reading.wholeValue = metric.value(reading.whole);
    std::vector<Tally> tallies;
    std::vector<double> totals;
    std::size_t loaded = sets_.size();
    std::vector<Value> p(segments_.size());
    for (std::size_t i = 0; i < segments_.size(); ++i) {
        const BoardSegment& segment = segments_[i];
        if (segment.set != loaded) {
            loaded = segment.set;
            tallies.resize(sweep_->groups(loaded));
            sweep_->at(threshold, loaded, tallies);
            // Counted already where a cut-off is what is counted from.
            totals = partTotals(*run_, point, tallies.size(), [&](double at, std::span<Tally> out) {
                if (at == threshold)
                    std::copy(tallies.begin(), tallies.end(), out.begin());
                else
                    sweep_->at(at, loaded, out);
            });
        }
        SegmentReading& one = reading.segments[i];
        one.tally = tallies[segment.group];
        one.cost = run_->perPeriod(totals[segment.group]);
        one.value = metric.value(one.tally);
        one.interval = intervalOf(one.tally, metric);
        setContrast(one, restOf(reading.whole, one.tally), metric);
        p[i] = one.pValue;
    }
    const std::vector<Value> q = benjaminiHochberg(p);
    for (std::size_t i = 0; i < q.size(); ++i) {
        reading.segments[i].qValue = q[i];
        SegmentReading& one = reading.segments[i];
        one.standing = standingOf(one, metric, trialsOf(one.tally, metric));
    }
    return reading;
}

double SegmentBoard::ownBestSaves(const BoardSegment& segment, const SegmentReading& now) const {
    return std::max(0.0, now.cost - run_->perPeriod(segment.cheapest.total));
}

std::vector<std::size_t> worstBeyondNoise(const BoardReading& reading) {
    std::vector<std::size_t> order(reading.segments.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const double sign = reading.metric && higherIsWorse(*reading.metric) ? -1 : 1;
    const auto place = [&](std::size_t i) {
        const SegmentReading& one = reading.segments[i];
        return std::pair(one.standing, one.difference ? sign * *one.difference : HUGE_VAL);
    };
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return place(a) < place(b); });
    return order;
}

}  // namespace reckoner
