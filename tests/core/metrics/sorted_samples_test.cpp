#include "core/metrics/sorted_samples.h"

#include <limits>

#include <gtest/gtest.h>

namespace reckoner {
namespace {

TEST(SortedSamples, CarryGroupTruthWeightAndAmountAlong) {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const std::vector<double> scores{0.2, 0.9, 0.5};
    const std::vector<std::uint8_t> positives{0, 1, 1};
    const std::vector<double> weights{2, nan, 0.5};
    const std::vector<RowIndex> rows{4, 0, 2};  // where amounts and groups of the samples stand
    const std::vector<double> amounts{nan, -1, 30, -1, 10};
    const std::vector<std::uint32_t> groups{2, 9, 1, 9, 0};
    const SortedSamples sorted = sortSamples({scores, positives, weights, {amounts}, groups, 3, rows}, {});
    EXPECT_EQ(sorted.scores, (std::vector<double>{0.9, 0.5, 0.2}));
    EXPECT_EQ(std::get<std::vector<std::uint8_t>>(sorted.cells), (std::vector<std::uint8_t>{5, 3, 0}));
    EXPECT_EQ(sorted.weights, (std::vector<double>{0, 0.5, 2}));
    EXPECT_EQ(sorted.products.at(0), (std::vector<double>{0, 15, 20}));
    EXPECT_EQ(sorted.fields(), 3u);
}

TEST(SortedSamples, TakeTheNarrowestCellThatHoldsTheGroups) {
    const std::vector<double> scores{0.5};
    const std::vector<std::uint8_t> positives{1};
    const auto cellsFor = [&](std::uint32_t groups) {
        const std::vector<std::uint32_t> codes{groups - 1};
        return sortSamples({scores, positives, {}, {}, codes, groups, {}}, {}).cells;
    };
    EXPECT_EQ(std::get<std::vector<std::uint8_t>>(cellsFor(128)).at(0), 255);
    EXPECT_EQ(std::get<std::vector<std::uint16_t>>(cellsFor(129)).at(0), 257);
    EXPECT_EQ(std::get<std::vector<std::uint32_t>>(cellsFor(40'000)).at(0), 79'999u);
}

}  // namespace
}  // namespace reckoner
