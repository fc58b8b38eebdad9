#include "core/metrics/sweep.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <variant>

#include "core/base/error.h"
#include "core/metrics/measure_columns.h"
#include "core/metrics/sorted_samples.h"
#include "core/metrics/sweep_checkpoints.h"
#include "core/metrics/sweep_sums.h"
#include "core/metrics/sweep_walk.h"

namespace reckoner {
namespace {

std::size_t countDistinct(const std::vector<double>& scores) {
    std::size_t distinct = scores.empty() ? 0 : 1;
    for (std::size_t i = 1; i < scores.size(); ++i)
        distinct += scores[i] != scores[i - 1];
    return distinct;
}

void checkShape(const SweepInput& input) {
    if (input.amounts.size() > kMaxMeasures)
        throw Error(ErrorCode::BadInput, "The costs use " + std::to_string(input.amounts.size()) +
                                             " amount columns; at most " + std::to_string(kMaxMeasures) +
                                             " can be used at once.");
    if (input.positives.size() != input.scores.size() ||
        (!input.weights.empty() && input.weights.size() != input.scores.size()))
        throw Error(ErrorCode::Internal, "Scores, labels and weights have different lengths.");
}

}  // namespace

struct ThresholdSweep::Impl {
    SortedSamples sorted;
    std::uint32_t groups = 1;
    std::size_t distinct = 0;
    SweepCheckpoints whole;           // two cells: negative, positive
    SweepCheckpoints grouped;         // 2 x groups cells; empty with one group
    std::vector<double> blockScores;  // the score at every kSweepBlock-th sample, for the search
    std::vector<Sums> wholeTotals;    // by truth, of all samples
    std::vector<Sums> groupedTotals;  // by cell

    std::size_t size() const { return sorted.scores.size(); }

