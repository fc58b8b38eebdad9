// A run's scored samples in score order, as compact as they can be: what the sweep walks through.
#pragma once

#include <cmath>
#include <cstdint>
#include <span>
#include <variant>
#include <vector>

#include "core/base/task_context.h"
#include "core/data/column.h"
#include "core/metrics/tally.h"

namespace reckoner {

// The whole cohort's sums are taken in blocks of this many samples, whatever the grouping, so that they are
// the same with every grouping and on every machine.
inline constexpr std::size_t kSweepBlock = 1024;

// Group and truth of a sample in one number: group * 2 + truth. Cell c of all running sums.
using Cells = std::variant<std::vector<std::uint8_t>, std::vector<std::uint16_t>, std::vector<std::uint32_t>>;

// Beside every sample, highest score first. products[m] is weight x amount.
struct SortedSamples {
    std::vector<double> scores;
    Cells cells;
    std::vector<double> weights;
    std::vector<std::vector<double>> products;

    // Doubles a cell needs beside its count.
    std::size_t fields() const { return (weights.empty() ? 0 : 2) + products.size(); }
};

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
    // A weight that cannot be used is 0, and so is the product with a missing amount.
    double weightOf(std::size_t i) const {
        if (weights.empty()) return 1;
        return std::isfinite(weights[i]) && weights[i] > 0 ? weights[i] : 0;
    }
    double productOf(std::size_t m, std::size_t i) const {
        const double amount = amounts[m][rowOf(i)];
        return std::isfinite(amount) ? weightOf(i) * amount : 0;
    }
};

// Highest score first, ties in the order they came in. Throws Error{Cancelled}.
SortedSamples sortSamples(const SweepInput& input, const TaskContext& context);

// The sums of one cell as a caller sees them.
inline Sums sumsOf(std::uint64_t n, const double* fields, bool weighted, std::size_t measures) {
    Sums result;
    result.n = n;
    result.weight = weighted ? fields[0] : static_cast<double>(n);
    result.weightSq = weighted ? fields[1] : static_cast<double>(n);
    for (std::size_t m = 0; m < measures; ++m)
        result.amounts[m] = fields[(weighted ? 2 : 0) + m];
    return result;
}

// Adds sample i to a block's partial sums of its cell.
inline void addFields(const SortedSamples& sorted, std::size_t i, double* fields) {
    if (!sorted.weights.empty()) {
        const double weight = sorted.weights[i];
        *fields++ += weight;
        *fields++ += weight * weight;
    }
    for (const std::vector<double>& product : sorted.products)
        *fields++ += product[i];
}

}  // namespace reckoner
