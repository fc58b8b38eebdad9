// What the dock of a running review says: clock, agenda, who speaks, what comes next.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "core/review/action.h"
#include "core/review/decision.h"
#include "core/review/meeting.h"

namespace reckoner {

// "Review of 18 September"
std::string reviewTitle(const std::string& isoDate);
// "18 September"; of another year than `today` "18 September 2024".
std::string dayName(const std::string& isoDate, const std::string& today);
// A point's title inside a sentence: "What moved" -> "what moved", "ROC of v2" stays.
std::string insideSentence(const std::string& title);

struct ReviewClock {
    std::string large;  // what is left of the point: "3:12"; over: "+1:05"
    std::string what;   // "left for what moved", "over its time"
    std::string whole;  // "17 of 45 minutes left", "3 minutes over 45"
    double share = 0;   // of the planned time that has passed, 0 to 1
    bool pointOver = false;
    bool meetingOver = false;
};
ReviewClock reviewClock(const Meeting& meeting, Clock::Time now);

// Right of a point of the agenda: "4:40" when done, "6:48 of 10" for the one spoken about, else "10".
std::string agendaMinutes(const Meeting& meeting, std::size_t item, Clock::Time now);
// "Next: what to do next"; of the last point "Close the review".
std::string nextButton(const Meeting& meeting);
// What is said, gently, when a point or the meeting is over: "Time for what to do next."; empty: neither is.
std::string overSentence(const Meeting& meeting, Clock::Time now);
// "saved 10:27:51", in the reader's time.
std::string savedAt(Clock::Time time, int secondsEastOfUtc);
// "10:02"
std::string hourOf(const std::string& isoTime, int secondsEastOfUtc);
// What a speaker's words begin with: "Risk: ".
std::string spokenBy(const std::string& name);
// Today's line about it: "Review running since 10:02", "Review of 25 November, 3 cases chosen"; a paused one
// of an earlier day "Review of 18 September is not finished".
std::string reviewLine(const Meeting& meeting, const std::string& today, int secondsEastOfUtc);
// "decided: Hold the threshold"
std::string decidedLine(const Decision& decision);
// "to do: Ask the vendor, Ann, due 3 March"
std::string toDoLine(const Action& action, const std::string& today);
// Below a point of the agenda: "3 cases, 1 decision, 2 actions"; empty: nothing.
std::string pointHolds(const AgendaItem& item, std::size_t decisions, std::size_t actions);
// "3 actions agreed, 2 carried over."
std::string closedLine(std::size_t agreed, std::size_t carriedOver, std::size_t decisions);

}  // namespace reckoner
