#include "core/review/drawn_sample.h"

#include <algorithm>
#include <map>
#include <set>

#include <gtest/gtest.h>

namespace reckoner {
namespace {

TEST(DrawnSample, HoldsDistinctRowsOfTheSet) {
    const RowSet rows({3, 5, 8, 13, 21, 34, 55}, 100);
    for (std::uint64_t seed = 0; seed < 200; ++seed)
        for (std::size_t n = 0; n <= 9; ++n) {
            const auto drawn = drawSample(rows, n, seed);
            EXPECT_EQ(drawn.size(), std::min<std::size_t>(n, 7));
            const std::set<RowIndex> distinct(drawn.begin(), drawn.end());
            EXPECT_EQ(distinct.size(), drawn.size());
            for (const RowIndex row : drawn)
                EXPECT_TRUE(row == 3 || row == 5 || row == 8 || row == 13 || row == 21 || row == 34 ||
                            row == 55);
        }
}

TEST(DrawnSample, IsTheSameForTheSameSeedAndAnotherForAnother) {
    const RowSet rows = RowSet::all(1000);
    EXPECT_EQ(drawSample(rows, 50, 7), drawSample(rows, 50, 7));
    EXPECT_NE(drawSample(rows, 50, 7), drawSample(rows, 50, 8));
    EXPECT_TRUE(drawSample(RowSet::all(0), 50, 7).empty());
}

// Every pair of 5 rows about as often as every other, in both orders.
TEST(DrawnSample, PrefersNobody) {
    std::map<std::vector<RowIndex>, int> seen;
    constexpr int kDraws = 20'000;
    for (int seed = 0; seed < kDraws; ++seed)
        ++seen[drawSample(RowSet::all(5), 2, static_cast<std::uint64_t>(seed))];
    ASSERT_EQ(seen.size(), 20u);
    for (const auto& [pair, times] : seen)
        EXPECT_NEAR(times, kDraws / 20, 5 * 31) << pair[0] << pair[1];
}

}  // namespace
}  // namespace reckoner
