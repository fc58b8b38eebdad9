#include "core/review/meeting_traces.h"

#include <algorithm>

#include "core/review/decision_evidence.h"

namespace reckoner {
namespace {

std::string pointOf(const Decision& decision) {
    const auto evidence = decisionEvidenceFromJson(decision.evidence);
    return evidence ? evidence->agendaPoint : std::string();
}

std::string pointOf(const Action& action) {
    for (const ActionLink& link : action.links)
        if (link.to == ActionLink::To::Point) return link.name;
    return {};
}

}  // namespace

std::vector<MeetingTrace> meetingTraces(const Meeting& meeting, const std::vector<Decision>& decisions,
                                        const std::vector<Action>& actions) {
    std::vector<MeetingTrace> traces;
    if (meeting.uid.empty()) return traces;
    for (std::size_t i = 0; i < decisions.size(); ++i)
        if (decisions[i].review == meeting.uid)
            traces.push_back({pointOf(decisions[i]), true, decisions[i].uid, i});
    for (std::size_t i = 0; i < actions.size(); ++i)
        if (actions[i].review == meeting.uid)
            traces.push_back({pointOf(actions[i]), false, actions[i].uid, i});
    const auto place = [&](const MeetingTrace& trace) {
        const auto at = std::find_if(meeting.items.begin(), meeting.items.end(),
                                     [&](const AgendaItem& item) { return item.uid == trace.point; });
        return at - meeting.items.begin();
    };
    std::stable_sort(traces.begin(), traces.end(),
                     [&](const MeetingTrace& a, const MeetingTrace& b) { return place(a) < place(b); });
    return traces;
}

}  // namespace reckoner
