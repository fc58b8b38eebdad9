#include "core/metrics/segment_sweep.h"

#include <algorithm>
#include <cassert>
#include <limits>
#include <variant>

#include "core/base/cancel_every.h"
#include "core/metrics/measure_columns.h"
#include "core/metrics/score_order.h"
#include "core/metrics/sorted_samples.h"
#include "core/metrics/sweep_sums.h"

namespace reckoner {
namespace {

// One grouping: the cells of all samples in score order, and their running sums.
struct GroupedSums {
    std::uint32_t groups = 1;
    Cells cells;
    SweepCheckpoints points;
    std::vector<Sums> totals;  // by cell
};

Cells cellsOf(const std::vector<OrderedScore>& order, const ScoredRows& rows, const Grouping& grouping,
              std::uint32_t groups, const TaskContext& context) {
    const auto fill = [&](auto cells) -> Cells {
        using Cell = typename decltype(cells)::value_type;
        cells.resize(order.size());
        for (std::size_t i = 0; i < order.size(); ++i) {
            if (i % kCancelEvery == 0) context.checkCancelled();
            const std::size_t position = order[i].position;
            const std::uint32_t group = grouping.codes[rows.rows[position]];
            cells[i] = static_cast<Cell>(group * 2 + (rows.positiveBits[position] ? 1 : 0));
        }
        return cells;
    };
    if (groups <= 0x80) return fill(std::vector<std::uint8_t>());
    if (groups <= 0x8000) return fill(std::vector<std::uint16_t>());
    return fill(std::vector<std::uint32_t>());
}

}  // namespace

struct SegmentSweep::Impl {
    SortedSamples sorted;  // without cells
    std::vector<GroupedSums> grouped;

