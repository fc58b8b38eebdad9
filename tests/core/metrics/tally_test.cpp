#include "core/metrics/tally.h"

#include <gtest/gtest.h>

namespace reckoner {
namespace {

TEST(Tally, AddsCellByCell) {
    Tally a;
    a.tp = {1, 1.5, 2.25, {10, 1}};
    a.fp = {2, 2, 2, {20}};
    Tally b;
    b.tp = {3, 0.5, 0.25, {5, 2}};
    b.fn = {4, 4, 4, {}};
    b.tn = {5, 5, 5, {}};
    a += b;
    EXPECT_EQ(a.tp.n, 4u);
    EXPECT_EQ(a.tp.weight, 2);
    EXPECT_EQ(a.tp.weightSq, 2.5);
    EXPECT_EQ(a.tp.amounts[0], 15);
    EXPECT_EQ(a.tp.amounts[1], 3);
    EXPECT_EQ(a.n(), 15u);
    EXPECT_EQ(a.flagged(), 6u);
    EXPECT_EQ(a.positives(), 8u);
    EXPECT_EQ(a.negatives(), 7u);
    EXPECT_EQ(a.weight(), 13);
    a.tp -= b.tp;
    EXPECT_EQ(a.tp.n, 1u);
    EXPECT_EQ(a.tp.amounts[1], 1);
}

}  // namespace
}  // namespace reckoner
