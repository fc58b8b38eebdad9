// The minutes of a review: agenda with notes, what was decided, who does what.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/report/document.h"
#include "core/review/action.h"
#include "core/review/annotation.h"
#include "core/review/decision.h"
#include "core/review/meeting.h"
#include "core/store/store.h"
#include "core/wording/vocabulary.h"

namespace reckoner {

struct Minutes {
    std::string model;  // its title
    Meeting meeting;
    std::vector<Decision> decisions;  // made in it
    std::vector<Action> agreed;       // agreed in it
    std::vector<Action> carriedOver;  // open when it was held, agreed earlier
    // What else a reader needs; all of it may be missing.
    std::vector<Annotation> notes{};     // on the cases of its agenda
    std::vector<FigureBlock> figures{};  // of the model as it is now
    std::optional<RunRow> figuresRun{};
    std::string figuresOf{};                       // "v2, policy 0.42, on credit-applications-cv5"
    std::map<std::string, std::string> stories{};  // by sample id: what became of the case
    std::vector<std::string> openBrief{};          // what the brief left open when it was held
    Vocabulary words{};
    std::string today{};  // ISO date
};

// Of everything a model's team wrote what belongs to that meeting. An action is carried over when it was
// agreed before the day of the meeting and not closed by then.
Minutes minutesOf(const std::string& model, const Meeting& meeting, const std::vector<Decision>& decisions,
                  const std::vector<Action>& actions);

// Holds every word of the notes.
Document minutesDocument(const Minutes& minutes);

}  // namespace reckoner
