#include "core/metrics/quick_replicates.h"

#include <cmath>
#include <set>

#include <gtest/gtest.h>

#include "core/metrics/bootstrap_figures.h"
#include "tests/support/random_run.h"

namespace reckoner {
namespace {

ScoredRows rowsToDraw(const test::RandomRun& run) {
    ScoredRows rows;
    rows.scores = run.scores;
    rows.positiveBits = run.positives;
    return rows;
}

TEST(QuickReplicates, EachFigureComesOnceWithAllItsReplicates) {
    const test::RandomRun run({.samples = 400}, 2);
    const ScoredRows rows = rowsToDraw(run);
    BootstrapRequest request;
    request.rows = &rows;
    std::set<std::string> told;
    const auto kept = quickReplicates({nullptr, &request, 7, 150}, nullptr, {},
                                      [&](const std::string& figure, std::vector<double> replicates) {
                                          EXPECT_TRUE(told.insert(figure).second) << figure;
                                          EXPECT_EQ(replicates.size(), 150U) << figure;
                                          for (const double value : replicates)
                                              EXPECT_TRUE(std::isfinite(value)) << figure;
                                      });
    EXPECT_EQ(kept, std::vector<std::uint8_t>(150, 1));
    for (const std::string& name : figureNames())
        EXPECT_EQ(told.contains(name), name != "cost") << name;  // no costs were asked for
}

TEST(QuickReplicates, OneClassDrawsNothing) {
    const test::RandomRun run({.samples = 50, .positives = 1}, 2);
    const ScoredRows rows = rowsToDraw(run);
    BootstrapRequest request;
    request.rows = &rows;
    const auto kept =
        quickReplicates({nullptr, &request, 7, 20}, nullptr, {},
                        [](const std::string& figure, std::vector<double>) { FAIL() << figure; });
    EXPECT_EQ(kept, std::vector<std::uint8_t>(20, 0));
}

}  // namespace
}  // namespace reckoner
