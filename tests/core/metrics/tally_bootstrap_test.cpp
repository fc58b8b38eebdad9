#include "core/metrics/tally_bootstrap.h"

#include <cmath>

#include <gtest/gtest.h>

#include "core/metrics/bootstrap.h"
#include "core/metrics/matrix_figures.h"
#include "core/metrics/metric_list.h"
#include "tests/support/random_run.h"

namespace reckoner {
namespace {

Sums ofCount(std::uint64_t n) {
    return {n, static_cast<double>(n), static_cast<double>(n), {}};
}

TEST(TallyBootstrap, CountsGiveTheIntervalThatSamplesGive) {
    const test::RandomRun run({.samples = 1'500}, 5);
    ScoredRows rows;
    rows.scores = run.scores;
    rows.positiveBits = run.positives;
    for (RowIndex i = 0; i < run.scores.size(); ++i)
        rows.rows.push_back(i);
    BootstrapRequest request;
    request.rows = &rows;
    request.threshold = 0.5;
    const BootstrapIntervals plain = bootstrap(request);
    const Tally tally = run.countAt(0.5);
    for (const char* id : {"f1", "mcc", "balanced_accuracy", "kappa", "lift"}) {
        const auto fast = tallyInterval(tally, findMetric(id)->value);
        ASSERT_TRUE(fast);
        // A quantile of 2,000 replicates is off by about 0.06 standard errors; of two of them, by 0.09.
        const double tolerance = 3 * 0.09 * plain.standardErrors.at(id);
        EXPECT_NEAR(fast->lo, plain.intervals.at(id).lo, tolerance) << id;
        EXPECT_NEAR(fast->hi, plain.intervals.at(id).hi, tolerance) << id;
    }
}

TEST(TallyBootstrap, TheSameEveryTimeAndNothingWhereNothingIsDefined) {
    const Tally tally{ofCount(30), ofCount(10), ofCount(20), ofCount(40)};
    const auto f1 = findMetric("f1")->value;
    EXPECT_EQ(tallyInterval(tally, f1)->lo, tallyInterval(tally, f1)->lo);
    EXPECT_NE(tallyInterval(tally, f1)->lo, tallyInterval(tally, f1, 2'000, 9)->lo);
    EXPECT_FALSE(tallyInterval({}, findMetric("accuracy")->value));
}

TEST(TallyBootstrap, AMatrixOfTwoClassesIsItsTally) {
    const Tally tally{ofCount(30), ofCount(10), ofCount(20), ofCount(40)};
    ClassMatrix matrix(2);
    matrix.at(0, 0) = {40, 40, 40};
    matrix.at(0, 1) = {10, 10, 10};
    matrix.at(1, 0) = {20, 20, 20};
    matrix.at(1, 1) = {30, 30, 30};
    const auto ofMatrix =
        matrixInterval(matrix, [](const MatrixNumbers& m) { return matrixFigure(m, "kappa"); });
    const auto ofTally = tallyInterval(tally, findMetric("kappa")->value);
    EXPECT_NEAR(ofMatrix->lo, ofTally->lo, 0.03);
    EXPECT_NEAR(ofMatrix->hi, ofTally->hi, 0.03);
}

TEST(TallyBootstrap, WithoutWeightsSampleBySampleIsAboutTheSame) {
    ClassifiedRows rows;
    rows.classes = {"a", "b", "c"};
    Random random(4);
    for (RowIndex i = 0; i < 400; ++i) {
        rows.rows.push_back(i);
        rows.truth.push_back(static_cast<ClassCode>(random.below(3)));
        rows.predicted.push_back(random.unit() < 0.6 ? rows.truth.back()
                                                     : static_cast<ClassCode>(random.below(3)));
    }
    const auto figure = [](const MatrixNumbers& m) { return matrixFigure(m, "macro_f1"); };
    const auto plain = classifiedInterval(rows, figure);
    const auto fast = matrixInterval(ClassMatrix::of(rows), figure);
    const double tolerance = 0.1 * (plain->hi - plain->lo);
    EXPECT_NEAR(plain->lo, fast->lo, tolerance);
    EXPECT_NEAR(plain->hi, fast->hi, tolerance);
    rows.weights.assign(400, 2);
    EXPECT_NEAR(classifiedInterval(rows, figure)->lo, plain->lo, 1e-12);
}

}  // namespace
}  // namespace reckoner
