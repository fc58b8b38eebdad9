#include "core/base/random.h"

#include <array>
#include <cmath>
#include <vector>

#include <gtest/gtest.h>

namespace reckoner {
namespace {

// From a separate implementation of SplitMix64 in Python that reproduces the published sequence of seed
// 1234567 (6457827717110365317, 3203168211198807973, ...).
TEST(Random, DrawsTheKnownNumbersOfASeedAndStream) {
    Random first(1);
    EXPECT_EQ(first.next(), 0x5858fc074ef2cb9cULL);
    EXPECT_EQ(first.next(), 0x0bcbb32585cbf0c0ULL);
    EXPECT_EQ(first.next(), 0xf1af7c3492bac3fcULL);
    EXPECT_EQ(Random(1, 1).next(), 0x757b740a2e2eb870ULL);
    EXPECT_EQ(Random(2).next(), 0xa9597e3bca920bf6ULL);
    EXPECT_EQ(Random(20260304, 7).next(), 0x13f2f45df37ce2bdULL);
}

TEST(Random, DrawsKnownIntegersUnitsAndNormals) {
    Random dice(42);
    for (const std::uint64_t expected : {2, 1, 5, 4, 3, 3, 2, 4, 1, 2, 5, 2})
        EXPECT_EQ(dice.below(6), expected);
    // A bound of 3/4 of the range: every fourth draw is refused and drawn again.
    Random wide(42);
    EXPECT_EQ(wide.below(3ULL << 62), 6787775725373577156ULL);
    EXPECT_EQ(wide.below(3ULL << 62), 3541929187787518182ULL);
    Random unit(42);
    EXPECT_EQ(unit.unit(), 0.49062141251962677);
    EXPECT_EQ(unit.unit(), 0.2560111546792696);
    Random normal(42);
    EXPECT_NEAR(normal.normal(), -0.0650369114436861, 1e-15);
    EXPECT_NEAR(normal.normal(), 1.5622318650325169, 1e-15);
}

TEST(Random, IntegersAreEvenlySpread) {
    constexpr int kDraws = 140'000;
    std::array<int, 7> counts{};
    Random random(7);
    for (int i = 0; i < kDraws; ++i)
        ++counts.at(random.below(7));
    double chiSquare = 0;
    for (const int n : counts)
        chiSquare += std::pow(n - kDraws / 7.0, 2) / (kDraws / 7.0);
    EXPECT_LT(chiSquare, 22.46);  // 99.9 % of chi-square with 6 degrees of freedom
}

TEST(Random, AnAwkwardBoundHasNoModuloBias) {
    // Of [0, 3/4 of the range) the plain remainder would give the lower third twice the weight.
    Random random(11);
    int lowerThird = 0;
    for (int i = 0; i < 30'000; ++i)
        lowerThird += random.below(3ULL << 62) < (1ULL << 62) ? 1 : 0;
    EXPECT_NEAR(lowerThird, 10'000, 300);
}

TEST(Random, UnitsLieInZeroToOneWithTheRightMoments) {
    constexpr int kDraws = 200'000;
    Random random(3);
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < kDraws; ++i) {
        const double u = random.unit();
        ASSERT_GE(u, 0);
        ASSERT_LT(u, 1);
        sum += u;
        squares += u * u;
    }
    EXPECT_NEAR(sum / kDraws, 0.5, 0.003);
    EXPECT_NEAR(squares / kDraws, 1.0 / 3, 0.003);
}

TEST(Random, NormalsHaveTheRightMomentsAndTails) {
    constexpr int kDraws = 200'000;
    Random random(5);
    double sum = 0;
    double squares = 0;
    int beyond = 0;
    for (int i = 0; i < kDraws; ++i) {
        const double z = random.normal();
        sum += z;
        squares += z * z;
        beyond += std::fabs(z) > 1.959963984540054 ? 1 : 0;
    }
    EXPECT_NEAR(sum / kDraws, 0, 0.01);
    EXPECT_NEAR(squares / kDraws, 1, 0.015);
    EXPECT_NEAR(beyond / static_cast<double>(kDraws), 0.05, 0.002);
}

TEST(Random, StreamsOfOneSeedAreUnrelated) {
    constexpr int kDraws = 50'000;
    Random a(9, 0);
    Random b(9, 1);
    double product = 0;
    for (int i = 0; i < kDraws; ++i)
        product += (a.unit() - 0.5) * (b.unit() - 0.5);
    EXPECT_NEAR(product / kDraws * 12, 0, 0.02);  // the correlation
}

}  // namespace
}  // namespace reckoner
