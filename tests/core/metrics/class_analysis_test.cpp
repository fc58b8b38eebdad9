#include "core/metrics/class_analysis.h"

#include <limits>

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "tests/support/demo_table.h"
#include "tests/support/random_classes.h"

namespace reckoner {
namespace {

TEST(ClassAnalysis, HoldsWhatNoConfidenceChanges) {
    const auto table = test::demoRun("hpc_jobs/hpc_jobs_v2_forest.jsonl").build();
    const auto analysis = analyseClasses(table, "", std::nullopt);
    EXPECT_EQ(analysis->classes, (std::vector<std::string>{"VF", "F", "M", "L"}));
    EXPECT_EQ(analysis->samples(), 4331u);
    EXPECT_EQ(analysis->everything.called.at(2, 1).n, 138u);
    EXPECT_EQ(analysis->everything.reviewed().n, 0u);
    EXPECT_EQ(analysis->axisLo, 0);
    EXPECT_EQ(analysis->axisHi, 1);
    EXPECT_FALSE(analysis->weighted);
    EXPECT_FALSE(analysis->costs);
}

TEST(ClassAnalysis, LooksAtTheCohortOnly) {
    const auto table = test::demoRun("hpc_jobs/hpc_jobs_v2_forest.jsonl").build();
    const auto analysis = analyseClasses(table, "label = 'M'", std::nullopt);
    EXPECT_EQ(analysis->samples(), 514u);
    EXPECT_EQ(analysis->everything.truthTotal(0).n, 0u);
    EXPECT_THROW(analyseClasses(table, "no such column = 1", std::nullopt), Error);
}

TEST(ClassAnalysis, TheAxisIsTheRangeOfScoresThatAreNoProbabilities) {
    test::RandomClasses run({3, 50, 0, false, false, 0.2, false}, 8);
    for (auto& column : run.scores)
        for (double& score : column)
            score = score * 10 - 3;
    auto builder = run.builder();
    builder.info.kind = ScoreKind::Raw;
    const auto analysis = analyseClasses(builder.build(), "", std::nullopt);
    double lowest = std::numeric_limits<double>::infinity();
    double highest = -lowest;
    for (std::size_t i = 0; i < run.samples(); ++i)
        if (const auto confidence = run.confidence(i)) {
            lowest = std::min(lowest, *confidence);
            highest = std::max(highest, *confidence);
        }
    EXPECT_EQ(analysis->axisLo, lowest);
    EXPECT_EQ(analysis->axisHi, highest);
}

TEST(ClassAnalysis, CostsOfAnotherNumberOfClassesAreNotTaken) {
    const auto table = test::RandomClasses({3, 20, 0, false, false, 0, false}, 1).builder().build();
    ClassCosts costs;
    costs.classes = 2;
    costs.money = {0, 1, 1, 0};
    EXPECT_FALSE(analyseClasses(table, "", costs)->costs);
    costs.classes = 3;
    costs.money.assign(9, 1);
    EXPECT_TRUE(analyseClasses(table, "", costs)->costs);
}

}  // namespace
}  // namespace reckoner
