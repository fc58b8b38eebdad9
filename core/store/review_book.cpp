#include "core/store/review_book.h"

#include <algorithm>

#include <SQLiteCpp/SQLiteCpp.h>

#include "core/base/error.h"
#include "core/store/meeting_repository.h"
#include "core/store/model_repository.h"
#include "core/store/review_repository.h"
#include "core/store/review_tables.h"
#include "core/store/store_access.h"

namespace reckoner {
namespace {

template <class F>
auto fromBook(const Store& store, F&& f) {
    return StoreAccess::readers(store).read(std::forward<F>(f));
}

template <class F>
auto intoBook(Store& store, F&& f) {
    const std::string now = StoreAccess::now(store);
    return StoreAccess::writer(store).write([&](SQLite::Database& db) { return f(db, now); });
}

}  // namespace

ReviewBook::ReviewBook(std::shared_ptr<Store> store) : store_(std::move(store)) {}

std::vector<BriefAnswer> ReviewBook::briefHistory(std::int64_t modelId) const {
    return fromBook(*store_, [&](SQLite::Database& db) {
        return briefAnswerTable().rows(db, "model_id = ? ORDER BY written_at, id", modelId);
    });
}

BriefAnswer ReviewBook::answer(const BriefAnswer& answer) {
    return intoBook(*store_,
                    [&](SQLite::Database& db, const std::string& now) { return addAnswer(db, answer, now); });
}

std::vector<Decision> ReviewBook::decisions(std::int64_t modelId) const {
    return fromBook(*store_, [&](SQLite::Database& db) {
        return decisionTable().rows(db, "model_id = ? ORDER BY decided_at DESC, id DESC", modelId);
    });
}

Decision ReviewBook::decide(const Decision& decision) {
    return intoBook(*store_, [&](SQLite::Database& db, const std::string& now) {
        return addDecision(db, decision, now);
    });
}

std::vector<Action> ReviewBook::actions(std::int64_t modelId) const {
    return fromBook(*store_, [&](SQLite::Database& db) {
        return actionTable().rows(
            db,
            "model_id = ? ORDER BY closed_at != '', CASE WHEN closed_at = '' THEN due = '' "
            "END, CASE WHEN closed_at = '' THEN due END, closed_at DESC, id",
            modelId);
    });
}

Action ReviewBook::save(const Action& action) {
    return intoBook(
        *store_, [&](SQLite::Database& db, const std::string& now) { return saveAction(db, action, now); });
}

void ReviewBook::removeAction(const std::string& uid) {
    intoBook(*store_, [&](SQLite::Database& db, const std::string&) {
        if (const auto stored = actionTable().withUid(db, uid)) actionTable().remove(db, stored->id);
    });
}

std::vector<Experiment> ReviewBook::experiments(std::int64_t modelId) const {
    return fromBook(*store_, [&](SQLite::Database& db) {
        return experimentTable().rows(db, "model_id = ? ORDER BY created_at DESC, id DESC", modelId);
    });
}

Experiment ReviewBook::save(const Experiment& experiment) {
    return intoBook(*store_, [&](SQLite::Database& db, const std::string& now) {
        return saveExperiment(db, experiment, now);
    });
}

void ReviewBook::removeExperiment(const std::string& uid) {
    intoBook(*store_, [&](SQLite::Database& db, const std::string&) {
        if (const auto stored = experimentTable().withUid(db, uid)) experimentTable().remove(db, stored->id);
    });
}

std::vector<Meeting> ReviewBook::meetings(std::int64_t modelId) const {
    return fromBook(*store_, [&](SQLite::Database& db) { return meetingsOf(db, modelId); });
}

std::optional<Meeting> ReviewBook::meeting(const std::string& uid) const {
    return fromBook(*store_, [&](SQLite::Database& db) { return meetingWithUid(db, uid); });
}

std::optional<Meeting> ReviewBook::running() const {
    return fromBook(*store_, [](SQLite::Database& db) { return runningMeeting(db); });
}

Meeting ReviewBook::save(const Meeting& meeting) {
    return intoBook(
        *store_, [&](SQLite::Database& db, const std::string& now) { return saveMeeting(db, meeting, now); });
}

SavedItemNotes ReviewBook::saveNotes(const std::string& meetingUid, const AgendaItem& item) {
    return intoBook(*store_, [&](SQLite::Database& db, const std::string&) {
        return saveItemNotes(db, meetingUid, item);
    });
}

void ReviewBook::saveClock(const Meeting& meeting) {
    intoBook(*store_, [&](SQLite::Database& db, const std::string&) { storeClock(db, meeting); });
}

void ReviewBook::removeDraft(const std::string& uid) {
    intoBook(*store_, [&](SQLite::Database& db, const std::string&) { removeDraftMeeting(db, uid); });
}

std::vector<AgendaPoint> ReviewBook::agenda(std::int64_t modelId) const {
    return fromBook(*store_, [&](SQLite::Database& db) { return agendaInForce(db, modelId); });
}

void ReviewBook::setAgenda(std::int64_t modelId, const std::vector<AgendaPoint>& agenda,
                           const std::string& who) {
    intoBook(*store_,
             [&](SQLite::Database& db, const std::string& now) { addAgenda(db, modelId, agenda, who, now); });
}

std::vector<GlossaryReading> ReviewBook::glossaryReadings() const {
    return fromBook(*store_, [](SQLite::Database& db) { return readingsInForce(db); });
}

GlossaryReading ReviewBook::agree(const GlossaryReading& reading) {
    return intoBook(
        *store_, [&](SQLite::Database& db, const std::string& now) { return addReading(db, reading, now); });
}

}  // namespace reckoner
