#include "core/metrics/sample_need.h"

#include <cmath>

#include <gtest/gtest.h>

#include "core/base/random.h"
#include "core/metrics/multinomial.h"

namespace reckoner {
namespace {

TEST(SampleNeed, AgreesWithTheTextbookForSamplesOfTheSameSize) {
    // R: power.prop.test(p1 = 0.70, p2 = 0.75, power = 0.8) says 1,250.2 in each; here the rest has just
    // that.
    const auto needed = trialsNeeded({0.75, 1251}, 0.05, 0.8);
    ASSERT_TRUE(needed);
    EXPECT_NEAR(static_cast<double>(*needed), 1250, 3);
}

TEST(SampleNeed, IsTheFewestThatDo) {
    Random random(3);
    for (int i = 0; i < 200; ++i) {
        const Share rest{random.unit(), 400 + static_cast<double>(random.below(100'000))};
        const auto needed = trialsNeeded(rest, 0.05 + 0.2 * random.unit(), 0.5 + 0.45 * random.unit());
        if (!needed) continue;
        EXPECT_GT(*needed, 0u);
        EXPECT_LT(*needed, std::uint64_t{1} << 40);
    }
    // A larger rest, a larger difference and less power need fewer.
    EXPECT_GT(*trialsNeeded({0.7, 2'000}), *trialsNeeded({0.7, 200'000}));
    EXPECT_GT(*trialsNeeded({0.7, 2'000}, 0.05), *trialsNeeded({0.7, 2'000}, 0.1));
    EXPECT_GT(*trialsNeeded({0.7, 2'000}, 0.05, 0.9), *trialsNeeded({0.7, 2'000}, 0.05, 0.8));
}

TEST(SampleNeed, SoManyTrialsFindTheDifferenceAsOftenAsPromised) {
    const Share rest{0.8, 3'000};
    const auto needed = *trialsNeeded(rest, 0.05, 0.8);
    int found = 0;
    constexpr int kRounds = 4'000;
    for (int i = 0; i < kRounds; ++i) {
        Random random(11, static_cast<std::uint64_t>(i));
        const double mine = static_cast<double>(binomial(random, needed, 0.75)) / static_cast<double>(needed);
        const double others = static_cast<double>(binomial(random, 3'000, 0.8)) / 3'000;
        if (*twoProportionP({mine, static_cast<double>(needed)}, {others, 3'000}) < 0.05) ++found;
    }
    EXPECT_NEAR(found / static_cast<double>(kRounds), 0.8, 0.025);
}

TEST(SampleNeed, ASmallRestNeverDoes) {
    EXPECT_FALSE(trialsNeeded({0.7, 20}));
    EXPECT_FALSE(trialsNeeded({0.7, 0}));
    // A share of nearly nothing is compared upwards.
    EXPECT_TRUE(trialsNeeded({0.01, 100'000}));
    EXPECT_TRUE(trialsNeeded({0, 100'000}));
}

}  // namespace
}  // namespace reckoner
