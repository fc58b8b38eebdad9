#include "core/metrics/slice_cells.h"

#include <gtest/gtest.h>

#include "core/base/random.h"

namespace reckoner {
namespace {

TEST(SliceCells, AreCountedOneByOneAndTwoByTwoAlike) {
    Random random(6);
    for (const std::size_t n : {0, 1, 2, 4095, 4096, 9001}) {
        SliceData data;
        std::vector<SliceCodes> columns(3);
        for (SliceCodes& column : columns) {
            column.values.resize(1 + random.below(9));
            for (std::size_t i = 0; i < n; ++i)
                column.codes.push_back(static_cast<std::uint8_t>(random.below(column.size())));
        }
        for (std::size_t i = 0; i < n; ++i)
            data.errors.push_back(random.unit() < 0.3 ? 1 : 0);
        ASSERT_TRUE(SliceCells::countable(data));
        const SliceCodes* all[] = {&columns[0], &columns[1], &columns[2]};
        for (std::size_t deep = 1; deep <= 3; ++deep) {
            const std::span<const SliceCodes* const> some(all, deep);
            const auto fast = SliceCells(data, true).count(some);
            const auto plain = SliceCells(data, false).count(some);
            ASSERT_EQ(fast.size(), plain.size());
            std::uint64_t seen = 0;
            for (std::size_t cell = 0; cell < fast.size(); ++cell) {
                EXPECT_EQ(fast[cell].n, plain[cell].n);
                EXPECT_EQ(fast[cell].weight, plain[cell].weight);
                EXPECT_EQ(fast[cell].errors, plain[cell].errors);
                seen += fast[cell].n;
            }
            EXPECT_EQ(seen, n);
        }
    }
}

TEST(SliceCells, WeightsAndMoneyAreNotCounted) {
    SliceData data;
    data.errors = {0, 1, 0.5};
    EXPECT_FALSE(SliceCells::countable(data));
    data.errors = {0, 1, 1};
    EXPECT_TRUE(SliceCells::countable(data));
    data.weights = {1, 1, 2};
    EXPECT_FALSE(SliceCells::countable(data));
}

}  // namespace
}  // namespace reckoner
