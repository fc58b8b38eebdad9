// How decisions, actions, experiments and past reviews read.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/review/action.h"
#include "core/review/decision.h"
#include "core/review/experiment.h"
#include "core/review/meeting.h"
#include "core/review/tripwire.h"

namespace reckoner {

// One row of a history: "18 Sept", "2024", what, a line below, who.
struct RecordRow {
    std::string when;
    std::string year;
    std::string what;
    std::string line;
    std::string who;
    bool late = false;  // it waits for somebody
};
// Of an ISO time, the rest empty.
RecordRow recordRowAt(const std::string& at);
RecordRow recordRow(const Decision& decision, const std::string& today);
RecordRow recordRow(const Action& action, const std::string& today);
RecordRow recordRow(const Experiment& experiment);
RecordRow recordRow(const Meeting& meeting);

// One of them whole: a caption, a title, what was written, facts by name.
struct RecordPage {
    std::string caption;  // "Change policy, 24 June 2024, by Product"
    std::string title;
    std::string text;
    std::vector<std::pair<std::string, std::string>> facts;  // those that are empty are left out
    std::string footnote;
};
// replacedBy: the title of the decision that replaced it; empty: it stands.
RecordPage recordPage(const Decision& decision, const std::string& replacedBy, const std::string& today);
RecordPage recordPage(const Action& action, const std::string& today);
RecordPage recordPage(const Experiment& experiment);
// What was decided and agreed in it, then the agenda with times and notes, point by point, as facts.
RecordPage recordPage(const Meeting& meeting, const std::vector<Decision>& decisions = {},
                      const std::vector<Action>& actions = {});
// What the picks of a point are: "cases", "questions", "in this order".
std::string_view picksName(AgendaKind kind);

// "share of positives rises above 0.35", "precision of segment = 'x' falls below 0.7".
std::string tripwireText(const Tripwire& tripwire);
// "share of positives: 0.382 in credit-weekly-W30".
std::string tripwireFigure(const TripwireReading& reading);
// "it is 0.382 in credit-weekly-W30"; "not known in credit-weekly-W30".
std::string tripwireNow(const TripwireReading& reading);
// "6 decisions, newest first", "1 action".
std::string countedText(std::size_t n, const std::string& one, const std::string& many);
// Of all points, each counted in whole seconds as it is shown: the sum of what one reads.
std::chrono::milliseconds spokenTime(const Meeting& meeting);
// "4:40", "16:05"; an hour and more "1:02:03".
std::string clockText(std::chrono::milliseconds time);

}  // namespace reckoner
