#include "core/metrics/confidence.h"

#include <limits>

#include <gtest/gtest.h>

#include "core/data/filter.h"
#include "tests/support/demo_table.h"
#include "tests/support/random_classes.h"

namespace reckoner {
namespace {

constexpr double kEndless = std::numeric_limits<double>::infinity();

struct CountedConfidence {
    ConfusionTable table;
    std::uint64_t right = 0, wrong = 0, reviewed = 0;
    double rightWeight = 0, wrongWeight = 0, reviewedWeight = 0;
};

// One look at every sample.
CountedConfidence countedAt(const test::RandomClasses& run, double threshold) {
    CountedConfidence counted{ConfusionTable(run.classes.size())};
    for (std::size_t i = 0; i < run.samples(); ++i) {
        const auto called = run.called(i);
        if (!called) continue;
        const double weight = run.weight(i);
        const double confidence = run.confidence(i).value_or(kEndless);
        if (!(confidence >= threshold)) {
            counted.table.review[run.truth[i]] += {1, weight, weight * weight};
            ++counted.reviewed;
            counted.reviewedWeight += weight;
            continue;
        }
        counted.table.called.add(run.truth[i], *called, weight);
        const bool right = run.truth[i] == *called;
        ++(right ? counted.right : counted.wrong);
        (right ? counted.rightWeight : counted.wrongWeight) += weight;
    }
    return counted;
}

void expectSameCell(const ClassMatrix::Cell& ours, const ClassMatrix::Cell& counted) {
    EXPECT_EQ(ours.n, counted.n);
    EXPECT_NEAR(ours.weight, counted.weight, 1e-9 * std::max(1.0, counted.weight));
    EXPECT_NEAR(ours.weightSq, counted.weightSq, 1e-9 * std::max(1.0, counted.weightSq));
}

void expectSameAt(const ConfidenceSweep& sweep, const test::RandomClasses& run, double threshold) {
    const CountedConfidence counted = countedAt(run, threshold);
    const ConfusionTable table = sweep.table(threshold);
    for (std::size_t t = 0; t < run.classes.size(); ++t) {
        expectSameCell(table.review[t], counted.table.review[t]);
        for (std::size_t p = 0; p < run.classes.size(); ++p)
            expectSameCell(table.called.at(t, p), counted.table.called.at(t, p));
    }
    const ConfidenceSweep::Split split = sweep.at(threshold);
    EXPECT_EQ(split.right.n, counted.right);
    EXPECT_EQ(split.wrong.n, counted.wrong);
    EXPECT_EQ(split.reviewed.n, counted.reviewed);
    EXPECT_NEAR(split.reviewed.weight, counted.reviewedWeight, 1e-9 * (1 + counted.reviewedWeight));
    const double answered = counted.rightWeight + counted.wrongWeight;
    ASSERT_EQ(bool(split.accuracy()), answered > 0);
    if (answered > 0) {
        EXPECT_NEAR(*split.accuracy(), counted.rightWeight / answered, 1e-12);
    }
}

TEST(ConfidenceSweep, AgreesWithOneLookAtEverySample) {
    std::uint64_t seed = 1;
    for (const test::RandomClassesShape& shape : test::randomClassesShapes()) {
        const test::RandomClasses run(shape, ++seed);
        const auto table = run.builder().build();
        const ClassifiedRows rows = ClassifiedRows::of(*table, RowSet::all(table->rows()));
        const auto sweep = ConfidenceSweep::build(*table, rows);
        std::vector<double> thresholds{-kEndless, -1, 0, 0.25, 1.0 / 3, 0.5, 0.75, 1, kEndless};
        for (std::size_t i = 0; i < run.samples(); i += 1 + run.samples() / 7)
            if (const auto confidence = run.confidence(i)) thresholds.push_back(*confidence);
        for (const double threshold : thresholds)
            expectSameAt(*sweep, run, threshold);
    }
}

TEST(ConfidenceSweep, AgreesBehindManyCheckpoints) {
    const test::RandomClasses run({3, 9000, 0, true, false, 0.02, false}, 99);
    const auto table = run.builder().build();
    const auto sweep = ConfidenceSweep::build(*table, ClassifiedRows::of(*table, RowSet::all(table->rows())));
    for (int i = 0; i <= 200; ++i)
        expectSameAt(*sweep, run, i / 200.0);
}

TEST(ConfidenceSweep, TwoHundredClassesAddUp) {
    const test::RandomClasses run({200, 90'000, 0, false, false, 0, false}, 7);
    const auto table = run.builder().build();
    const auto sweep = ConfidenceSweep::build(*table, ClassifiedRows::of(*table, RowSet::all(table->rows())));
    const double middle = *sweep->answers().above(0.99);
    const ConfusionTable at = sweep->table(middle);
    EXPECT_GT(at.reviewed().n, 0u);
    EXPECT_GT(at.called.total().n, 0u);
    EXPECT_EQ(at.total().n, 90'000u);
    expectSameAt(*sweep, run, middle);
}

TEST(ConfidenceSweep, SaysWhenNothingIsKnown) {
    test::VectorTable builder;
    builder.info.task = Task::Multiclass;
    builder.info.classes = {"a", "b"};
    const auto table =
        builder.labels({"a", "b", "a"}).category("p", ColumnRole::Prediction, {"a", "b", "b"}).build();
    const auto sweep = ConfidenceSweep::build(*table, ClassifiedRows::of(*table, RowSet::all(3)));
    EXPECT_FALSE(sweep->known());
    EXPECT_EQ(sweep->at(-kEndless).right.n, 2u);
    EXPECT_EQ(sweep->at(0.1).reviewed.n, 0u);
}

TEST(ConfidenceSweep, CountsTheJobsOfTheDemo) {
    const auto table = test::demoRun("hpc_jobs/hpc_jobs_v2_forest.jsonl").build();
    const auto sweep = ConfidenceSweep::build(*table, ClassifiedRows::of(*table, RowSet::all(table->rows())));
    EXPECT_TRUE(sweep->known());
    const ConfidenceSweep::Split split = sweep->at(0.5);
    EXPECT_EQ(split.reviewed.n, 298u);
    EXPECT_EQ(split.right.n + split.wrong.n, 4033u);
    EXPECT_NEAR(*split.accuracy(), 0.875, 0.0005);
}

// A cell's filter finds the samples the cell counts, whatever the confidence asked for.
TEST(ConfidenceSweep, CellsAndFiltersAgree) {
    std::uint64_t seed = 400;
    for (const bool predictions : {false, true}) {
        const test::RandomClasses run({4, 400, 9, false, predictions, 0.1, false}, ++seed);
        const auto table = run.builder().build();
        const RowSet everything = RowSet::all(table->rows());
        const auto sweep = ConfidenceSweep::build(*table, ClassifiedRows::of(*table, everything));
        for (const double threshold : {-kEndless, 0.5, 0.7}) {
            OutcomeContext outcome;
            if (threshold > -kEndless) outcome.confidence = threshold;
            const ConfusionTable counted = sweep->table(threshold);
            const auto found = [&](const std::string& expression) {
                return Filter::parse(expression).apply(*table, outcome).size();
            };
            for (std::size_t t = 0; t < 4; ++t)
                for (std::size_t p = 0; p < 4; ++p)
                    EXPECT_EQ(
                        found("label = '" + run.classes[t] + "' and predicted = '" + run.classes[p] + "'"),
                        counted.called.at(t, p).n);
            EXPECT_EQ(found("predicted = review"), counted.reviewed().n);
            EXPECT_EQ(found("outcome = right"), counted.called.correct().n);
            EXPECT_EQ(found("outcome = wrong"), counted.called.total().n - counted.called.correct().n);
        }
    }
}

}  // namespace
}  // namespace reckoner