    void finish(const TaskContext& context);
    // How many scores are >= threshold (> threshold when strict).
    std::size_t flagged(double threshold, bool strict = false) const;
    // The sums over the first `count` samples in every cell of `points`, written to out[cell].
    template <class CellOf, class Write>
    void sumsBefore(std::size_t count, const SweepCheckpoints& points, CellOf cellOf, Write write) const {
        reckoner::sumsBefore(sorted, points, count, cellOf, write);
    }
    std::vector<Sums> totals(const SweepCheckpoints& points, bool byGroup) const;
};

std::vector<Sums> ThresholdSweep::Impl::totals(const SweepCheckpoints& points, bool byGroup) const {
    std::vector<Sums> result(points.cells);
    std::visit(
        [&](const auto& cells) {
            sumsBefore(
                size(), points,
                [&](std::size_t i) { return byGroup ? std::size_t{cells[i]} : std::size_t{cells[i]} & 1; },
                [&](std::size_t cell, const Sums& sums) { result[cell] = sums; });
        },
        sorted.cells);
    return result;
}

void ThresholdSweep::Impl::finish(const TaskContext& context) {
    distinct = countDistinct(sorted.scores);
    for (std::size_t i = 0; i < size(); i += kSweepBlock)
        blockScores.push_back(sorted.scores[i]);
    std::visit(
        [&](const auto& cells) {
            whole = makeCheckpoints(
                sorted, kSweepBlock, 2, [&](std::size_t i) { return std::size_t{cells[i]} & 1; }, context);
            if (groups > 1)
                grouped = makeCheckpoints(
                    sorted, std::max<std::size_t>(kSweepBlock, std::size_t{16} * groups),
                    std::size_t{2} * groups, [&](std::size_t i) { return std::size_t{cells[i]}; }, context);
        },
        sorted.cells);
    wholeTotals = totals(whole, false);
    if (groups > 1) groupedTotals = totals(grouped, true);
}

std::size_t ThresholdSweep::Impl::flagged(double threshold, bool strict) const {
    const auto stays = [&](double score) { return strict ? score > threshold : score >= threshold; };
    const auto block = std::partition_point(blockScores.begin(), blockScores.end(), stays);
    if (block == blockScores.begin()) return 0;
    const auto first = static_cast<std::size_t>(block - blockScores.begin() - 1) * kSweepBlock;
    const auto begin = sorted.scores.begin() + static_cast<std::ptrdiff_t>(first);
    const auto end = sorted.scores.begin() +
                     static_cast<std::ptrdiff_t>(std::min(first + kSweepBlock, sorted.scores.size()));
    return static_cast<std::size_t>(std::partition_point(begin, end, stays) - sorted.scores.begin());
}

ThresholdSweep::ThresholdSweep(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
ThresholdSweep::~ThresholdSweep() = default;

std::shared_ptr<const ThresholdSweep> ThresholdSweep::build(const EvalTable& table, const ScoredRows& rows,
                                                            const std::vector<std::string>& measures,
                                                            const Grouping* grouping,
                                                            const TaskContext& context) {
    const auto columns = measureColumns(table, measures, context);
    SweepInput input{rows.scores, rows.positiveBits, rows.weights, {}, {}, 1, rows.rows};
    for (const auto& column : columns)
        input.amounts.push_back(column->values());
    if (grouping) {
        input.groupCodes = grouping->codes;
        input.groups = std::max<std::uint32_t>(1, grouping->groups());
    }
    checkShape(input);
    auto impl = std::make_unique<Impl>();
    impl->sorted = sortSamples(input, context);
    impl->groups = input.groups;
    impl->finish(context);
    return std::shared_ptr<const ThresholdSweep>(new ThresholdSweep(std::move(impl)));
}

std::shared_ptr<const ThresholdSweep> ThresholdSweep::build(
    std::span<const double> scores, std::span<const std::uint8_t> positives, std::span<const double> weights,
    const std::vector<std::span<const double>>& amounts, std::span<const std::uint32_t> groupCodes,
    std::uint32_t groups, const TaskContext& context) {
    const SweepInput input{scores, positives, weights, amounts, groupCodes, std::max(1U, groups), {}};
    checkShape(input);
    auto impl = std::make_unique<Impl>();
    impl->sorted = sortSamples(input, context);
    impl->groups = input.groups;
    impl->finish(context);
    return std::shared_ptr<const ThresholdSweep>(new ThresholdSweep(std::move(impl)));
}

std::uint32_t ThresholdSweep::groups() const {
    return impl_->groups;
}

std::uint64_t ThresholdSweep::samples() const {
    return impl_->size();
}

std::size_t ThresholdSweep::distinctScores() const {
    return impl_->distinct;
}

void ThresholdSweep::at(double threshold, std::span<Tally> out) const {
    assert(out.size() == impl_->groups);
    if (impl_->groups == 1) {
        out[0] = at(threshold);
        return;
    }
    const std::size_t count = impl_->flagged(threshold);
    std::visit(
        [&](const auto& cells) {
            impl_->sumsBefore(
                count, impl_->grouped, [&](std::size_t i) { return std::size_t{cells[i]}; },
                [&](std::size_t cell, const Sums& sums) {
                    setTruth(out[cell / 2], cell % 2 != 0, sums, impl_->groupedTotals[cell]);
                });
        },
        impl_->sorted.cells);
}

Tally ThresholdSweep::at(double threshold) const {
    Tally tally;
    const std::size_t count = impl_->flagged(threshold);
    std::visit(
        [&](const auto& cells) {
            impl_->sumsBefore(
                count, impl_->whole, [&](std::size_t i) { return std::size_t{cells[i]} & 1; },
                [&](std::size_t cell, const Sums& sums) {
                    setTruth(tally, cell != 0, sums, impl_->wholeTotals[cell]);
                });
        },
        impl_->sorted.cells);
    return tally;
}

void ThresholdSweep::scan(const Visitor& visitor) const {
    const std::vector<double>& scores = impl_->sorted.scores;
    withSweepWalk(impl_->sorted, impl_->wholeTotals, [&](auto walk) {
        if (!visitor(std::numeric_limits<double>::infinity(), walk.tally())) return;
        for (std::size_t i = 0; i < scores.size(); ++i)
            if (walk.take(i) && !visitor(scores[i], walk.tally())) return;
    });
}

void Sweep::scanRanks(const RankVisitor& visitor) const {
    scan([&](double threshold, const Tally& tally) {
        const RankStep step{threshold, tally.tp.weight, tally.fp.weight};
        visitor({&step, 1});
        return true;
    });
}

void ThresholdSweep::scanRanks(const RankVisitor& visitor) const {
    const std::vector<double>& scores = impl_->sorted.scores;
    withSweepWalk(impl_->sorted, impl_->wholeTotals, [&](auto walk) {
        RankStep batch[1024];
        std::size_t filled = 1;
        batch[0] = {std::numeric_limits<double>::infinity(), 0, 0};
        for (std::size_t i = 0; i < scores.size(); ++i) {
            if (!walk.take(i)) continue;
            batch[filled++] = {scores[i], walk.flaggedWeight(1), walk.flaggedWeight(0)};
            if (filled < std::size(batch)) continue;
            visitor({batch, filled});
            filled = 0;
        }
        if (filled > 0) visitor({batch, filled});
    });
}

std::optional<double> ThresholdSweep::above(double threshold) const {
    const std::size_t count = impl_->flagged(threshold, true);
    if (count == 0) return std::nullopt;
    return impl_->sorted.scores[count - 1];
}

std::optional<double> ThresholdSweep::below(double threshold) const {
    const std::size_t count = impl_->flagged(threshold);
    if (count == impl_->size()) return std::nullopt;
    return impl_->sorted.scores[count];
}

double ThresholdSweep::lowest() const {
    return impl_->size() == 0 ? std::numeric_limits<double>::quiet_NaN() : impl_->sorted.scores.back();
}

double ThresholdSweep::highest() const {
    return impl_->size() == 0 ? std::numeric_limits<double>::quiet_NaN() : impl_->sorted.scores.front();
}

std::uint64_t ThresholdSweep::positivesInTop(std::uint64_t k) const {
    std::uint64_t positives = 0;
    std::visit(
        [&](const auto& cells) {
            impl_->sumsBefore(
                static_cast<std::size_t>(k), impl_->whole,
                [&](std::size_t i) { return std::size_t{cells[i]} & 1; },
                [&](std::size_t cell, const Sums& sums) { positives = cell == 1 ? sums.n : positives; });
        },
        impl_->sorted.cells);
    return positives;
}

bool ThresholdSweep::cutFallsInATie(std::uint64_t k) const {
    return k < impl_->size() && impl_->sorted.scores[k] == impl_->sorted.scores[k - 1];
}

std::size_t ThresholdSweep::bytes() const {
    const SortedSamples& sorted = impl_->sorted;
    std::size_t total =
        sizeof(Impl) + (sorted.scores.capacity() + sorted.weights.capacity()) * sizeof(double);
    std::visit([&](const auto& cells) { total += cells.capacity() * sizeof(cells[0]); }, sorted.cells);
    for (const std::vector<double>& product : sorted.products)
        total += product.capacity() * sizeof(double);
    return total + impl_->whole.bytes() + impl_->grouped.bytes() +
           impl_->blockScores.capacity() * sizeof(double) +
           (impl_->wholeTotals.capacity() + impl_->groupedTotals.capacity()) * sizeof(Sums);
}

}  // namespace reckoner
