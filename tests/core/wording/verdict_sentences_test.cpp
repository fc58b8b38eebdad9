#include "core/wording/verdict_sentences.h"

#include <gtest/gtest.h>

namespace reckoner {
namespace {

using State = JudgedRequirement::State;

TEST(VerdictSentences, EachAdviceHasItsWord) {
    VersionVerdict verdict;
    const auto said = [&](Advice advice, std::size_t requirements) {
        verdict.advice = advice;
        return adviceText(verdict, requirements);
    };
    EXPECT_EQ(said(Advice::Hold, 2), " Hold.");
    EXPECT_EQ(said(Advice::MoreEvidence, 2), " Not enough evidence yet.");
    EXPECT_EQ(said(Advice::Ship, 2), " Ship.");
    EXPECT_EQ(said(Advice::NothingAgainst, 0), " Nothing seen against it; no requirements written.");
    EXPECT_EQ(said(Advice::NothingAgainst, 1),
              " Nothing seen against it; no requirement is met by measurement.");
    EXPECT_EQ(said(Advice::Identical, 0), "");
}

TEST(VerdictSentences, RequirementsAddWhatTheyAreAbout) {
    const std::vector<JudgedRequirement> two{{"recall reaches 70", "62.7", State::Failed, {}},
                                             {"precision reaches 50", "64", State::Waived, {}}};
    VersionVerdict verdict;
    verdict.advice = Advice::Hold;
    verdict.requirement = 0;
    EXPECT_EQ(plain(requirementClause(verdict, two)), ", but it fails \u201Crecall reaches 70\u201D");
    verdict.overall = Verdict::Worse;
    EXPECT_EQ(plain(requirementClause(verdict, two)), ", and it fails \u201Crecall reaches 70\u201D");
    verdict.advice = Advice::Ship;
    verdict.met = verdict.waived = 1;
    EXPECT_EQ(plain(requirementClause(verdict, two)), ", 1 of 2 requirements are met and 1 waived");
    verdict.met = 2;
    EXPECT_EQ(plain(requirementClause(verdict, two)), ", and all 2 requirements are met");
}

TEST(VerdictSentences, AJudgedRequirementSaysItsResultAndWhatWouldSettleIt) {
    EXPECT_EQ(
        judgedText({"recall reaches 60", "58", State::LeaningFailed, 340}),
        "Requirement \u201Crecall reaches 60\u201D leaning failed: 58; about 340 more samples would settle "
        "it.");
    EXPECT_EQ(judgedText({"recall reaches 60", "64", State::TargetMet, {}}),
              "Requirement \u201Crecall reaches 60\u201D met, and its target: 64.");
}

TEST(VerdictSentences, BeyondAHundredTimesTheSamplesNothingSettlesIt) {
    EXPECT_EQ(settlingText(1'204, 0), "about 1,204 more samples would settle it");
    EXPECT_EQ(settlingText(1'204, 40), "about 1,204 more samples would settle it");
    EXPECT_EQ(settlingText(50'000, 400), "practically no number of further samples would settle it");
    EXPECT_EQ(settlingText(1'557'060, 0), "practically no number of further samples would settle it");
}

}  // namespace
}  // namespace reckoner
