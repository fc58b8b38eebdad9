#include "core/metrics/sweep.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <variant>

#include "core/base/error.h"
#include "core/metrics/score_order.h"

namespace reckoner {
namespace {

// The whole cohort's checkpoints; the same whatever the grouping, so that its sums are too.
constexpr std::size_t kBlock = 1024;
constexpr std::size_t kCancelEvery = 1 << 18;

// Group and truth of a sample in one number: group * 2 + truth. Cell c of all running sums.
using Cells = std::variant<std::vector<std::uint8_t>, std::vector<std::uint16_t>, std::vector<std::uint32_t>>;

Cells makeCells(std::size_t n, std::uint32_t groups) {
    if (groups <= 0x80) return std::vector<std::uint8_t>(n);
    if (groups <= 0x8000) return std::vector<std::uint16_t>(n);
    return std::vector<std::uint32_t>(n);
}

// Beside every sample, highest score first. products[m] is weight x amount.
struct Sorted {
    std::vector<double> scores;
    Cells cells;
    std::vector<double> weights;
    std::vector<std::vector<double>> products;

    // Doubles a cell needs beside its count.
    std::size_t fields() const { return (weights.empty() ? 0 : 2) + products.size(); }
};

// Running sums before every spacing-th sample, for a fixed number of cells.
struct Checkpoints {
    std::size_t spacing = 1;
    std::size_t cells = 0;
    std::size_t fields = 0;
    std::vector<std::uint32_t> counts;  // [checkpoint][cell]
    std::vector<double> sums;           // [checkpoint][cell][field]

    std::size_t size() const { return counts.size() / cells; }
    std::size_t bytes() const { return counts.capacity() * 4 + sums.capacity() * 8; }
};

// The sums of one cell as a caller sees them.
Sums sumsOf(std::uint64_t n, const double* fields, bool weighted, std::size_t measures) {
    Sums result;
    result.n = n;
    result.weight = weighted ? fields[0] : static_cast<double>(n);
    result.weightSq = weighted ? fields[1] : static_cast<double>(n);
    for (std::size_t m = 0; m < measures; ++m)
        result.amounts[m] = fields[(weighted ? 2 : 0) + m];
    return result;
}

// Adds sample i to a block's partial sums of its cell.
void addFields(const Sorted& sorted, std::size_t i, double* fields) {
    if (!sorted.weights.empty()) {
        const double weight = sorted.weights[i];
        *fields++ += weight;
        *fields++ += weight * weight;
    }
    for (const std::vector<double>& product : sorted.products)
        *fields++ += product[i];
}

// cellOf(i): the cell of sample i.
template <class CellOf>
Checkpoints makeCheckpoints(const Sorted& sorted, std::size_t spacing, std::size_t cells, CellOf cellOf,
                            const TaskContext& context) {
    const std::size_t n = sorted.scores.size();
    Checkpoints result{spacing, cells, sorted.fields(), {}, {}};
    const std::size_t points = n / spacing + 1;
    result.counts.reserve(points * cells);
    result.sums.reserve(points * cells * result.fields);
    std::vector<std::uint32_t> counts(cells);
    std::vector<double> sums(cells * result.fields);
    std::vector<double> partial(cells * result.fields);
    for (std::size_t i = 0;; ++i) {
        if (i % spacing == 0) {
            for (std::size_t f = 0; f < sums.size(); ++f)
                sums[f] += partial[f];
            std::fill(partial.begin(), partial.end(), 0.0);
            result.counts.insert(result.counts.end(), counts.begin(), counts.end());
            result.sums.insert(result.sums.end(), sums.begin(), sums.end());
        }
        if (i == n) break;
        if (i % kCancelEvery == 0) context.checkCancelled();
        const std::size_t cell = cellOf(i);
        ++counts[cell];
        if (result.fields != 0) addFields(sorted, i, &partial[cell * result.fields]);
    }
    return result;
}

// What build() is given, whatever it comes from. rowOf(i) is the row of sample i in amounts and groupCodes.
struct SweepInput {
    std::span<const double> scores;
    std::span<const std::uint8_t> positives;
    std::span<const double> weights;
    std::vector<std::span<const double>> amounts;
    std::span<const std::uint32_t> groupCodes;
    std::uint32_t groups;
    std::span<const RowIndex> rows;  // empty: sample i is row i

