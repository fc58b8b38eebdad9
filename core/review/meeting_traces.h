// What a review has come to so far, point by point: its decisions and actions.
#pragma once

#include <string>
#include <vector>

#include "core/review/action.h"
#include "core/review/decision.h"
#include "core/review/meeting.h"

namespace reckoner {

struct MeetingTrace {
    std::string point;  // uid of the point of the agenda it was made at; empty: not known
    bool decision = false;
    std::string uid;     // of the decision or the action
    std::size_t at = 0;  // index in the decisions or the actions it comes from
};
// Those of this review in the order of its agenda, those of no known point last; decisions before actions.
std::vector<MeetingTrace> meetingTraces(const Meeting& meeting, const std::vector<Decision>& decisions,
                                        const std::vector<Action>& actions);

}  // namespace reckoner
