#include "core/wording/policy_words.h"

#include <gtest/gtest.h>

#include "core/wording/point_words.h"
#include "tests/support/credit_facts.h"

namespace reckoner {
namespace {

PolicyRecord adopted(double threshold) {
    PolicyRecord record;
    record.version = "2.0.0";
    record.policy.threshold = threshold;
    record.policy.who = "Product";
    record.policy.adoptedAt = "2024-06-24T09:00:00.000Z";
    record.policy.reviewBy = "2024-09-01";
    return record;
}

TEST(PolicyWords, NameAPolicyByWhatItDoes) {
    PolicyRecord record = adopted(0.42);
    EXPECT_EQ(policyTitle(record, test::creditWords()), "v2 refused from 0.42 up");
    EXPECT_EQ(policyCaption(record), "Adopted 24 June 2024 by Product, in force since then");
    record.policy.tiers = TierPlan{{0.3, 0.6}, usualTiers(2), {}, {}, {}, {}};
    record.until = "2024-07-24T09:00:00.000Z";
    EXPECT_EQ(policyTitle(record, test::creditWords()), "v2 in tiers from 0.30 and 0.60");
    EXPECT_EQ(policyCaption(record), "Adopted 24 June 2024 by Product, in force until 24 July 2024");
    EXPECT_EQ(cutoffsText(OperatingPoint{0, TierPlan{{0.1, 0.2, 0.3}, usualTiers(3), {}, {}, {}, {}}}),
              "0.10, 0.20 and 0.30");
}

TEST(PolicyWords, SayWhatIsOverdue) {
    PolicyRecord record = adopted(0.42);
    EXPECT_EQ(reviewByText(record, "2024-09-18"), "1 September 2024, 17 days late");
    EXPECT_EQ(reviewByText(record, "2024-09-02"), "1 September 2024, 1 day late");
    EXPECT_EQ(reviewByText(record, "2024-08-18"), "1 September 2024");
    EXPECT_EQ(dueText(record, "2024-09-18"), "review overdue since 1 September 2024, 17 days");
    EXPECT_EQ(dueText(record, "2024-08-18"), "in force, to be reviewed by 1 September 2024");
    record.until = "2024-07-24T09:00:00.000Z";
    EXPECT_EQ(dueText(record, "2024-09-18"), "until 24 July 2024");
    record.policy.reviewBy.clear();
    EXPECT_EQ(reviewByText(record, "2024-09-18"), "no date");
    EXPECT_EQ(shortDayText("2024-06-24", "2024-09-18"), "24 June");
    EXPECT_EQ(shortDayText("2023-06-24", "2024-09-18"), "24 June 2023");
}

TEST(PolicyWords, FrozenFiguresReadAsSentences) {
    const RunAnalysisPtr run = test::creditRun(2);
    PolicyEvidence evidence =
        freezeEvidence(*run, {"2d0905a3ff", "print", 3, "likely"}, {0.31, {}}, OperatingPoint{0.42, {}});
    evidence.runDate = "2024-06-10";
    evidence.evalSet = "credit-applications-cv5";
    const auto sentences = frozenSentences(evidence, test::creditWords());
    ASSERT_EQ(sentences.size(), 4U);
    EXPECT_EQ(sentences[0].substr(0, 45), "It costs 64,100 EUR a month, likely between 5");
    EXPECT_EQ(sentences[1].substr(0, 59), "15,600 less than the policy before, from 0.42 up: between 1");
    EXPECT_EQ(sentences[2], "301 of 1,254 defaults are missed; 744 of 3,200 others are refused.");
    EXPECT_EQ(
        sentences[3],
        "Frozen with the run of 10 June 2024 on credit-applications-cv5 (2d0905a3), 4,454 applications, "
        "costs \u201Clikely\u201D.");
}

TEST(PolicyWords, AdoptedAgainIsNoDifferenceOfNothing) {
    const RunAnalysisPtr v2 = test::creditRun(2);
    const auto sentences =
        frozenSentences(freezeEvidence(*v2, {"a", "print", 3, ""}, {0.42, {}}, OperatingPoint{0.42, {}}),
                        test::creditWords());
    EXPECT_EQ(sentences[1], "It is the policy before, from 0.42 up, adopted again.");
}

TEST(PolicyWords, ThenAndNowStandSideBySide) {
    const RunAnalysisPtr v2 = test::creditRun(2);
    const PolicyEvidence then = freezeEvidence(*v2, {"a", "print", 3, ""}, {0.42, {}}, std::nullopt);
    PolicyEvidence now = then;
    now.samples = 550;
    auto rows = thenAndNow(then, &now, test::creditWords());
    ASSERT_EQ(rows.size(), 5U);
    EXPECT_EQ(rows[0].what, "EUR a month");
    EXPECT_EQ(rows[0].then, "79,700");
    EXPECT_EQ(rows[0].then, rows[0].now);
    EXPECT_EQ(rows[1].then, "58.4");
    EXPECT_EQ(rows[3].then, "522 of 1,254");
    EXPECT_EQ(thenAndNow(then, nullptr, test::creditWords())[0].now, "");
    EXPECT_EQ(samplesThenAndNow(then, now, test::creditWords()), "The same samples as then.");
    now.fingerprint = "other";
    now.costModelId = 4;
    EXPECT_EQ(samplesThenAndNow(then, now, test::creditWords()),
              "Other samples: 4,454 applications then, 550 now. Of 100 defaults caught: no difference seen. "
              "Costs were changed since.");
}

TEST(PointWords, PointsStandSideBySide) {
    const RunAnalysisPtr run = test::creditRun(2);
    const OperatingPoint policy{0.42, {}};
    const auto rows = compareRows(*run, test::creditWords(),
                                  {{"Now", {0.31, {}}, Interval{-19'900, -11'300}},
                                   {"Policy", policy, {}},
                                   {"Lowest", {run->best->threshold, {}}, {}}},
                                  policy);
    const auto textsOf = [&](const std::string& what) {
        for (const PointRow& row : rows)
            if (row.what == what) return row.texts;
        return std::vector<std::string>();
    };
    EXPECT_EQ(textsOf("from"), (std::vector<std::string>{"0.31", "0.42", "0.259"}));
    EXPECT_EQ(textsOf("of 100 defaults, caught"),
              (std::vector<std::string>{"76", "58", textsOf("of 100 defaults, caught")[2]}));
    EXPECT_EQ(textsOf("EUR a month"), (std::vector<std::string>{"64,100", "79,700", "61,400"}));
    EXPECT_EQ(textsOf("against the policy")[0], "\u221215,600");
    EXPECT_EQ(textsOf("against the policy")[1], "\u2013");
    EXPECT_EQ(textsOf("seen by people").size(), 0U) << "nobody looks at any";
}

}  // namespace
}  // namespace reckoner
