// Intervals of several classes from one resampling, against figures resampled one by one and sample by
// sample.
#include "core/metrics/class_intervals.h"

#include <gtest/gtest.h>

#include "core/metrics/intervals.h"
#include "core/metrics/matrix_figures.h"
#include "core/metrics/tally_bootstrap.h"
#include "tests/support/random_classes.h"

namespace reckoner {
namespace {

ClassifiedRows rowsWithIntervals(bool weighted, std::uint64_t seed) {
    test::RandomClassesShape shape;
    shape.classes = 4;
    shape.samples = 600;
    shape.weighted = weighted;
    const auto table = test::RandomClasses(shape, seed).builder().build();
    return ClassifiedRows::of(*table, RowSet::all(table->rows()));
}

void expectClose(const std::optional<Interval>& ours, const std::optional<Interval>& other,
                 const std::string& what) {
    ASSERT_TRUE(ours && other) << what;
    EXPECT_NEAR(ours->lo, other->lo, 0.012) << what;
    EXPECT_NEAR(ours->hi, other->hi, 0.012) << what;
}

TEST(ClassIntervals, AgreeWithFiguresResampledOneByOne) {
    for (const bool weighted : {false, true}) {
        SCOPED_TRACE(weighted);
        const ClassifiedRows rows = rowsWithIntervals(weighted, 11);
        const ClassMatrix matrix = ClassMatrix::of(rows);
        const ClassIntervals intervals = classIntervals(matrix, std::nullopt);
        EXPECT_EQ(intervals.replicates, 2'000U);
        for (const std::string id : {"macro_f1", "weighted_f1", "balanced_accuracy", "kappa"}) {
            const auto figure = [&id](const MatrixNumbers& numbers) { return matrixFigure(numbers, id); };
            const auto plain = weighted ? classifiedInterval(rows, figure) : matrixInterval(matrix, figure);
            expectClose(intervals.figures.at(id), plain, id);
        }
        const auto f1 = [](const MatrixNumbers& numbers) { return numbers.perClass[2].f1; };
        expectClose(intervals.f1[2], weighted ? classifiedInterval(rows, f1) : matrixInterval(matrix, f1),
                    "f1");
        const ClassMatrix::Cell all = matrix.truthTotal(1), found = matrix.at(1, 1);
        const auto recall = wilson95Weighted(found.weight, all.weight, all.weightSq);
        EXPECT_DOUBLE_EQ(intervals.recall[1]->lo, recall->lo);
        EXPECT_DOUBLE_EQ(intervals.recall[1]->hi, recall->hi);
    }
}

TEST(ClassIntervals, OfMoneyHoldWhatItCosts) {
    const ClassMatrix matrix = ClassMatrix::of(rowsWithIntervals(true, 5));
    ClassCosts costs;
    costs.classes = 4;
    costs.money.assign(16, 10);
    for (std::size_t c = 0; c < 4; ++c)
        costs.money[c * 4 + c] = 0;
    const ClassIntervals intervals = classIntervals(matrix, costs);
    const double one = classTotal(matrix, costs) / matrix.total().weight;
    ASSERT_TRUE(intervals.cost);
    EXPECT_LT(intervals.cost->lo, one);
    EXPECT_GT(intervals.cost->hi, one);
    // Every mistake costs ten: the interval is the one of the error rate.
    const auto& accuracy = intervals.figures.at("accuracy");
    EXPECT_NEAR(intervals.cost->lo, 10 * (1 - accuracy.hi), 0.3);
    EXPECT_NEAR(intervals.cost->hi, 10 * (1 - accuracy.lo), 0.3);
    EXPECT_FALSE(classIntervals(matrix, std::nullopt).cost);
}

TEST(ClassIntervals, WhereNothingIsKnownThereIsNone) {
    const ClassIntervals empty = classIntervals(ClassMatrix(3), std::nullopt);
    EXPECT_TRUE(empty.figures.empty());
    EXPECT_EQ(empty.f1.size(), 3U);
    EXPECT_FALSE(empty.f1[0]);
    ClassMatrix oneMissing(3);
    oneMissing.add(0, 0, 1);
    oneMissing.add(1, 0, 1);
    oneMissing.add(0, 1, 1);
    const ClassIntervals intervals = classIntervals(oneMissing, std::nullopt);
    EXPECT_FALSE(intervals.recall[2]);
    EXPECT_FALSE(intervals.f1[2]);
    EXPECT_TRUE(intervals.recall[0]);
}

}  // namespace
}  // namespace reckoner
