#include "core/review/eval_set_overlap.h"

#include <gtest/gtest.h>

#include "tests/support/vector_table.h"

namespace reckoner {
namespace {

EvalTablePtr labelled(const std::vector<std::string>& labels) {
    return test::VectorTable().labels(labels).build();
}

TEST(EvalSetOverlap, CountsWhatIsSharedAndWhatChanged) {
    const auto first = labelled({"no", "yes", "no", "yes"});
    const auto second = labelled({"yes", "yes", "no"});
    SampleAlignment alignment;
    alignment.rows = {2, 0, SampleAlignment::kNone, SampleAlignment::kNone};
    EvalSetOverlap overlap = evalSetOverlap(*first, *second, alignment);
    EXPECT_EQ(overlap.both, 2U);
    EXPECT_EQ(overlap.changed, 0U);
    EXPECT_EQ(overlap.onlyFirst, 2U);
    EXPECT_EQ(overlap.onlySecond, 1U);
    alignment.rows = {0, 1, SampleAlignment::kNone, 2};
    overlap = evalSetOverlap(*first, *second, alignment);
    EXPECT_EQ(overlap.both, 1U);
    EXPECT_EQ(overlap.changed, 2U);
    EXPECT_EQ(overlap.onlySecond, 0U);
    EXPECT_FALSE(overlap.whole());
}

TEST(EvalSetOverlap, RowForRowIsTheWhole) {
    const auto set = labelled({"no", "yes", "", "yes"});
    const EvalSetOverlap overlap = evalSetOverlap(*set, *set, {});
    EXPECT_TRUE(overlap.whole());
    EXPECT_EQ(overlap.both, 4U);
}

TEST(EvalSetOverlap, AMissingLabelIsNoChange) {
    const EvalSetOverlap overlap = evalSetOverlap(*labelled({"no", "yes"}), *labelled({"", "yes"}), {});
    EXPECT_EQ(overlap.changed, 0U);
    EXPECT_EQ(overlap.both, 2U);
}

TEST(EvalSetOverlap, ApartNothingIsShared) {
    SampleAlignment apart;
    apart.rows = {SampleAlignment::kNone, SampleAlignment::kNone};
    const EvalSetOverlap overlap = evalSetOverlap(*labelled({"no", "yes"}), *labelled({"no"}), apart);
    EXPECT_TRUE(overlap.none());
    EXPECT_EQ(overlap.onlyFirst, 2U);
    EXPECT_EQ(overlap.onlySecond, 1U);
}

}  // namespace
}  // namespace reckoner
