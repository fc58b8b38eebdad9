#include "core/review/meeting_traces.h"

#include <gtest/gtest.h>

#include "core/review/decision_evidence.h"

namespace reckoner {
namespace {

Decision decisionAt(const char* uid, const char* review, const char* point) {
    Decision decision;
    decision.uid = uid;
    decision.review = review;
    DecisionEvidence evidence;
    evidence.agendaPoint = point;
    decision.evidence = decisionEvidenceJson(evidence);
    return decision;
}

Action actionAt(const char* uid, const char* review, const char* point) {
    Action action;
    action.uid = uid;
    action.review = review;
    action.links = {{ActionLink::To::Tag, "feed"}};
    if (*point) action.links.push_back({ActionLink::To::Point, point});
    action.links = linksFromJson(linksJson(action.links));
    return action;
}

TEST(MeetingTraces, StandInTheOrderOfTheAgenda) {
    Meeting meeting = draftMeeting(1, "2024-09-18", usualAgenda());
    meeting.uid = "here";
    meeting.items[0].uid = "first";
    meeting.items[1].uid = "second";
    const std::vector<Decision> decisions = {
        decisionAt("d1", "here", "second"), decisionAt("d2", "there", "first"), decisionAt("d3", "here", "")};
    const std::vector<Action> actions = {actionAt("a1", "here", "second"), actionAt("a2", "here", "first"),
                                         actionAt("a3", "", "first")};
    std::string order;
    for (const MeetingTrace& trace : meetingTraces(meeting, decisions, actions))
        order += trace.uid + "@" + trace.point + (trace.decision ? "! " : " ");
    EXPECT_EQ(order, "a2@first d1@second! a1@second d3@! ");
    meeting.uid.clear();
    EXPECT_TRUE(meetingTraces(meeting, decisions, actions).empty())
        << "what belongs to no review is nobody's";
}

}  // namespace
}  // namespace reckoner
