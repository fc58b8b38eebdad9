#include "core/review/case_facts.h"

#include <gtest/gtest.h>

namespace reckoner {
namespace {

TEST(CaseFacts, KnowWhichVersionIsOnTheScreen) {
    CaseFacts facts;
    EXPECT_EQ(facts.shown(), nullptr);
    facts.versions.resize(3);
    EXPECT_EQ(facts.shown(), nullptr);
    facts.versions[1].shown = true;
    EXPECT_EQ(facts.shown(), &facts.versions[1]);
}

TEST(CaseFacts, ArePositiveOnlyWithTheLabelThatSaysSo) {
    CaseFacts facts;
    facts.positive = "bad";
    EXPECT_FALSE(facts.isPositive());
    facts.label = "good";
    EXPECT_FALSE(facts.isPositive());
    facts.label = "bad";
    EXPECT_TRUE(facts.isPositive());
}

TEST(CaseFacts, AFieldIsMissingWithoutNumberAndText) {
    CaseField field;
    EXPECT_TRUE(field.missing());
    field.text = "";
    EXPECT_FALSE(field.missing());
    field.text.reset();
    field.number = 0;
    EXPECT_FALSE(field.missing());
}

}  // namespace
}  // namespace reckoner