    std::size_t rowOf(std::size_t i) const { return rows.empty() ? i : rows[i]; }
    double weightOf(std::size_t i) const {
        if (weights.empty()) return 1;
        return std::isfinite(weights[i]) && weights[i] > 0 ? weights[i] : 0;
    }
    double productOf(std::size_t m, std::size_t i) const {
        const double amount = amounts[m][rowOf(i)];
        return std::isfinite(amount) ? weightOf(i) * amount : 0;
    }
};

Sorted sortInput(const SweepInput& input, const TaskContext& context) {
    const std::size_t n = input.scores.size();
    std::vector<std::uint32_t> cells(n);
    for (std::size_t i = 0; i < n; ++i) {
        const std::uint32_t group = input.groupCodes.empty() ? 0 : input.groupCodes[input.rowOf(i)];
        assert(group < input.groups);
        cells[i] = group * 2 + (input.positives[i] ? 1 : 0);
    }
    const std::vector<OrderedScore> order = orderScores(input.scores, cells, context);
    cells = {};

    Sorted sorted;
    sorted.scores.resize(n);
    for (std::size_t i = 0; i < n; ++i)
        sorted.scores[i] = scoreOfKey(order[i].key);
    sorted.cells = makeCells(n, input.groups);
    std::visit(
        [&](auto& typed) {
            using Cell = std::remove_reference_t<decltype(typed[0])>;
            for (std::size_t i = 0; i < n; ++i)
                typed[i] = static_cast<Cell>(order[i].payload);
        },
        sorted.cells);
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
    return sorted;
}

std::size_t countDistinct(const std::vector<double>& scores) {
    std::size_t distinct = scores.empty() ? 0 : 1;
    for (std::size_t i = 1; i < scores.size(); ++i)
        distinct += scores[i] != scores[i - 1];
    return distinct;
}

}  // namespace

struct ThresholdSweep::Impl {
    Sorted sorted;
    std::uint32_t groups = 1;
    std::size_t distinct = 0;
    Checkpoints whole;                // two cells: negative, positive
    Checkpoints grouped;              // 2 x groups cells; empty with one group
    std::vector<double> blockScores;  // the score at every kBlock-th sample, for the search
    std::vector<Sums> wholeTotals;    // by truth, of all samples
    std::vector<Sums> groupedTotals;  // by cell

    bool weighted() const { return !sorted.weights.empty(); }
    std::size_t measures() const { return sorted.products.size(); }
    std::size_t size() const { return sorted.scores.size(); }

