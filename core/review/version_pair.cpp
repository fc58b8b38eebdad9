#include "core/review/version_pair.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/cost/point_costs.h"
#include "core/metrics/intervals.h"
#include "core/metrics/latency.h"

namespace reckoner {
namespace {

const EvalTablePtr& tableOf(const VersionSide& side) {
    return side.run->request.table;
}

// Money of the whole period for one unit of the sum over these samples.
double factorOf(const RunAnalysis& run, const ComparedRun& compared) {
    const double volume = run.volume();
    const Tally nobody = compared.sweep->at(std::numeric_limits<double>::infinity());
    const ClassShift shift = classShift(run.request.costs.prevalence, nobody.fn.weight, nobody.tn.weight);
    const double weight = shift.positives * nobody.fn.weight + shift.negatives * nobody.tn.weight;
    return volume > 0 && weight > 0 ? volume / weight : 1;
}

SampleAlignment alignmentOf(const VersionBoardRequest& request, std::size_t side) {
    if (!request.ownSamples) return request.sides[side].fromBase;
    SampleAlignment apart;
    apart.rows.assign(tableOf(request.sides[request.base])->rows(), SampleAlignment::kNone);
    return apart;
}

struct Mean {
    double mean = 0;
    double variance = 0;  // of the mean
};

// Of what one sample costs at the point.
Mean meanCost(const RunAnalysis& run, const OperatingPoint& point, const TaskContext& context) {
    const SampleCosts each(run, context);
    const PointCosts costs(run, each, point);
    const auto n = static_cast<double>(each.size());
    double sum = 0;
    double squares = 0;
    for (std::size_t i = 0; i < each.size(); ++i) {
        if (i % 65'536 == 0) context.checkCancelled();
        const double cost = costs.at(i);
        sum += cost;
        squares += cost * cost;
    }
    if (n < 2) return {n > 0 ? sum / n : 0, 0};
    const double mean = sum / n;
    return {mean, std::max(0.0, squares / n - mean * mean) / (n - 1)};
}

Verdict cheaper(const std::optional<Interval>& interval) {
    if (!interval) return Verdict::NotComparable;
    if (interval->lo <= 0 && interval->hi >= 0) return Verdict::NoDifferenceSeen;
    return interval->hi < 0 ? Verdict::Better : Verdict::Worse;
}

Interval axisOf(const RunAnalysis& run) {
    return {run.axisLo, run.axisHi};
}

std::size_t binOf(double score, const Interval& axis) {
    if (!(axis.hi > axis.lo)) return 0;
    const double share = (score - axis.lo) / (axis.hi - axis.lo);
    const double bin = std::floor(share * static_cast<double>(ScoreDensity::kBins));
    return static_cast<std::size_t>(std::clamp(bin, 0.0, static_cast<double>(ScoreDensity::kBins - 1)));
}

struct Change {
    std::size_t place;  // among the pairs
    bool flaggedBefore;
    bool flaggedNow;
    bool byPeople;  // in one of both
    bool reviewedNow;
    double cost;  // a period, more than before
};

// visit(change) for each sample with which something else is done in the end.
template <class F>
void eachFlip(const VersionBoardRequest& request, const VersionPair& pair,
              const std::vector<OperatingPoint>& points, const TaskContext& context, F&& visit) {
    const RunAnalysis& base = *request.sides[request.base].run;
    const OperatingPoint& then = points[request.base];
    const OperatingPoint& here = points[request.judged];
    const SampleCosts each(base, context);
    const PointCosts thenCosts(base, each, then), hereCosts(base, each, here);
    std::size_t place = 0;  // of the sample among all scored ones of the base: both ascend by row
    for (std::size_t i = 0; i < pair.rows.size(); ++i) {
        const double scoreBefore = pair.rows.first.scores[i];
        const double scoreNow = pair.rows.second.scores[i];
        const TierAct before = actAt(then, scoreBefore);
        const TierAct now = actAt(here, scoreNow);
        // Two teams of people may decide at two prices: the same is done all the same.
        if (before == now) continue;
        while (place < base.rows.rows.size() && base.rows.rows[place] < pair.rows.first.rows[i])
            ++place;
        const bool known = place < base.rows.rows.size() && base.rows.rows[place] == pair.rows.first.rows[i];
        const double more =
            known ? (hereCosts.as(place, now) - thenCosts.as(place, before)) * pair.baseFactor : 0;
        visit(Change{i, scoreBefore >= countedFrom(then), scoreNow >= countedFrom(here),
                     before == TierAct::Review || now == TierAct::Review, now == TierAct::Review, more});
    }
}

FlipGroup::Kind kindOf(bool positive, const Change& change) {
    const bool flaggedNow = change.flaggedNow;
    if (change.flaggedBefore == flaggedNow)
        return change.reviewedNow ? FlipGroup::Kind::NowReviewed : FlipGroup::Kind::NoLongerReviewed;
    if (positive) return flaggedNow ? FlipGroup::Kind::NowCaught : FlipGroup::Kind::NowMissed;
    return flaggedNow ? FlipGroup::Kind::NowFlagged : FlipGroup::Kind::NoLongerFlagged;
}

}  // namespace

VersionPair versionPair(const VersionBoardRequest& request, std::size_t side,
                        const std::vector<OperatingPoint>& points, Executor* executor,
                        const TaskContext& context) {
    const VersionSide& base = request.sides[request.base];
    const VersionSide& other = request.sides[side];
    requireSamePositive(*tableOf(base), *tableOf(other));
    VersionPair pair;
    ComparisonRequest& compared = pair.compared;
    compared.first = tableOf(base);
    compared.second = tableOf(other);
    compared.alignment = alignmentOf(request, side);
    compared.where = base.run->request.where;
    compared.positive = base.run->rows.positive;
    compared.firstThreshold = countedFrom(points[request.base]);
    compared.secondThreshold = countedFrom(points[side]);
    compared.firstTiers = points[request.base].tiers;
    compared.secondTiers = points[side].tiers;
    compared.costs = base.run->request.costs;
    compared.replicates = 0;
    compared.facts = request.facts;
    pair.comparison = compareRuns(compared, executor, context);
    pair.baseFactor = factorOf(*base.run, pair.comparison.first);
    pair.sideFactor = factorOf(*other.run, pair.comparison.second);
    if (!pair.comparison.paired) return pair;
    pair.rows.first = pair.comparison.first.rows;
    pair.rows.second = pair.comparison.second.rows;
    for (const std::string& column : request.columns) {
        context.checkCancelled();
        const Grouping grouping = Grouping::byColumns(*compared.first, {column}, context);
        pair.segments.push_back(segmentDifferences(pair.rows, grouping, countedFrom(points[request.base]),
                                                   countedFrom(points[side])));
    }
    return pair;
}

Difference costDifference(const VersionBoardRequest& request, std::size_t side, const VersionPair& pair,
                          const std::vector<OperatingPoint>& points, const TaskContext& context) {
    const Comparison& comparison = pair.comparison;
    const Difference* totals = comparison.difference("cost");
    Difference result = totals ? *totals : Difference();
    if (comparison.paired) {
        if (result.value) result.value = *result.value * pair.baseFactor;
        if (result.interval)
            result.interval = {result.interval->lo * pair.baseFactor, result.interval->hi * pair.baseFactor};
        return result;
    }
    const RunAnalysis& base = *request.sides[request.base].run;
    const RunAnalysis& other = *request.sides[side].run;
    result.interval.reset();
    const bool bothCount = base.volume() > 0 && other.volume() > 0;
    if (!result.value || !bothCount) {
        if (result.value) result.value = Reason::NotComparable;
        result.verdict = Verdict::NotComparable;
        return result;
    }
    const Mean before = meanCost(base, points[request.base], context);
    const Mean now = meanCost(other, points[side], context);
    const double volume = base.volume();
    const double middle = (now.mean - before.mean) * volume;
    const double half = kZ95 * std::sqrt(before.variance + now.variance) * volume;
    result.value = middle;
    result.interval = {middle - half, middle + half};
    result.verdict = cheaper(result.interval);
    return result;
}

std::optional<Value> latency95(const EvalTable& table, const ScoredRows& rows, std::vector<double>& values,
                               const TaskContext& context) {
    const ColumnInfo* column = table.find(ColumnRole::Latency);
    if (!column || column->type != ColumnType::Real) return std::nullopt;
    const auto all = table.real(column->id, context);
    values.clear();
    values.reserve(rows.rows.size());
    for (const RowIndex row : rows.rows)
        values.push_back(all->values()[row]);
    return latencyNumbers(values).p95;
}

std::array<FlipGroup, FlipGroup::kKinds> flipGroups(const VersionBoardRequest& request,
                                                    const VersionPair& pair,
                                                    const std::vector<OperatingPoint>& points,
                                                    const TaskContext& context) {
    using Kind = FlipGroup::Kind;
    std::array<FlipGroup, FlipGroup::kKinds> groups;
    for (const Kind kind : {Kind::NowCaught, Kind::NowMissed, Kind::NoLongerFlagged, Kind::NowFlagged,
                            Kind::NowReviewed, Kind::NoLongerReviewed})
        groups[static_cast<std::size_t>(kind)].kind = kind;
    eachFlip(request, pair, points, context, [&](const Change& change) {
        const bool positive = pair.rows.first.positiveBits[change.place] != 0;
        FlipGroup& group = groups[static_cast<std::size_t>(kindOf(positive, change))];
        ++group.n;
        group.byPeople += change.byPeople ? 1 : 0;
        group.cost += change.cost;
    });
    return groups;
}

void addFlipCosts(const VersionBoardRequest& request, const VersionPair& pair,
                  const std::vector<OperatingPoint>& points, std::vector<SideSegment>& segments,
                  const TaskContext& context) {
    for (const std::string& column : request.columns) {
        if (pair.rows.size() == 0) return;
        const Grouping grouping =
            Grouping::byColumns(*tableOf(request.sides[request.base]), {column}, context);
        std::vector<SideSegment*> ofGroup(grouping.groups(), nullptr);
        for (SideSegment& segment : segments)
            for (std::size_t group = 0; segment.column == column && group < grouping.keys.size(); ++group)
                if (grouping.keys[group].values == segment.key.values) ofGroup[group] = &segment;
        eachFlip(request, pair, points, context, [&](const Change& change) {
            SideSegment* segment = ofGroup[grouping.codes[pair.rows.first.rows[change.place]]];
            if (!segment) return;
            if (change.flaggedBefore == change.flaggedNow) {
                segment->otherwiseCost += change.cost;
                return;
            }
            const bool right = change.flaggedNow == (pair.rows.first.positiveBits[change.place] != 0);
            (right ? segment->fixedCost : segment->brokenCost) += change.cost;
        });
    }
}

ScoreDensity scoreDensity(const VersionBoardRequest& request, const VersionPair& pair) {
    ScoreDensity density;
    const VersionSide& base = request.sides[request.base];
    const VersionSide& judged = request.sides[request.judged];
    density.base = axisOf(*base.run);
    density.judged = axisOf(*judged.run);
    if (tableOf(base)->info().kind == tableOf(judged)->info().kind) {
        const Interval both{std::min(density.base.lo, density.judged.lo),
                            std::max(density.base.hi, density.judged.hi)};
        density.base = density.judged = both;
    }
    if (pair.rows.size() == 0) return density;
    density.cells.assign(ScoreDensity::kBins * ScoreDensity::kBins, 0);
    for (std::size_t i = 0; i < pair.rows.size(); ++i) {
        const std::size_t x = binOf(pair.rows.first.scores[i], density.base);
        const std::size_t y = binOf(pair.rows.second.scores[i], density.judged);
        density.highest = std::max(density.highest, ++density.cells[y * ScoreDensity::kBins + x]);
    }
    return density;
}

}  // namespace reckoner
