#include "core/wording/requirement_words.h"

#include <gtest/gtest.h>

namespace reckoner {
namespace {

Requirement wordsAbout(const std::string& metric, std::optional<double> floor) {
    Requirement requirement;
    requirement.metric = metric;
    requirement.floor = floor;
    return requirement;
}

TEST(RequirementWords, EveryKindIsASentence) {
    Requirement recall = wordsAbout("recall", 0.8);
    recall.target = 0.9;
    recall.cohort = "job = 'partime'";
    recall.due = "2026-06-30";
    EXPECT_EQ(requirementText(recall),
              "Recall reaches 0.8 and aims at 0.9 where job = 'partime', by 30 June 2026");
    recall.because = "they ask back";
    recall.owner = "Risk";
    EXPECT_NE(requirementTextInFull(recall).find("; because they ask back (Risk)"), std::string::npos);

    Requirement latency = wordsAbout("latency_p95", 120);
    latency.atMost = true;
    EXPECT_EQ(requirementText(latency), "Latency p95 is at most 120 ms");
    Requirement segments = wordsAbout("recall", 0.7);
    segments.column = "job";
    segments.share = 0.75;
    EXPECT_EQ(requirementText(segments), "Recall reaches 0.7 in at least 75\u202F% of the segments of job");
    Requirement relative = wordsAbout("roc_auc", {});
    relative.baseline = "2.0.0";
    relative.byAtMost = 0.01;
    EXPECT_EQ(requirementText(relative), "ROC AUC is no more than 0.01 worse than v2");
    relative.baseline = "production";
    EXPECT_EQ(requirementText(relative), "ROC AUC is no more than 0.01 worse than what is in production");
    Requirement fair = wordsAbout("selection_rate_ratio", 0.8);
    fair.column = "sex";
    EXPECT_EQ(requirementText(fair), "Selection-rate ratio of sex reaches 0.8");
    Requirement ofClass = wordsAbout("f1", 0.5);
    ofClass.classOf = "late";
    EXPECT_EQ(requirementText(ofClass), "F1 of late reaches 0.5");
}

TEST(RequirementWords, AResultSaysItsValueItsIntervalAndWhatWouldSettleIt) {
    RequirementResult result;
    result.record.requirement = wordsAbout("recall", 0.7);
    result.value = 0.7143;
    result.interval = Interval{0.6, 0.8};
    result.samplesNeeded = 1'204;
    EXPECT_EQ(resultText(result), "0.714, between 0.600 and 0.800");
    EXPECT_EQ(neededText(result), "about 1,204 more samples would settle it");
    result.samplesNeeded.reset();
    EXPECT_EQ(neededText(result), "");
    result.baseline = "2.0.0@week-1";
    result.value = -0.02;
    result.interval = Interval{-0.03, 0.01};
    EXPECT_EQ(resultText(result), "−0.020 to v2, between −0.030 and +0.010");
    result.reason = "The run has no latency column.";
    EXPECT_EQ(resultText(result), "The run has no latency column.");
    EXPECT_EQ(waiverText(result), "");
    result.waiver = RequirementEvent{};
    result.waiver->who = "Risk";
    result.waiver->why = "one month";
    result.waiver->at = "2026-03-04T05:06:07.089Z";
    result.waiver->until = "2026-03-31";
    EXPECT_EQ(waiverText(result), "waived by Risk on 4 March 2026 until 31 March 2026: one month");
}

TEST(RequirementWords, TheGateSaysHowManyAndWhy) {
    GateResult gate;
    gate.model = "credit";
    EXPECT_EQ(gateText(gate), "No requirements written for credit: nothing was checked.");
    const auto add = [&gate](RequirementState state) {
        gate.results.emplace_back();
        gate.results.back().state = state;
    };
    add(RequirementState::Met);
    add(RequirementState::Waived);
    EXPECT_EQ(gateText(gate), "Passed: 1 met, 1 waived.");
    add(RequirementState::LeaningMet);
    EXPECT_EQ(gateText(gate), "Not enough evidence: 1 of 3 leaning, 1 waived.");
    add(RequirementState::Failed);
    EXPECT_EQ(gateText(gate), "Failed: 1 of 4 failed, 1 leaning, 1 waived.");
    EXPECT_EQ(title(RequirementState::TargetMet), "target met");
    EXPECT_EQ(title(RequirementState::Waived), "waived");
}

}  // namespace
}  // namespace reckoner
