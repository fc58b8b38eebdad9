#include "core/metrics/sample_need.h"

#include <cmath>

#include <boost/math/distributions/normal.hpp>

#include "core/metrics/intervals.h"

namespace reckoner {
namespace {

class Test {
 public:
    Test(const Share& rest, double difference, double power)
        : rest_(rest),
          mine_(rest.share >= difference ? rest.share - difference : rest.share + difference),
          difference_(difference),
          zPower_(boost::math::quantile(boost::math::normal(), power)) {}

    bool finds(double trials) const {
        const double pooled = (mine_ * trials + rest_.share * rest_.trials) / (trials + rest_.trials);
        const double ofNothing = std::sqrt(pooled * (1 - pooled) * (1 / trials + 1 / rest_.trials));
        const double ofThis =
            std::sqrt(mine_ * (1 - mine_) / trials + rest_.share * (1 - rest_.share) / rest_.trials);
        return kZ95 * ofNothing + zPower_ * ofThis <= difference_;
    }

 private:
    Share rest_;
    double mine_;
    double difference_;
    double zPower_;
};

}  // namespace

std::optional<std::uint64_t> trialsNeeded(const Share& rest, double difference, double power) {
    constexpr std::uint64_t kMost = std::uint64_t{1} << 40;
    if (!(rest.trials > 0)) return std::nullopt;
    const Test test(rest, difference, power);
    std::uint64_t high = 1;
    while (high < kMost && !test.finds(static_cast<double>(high)))
        high *= 2;
    if (high >= kMost) return std::nullopt;
    std::uint64_t low = high / 2;  // does not do, or is 0
    while (low + 1 < high) {
        const std::uint64_t middle = low + (high - low) / 2;
        (test.finds(static_cast<double>(middle)) ? high : low) = middle;
    }
    return high;
}

std::optional<double> differenceTold(const Share& rest, double trials, double power) {
    constexpr double kStep = 0.001;
    constexpr int kSteps = 499;
    if (!(rest.trials > 0) || !(trials > 0)) return std::nullopt;
    const auto finds = [&](int step) { return Test(rest, step * kStep, power).finds(trials); };
    // Where the difference turns from below the rest's share to above it, more need not be easier: look from
    // the smallest on.
    for (int step = 1; step <= kSteps; ++step)
        if (finds(step)) return step * kStep;
    return std::nullopt;
}

}  // namespace reckoner
