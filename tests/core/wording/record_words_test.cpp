#include "core/wording/record_words.h"

#include <gtest/gtest.h>

namespace reckoner {
namespace {

std::string factOf(const RecordPage& page, const std::string& name) {
    for (const auto& [key, value] : page.facts)
        if (key == name) return value;
    return "missing";
}

TEST(RecordWords, ADecisionReadsAsAHistory) {
    Decision decision;
    decision.kind = DecisionKind::ChangePolicy;
    decision.title = "Threshold of v2 from 0.50 to 0.42";
    decision.reason = "Too many went bad.";
    decision.who = "Product";
    decision.approvedBy = "Product, Risk";
    decision.revisitOn = "2024-09-01";
    decision.tripwire = {"precision", "job = partime", true, 0.7};
    decision.at = "2024-06-24T10:00:00.000Z";
    const RecordRow row = recordRow(decision, "2024-09-18");
    EXPECT_EQ(row.when, "24 June");
    EXPECT_EQ(row.year, "2024");
    EXPECT_EQ(row.what, "Change policy");
    EXPECT_EQ(row.line, decision.title);
    EXPECT_TRUE(row.late);
    EXPECT_FALSE(recordRow(decision, "2024-09-01").late);
    const RecordPage page = recordPage(decision, "", "2024-09-18");
    EXPECT_EQ(page.caption, "Change policy, 24 June 2024, by Product");
    EXPECT_EQ(factOf(page, "comes up again"), "1 September 2024, 17 days late");
    EXPECT_EQ(factOf(page, "or as soon as"), "Precision of job: partime falls below 0.7");
    EXPECT_EQ(factOf(page, "replaced by"), "");
    EXPECT_EQ(tripwireText({"prevalence", "", false, 0.35}), "share of positives rises above 0.35");
    EXPECT_EQ(tripwireText({}), "");
}

TEST(RecordWords, AnActionSaysWhoseItIsAndHowLate) {
    Action action;
    action.title = "income feed";
    action.owner = "Data";
    action.due = "2024-09-19";
    action.links = {{ActionLink::To::Tag, "income missing"}, {ActionLink::To::Case, "app-1"}};
    action.createdAt = "2024-07-24T10:00:00.000Z";
    EXPECT_FALSE(recordRow(action, "2024-09-18").late);
    EXPECT_EQ(recordRow(action, "2024-09-20").line, "development, due 19 September 2024, 1 day late");
    EXPECT_EQ(factOf(recordPage(action, "2024-09-18"), "about"), "tag income missing, case app-1");
    action.state = ActionState::Done;
    EXPECT_EQ(recordRow(action, "2024-12-20").line, "development, done");
    EXPECT_FALSE(recordRow(action, "2024-12-20").late) << "closed ones are never late";
}

TEST(RecordWords, AReviewBeginsWithWhatWasDecidedInIt) {
    Meeting meeting = draftMeeting(1, "2024-07-24", parseAgenda("Open | 5 | | questions"));
    meeting.uid = "m1";
    meeting.items[0].picks = {"Who pays?"};
    Decision decision;
    decision.kind = DecisionKind::Hold;
    decision.title = "v3";
    decision.review = "m1";
    Decision elsewhere = decision;
    elsewhere.review = "m0";
    elsewhere.title = "v2";
    Action action;
    action.title = "count the gaps";
    action.owner = "Data";
    action.review = "m1";
    const RecordPage page = recordPage(meeting, {decision, elsewhere}, {action});
    ASSERT_EQ(page.facts.size(), 3U);
    EXPECT_EQ(page.facts[0].second, "Hold: v3");
    EXPECT_EQ(page.facts[1].second, "Data: count the gaps");
    EXPECT_NE(page.facts[2].second.find("questions: Who pays?"), std::string::npos);
}

TEST(RecordWords, AReviewListsItsPointsWithTheirTimes) {
    Meeting meeting =
        draftMeeting(1, "2024-07-24", parseAgenda("Numbers | 5\nThree cases | 15 | errors | cases"));
    meeting.title = "Review of 24 July";
    meeting.state = MeetingState::Closed;
    meeting.attendees = {"Product", "Risk"};
    meeting.items[0].spent = std::chrono::seconds(280);
    meeting.items[0].notes = "0.42 holds.";
    meeting.items[1].picks = {"app-1", "app-2"};
    const RecordPage page = recordPage(meeting);
    EXPECT_EQ(page.caption, "24 July 2024, closed, Product, Risk");
    EXPECT_EQ(factOf(page, "Numbers\n4:40 of 5 min"), "0.42 holds.");
    EXPECT_EQ(factOf(page, "Three cases\n0:00 of 15 min"), "no notes\ncases: app-1, app-2");
    EXPECT_EQ(page.footnote, "4:40 spoken, 20:00 planned.");
    EXPECT_EQ(recordRow(meeting).line, "4 minutes, 2 points");
}

TEST(RecordWords, AnExperimentSaysWhatCameOfIt) {
    Experiment experiment;
    experiment.hypothesis = "income by branch helps";
    experiment.finding = Finding::DoesNotWork;
    experiment.versions = {"2.0.0", "3.0.0"};
    experiment.createdAt = "2024-07-10T15:00:00.000Z";
    experiment.who = "Data";
    const RecordPage page = recordPage(experiment);
    EXPECT_EQ(page.caption, "Does not work, 10 July 2024, by Data");
    EXPECT_EQ(factOf(page, "versions"), "v2, v3");
    EXPECT_EQ(recordRow(experiment).line, "does not work");
}

TEST(RecordWords, TimesAndCountsRead) {
    using std::chrono::seconds;
    EXPECT_EQ(clockText(seconds(0)), "0:00");
    EXPECT_EQ(clockText(seconds(965)), "16:05");
    EXPECT_EQ(clockText(seconds(3'723)), "1:02:03");
    EXPECT_EQ(clockText(seconds(-75)), "\u22121:15");
    EXPECT_EQ(countedText(1, "action", "actions"), "1 action");
    EXPECT_EQ(countedText(1'200, "action", "actions"), "1,200 actions");
}

}  // namespace
}  // namespace reckoner