    void finish(const TaskContext& context);
    // How many scores are >= threshold (> threshold when strict).
    std::size_t flagged(double threshold, bool strict = false) const;
    // The sums over the first `count` samples in every cell of `points`, written to out[cell].
    template <class CellOf, class Write>
    void sumsBefore(std::size_t count, const Checkpoints& points, CellOf cellOf, Write write) const;
    std::vector<Sums> totals(const Checkpoints& points, bool byGroup) const;
};

template <class CellOf, class Write>
void ThresholdSweep::Impl::sumsBefore(std::size_t count, const Checkpoints& points, CellOf cellOf,
                                      Write write) const {
    const std::size_t fields = points.fields;
    const std::size_t k = count / points.spacing;
    // Two cells or few groups live on the stack; only many groups with amounts need the heap.
    constexpr std::size_t kStackCells = 256;
    constexpr std::size_t kStackSums = 1024;
    std::uint32_t stackCounts[kStackCells];
    double stackSums[kStackSums];
    std::vector<std::uint32_t> heapCounts;
    std::vector<double> heapSums;
    std::uint32_t* counts = stackCounts;
    double* partial = stackSums;
    if (points.cells > kStackCells) {
        heapCounts.resize(points.cells);
        counts = heapCounts.data();
    }
    if (points.cells * fields > kStackSums) {
        heapSums.resize(points.cells * fields);
        partial = heapSums.data();
    }
    std::copy_n(points.counts.begin() + static_cast<std::ptrdiff_t>(k * points.cells), points.cells, counts);
    std::fill_n(partial, points.cells * fields, 0.0);
    for (std::size_t i = k * points.spacing; i < count; ++i) {
        const std::size_t cell = cellOf(i);
        ++counts[cell];
        if (fields != 0) addFields(sorted, i, partial + cell * fields);
    }
    const double* before = points.sums.data() + k * points.cells * fields;
    for (std::size_t f = 0; f < points.cells * fields; ++f)
        partial[f] += before[f];
    for (std::size_t cell = 0; cell < points.cells; ++cell)
        write(cell, sumsOf(counts[cell], partial + cell * fields, weighted(), measures()));
}

std::vector<Sums> ThresholdSweep::Impl::totals(const Checkpoints& points, bool byGroup) const {
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
    for (std::size_t i = 0; i < size(); i += kBlock)
        blockScores.push_back(sorted.scores[i]);
    std::visit(
        [&](const auto& cells) {
            whole = makeCheckpoints(
                sorted, kBlock, 2, [&](std::size_t i) { return std::size_t{cells[i]} & 1; }, context);
            if (groups > 1)
                grouped = makeCheckpoints(
                    sorted, std::max<std::size_t>(kBlock, std::size_t{16} * groups), std::size_t{2} * groups,
                    [&](std::size_t i) { return std::size_t{cells[i]}; }, context);
        },
        sorted.cells);
    wholeTotals = totals(whole, false);
    if (groups > 1) groupedTotals = totals(grouped, true);
}

std::size_t ThresholdSweep::Impl::flagged(double threshold, bool strict) const {
    const auto stays = [&](double score) { return strict ? score > threshold : score >= threshold; };
    const auto block = std::partition_point(blockScores.begin(), blockScores.end(), stays);
    if (block == blockScores.begin()) return 0;
    const auto first = static_cast<std::size_t>(block - blockScores.begin() - 1) * kBlock;
    const auto begin = sorted.scores.begin() + static_cast<std::ptrdiff_t>(first);
    const auto end =
        sorted.scores.begin() + static_cast<std::ptrdiff_t>(std::min(first + kBlock, sorted.scores.size()));
    return static_cast<std::size_t>(std::partition_point(begin, end, stays) - sorted.scores.begin());
}

namespace {

void setTruth(Tally& tally, bool truth, const Sums& flagged, const Sums& total) {
    Sums& yes = truth ? tally.tp : tally.fp;
    Sums& no = truth ? tally.fn : tally.tn;
    yes = flagged;
    no = total;
    no -= flagged;
}

}  // namespace

ThresholdSweep::ThresholdSweep(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
ThresholdSweep::~ThresholdSweep() = default;

namespace {

// Shared by both build functions.
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

std::shared_ptr<const ThresholdSweep> ThresholdSweep::build(const EvalTable& table, const ScoredRows& rows,
                                                            const std::vector<std::string>& measures,
                                                            const Grouping* grouping,
                                                            const TaskContext& context) {
    std::vector<std::shared_ptr<const RealColumn>> columns;
    SweepInput input{rows.scores, rows.positiveBits, rows.weights, {}, {}, 1, rows.rows};
    for (const std::string& measure : measures) {
        const ColumnInfo* column = table.find(measure);
        if (!column)
            throw Error(ErrorCode::BadInput,
                        "The costs use the column \"" + measure + "\", which this run does not have.",
                        measure);
        if (column->type != ColumnType::Real)
            throw Error(ErrorCode::BadInput,
                        "The costs use the column \"" + measure + "\", which does not hold numbers.",
                        measure);
        columns.push_back(table.real(column->id, context));
        input.amounts.push_back(columns.back()->values());
    }
    if (grouping) {
        input.groupCodes = grouping->codes;
        input.groups = std::max<std::uint32_t>(1, grouping->groups());
    }
    checkShape(input);
    auto impl = std::make_unique<Impl>();
    impl->sorted = sortInput(input, context);
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
    impl->sorted = sortInput(input, context);
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
    const Sorted& sorted = impl_->sorted;
    const std::size_t n = impl_->size();
    const std::size_t fields = sorted.fields();
    std::uint32_t counts[2]{};
    double sums[2 * (2 + kMaxMeasures)]{};
    double partial[2 * (2 + kMaxMeasures)]{};
    Tally tally;
    const auto visit = [&](double threshold) {
        for (const std::size_t cell : {0, 1}) {
            double now[2 + kMaxMeasures];
            for (std::size_t f = 0; f < fields; ++f)
                now[f] = partial[cell * fields + f] + sums[cell * fields + f];
            setTruth(tally, cell != 0, sumsOf(counts[cell], now, impl_->weighted(), impl_->measures()),
                     impl_->wholeTotals[cell]);
        }
        return visitor(threshold, tally);
    };
    if (!visit(std::numeric_limits<double>::infinity())) return;
    std::visit(
        [&](const auto& cells) {
            for (std::size_t i = 0; i < n; ++i) {
                if (i % kBlock == 0)
                    for (std::size_t f = 0; f < 2 * fields; ++f) {
                        sums[f] += partial[f];
                        partial[f] = 0;
                    }
                const std::size_t cell = cells[i] & 1;
                ++counts[cell];
                if (fields != 0) addFields(sorted, i, partial + cell * fields);
                const bool tied = i + 1 < n && sorted.scores[i + 1] == sorted.scores[i];
                if (!tied && !visit(sorted.scores[i])) return;
            }
        },
        sorted.cells);
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
    const Sorted& sorted = impl_->sorted;
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
