#include "core/metrics/binned_draws.h"

#include <cmath>

#include <gtest/gtest.h>

namespace reckoner {
namespace {

TEST(BinnedDraws, MeanAndVarianceAreThoseOfDrawingValueByValue) {
    Random random(5);
    std::vector<double> values;
    std::vector<std::uint8_t> classes;
    for (int i = 0; i < 4'000; ++i) {
        classes.push_back(static_cast<std::uint8_t>(random.below(2)));
        // Heavy on one side, with an atom at 0.
        values.push_back(random.unit() < 0.4 ? 0 : std::exp(2 * random.normal()) - (classes.back() ? 3 : 0));
    }
    double expected[2] = {}, n[2] = {};
    for (std::size_t i = 0; i < values.size(); ++i) {
        expected[classes[i]] += values[i];
        ++n[classes[i]];
    }
    const BinnedDraws draws(values, classes, 2);
    std::vector<std::uint64_t> scratch;
    double sums[2] = {}, squares[2] = {}, drawnN[2] = {};
    constexpr int kRounds = 4'000;
    for (std::uint32_t r = 0; r < kRounds; ++r) {
        Random replicate(7, r);
        BinnedDraws::ClassSum out[2];
        draws.draw(replicate, scratch, out);
        EXPECT_EQ(out[0].n + out[1].n, values.size());
        for (int of = 0; of < 2; ++of) {
            sums[of] += out[of].sum;
            squares[of] += (out[of].sum - expected[of]) * (out[of].sum - expected[of]);
            drawnN[of] += static_cast<double>(out[of].n);
        }
    }
    for (int of = 0; of < 2; ++of) {
        // The sum of the values of one class among n draws: n (mean of x^2 - mean of x squared), x 0
        // elsewhere.
        double meanSquare = 0;
        for (std::size_t i = 0; i < values.size(); ++i)
            meanSquare += classes[i] == of ? values[i] * values[i] : 0;
        const auto all = static_cast<double>(values.size());
        const double variance = meanSquare - expected[of] * expected[of] / all;
        EXPECT_NEAR(sums[of] / kRounds, expected[of], 4 * std::sqrt(variance / kRounds));
        EXPECT_NEAR(squares[of] / kRounds, variance, 0.12 * variance);
        EXPECT_NEAR(drawnN[of] / kRounds, n[of], 2);
    }
}

TEST(BinnedDraws, ValuesThatAreAllTheSameMakeOneBinWithoutNoise) {
    const std::vector<double> values(100, -2.5);
    const BinnedDraws draws(values, {}, 1);
    EXPECT_EQ(draws.bins(), 1U);
    Random random(1);
    std::vector<std::uint64_t> scratch;
    BinnedDraws::ClassSum sum;
    draws.draw(random, scratch, std::span(&sum, 1));
    EXPECT_EQ(sum.sum, -250);
    EXPECT_EQ(sum.n, 100U);
}

}  // namespace
}  // namespace reckoner
