#include "core/cost/class_costs.h"

#include <gtest/gtest.h>

namespace reckoner {
namespace {

// Asymmetric on purpose: a transposed matrix would pass a symmetric test.
ClassCosts threeClassCosts() {
    ClassCosts costs;
    costs.classes = 3;
    costs.money = {0, 5, 7, 11, -2, 13, 17, 19, 0};
    costs.review = 3;
    return costs;
}

TEST(ClassMoney, IsOfTheTrueAndTheCalledClassAndOfReviews) {
    ConfusionTable table(3);
    table.called.add(0, 1, 2);
    table.called.add(1, 0, 1);
    table.called.add(1, 1, 4);
    table.review[2] = {2, 1.5, 1.25};
    const FoldedConfusion folded(table, {0, 1, 2});
    const ClassMoney money = classMoney(table, folded, threeClassCosts());
    EXPECT_EQ(money.cells[0 * 3 + 1], 10);
    EXPECT_EQ(money.cells[1 * 3 + 0], 11);
    EXPECT_EQ(money.cells[1 * 3 + 1], -8);
    EXPECT_EQ(money.review[2], 4.5);
    EXPECT_EQ(money.total, 10 + 11 - 8 + 4.5);
}

TEST(ClassMoney, FoldedClassesKeepTheirOwnCosts) {
    ConfusionTable table(3);
    for (std::size_t t = 0; t < 3; ++t)
        for (std::size_t p = 0; p < 3; ++p)
            table.called.add(t, p, 1);
    const FoldedConfusion apart(table, {2, 0, 1});
    const FoldedConfusion folded(table, {2, 0, 1}, {true, true, false});
    const ClassMoney money = classMoney(table, folded, threeClassCosts());
    EXPECT_EQ(money.cells, (std::vector<double>{0, 17 + 19, 7 + 13, 0 + 5 + 11 - 2}));
    EXPECT_EQ(money.total, classMoney(table, apart, threeClassCosts()).total);
}

TEST(ClassMoney, IsPerPeriodWhereAVolumeIsKnown) {
    ConfusionTable table(3);
    table.called.add(0, 1, 1);
    table.called.add(0, 0, 3);
    ClassCosts costs = threeClassCosts();
    costs.volumePerPeriod = 400;
    const ClassMoney money = classMoney(table, FoldedConfusion(table, {0, 1, 2}), costs);
    EXPECT_EQ(money.total, 500);
    EXPECT_EQ(classMoney(ConfusionTable(3), FoldedConfusion(ConfusionTable(3), {0, 1, 2}), costs).total, 0);
}

}  // namespace
}  // namespace reckoner
