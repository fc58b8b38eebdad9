#include "core/metrics/class_intervals.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/base/undefined.h"
#include "core/metrics/intervals.h"
#include "core/metrics/matrix_figures.h"
#include "core/metrics/multinomial.h"
#include "core/metrics/resampler.h"
#include "core/metrics/tally_bootstrap.h"

namespace reckoner {
namespace {

constexpr std::size_t kMostCells = 12'000'000;  // cells drawn in all: about a second
constexpr std::uint32_t kFewest = 200;

std::uint32_t replicatesFor(std::size_t cells) {
    const std::size_t affordable = kMostCells / std::max<std::size_t>(1, cells);
    return static_cast<std::uint32_t>(std::clamp<std::size_t>(affordable, kFewest, kReplicates));
}

// Draws matrices as a bootstrap of the samples would find them.
class DrawnMatrix {
 public:
    explicit DrawnMatrix(const ClassMatrix& matrix) : drawn_(matrix.classes()) {
        const std::size_t classes = matrix.classes();
        for (std::size_t truth = 0; truth < classes; ++truth)
            for (std::size_t called = 0; called < classes; ++called) {
                const ClassMatrix::Cell& cell = matrix.at(truth, called);
                if (cell.n == 0) continue;
                const auto n = static_cast<double>(cell.n);
                const double mean = cell.weight / n;
                cells_.push_back({truth, called, mean, std::max(0.0, cell.weightSq / n - mean * mean)});
                counts_.push_back(cell.n);
            }
        resampled_.resize(counts_.size());
    }
    const ClassMatrix& draw(std::uint32_t replicate) {
        Random random(kBootstrapSeed, replicate);
        resampleCounts(random, counts_, resampled_);
        for (std::size_t i = 0; i < cells_.size(); ++i) {
            const Cell& cell = cells_[i];
            const auto n = static_cast<double>(resampled_[i]);
            double weight = n * cell.mean;
            if (cell.variance > 0) weight += random.normal() * std::sqrt(n * cell.variance);
            weight = std::max(0.0, weight);
            drawn_.at(cell.truth, cell.called) = {resampled_[i], weight, weight};
        }
        return drawn_;
    }

 private:
    struct Cell {
        std::size_t truth, called;
        double mean, variance;  // of a sample's weight
    };
    std::vector<Cell> cells_;
    std::vector<std::uint64_t> counts_, resampled_;
    ClassMatrix drawn_;
};

std::optional<Interval> share(const ClassMatrix::Cell& of, const ClassMatrix::Cell& all) {
    return wilson95Weighted(of.weight, all.weight, all.weightSq);
}

}  // namespace

ClassIntervals classIntervals(const ClassMatrix& matrix, const std::optional<ClassCosts>& costs,
                              const TaskContext& context) {
    const std::size_t classes = matrix.classes();
    ClassIntervals intervals;
    for (std::size_t c = 0; c < classes; ++c) {
        intervals.precision.push_back(share(matrix.at(c, c), matrix.predictedTotal(c)));
        intervals.recall.push_back(share(matrix.at(c, c), matrix.truthTotal(c)));
    }
    intervals.f1.resize(classes);
    if (matrix.total().n == 0) return intervals;

    const std::vector<std::string>& names = matrixFigureNames();
    intervals.replicates = replicatesFor(classes * classes);
    std::vector<std::vector<double>> figures(names.size()), f1(classes);
    std::vector<double> cost;
    DrawnMatrix draws(matrix);
    for (std::uint32_t replicate = 0; replicate < intervals.replicates; ++replicate) {
        context.checkCancelled();
        const ClassMatrix& drawn = draws.draw(replicate);
        const MatrixNumbers numbers = matrixNumbers(drawn);
        for (std::size_t i = 0; i < names.size(); ++i)
            figures[i].push_back(matrixFigure(numbers, names[i]).v.value_or(kUndefined));
        for (std::size_t c = 0; c < classes; ++c)
            f1[c].push_back(numbers.perClass[c].f1.v.value_or(kUndefined));
        if (const double weight = drawn.total().weight; costs && weight > 0)
            cost.push_back(classTotal(drawn, *costs) / weight);
    }
    for (std::size_t i = 0; i < names.size(); ++i)
        if (const auto interval = percentile95(std::move(figures[i])))
            intervals.figures[names[i]] = *interval;
    if (const auto interval = share(matrix.correct(), matrix.total()))
        intervals.figures["accuracy"] = *interval;
    for (std::size_t c = 0; c < classes; ++c)
        intervals.f1[c] = percentile95(std::move(f1[c]));
    if (costs) intervals.cost = percentile95(std::move(cost));
    return intervals;
}

}  // namespace reckoner
