#include "core/metrics/tally_bootstrap.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "core/base/undefined.h"
#include "core/metrics/latency.h"
#include "core/metrics/multinomial.h"

namespace reckoner {
namespace {

Sums drawnSums(std::uint64_t n) {
    Sums sums;
    sums.n = n;
    sums.weight = sums.weightSq = static_cast<double>(n);
    return sums;
}

}  // namespace

std::optional<Interval> percentile95(std::vector<double> replicates) {
    constexpr double kTail = 0.025;
    std::erase_if(replicates, [](double value) { return std::isnan(value); });
    if (replicates.size() < 2) return std::nullopt;
    std::sort(replicates.begin(), replicates.end());
    return Interval{quantile(replicates, kTail), quantile(replicates, 1 - kTail)};
}

std::optional<Interval> tallyInterval(const Tally& tally, const std::function<Value(const Tally&)>& figure,
                                      std::uint32_t replicates, std::uint64_t seed) {
    const std::array<std::uint64_t, 4> counts{tally.tp.n, tally.fp.n, tally.fn.n, tally.tn.n};
    std::array<std::uint64_t, 4> drawn{};
    std::vector<double> values(replicates);
    for (std::uint32_t replicate = 0; replicate < replicates; ++replicate) {
        Random random(seed, replicate);
        resampleCounts(random, counts, drawn);
        const Tally of{drawnSums(drawn[0]), drawnSums(drawn[1]), drawnSums(drawn[2]), drawnSums(drawn[3])};
        values[replicate] = figure(of).v.value_or(kUndefined);
    }
    return percentile95(std::move(values));
}

std::optional<Interval> matrixInterval(const ClassMatrix& matrix,
                                       const std::function<Value(const MatrixNumbers&)>& figure,
                                       std::uint32_t replicates, std::uint64_t seed) {
    const std::size_t classes = matrix.classes();
    std::vector<std::uint64_t> counts, drawn(classes * classes);
    for (std::size_t truth = 0; truth < classes; ++truth)
        for (std::size_t predicted = 0; predicted < classes; ++predicted)
            counts.push_back(matrix.at(truth, predicted).n);
    std::vector<double> values(replicates);
    ClassMatrix of(classes);
    for (std::uint32_t replicate = 0; replicate < replicates; ++replicate) {
        Random random(seed, replicate);
        resampleCounts(random, counts, drawn);
        for (std::size_t cell = 0; cell < drawn.size(); ++cell) {
            const auto weight = static_cast<double>(drawn[cell]);
            of.at(cell / classes, cell % classes) = {drawn[cell], weight, weight};
        }
        values[replicate] = figure(matrixNumbers(of)).v.value_or(kUndefined);
    }
    return percentile95(std::move(values));
}

std::optional<Interval> classifiedInterval(const ClassifiedRows& rows,
                                           const std::function<Value(const MatrixNumbers&)>& figure,
                                           std::uint32_t replicates, Executor* executor,
                                           const TaskContext& context) {
    std::vector<double> values(replicates, kUndefined);
    Resampler(kBootstrapSeed, replicates)
        .run(
            static_cast<std::uint32_t>(rows.rows.size()),
            [&](std::uint32_t replicate, std::span<const std::uint8_t> counts) {
                ClassMatrix matrix(rows.classes.size());
                for (std::size_t i = 0; i < counts.size(); ++i) {
                    if (counts[i] == 0) continue;
                    const double weight = rows.weights.empty() ? 1 : rows.weights[i];
                    ClassMatrix::Cell& cell = matrix.at(rows.truth[i], rows.predicted[i]);
                    cell += {counts[i], counts[i] * weight, counts[i] * weight * weight};
                }
                values[replicate] = figure(matrixNumbers(matrix)).v.value_or(kUndefined);
            },
            executor, context);
    return percentile95(std::move(values));
}

}  // namespace reckoner
