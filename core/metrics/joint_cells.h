// Resampled sums over the cells that two runs' bins make together, whatever the number of samples.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/base/random.h"
#include "core/metrics/multinomial.h"

namespace reckoner {

// Which cell a sample lies in, and two values that are summed there.
struct JointSample {
    std::uint8_t first = 0;   // bin in the first run, below JointCells::kBins
    std::uint8_t second = 0;  // bin in the second run
    bool positive = false;
    double x = 1;
    double y = 0;
};

// A replicate draws n samples with replacement: the counts of the cells are multinomial, the sums inside a
// cell normal with its mean and covariance. Where x = y throughout, so are the sums, bit for bit.
class JointCells {
 public:
    static constexpr std::size_t kBins = 64;

    // sampleAt(i) for i < n, called once each. O(n).
    template <class F>
    JointCells(std::size_t n, F&& sampleAt) {
        Builder builder;
        for (std::size_t i = 0; i < n; ++i)
            builder.add(sampleAt(i));
        take(builder);
    }

    // visit(first, second, positive, x, y) for each cell with its drawn sums. O(cells).
    template <class F>
    void draw(Random& random, std::vector<std::uint64_t>& drawn, F&& visit) const {
        drawn.resize(counts_.size());
        resampleCounts(random, counts_, drawn);
        for (std::size_t i = 0; i < cells_.size(); ++i) {
            const Cell& cell = cells_[i];
            if (drawn[i] == 0) continue;
            const auto m = static_cast<double>(drawn[i]);
            double x = 0;
            double y = 0;
            if (cell.varianceX > 0) {
                x = random.normal() * sqrtOf(m * cell.varianceX);
                y = cell.slope * x;
            }
            if (cell.residual > 0) y += random.normal() * sqrtOf(m * cell.residual);
            visit(cell.first, cell.second, cell.positive, m * cell.meanX + x, m * cell.meanY + y);
        }
    }
    // As they are, not drawn.
    template <class F>
    void whole(F&& visit) const {
        for (std::size_t i = 0; i < cells_.size(); ++i) {
            const auto n = static_cast<double>(counts_[i]);
            visit(cells_[i].first, cells_[i].second, cells_[i].positive, n * cells_[i].meanX,
                  n * cells_[i].meanY);
        }
    }
    std::size_t cells() const { return cells_.size(); }

 private:
    struct Cell {
        std::uint8_t first, second;
        bool positive;
        double meanX, meanY;
        double varianceX;
        double slope;     // of y on x
        double residual;  // variance of y beside it
    };
    struct Sums {
        std::uint64_t n = 0;
        double x = 0, y = 0, xx = 0, xy = 0, yy = 0;
    };
    struct Builder {
        std::vector<Sums> sums = std::vector<Sums>(2 * kBins * kBins);
        void add(const JointSample& sample) {
            Sums& to = sums[(std::size_t{sample.first} * kBins + sample.second) * 2 + sample.positive];
            ++to.n;
            to.x += sample.x;
            to.y += sample.y;
            to.xx += sample.x * sample.x;
            to.xy += sample.x * sample.y;
            to.yy += sample.y * sample.y;
        }
    };
    static double sqrtOf(double value);
    void take(const Builder& builder);

    std::vector<Cell> cells_;            // those with samples
    std::vector<std::uint64_t> counts_;  // beside
};

}  // namespace reckoner
