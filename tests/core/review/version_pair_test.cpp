#include "core/review/version_pair.h"

#include <algorithm>
#include <cmath>

#include <gtest/gtest.h>

#include "tests/support/version_boards.h"

namespace reckoner {
namespace {

const std::vector<OperatingPoint> kPairPoints{0.5, 0.5};

VersionBoardRequest pairRequest() {
    return test::smallBoard(
        test::smallRun({0.9, 0.2, 0.7, 0.4, 0.6, 0.1}, {"yes", "yes", "no", "no", "yes", "no"}),
        test::smallRun({0.1, 0.8, 0.2, 0.9, 0.7, 0.3}, {"yes", "yes", "no", "no", "yes", "no"}));
}

TEST(VersionPair, EachSampleThatChangesHandsIsOfOneKind) {
    const VersionBoardRequest request = pairRequest();
    const VersionPair pair = versionPair(request, 1, kPairPoints, nullptr, {});
    const auto flips = flipGroups(request, pair, kPairPoints, {});
    using Kind = FlipGroup::Kind;
    // Rows 1, 0, 2 and 3; a mistake costs one false alarm.
    for (const auto& [kind, cost] :
         {std::pair(Kind::NowCaught, -1.0), std::pair(Kind::NowMissed, 1.0),
          std::pair(Kind::NoLongerFlagged, -1.0), std::pair(Kind::NowFlagged, 1.0)}) {
        const FlipGroup& flip = flips[static_cast<std::size_t>(kind)];
        EXPECT_EQ(flip.kind, kind);
        EXPECT_EQ(flip.n, 1U);
        EXPECT_EQ(flip.cost, cost);
    }
}

TEST(VersionPair, EverySampleIsInOneCellOfTheDensity) {
    const VersionBoardRequest request = pairRequest();
    const VersionPair pair = versionPair(request, 1, kPairPoints, nullptr, {});
    const ScoreDensity density = scoreDensity(request, pair);
    const auto at = [&](double base, double judged) {
        const auto bin = [](double score) { return static_cast<std::size_t>(score * ScoreDensity::kBins); };
        return density.cells[bin(judged) * ScoreDensity::kBins + bin(base)];
    };
    EXPECT_EQ(at(0.9, 0.1), 1U);
    EXPECT_EQ(at(0.2, 0.8), 1U);
    EXPECT_EQ(at(0.1, 0.9), 0U);
    EXPECT_EQ(density.highest, 1U);
    std::uint64_t all = 0;
    for (const std::uint64_t cell : density.cells)
        all += cell;
    EXPECT_EQ(all, 6U);
}

TEST(VersionPair, ApartTheMoneysIntervalIsThatOfTwoMeans) {
    VersionBoardRequest request;
    request.sides = {test::creditSide(2), test::creditSide(3)};
    request.ownSamples = true;
    request.replicates = 0;
    const std::vector<OperatingPoint> points{0.42, 0.42};
    const VersionPair pair = versionPair(request, 1, points, nullptr, {});
    EXPECT_FALSE(pair.comparison.paired);
    const Difference money = costDifference(request, 1, pair, points, {});
    ASSERT_TRUE(money.interval);
    const double expected =
        *pair.comparison.second.cost * pair.sideFactor - *pair.comparison.first.cost * pair.baseFactor;
    EXPECT_NEAR(*money.value, expected, 1e-6 * std::fabs(expected) + 1e-6);
    EXPECT_NEAR(money.interval->hi - *money.value, *money.value - money.interval->lo, 1e-6);
}

TEST(VersionPair, LatencyIsOfTheSamplesCompared) {
    std::vector<double> values;
    const RunAnalysis& run = *test::creditVersion(2);
    const auto p95 = latency95(*run.request.table, run.rows, values, {});
    ASSERT_TRUE(p95 && *p95);
    EXPECT_EQ(values.size(), run.rows.rows.size());
    const auto below = std::count_if(values.begin(), values.end(), [&](double v) { return v <= **p95; });
    EXPECT_NEAR(static_cast<double>(below) / static_cast<double>(values.size()), 0.95, 0.001);
    EXPECT_FALSE(latency95(*test::smallRun({0.1}, {"no"})->request.table, {}, values, {}));
}

}  // namespace
}  // namespace reckoner
