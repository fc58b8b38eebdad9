#include "core/wording/what_if_sentences.h"

#include <gtest/gtest.h>

#include "tests/support/credit_facts.h"

namespace reckoner {
namespace {

TEST(WhatIfSentences, SayWhatItWouldCostAndWhatTheTeamCannotSee) {
    CostModel costs = test::creditRun(2)->cost.model();
    costs.reviewCapacity = 300;
    const WhatIf found = whatIf(withCosts(test::creditRun(2), costs), 0.31, {2'000, {}});
    const std::string text = whatIfSentence(found, 0.31, test::creditWords());
    EXPECT_TRUE(
        text.starts_with("0.31 would cost 128,000 EUR a month; the lowest would be 123,000, at 0.26. "
                         "762 refused a month, 462 more than the team can see."))
        << text;
    const WhatIf lowest = whatIf(test::creditRun(2), found.lowestThreshold, {});
    EXPECT_NE(whatIfSentence(lowest, found.lowestThreshold, {}).find(", the lowest possible."),
              std::string::npos);
}

TEST(WhatIfSentences, SayWhereTheChoiceTurns) {
    const RunAnalysisPtr run = test::creditRun(2);
    const Vocabulary words = test::creditWords();
    const auto said = [&](std::optional<Interval> range) {
        return stablePrevalenceSentence(range, *run, 0.31, words, "the policy in force");
    };
    EXPECT_EQ(
        said(Interval{0.12, 1}),
        "0.31 costs no more than the policy in force while at least 12 of 100 applications are defaults.");
    EXPECT_EQ(
        said(Interval{0, 0.034}),
        "0.31 costs no more than the policy in force while at most 3.4 of 100 applications are defaults.");
    EXPECT_EQ(said(std::nullopt), "0.31 costs more than the policy in force, however many are defaults.");
    EXPECT_EQ(said(Interval{0, 1}), "0.31 costs no more than the policy in force however many are defaults.");
}

}  // namespace
}  // namespace reckoner
