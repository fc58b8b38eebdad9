#include "core/base/value.h"

#include <set>
#include <string>

#include <gtest/gtest.h>

namespace reckoner {
namespace {

TEST(Value, IsANumberOrTheReasonWhyNot) {
    const Value number = 0.0;
    ASSERT_TRUE(number);
    EXPECT_EQ(*number, 0.0);
    EXPECT_EQ(number.why, Reason::None);

    const Value undefined = Reason::NothingFlagged;
    EXPECT_FALSE(undefined);
    EXPECT_EQ(undefined.why, Reason::NothingFlagged);
}

TEST(Value, RatioOverNothingKeepsItsReason) {
    EXPECT_EQ(*ratio(1, 4, Reason::NoPositives), 0.25);
    EXPECT_EQ(*ratio(0, 4, Reason::NoPositives), 0.0);
    EXPECT_EQ(ratio(0, 0, Reason::NoPositives).why, Reason::NoPositives);
    EXPECT_FALSE(ratio(3, 0, Reason::NoPositives));
}

TEST(Value, EveryReasonHasAClauseOfItsOwn) {
    std::set<std::string> clauses;
    int reasons = 0;
    for (int i = static_cast<int>(Reason::NoSamples); i <= static_cast<int>(Reason::ZeroEverywhere);
         ++i, ++reasons) {
        const std::string clause(describe(static_cast<Reason>(i)));
        EXPECT_FALSE(clause.empty()) << i;
        clauses.insert(clause);
    }
    EXPECT_EQ(clauses.size(), static_cast<std::size_t>(reasons));
    EXPECT_EQ(describe(Reason::None), "");
}

}  // namespace
}  // namespace reckoner