    std::size_t flagged(double threshold) const {
        const auto end = std::partition_point(sorted.scores.begin(), sorted.scores.end(),
                                              [&](double score) { return score >= threshold; });
        return static_cast<std::size_t>(end - sorted.scores.begin());
    }
    void sortBy(const SweepInput& input, const std::vector<OrderedScore>& order, const TaskContext& context);
    void add(GroupedSums grouping, const TaskContext& context);
};

void SegmentSweep::Impl::sortBy(const SweepInput& input, const std::vector<OrderedScore>& order,
                                const TaskContext& context) {
    const std::size_t n = order.size();
    sorted.scores.resize(n);
    for (std::size_t i = 0; i < n; ++i)
        sorted.scores[i] = scoreOfKey(order[i].key);
    context.checkCancelled();
    if (!input.weights.empty()) {
        sorted.weights.resize(n);
        for (std::size_t i = 0; i < n; ++i)
            sorted.weights[i] = input.weightOf(order[i].position);
    }
    for (std::size_t m = 0; m < input.amounts.size(); ++m) {
        context.checkCancelled();
        std::vector<double>& product = sorted.products.emplace_back(n);
        for (std::size_t i = 0; i < n; ++i)
            product[i] = input.productOf(m, order[i].position);
    }
}

void SegmentSweep::Impl::add(GroupedSums grouping, const TaskContext& context) {
    const std::size_t cells = std::size_t{2} * grouping.groups;
    std::visit(
        [&](const auto& typed) {
            const auto cellOf = [&](std::size_t i) { return std::size_t{typed[i]}; };
            grouping.points =
                makeCheckpoints(sorted, std::max<std::size_t>(kSweepBlock, std::size_t{16} * grouping.groups),
                                cells, cellOf, context);
            grouping.totals.resize(cells);
            sumsBefore(sorted, grouping.points, sorted.scores.size(), cellOf,
                       [&](std::size_t cell, const Sums& sums) { grouping.totals[cell] = sums; });
        },
        grouping.cells);
    grouped.push_back(std::move(grouping));
}

SegmentSweep::SegmentSweep(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
SegmentSweep::~SegmentSweep() = default;

std::shared_ptr<const SegmentSweep> SegmentSweep::build(const EvalTable& table, const ScoredRows& rows,
                                                        const std::vector<std::string>& measures,
                                                        const std::vector<Grouping>& groupings,
                                                        const TaskContext& context) {
    const auto columns = measureColumns(table, measures, context);
    SweepInput input{rows.scores, rows.positiveBits, rows.weights, {}, {}, 1, rows.rows};
    for (const auto& column : columns)
        input.amounts.push_back(column->values());
    const std::vector<OrderedScore> order = orderScores(rows.scores, {}, context);
    auto impl = std::make_unique<Impl>();
    impl->sortBy(input, order, context);
    for (const Grouping& grouping : groupings) {
        context.report(static_cast<double>(impl->grouped.size()) / static_cast<double>(groupings.size()),
                       "counting");
        GroupedSums sums;
        sums.groups = std::max<std::uint32_t>(1, grouping.groups());
        sums.cells = cellsOf(order, rows, grouping, sums.groups, context);
        impl->add(std::move(sums), context);
    }
    return std::shared_ptr<const SegmentSweep>(new SegmentSweep(std::move(impl)));
}

std::size_t SegmentSweep::groupings() const {
    return impl_->grouped.size();
}

std::uint32_t SegmentSweep::groups(std::size_t grouping) const {
    return impl_->grouped[grouping].groups;
}

std::uint64_t SegmentSweep::samples() const {
    return impl_->sorted.scores.size();
}

void SegmentSweep::at(double threshold, std::size_t grouping, std::span<Tally> out) const {
    const GroupedSums& sums = impl_->grouped[grouping];
    assert(out.size() == sums.groups);
    const std::size_t count = impl_->flagged(threshold);
    std::visit(
        [&](const auto& cells) {
            sumsBefore(
                impl_->sorted, sums.points, count, [&](std::size_t i) { return std::size_t{cells[i]}; },
                [&](std::size_t cell, const Sums& flagged) {
                    setTruth(out[cell / 2], cell % 2 != 0, flagged, sums.totals[cell]);
                });
        },
        sums.cells);
}

std::vector<SegmentSweep::Cheapest> SegmentSweep::cheapest(std::size_t grouping, const BoundCost& cost,
                                                           const TaskContext& context) const {
    const GroupedSums& sums = impl_->grouped[grouping];
    const SortedSamples& sorted = impl_->sorted;
    const bool weighted = !sorted.weights.empty();
    std::vector<Tally> tallies(sums.groups);
    at(std::numeric_limits<double>::infinity(), grouping, tallies);
    std::vector<Cheapest> best(sums.groups);
    for (std::uint32_t g = 0; g < sums.groups; ++g)
        best[g] = {std::numeric_limits<double>::infinity(), cost.total(tallies[g])};
    std::vector<Sums> flagged(sums.totals.size());
    std::vector<std::uint32_t> here;  // groups with a sample at this score
    std::vector<std::uint8_t> isHere(sums.groups);
    const auto settle = [&](double score) {
        for (const std::uint32_t group : here) {
            for (const std::size_t truth : {0, 1})
                setTruth(tallies[group], truth != 0, flagged[2 * group + truth],
                         sums.totals[2 * group + truth]);
            const double total = cost.total(tallies[group]);
            if (total < best[group].total) best[group] = {score, total};
            isHere[group] = 0;
        }
        here.clear();
    };
    const auto take = [&](std::size_t i, std::size_t cell) {
        Sums& into = flagged[cell];
        const double weight = weighted ? sorted.weights[i] : 1;
        ++into.n;
        into.weight += weight;
        into.weightSq += weight * weight;
        for (std::size_t m = 0; m < sorted.products.size(); ++m)
            into.amounts[m] += sorted.products[m][i];
        const auto group = static_cast<std::uint32_t>(cell / 2);
        if (isHere[group]) return;
        isHere[group] = 1;
        here.push_back(group);
    };
    std::visit(
        [&](const auto& cells) {
            for (std::size_t i = 0; i < cells.size(); ++i) {
                if (i % kCancelEvery == 0) context.checkCancelled();
                take(i, cells[i]);
                if (i + 1 == cells.size() || sorted.scores[i + 1] != sorted.scores[i])
                    settle(sorted.scores[i]);
            }
        },
        sums.cells);
    return best;
}

std::vector<std::vector<std::uint32_t>> SegmentSweep::histograms(std::size_t grouping, double lo, double hi,
                                                                 std::size_t bars) const {
    const GroupedSums& sums = impl_->grouped[grouping];
    std::vector<std::vector<std::uint32_t>> result(sums.groups, std::vector<std::uint32_t>(bars));
    const double scale = hi > lo ? static_cast<double>(bars) / (hi - lo) : 0;
    const auto last = static_cast<double>(bars - 1);
    std::visit(
        [&](const auto& cells) {
            for (std::size_t i = 0; i < cells.size(); ++i) {
                const double place = std::clamp((impl_->sorted.scores[i] - lo) * scale, 0.0, last);
                ++result[cells[i] / 2][static_cast<std::size_t>(place)];
            }
        },
        sums.cells);
    return result;
}

std::size_t SegmentSweep::bytes() const {
    const SortedSamples& sorted = impl_->sorted;
    std::size_t total = (sorted.scores.capacity() + sorted.weights.capacity()) * sizeof(double);
    for (const std::vector<double>& product : sorted.products)
        total += product.capacity() * sizeof(double);
    for (const GroupedSums& sums : impl_->grouped) {
        std::visit([&](const auto& cells) { total += cells.capacity() * sizeof(cells[0]); }, sums.cells);
        total += sums.points.bytes() + sums.totals.capacity() * sizeof(Sums);
    }
    return total;
}

}  // namespace reckoner
