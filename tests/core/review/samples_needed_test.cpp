#include "core/review/samples_needed.h"

#include <cmath>

#include <gtest/gtest.h>

#include "core/base/random.h"
#include "core/metrics/intervals.h"

namespace reckoner {
namespace {

TEST(SamplesNeeded, AnIntervalIsSettledOnEitherSideOfItsBound) {
    EXPECT_TRUE(settled({0.8, 0.9}, 0.8, false));
    EXPECT_FALSE(settled({0.7, 0.8}, 0.8, false));
    EXPECT_TRUE(settled({0.7, 0.79}, 0.8, false));
    EXPECT_TRUE(settled({0.7, 0.8}, 0.8, true));
    EXPECT_FALSE(settled({0.8, 0.9}, 0.8, true));
    EXPECT_TRUE(settled({0.81, 0.9}, 0.8, true));
}

// One more trial at a time.
std::optional<std::uint64_t> oneByOne(double successes, double trials, double bound, bool atMost) {
    const double share = successes / trials;
    for (std::uint64_t more = 0; more < 20'000; ++more) {
        const double n = trials + static_cast<double>(more);
        if (settled(*clopperPearson95(share * n, n), bound, atMost)) return more;
    }
    return std::nullopt;
}

TEST(SamplesNeeded, OfAShareItIsTheFirstNumberThatSettlesIt) {
    Random random(7);
    int found = 0;
    for (int round = 0; round < 60; ++round) {
        const auto trials = static_cast<double>(1 + random.below(80));
        const double successes = std::floor(random.unit() * (trials + 1));
        const double bound = std::round(random.unit() * 20) / 20;
        const bool atMost = random.below(2) == 0;
        const auto expected = oneByOne(successes, trials, bound, atMost);
        const auto got = moreTrials(successes, trials, bound, atMost);
        if (expected) {
            ++found;
            EXPECT_EQ(got, expected) << successes << "/" << trials << " against " << bound;
        } else {
            EXPECT_TRUE(!got || *got >= 20'000) << successes << "/" << trials << " against " << bound;
        }
    }
    EXPECT_GT(found, 30);
}

TEST(SamplesNeeded, NothingSettlesAValueThatIsItsBound) {
    EXPECT_FALSE(moreTrials(8, 10, 0.8, false));
    EXPECT_FALSE(moreTrials(10, 10, 1, false));
    EXPECT_FALSE(moreTrials(0, 0, 0.5, false));
    EXPECT_FALSE(moreSamples(0.8, {0.7, 0.9}, 100, 0.8, false));
}

TEST(SamplesNeeded, OtherIntervalsShrinkWithTheSquareRoot) {
    EXPECT_EQ(moreSamples(0.75, {0.25, 1.0}, 100, 0.5, false), 300U);
    EXPECT_EQ(moreSamples(0.25, {0.0, 0.75}, 100, 0.5, false), 300U);
    EXPECT_EQ(moreSamples(0.75, {0.625, 1.0}, 100, 0.5, false), 0U);
    // Scanned: the first n at which the shrunk interval no longer straddles.
    Random random(11);
    for (int round = 0; round < 200; ++round) {
        const double value = random.unit(), bound = random.unit();
        const Interval interval{value - random.unit(), value + random.unit()};
        const bool atMost = random.below(2) == 0;
        const auto more = moreSamples(value, interval, 50, bound, atMost);
        ASSERT_TRUE(more);
        const auto at = [&](double n) {
            const double scale = std::sqrt(50 / n);
            return Interval{value - (value - interval.lo) * scale, value + (interval.hi - value) * scale};
        };
        EXPECT_TRUE(settled(at(51 + static_cast<double>(*more)), bound, atMost));
        if (*more > 1) {
            EXPECT_FALSE(settled(at(49 + static_cast<double>(*more)), bound, atMost));
        }
    }
}

TEST(SamplesNeeded, TrialsAreAShareOfTheSamples) {
    EXPECT_EQ(samplesFor(10, 25, 100), 40U);
    EXPECT_EQ(samplesFor(1, 30, 100), 4U);
    EXPECT_EQ(samplesFor(0, 30, 100), 0U);
}

}  // namespace
}  // namespace reckoner
