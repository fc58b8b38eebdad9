#include "core/review/run_change.h"

#include <gtest/gtest.h>

#include "tests/support/vector_table.h"

namespace reckoner {
namespace {

// n samples, of which `positives` are so and `missing` have no income.
EvalTablePtr weekOf(std::size_t n, std::size_t positives, std::size_t missing, std::size_t unlabelled = 0) {
    test::VectorTable::Strings labels;
    std::vector<double> incomes, scores;
    for (std::size_t i = 0; i < n; ++i) {
        labels.push_back(i < unlabelled ? "" : i < unlabelled + positives ? "yes" : "no");
        incomes.push_back(i < missing ? missingReal() : 1'000);
        scores.push_back(0.5);
    }
    return test::VectorTable().labels(labels).scores(scores).numeric("income", incomes).build();
}

TEST(RunChange, CountsPositivesAmongTheLabelled) {
    const auto counted = positiveCount(*weekOf(100, 30, 0, 20));
    ASSERT_TRUE(counted);
    EXPECT_EQ(counted->positives, 30U);
    EXPECT_EQ(counted->labelled, 80U);
    test::VectorTable classes;
    classes.info.task = Task::Multiclass;
    EXPECT_FALSE(positiveCount(*classes.labels({"yes"}).build()));
    EXPECT_FALSE(positiveCount(*test::VectorTable().scores({0.1}).build())) << "no label column";
}

TEST(RunChange, TellsOnlyWhatIsBeyondNoise) {
    EXPECT_TRUE(shareChanges(*weekOf(550, 150, 44), *weekOf(550, 160, 50)).empty());
    const auto changes = shareChanges(*weekOf(550, 150, 44), *weekOf(550, 210, 352));
    ASSERT_EQ(changes.size(), 2U);
    EXPECT_EQ(changes[0].column, "") << "positives first";
    EXPECT_DOUBLE_EQ(changes[0].before, 150.0 / 550);
    EXPECT_DOUBLE_EQ(changes[0].now, 210.0 / 550);
    EXPECT_GT(changes[0].difference.lo, 0);
    EXPECT_EQ(changes[1].column, "income");
    EXPECT_DOUBLE_EQ(changes[1].now, 0.64);
}

TEST(RunChange, AColumnOnlyOneRunHasIsNoChange) {
    const auto with = weekOf(100, 30, 90);
    const auto without = test::VectorTable().labels(test::VectorTable::Strings(100, "no")).build();
    for (const ShareChange& change : shareChanges(*without, *with))
        EXPECT_EQ(change.column, "");
    EXPECT_TRUE(shareChanges(*weekOf(0, 0, 0), *weekOf(0, 0, 0)).empty());
}

}  // namespace
}  // namespace reckoner
