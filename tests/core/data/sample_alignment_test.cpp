#include "core/data/sample_alignment.h"

#include <gtest/gtest.h>

#include "tests/support/vector_table.h"

namespace reckoner {
namespace {

using Rows = std::vector<RowIndex>;
constexpr RowIndex kNone = SampleAlignment::kNone;

EvalTablePtr withIds(const std::vector<std::string>& ids) {
    return test::VectorTable()
        .texts("id", ids, ColumnRole::Id)
        .scores(std::vector<double>(ids.size(), 0.5))
        .build();
}

TEST(SampleAlignment, ById) {
    const auto first = withIds({"a", "b", "c"});
    const auto second = withIds({"c", "x", "a"});
    EXPECT_EQ(SampleAlignment::byId(*first, *second).rows, (Rows{2, kNone, 0}));
}

TEST(SampleAlignment, ARepeatedIdIsPairedInItsOrder) {
    const auto first = withIds({"a", "b", "a", "a"});
    const auto second = withIds({"a", "a", "b"});
    EXPECT_EQ(SampleAlignment::byId(*first, *second).rows, (Rows{0, 2, 1, kNone}));
}

TEST(SampleAlignment, WithoutIdsNothingIsJoined) {
    const auto plain = test::VectorTable().scores({0.1, 0.2}).build();
    EXPECT_EQ(SampleAlignment::byId(*plain, *plain).rows, (Rows{kNone, kNone}));
    EXPECT_EQ(SampleAlignment::byId(*withIds({"a", "b"}), *plain).rows, (Rows{kNone, kNone}));
}

TEST(SampleAlignment, ByTheNumbersOfAnEvalSet) {
    EXPECT_EQ(SampleAlignment::byOrdinal({0, 1, 2}, {2, 0}).rows, (Rows{1, kNone, 0}));
    EXPECT_EQ(SampleAlignment::byOrdinal({7}, {}).rows, (Rows{kNone}));
}

TEST(SampleAlignment, TheSameOrderNeedsNoTable) {
    const SampleAlignment same = SampleAlignment::byOrdinal({3, 1, 2}, {3, 1, 2});
    EXPECT_TRUE(same.rows.empty());
    EXPECT_EQ(same(2), 2U);
}

}  // namespace
}  // namespace reckoner
