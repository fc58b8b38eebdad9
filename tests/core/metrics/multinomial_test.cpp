#include "core/metrics/multinomial.h"

#include <cmath>
#include <numeric>
#include <vector>

#include <gtest/gtest.h>

namespace reckoner {
namespace {

// The distribution itself, term by term.
std::vector<double> binomialShares(std::uint64_t trials, double p) {
    std::vector<double> shares;
    for (std::uint64_t k = 0; k <= trials; ++k)
        shares.push_back(std::exp(std::lgamma(trials + 1.0) - std::lgamma(k + 1.0) -
                                  std::lgamma(static_cast<double>(trials - k) + 1) +
                                  static_cast<double>(k) * std::log(p) +
                                  static_cast<double>(trials - k) * std::log1p(-p)));
    return shares;
}

TEST(Multinomial, ABinomialIsDrawnAsOftenAsItsDistributionSays) {
    constexpr std::uint64_t kDraws = 200'000;
    for (const auto& [trials, p] : {std::pair<std::uint64_t, double>{1, 0.3},
                                    {7, 0.5},
                                    {40, 0.02},
                                    {60, 0.4},
                                    {200, 0.11},
                                    {300, 0.93}}) {
        Random random(17, trials);
        std::vector<double> seen(trials + 1);
        for (std::uint64_t i = 0; i < kDraws; ++i)
            ++seen[binomial(random, trials, p)];
        // Chi-squared over the cells that expect at least 10, the others together.
        double chi = 0, restSeen = 0, restExpected = 0;
        int cells = 0;
        const std::vector<double> shares = binomialShares(trials, p);
        for (std::size_t k = 0; k < shares.size(); ++k) {
            const double expected = shares[k] * kDraws;
            if (expected < 10) {
                restSeen += seen[k];
                restExpected += expected;
                continue;
            }
            chi += (seen[k] - expected) * (seen[k] - expected) / expected;
            ++cells;
        }
        if (restExpected > 1) chi += (restSeen - restExpected) * (restSeen - restExpected) / restExpected;
        // Five standard deviations above the mean of a chi-squared of so many cells.
        EXPECT_LT(chi, cells + 5 * std::sqrt(2.0 * cells)) << trials << " " << p;
    }
}

TEST(Multinomial, TheEndsAreNotDrawnAtAll) {
    Random random(1);
    EXPECT_EQ(binomial(random, 0, 0.5), 0u);
    EXPECT_EQ(binomial(random, 9, 0), 0u);
    EXPECT_EQ(binomial(random, 9, 1), 9u);
    EXPECT_LE(binomial(random, 1'000'000'000'000ULL, 0.5), 1'000'000'000'000ULL);
}

TEST(Multinomial, CountsAreResampledToTheSameSumWithTheRightSpread) {
    const std::vector<std::uint64_t> counts{0, 5, 120, 0, 875, 0};
    std::vector<std::uint64_t> drawn(counts.size());
    double sum = 0, squares = 0;
    constexpr int kRounds = 20'000;
    for (int i = 0; i < kRounds; ++i) {
        Random random(3, static_cast<std::uint64_t>(i));
        resampleCounts(random, counts, drawn);
        ASSERT_EQ(std::accumulate(drawn.begin(), drawn.end(), std::uint64_t{0}), 1000u);
        EXPECT_EQ(drawn[0] + drawn[3] + drawn[5], 0u);
        sum += static_cast<double>(drawn[2]);
        squares += static_cast<double>(drawn[2]) * static_cast<double>(drawn[2]);
    }
    const double mean = sum / kRounds;
    EXPECT_NEAR(mean, 120, 0.4);
    EXPECT_NEAR(squares / kRounds - mean * mean, 1000 * 0.12 * 0.88, 4);
}

TEST(Multinomial, NothingStaysNothing) {
    Random random(1);
    std::vector<std::uint64_t> none(3), drawn(3, 9);
    resampleCounts(random, none, drawn);
    EXPECT_EQ(drawn, none);
    resampleCounts(random, {}, {});
}

}  // namespace
}  // namespace reckoner
