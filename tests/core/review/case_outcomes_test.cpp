#include "core/review/case_outcomes.h"

#include <gtest/gtest.h>

#include "core/wording/case_sentences.h"
#include "tests/support/noted_store.h"

namespace reckoner {
namespace {

CaseOutcome outcomeOfCase(const CaseOutcomes& outcomes, const std::string& id) {
    for (const NotedCase& one : outcomes.cases)
        if (one.sampleId == id) return one.outcome;
    ADD_FAILURE() << id;
    return CaseOutcome::NotInRun;
}

TEST(CaseOutcomes, SayWhatBecameOfEachNotedSample) {
    test::NotedStore noted;
    noted.publish("1.0", {{"fixed", "yes", 0.1},
                          {"still", "yes", 0.2},
                          {"new", "no", 0.1},
                          {"right", "no", 0.1},
                          {"waits", "", 0.9},
                          {"gone", "yes", 0.1},
                          {"plain", "yes", 0.1}});
    const RunId second = noted.publish("2.0", {{"fixed", "yes", 0.9},
                                               {"still", "yes", 0.4},
                                               {"new", "no", 0.5},
                                               {"right", "no", 0.2},
                                               {"waits", "", 0.9},
                                               {"unseen", "no", 0.1},
                                               {"plain", "yes", 0.9}});
    EXPECT_FALSE(caseOutcomes(noted.store, second)) << "nobody has noted anything";
    for (const char* id : {"fixed", "still", "new", "right", "waits", "gone", "unseen", "fixed"})
        noted.note(id);
    EXPECT_FALSE(caseOutcomes(noted.store, 1)) << "the first version has no predecessor";
    const auto outcomes = caseOutcomes(noted.store, second);
    ASSERT_TRUE(outcomes);
    EXPECT_EQ(outcomes->before, 1);
    EXPECT_EQ(outcomes->beforeVersion, "1.0");
    EXPECT_EQ(outcomes->cases.size(), 7U) << "two notes on one sample are one case";
    EXPECT_EQ(outcomeOfCase(*outcomes, "fixed"), CaseOutcome::Fixed);
    EXPECT_EQ(outcomeOfCase(*outcomes, "still"), CaseOutcome::StillWrong);
    EXPECT_EQ(outcomeOfCase(*outcomes, "new"), CaseOutcome::NewlyWrong);
    EXPECT_EQ(outcomeOfCase(*outcomes, "right"), CaseOutcome::StillRight);
    EXPECT_EQ(outcomeOfCase(*outcomes, "waits"), CaseOutcome::AwaitingLabel);
    EXPECT_EQ(outcomeOfCase(*outcomes, "gone"), CaseOutcome::NotInRun);
    EXPECT_EQ(outcomeOfCase(*outcomes, "unseen"), CaseOutcome::Fixed) << "not decided before, right now";
    EXPECT_EQ(casesSentence(*outcomes),
              "Of your 7 cases 2 are fixed, 1 still wrong, 1 new, 1 right as before, 1 awaiting the outcome, "
              "1 not in this run.");
}

TEST(CaseOutcomes, CorrectedLabelsAndPoliciesDecide) {
    test::NotedStore noted;
    noted.publish("1.0", {{"a", "no", 0.9}, {"b", "yes", 0.4}});
    const RunId second = noted.publish("2.0", {{"a", "no", 0.9}, {"b", "yes", 0.4}});
    noted.note("a");
    noted.note("b");
    noted.correct("a", "yes");
    EXPECT_EQ(outcomeOfCase(*caseOutcomes(noted.store, second), "a"), CaseOutcome::StillRight);
    EXPECT_EQ(outcomeOfCase(*caseOutcomes(noted.store, second), "b"), CaseOutcome::StillWrong);
    Policy policy;
    policy.versionId = noted.store->run(second)->versionId;
    policy.threshold = 0.3;
    policy.who = "Ann";
    noted.store->adoptPolicy(policy);
    EXPECT_EQ(outcomeOfCase(*caseOutcomes(noted.store, second), "b"), CaseOutcome::Fixed);
}

TEST(CaseOutcomes, TheParentIsThePredecessorElseTheVersionBefore) {
    test::NotedStore noted;
    noted.publish("1.0", {{"a", "yes", 0.1}});
    noted.publish("1.1", {{"a", "yes", 0.1}});
    noted.publish("1.1", {{"b", "yes", 0.1}}, {}, "week-2");
    const RunId plain = noted.publish("2.0", {{"a", "yes", 0.9}});
    const RunId child = noted.publish("3.0", {{"a", "yes", 0.9}}, "1.0");
    EXPECT_EQ(predecessorOf(*noted.store, *noted.store->run(plain))->info.id, 2) << "the same eval set";
    EXPECT_EQ(predecessorOf(*noted.store, *noted.store->run(child))->info.id, 1);
    noted.note("b");
    EXPECT_FALSE(caseOutcomes(noted.store, child)) << "no noted sample is in the run";
}

TEST(CaseOutcomes, ASampleIsWrongWhenOneOfItsRowsIs) {
    test::NotedStore noted;
    noted.publish("1.0", {{"a", "yes", 0.9}, {"a", "yes", 0.9}});
    const RunId second = noted.publish("2.0", {{"a", "yes", 0.9}, {"a", "yes", 0.1}});
    noted.note("a");
    const auto outcomes = caseOutcomes(noted.store, second);
    EXPECT_EQ(outcomeOfCase(*outcomes, "a"), CaseOutcome::NewlyWrong);
    EXPECT_EQ(casesSentence(*outcomes), "Of your 1 case 0 are fixed, 0 still wrong, 1 new.");
}

}  // namespace
}  // namespace reckoner
