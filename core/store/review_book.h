// What a team writes in its reviews: brief, decisions, actions, experiments, meetings, its own glossary.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/review/action.h"
#include "core/review/brief.h"
#include "core/review/decision.h"
#include "core/review/experiment.h"
#include "core/review/glossary_reading.h"
#include "core/review/meeting.h"

namespace reckoner {

class Store;

// Where the notes on a point of an agenda went. kept: what now stands in the store. both: somebody else wrote
// there since `notesRevision`; theirs come first, then ours.
struct SavedItemNotes {
    AgendaItem kept;
    bool both = false;
};

// Thread rule and errors as Store's: reads from any thread, one transaction a write, Error{Store} with the
// file unchanged. Write times come from the store's clock.
class ReviewBook {
 public:
    explicit ReviewBook(std::shared_ptr<Store> store);

    // --- brief ---
    std::vector<BriefAnswer> briefHistory(std::int64_t modelId) const;  // oldest first
    // The same text as the answer in force writes nothing. Throws Error{Usage} when there is no such
    // question.
    BriefAnswer answer(const BriefAnswer& answer);

    // --- decisions, newest first ---
    std::vector<Decision> decisions(std::int64_t modelId) const;
    // Never changed afterwards. Throws what check() throws, and Error{Usage} when the decision it replaces is
    // not of this model or was replaced already. A time that has passed is kept, else it is now.
    Decision decide(const Decision& decision);

    // --- actions: open ones first by date, then closed ones, newest first ---
    std::vector<Action> actions(std::int64_t modelId) const;
    // Inserts or updates by uid. Throws what check() throws, and Error{Usage} when somebody else changed it
    // since `changedAt` (unless that is empty). Closing fills closedAt, opening again empties it.
    Action save(const Action& action);
    void removeAction(const std::string& uid);  // save() of the same value brings it back (undo)

    // --- experiments, newest first ---
    std::vector<Experiment> experiments(std::int64_t modelId) const;
    Experiment save(const Experiment& experiment);  // as actions
    void removeExperiment(const std::string& uid);

    // --- meetings, newest first ---
    std::vector<Meeting> meetings(std::int64_t modelId) const;
    std::optional<Meeting> meeting(const std::string& uid) const;
    // The one that is running, of any model.
    std::optional<Meeting> running() const;
    // Inserts or updates the meeting and the points of its agenda, but for the notes of points that are
    // stored: those change by saveNotes() alone. A point that is not in it any more goes, unless it has notes
    // (Error{Usage}). Throws Error{Usage} when it has no title or date, when another one is running, or when
    // somebody else changed it since `changedAt` (unless that is empty). A closed one is never changed.
    Meeting save(const Meeting& meeting);
    SavedItemNotes saveNotes(const std::string& meetingUid, const AgendaItem& item);
    // The clock alone, as clockRead() left it; never waits for what somebody else changed.
    void saveClock(const Meeting& meeting);
    // Throws Error{Usage} when it is no draft.
    void removeDraft(const std::string& uid);

    // --- the agenda of a model's reviews ---
    // Of the model, else the usual one.
    std::vector<AgendaPoint> agenda(std::int64_t modelId) const;
    // The same agenda as the one in force writes nothing. Throws Error{Usage} when there is no point in it.
    void setAgenda(std::int64_t modelId, const std::vector<AgendaPoint>& agenda, const std::string& who);

    // --- glossary ---
    std::vector<GlossaryReading> glossaryReadings() const;  // those in force, by term
    GlossaryReading agree(const GlossaryReading& reading);

 private:
    std::shared_ptr<Store> store_;
};

}  // namespace reckoner
