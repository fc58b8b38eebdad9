#include "core/review/version_results.h"

#include <gtest/gtest.h>

#include "tests/support/version_boards.h"

namespace reckoner {
namespace {

TEST(VersionResults, TheFiguresAreThoseOfTheRun) {
    const RunAnalysis& run = *test::creditVersion(2);
    const VersionResult result = versionResult(run, 0.42);
    EXPECT_EQ(result.n, 4454U);
    EXPECT_NEAR(*result.recall, 0.5837, 5e-5);
    EXPECT_LT(result.recallInterval->lo, *result.recall);
    EXPECT_NEAR(*result.precision, 0.6410, 5e-5);
    EXPECT_NEAR(*result.auc, 0.8354, 5e-5);
    EXPECT_LT(result.aucInterval->lo, *result.auc);
    EXPECT_NEAR(*result.cost, run.perPeriod(run.cost.total(run.sweep->at(0.42))), 1e-9);
    EXPECT_NEAR(*result.latency.p95, 33.9, 0.05);
    EXPECT_EQ(result.latency.n, 4454U);
}

TEST(VersionResults, WithoutLatenciesOrPositivesThereIsNone) {
    const VersionResult result = versionResult(*test::smallRun({0.4, 0.6}, {"no", "no"}), 0.5);
    EXPECT_EQ(result.latency.n, 0U);
    EXPECT_FALSE(result.latency.p95);
    EXPECT_EQ(result.recall.why, Reason::NoPositives);
    EXPECT_FALSE(result.auc);
}

}  // namespace
}  // namespace reckoner
