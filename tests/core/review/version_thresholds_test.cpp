#include "core/review/version_thresholds.h"

#include <cmath>
#include <limits>

#include <gtest/gtest.h>

#include "tests/support/version_boards.h"

namespace reckoner {
namespace {

std::uint64_t flaggedBy(const RunAnalysisPtr& run, double threshold) {
    return run->sweep->at(threshold).flagged();
}

std::vector<ThresholdSide> creditThresholdSides() {
    return {{test::creditVersion(1), 0.5}, {test::creditVersion(2), 0.42}, {test::creditVersion(3), {}}};
}

TEST(VersionThresholds, TheSameIsTheSameForAll) {
    EXPECT_EQ(thresholdsBy(ThresholdRule::Same, creditThresholdSides(), 0.42, 2),
              (std::vector<double>{0.42, 0.42, 0.42}));
}

TEST(VersionThresholds, EachAtItsBestIsEachRunsOwnMinimum) {
    const auto sides = creditThresholdSides();
    const auto thresholds = thresholdsBy(ThresholdRule::Best, sides, 0.42, 2);
    for (std::size_t i = 0; i < sides.size(); ++i)
        EXPECT_EQ(thresholds[i], sides[i].run->best->threshold);
}

TEST(VersionThresholds, WithoutAPolicyTheSharedThresholdHolds) {
    EXPECT_EQ(thresholdsBy(ThresholdRule::Policy, creditThresholdSides(), 0.31, 2),
              (std::vector<double>{0.5, 0.42, 0.31}));
}

TEST(VersionThresholds, EachAsSetIsWhereSomebodySetIt) {
    auto sides = creditThresholdSides();
    sides[0].chosen = 0.25;
    EXPECT_EQ(thresholdsBy(ThresholdRule::Own, sides, 0.42, 2), (std::vector<double>{0.25, 0.42, 0.42}));
}

TEST(VersionThresholds, TheSameNumberIsAsNearAsTiesAllow) {
    const auto sides = creditThresholdSides();
    const auto thresholds = thresholdsBy(ThresholdRule::SameNumber, sides, 0.42, 2);
    EXPECT_EQ(thresholds[2], 0.42);
    const auto wanted = static_cast<double>(flaggedBy(sides[2].run, 0.42));
    for (const std::size_t i : {0U, 1U}) {
        const auto off = [&](double t) {
            return std::fabs(static_cast<double>(flaggedBy(sides[i].run, t)) - wanted);
        };
        // No distinct score comes nearer.
        sides[i].run->sweep->scan([&](double t, const Tally&) {
            EXPECT_LE(off(thresholds[i]), off(t));
            return true;
        });
    }
}

TEST(VersionThresholds, ARuleKeepsItsOwn) {
    auto sides = creditThresholdSides();
    sides[0].fixed = std::numeric_limits<double>::infinity();
    for (const auto rule :
         {ThresholdRule::Same, ThresholdRule::Best, ThresholdRule::Policy, ThresholdRule::SameNumber})
        EXPECT_TRUE(std::isinf(thresholdsBy(rule, sides, 0.42, 2)[0]));
}

}  // namespace
}  // namespace reckoner
