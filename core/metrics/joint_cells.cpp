#include "core/metrics/joint_cells.h"

#include <algorithm>
#include <cmath>

namespace reckoner {

double JointCells::sqrtOf(double value) {
    return std::sqrt(value);
}

void JointCells::take(const Builder& builder) {
    // What is left of a variance by rounding alone is none.
    constexpr double kDust = 1e-12;
    for (std::size_t place = 0; place < builder.sums.size(); ++place) {
        const Sums& sums = builder.sums[place];
        if (sums.n == 0) continue;
        const auto n = static_cast<double>(sums.n);
        Cell cell{};
        cell.first = static_cast<std::uint8_t>(place / 2 / kBins);
        cell.second = static_cast<std::uint8_t>(place / 2 % kBins);
        cell.positive = place % 2 == 1;
        cell.meanX = sums.x / n;
        cell.meanY = sums.y / n;
        const double xx = sums.xx / n - cell.meanX * cell.meanX;
        const double xy = sums.xy / n - cell.meanX * cell.meanY;
        const double yy = sums.yy / n - cell.meanY * cell.meanY;
        cell.varianceX = xx > kDust * sums.xx / n ? xx : 0;
        cell.slope = cell.varianceX > 0 ? xy / cell.varianceX : 0;
        const double residual = yy - cell.slope * xy;
        cell.residual = residual > kDust * sums.yy / n ? residual : 0;
        cells_.push_back(cell);
        counts_.push_back(sums.n);
    }
}

}  // namespace reckoner
