#include "core/metrics/measure_columns.h"

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "tests/support/vector_table.h"

namespace reckoner {
namespace {

TEST(MeasureColumns, AreTheColumnsNamedInTheirOrder) {
    const auto table = test::VectorTable().amounts({1, 2}, "a").amounts({3, 4}, "b").build();
    const auto columns = measureColumns(*table, {"b", "a"});
    ASSERT_EQ(columns.size(), 2u);
    EXPECT_EQ(columns[0]->values()[0], 3);
    EXPECT_EQ(columns[1]->values()[0], 1);
}

TEST(MeasureColumns, RefuseWhatIsNotThereOrHoldsNoNumbers) {
    const auto table = test::VectorTable().labels({"yes"}).scores({0.5}).segment("a", {"x"}).build();
    EXPECT_THROW(measureColumns(*table, {"amount"}), Error);
    EXPECT_THROW(measureColumns(*table, {"a"}), Error);
}

}  // namespace
}  // namespace reckoner
