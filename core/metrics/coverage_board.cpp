#include "core/metrics/coverage_board.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/base/error.h"
#include "core/metrics/cohort_rows.h"
#include "core/metrics/sample_need.h"

namespace reckoner {
namespace {

constexpr std::size_t kBars = 48;

Share metricShareOf(const MetricEntry& metric, const Tally& tally) {
    const auto p = metric.proportion(tally);
    if (!(p.trials > 0) || !(p.weightSq > 0)) return {};
    return {std::clamp(p.successes / p.trials, 0.0, 1.0), p.trials * p.trials / p.weightSq};
}

SegmentClaim claimOf(const MetricEntry& metric, const Tally& mine, const Tally& whole) {
    Tally rest = whole;
    rest.tp -= mine.tp;
    rest.fp -= mine.fp;
    rest.fn -= mine.fn;
    rest.tn -= mine.tn;
    SegmentClaim claim;
    claim.trials = metricShareOf(metric, mine).trials;
    const Share others = metricShareOf(metric, rest);
    claim.alone = !(others.trials > 0);
    if (claim.alone) return claim;
    claim.tells = differenceTold(others, claim.trials);
    claim.needed = trialsNeeded(others);
    if (!claim.needed) return claim;
    const double lacking = std::max(0.0, static_cast<double>(*claim.needed) - claim.trials);
    // As many trials a sample as now; of a segment without any, as in the rest.
    const double each = claim.trials > 0 ? claim.trials / static_cast<double>(mine.n())
                                         : others.trials / static_cast<double>(rest.n());
    claim.more = static_cast<std::uint64_t>(std::ceil(lacking / each));
    return claim;
}

RowSet otherRows(const AnalysisRequest& mine, const EvalTablePtr& other, const TaskContext& context) {
    AnalysisRequest request = mine;
    request.table = other;
    request.facts = nullptr;
    try {
        return cohortRows(request, context);
    } catch (const Error& error) {
        // Its columns do not know the cohort: all its rows stand for it.
        if (error.code() != ErrorCode::BadInput) throw;
        return RowSet::all(other->rows());
    }
}

std::optional<NumberBars> barsOf(const EvalTable& table, const std::string& name,
                                 const TaskContext& context) {
    const ColumnInfo* info = table.find(name);
    if (!info || info->type != ColumnType::Real) return std::nullopt;
    const auto column = table.real(info->id, context);
    NumberBars bars{std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity(), {}};
    for (const double number : column->values()) {
        if (!std::isfinite(number)) continue;
        bars.lo = std::min(bars.lo, number);
        bars.hi = std::max(bars.hi, number);
    }
    if (!(bars.lo < bars.hi)) return std::nullopt;
    bars.counts.resize(kBars);
    const double scale = kBars / (bars.hi - bars.lo);
    for (const double number : column->values())
        if (std::isfinite(number))
            ++bars.counts[std::min(kBars - 1, static_cast<std::size_t>((number - bars.lo) * scale))];
    return bars;
}

}  // namespace

std::vector<SegmentClaim> segmentClaims(const SegmentBoard& board, const BoardReading& reading) {
    std::vector<SegmentClaim> claims;
    for (std::size_t i = 0; i < board.segments().size(); ++i)
        claims.push_back(claimOf(*reading.metric, reading.segments[i].tally, reading.whole));
    return claims;
}

std::shared_ptr<const CoverageBoard> CoverageBoard::build(CoverageRequest request,
                                                          const TaskContext& context) {
    auto board = std::make_shared<CoverageBoard>();
    const EvalTable& table = *request.run->request.table;
    const RowSet rows = cohortRows(request.run->request, context);
    const RowSet theirs =
        request.other ? otherRows(request.run->request, request.other, context) : RowSet::all(0);
    board->columns_ = coverage(table, rows, request.columns, request.other.get(),
                               request.other ? &theirs : nullptr, context);
    std::vector<SegmentSet> sets;
    for (const GroupColumn& column : request.columns) {
        sets.push_back({column});
        board->bars_.push_back(barsOf(table, column.name, context));
    }
    board->segments_ = SegmentBoard::build(request.run, std::move(sets), context);
    board->request_ = std::move(request);
    return board;
}

std::optional<std::size_t> CoverageBoard::segmentOf(std::size_t column,
                                                    const std::optional<std::string>& value) const {
    const auto& segments = segments_->segments();
    for (std::size_t i = 0; i < segments.size(); ++i)
        if (segments[i].set == column && segments[i].key.values[0] == value) return i;
    return std::nullopt;
}

}  // namespace reckoner
