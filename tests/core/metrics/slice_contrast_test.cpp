#include "core/metrics/slice_contrast.h"

#include <cmath>

#include <gtest/gtest.h>

#include "core/metrics/significance.h"

namespace reckoner {
namespace {

TEST(SliceContrast, OfErrorsIsTheTwoProportionTest) {
    SliceData data;
    std::vector<std::uint8_t> members;
    for (int i = 0; i < 200; ++i) {
        members.push_back(i < 50 ? 1 : 0);
        data.errors.push_back(i < 20 || i % 10 == 0 ? 1 : 0);
    }
    double inside = 0, outside = 0;
    for (int i = 0; i < 200; ++i)
        (i < 50 ? inside : outside) += data.errors[static_cast<std::size_t>(i)];
    EXPECT_EQ(*sliceContrast(data, members), *twoProportionP({inside / 50, 50}, {outside / 150, 150}));
    EXPECT_FALSE(sliceContrast(data, std::vector<std::uint8_t>(200, 1)));
    EXPECT_FALSE(sliceContrast(data, std::vector<std::uint8_t>(200, 0)));
}

TEST(SliceContrast, OfMoneyIsWelchsTest) {
    SliceData data;
    data.errors = {10, 12, 14, 0, 2, 4, 6};
    const std::vector<std::uint8_t> members{1, 1, 1, 0, 0, 0, 0};
    // Means 12 and 3, variances of the means 4/3 and (20/3)/4.
    const double z = 9 / std::sqrt(4.0 / 3 + 20.0 / 12);
    EXPECT_NEAR(*sliceContrast(data, members), std::erfc(z / std::sqrt(2.0)), 1e-12);
    data.errors.assign(7, 5);
    EXPECT_EQ(*sliceContrast(data, members), 1);
}

TEST(SliceContrast, ChecksSlicesTogether) {
    SliceData data;
    std::vector<std::uint8_t> bad, calm, none;
    for (int i = 0; i < 1000; ++i) {
        bad.push_back(i < 200 ? 1 : 0);
        calm.push_back(i % 2 == 0 ? 1 : 0);
        none.push_back(0);
        data.errors.push_back(i < 200 ? i % 2 : i % 10 == 0 ? 1 : 0);
    }
    const auto checks = checkSlices(data, {bad, calm, none});
    ASSERT_EQ(checks.size(), 3u);
    EXPECT_EQ(checks[0].n, 200u);
    EXPECT_NEAR(*checks[0].rate, 0.5, 1e-12);
    EXPECT_NEAR(*checks[0].lift, 0.5 / 0.18, 1e-12);
    EXPECT_TRUE(checks[0].confirmed());
    EXPECT_FALSE(checks[1].confirmed());
    EXPECT_EQ(checks[2].n, 0u);
    EXPECT_FALSE(checks[2].rate);
    EXPECT_FALSE(checks[2].confirmed());
    EXPECT_GE(*checks[1].qValue, *checks[1].pValue);
}

}  // namespace
}  // namespace reckoner
