#include "core/store/merge_reviews.h"

#include <algorithm>

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

#include "core/base/error.h"
#include "core/review/glossary.h"
#include "core/store/meeting_repository.h"
#include "core/store/review_repository.h"
#include "core/store/review_tables.h"
#include "core/store/written_text.h"

namespace reckoner {
namespace {

std::string wordsOf(const BriefAnswer& answer) {
    return answer.question + '\n' + answer.text;
}
std::string wordsOf(const Decision& decision) {
    return fmt::format("{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}", name(decision.kind), decision.title,
                       decision.reason, decision.who, decision.approvedBy, decision.conditions,
                       decision.revisitOn, tripwireJson(decision.tripwire), decision.evidence);
}
std::string wordsOf(const Action& action) {
    return fmt::format("{}\n{}\n{}\n{}\n{}\n{}\n{}", action.title, action.owner, action.due,
                       name(action.kind), name(action.state), action.result, linksJson(action.links));
}
std::string wordsOf(const Experiment& experiment) {
    return fmt::format("{}\n{}\n{}\n{}\n{}\n{}", experiment.hypothesis, experiment.tried,
                       name(experiment.finding), experiment.result, experiment.saved,
                       namesJson(experiment.versions));
}
std::string wordsOf(const Meeting& meeting) {
    std::string words = fmt::format("{}\n{}\n{}\n{}", meeting.title, meeting.heldOn, name(meeting.state),
                                    namesJson(meeting.attendees));
    for (const AgendaItem& item : meeting.items)
        words +=
            fmt::format("\n{}\n{}\n{}\n{}", item.point.title, item.notes, namesJson(item.picks), item.done);
    return words;
}

std::string& timeOf(BriefAnswer& answer) {
    return answer.at;
}
std::string& timeOf(Decision& decision) {
    return decision.at;
}
std::string& timeOf(Action& action) {
    return action.createdAt;
}
std::string& timeOf(Experiment& experiment) {
    return experiment.createdAt;
}

bool isSound(const BriefAnswer& answer) {
    return findBriefQuestion(answer.question) != nullptr;
}
template <class T>
bool isSound(const T& row) {
    try {
        check(row);
        return true;
    } catch (const Error&) {
        return false;
    }
}

class ReviewsMerge {
 public:
    ReviewsMerge(SQLite::Database& database, std::int64_t model, const std::string& now, MergedStore& merged)
        : database_(database), model_(model), now_(now), merged_(merged) {}

    // what: "A decision".
    template <class T>
    void add(const WrittenTable<T>& table, const std::vector<T>& rows, const char* what) {
        for (T row : rows) {
            if (row.uid.empty() || !isSound(row)) {
                merged_.remarks.push_back(fmt::format("{} was left out: it is incomplete.", what));
                continue;
            }
            if (const auto here = table.withUid(database_, row.uid)) {
                if (wordsOf(*here) == wordsOf(row)) continue;
                row.uid = derivedUid({"beside", row.uid, wordsOf(row)});
                if (table.withUid(database_, row.uid)) continue;
                merged_.remarks.push_back(
                    fmt::format("Both kept: {} differs from the one that was here.", lowered(what)));
            }
            row.id = 0;
            row.modelId = model_;
            timeOf(row) = pastTime(timeOf(row), now_);
            table.insert(database_, row);
            ++merged_.reviewRecords;
        }
    }

    void add(Meeting meeting) {
        const std::string words = wordsOf(meeting);
        if (const auto here = meetingWithUid(database_, meeting.uid)) {
            if (wordsOf(*here) == words) return;
            meeting.uid = derivedUid({"beside", meeting.uid, words});
            if (meetingWithUid(database_, meeting.uid)) return;
            for (AgendaItem& item : meeting.items)
                item.uid = derivedUid({"beside", item.uid, meeting.uid});
            merged_.remarks.push_back(fmt::format(
                "Both kept: the review \"{}\" differs from the one that was here.", meeting.title));
        }
        meeting.modelId = model_;
        meeting.clockFrom.reset();
        if (meeting.state == MeetingState::Running && runningMeeting(database_))
            meeting.state = MeetingState::Draft;
        for (std::string* time : {&meeting.startedAt, &meeting.closedAt, &meeting.changedAt})
            if (!time->empty()) *time = pastTime(*time, now_);
        insertMeeting(database_, meeting);
        ++merged_.reviewRecords;
    }

    void add(AgendaTemplate agenda) {
        if (!agendaTemplateTable().rows(database_, "model_id = ?", model_).empty()) return;
        agenda.id = 0;
        agenda.uid.clear();
        agenda.modelId = model_;
        agenda.at = pastTime(agenda.at, now_);
        agendaTemplateTable().insert(database_, agenda);
        ++merged_.reviewRecords;
    }

 private:
    static std::string lowered(std::string text) {
        text[0] = static_cast<char>(text[0] - 'A' + 'a');
        return text;
    }

    SQLite::Database& database_;
    std::int64_t model_;
    const std::string& now_;
    MergedStore& merged_;
};

}  // namespace

OtherReviews otherReviews(SQLite::Database& other, std::int64_t modelId) {
    constexpr const char* kOfModel = "model_id = ? ORDER BY id";
    OtherReviews reviews;
    reviews.answers = briefAnswerTable().rows(other, kOfModel, modelId);
    reviews.decisions = decisionTable().rows(other, kOfModel, modelId);
    reviews.actions = actionTable().rows(other, kOfModel, modelId);
    reviews.experiments = experimentTable().rows(other, kOfModel, modelId);
    reviews.meetings = meetingsOf(other, modelId);
    std::reverse(reviews.meetings.begin(), reviews.meetings.end());
    auto agendas = agendaTemplateTable().rows(other, kOfModel, modelId);
    if (!agendas.empty()) reviews.agenda = std::move(agendas.back());
    return reviews;
}

std::vector<GlossaryReading> otherReadings(SQLite::Database& other) {
    return readingsInForce(other);
}

void mergeReviews(SQLite::Database& database, std::int64_t model, const OtherReviews& reviews,
                  const std::string& now, MergedStore& merged) {
    ReviewsMerge merge(database, model, now, merged);
    merge.add(briefAnswerTable(), reviews.answers, "An answer of the brief");
    merge.add(decisionTable(), reviews.decisions, "A decision");
    merge.add(actionTable(), reviews.actions, "An action");
    merge.add(experimentTable(), reviews.experiments, "An experiment");
    for (const Meeting& meeting : reviews.meetings)
        merge.add(meeting);
    if (reviews.agenda) merge.add(*reviews.agenda);
}

void mergeReadings(SQLite::Database& database, const std::vector<GlossaryReading>& readings,
                   const std::string& now, MergedStore& merged) {
    const std::vector<GlossaryReading> ours = readingsInForce(database);
    for (GlossaryReading reading : readings) {
        const bool known = std::any_of(ours.begin(), ours.end(),
                                       [&](const GlossaryReading& one) { return one.term == reading.term; });
        if (known || !findTerm(reading.term)) continue;
        reading.at = pastTime(reading.at, now);
        reading.uid.clear();
        glossaryReadingTable().insert(database, reading);
        ++merged.reviewRecords;
    }
}

}  // namespace reckoner
