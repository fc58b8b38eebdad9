#include "core/store/review_repository.h"

#include <algorithm>

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

#include "core/base/error.h"
#include "core/review/glossary.h"
#include "core/store/model_repository.h"
#include "core/store/review_tables.h"
#include "core/store/written_text.h"

namespace reckoner {
namespace {

// Insert, or update what nobody else changed meanwhile. `what`: "the action".
template <class T>
T saveWritten(SQLite::Database& database, const WrittenTable<T>& table, T row, const std::string& now,
              const char* what) {
    const auto stored = row.uid.empty() ? std::nullopt : table.withUid(database, row.uid);
    if (!stored) {
        row.createdAt = pastTime(row.createdAt, now);
        row.changedAt = now;
        return table.insert(database, row);
    }
    if (sameContent(row, *stored)) return *stored;
    if (!row.changedAt.empty() && row.changedAt != stored->changedAt)
        throw Error(
            ErrorCode::Usage,
            fmt::format("Somebody else changed {} meanwhile: look at it again, then change it.", what));
    row.id = stored->id;
    row.createdAt = stored->createdAt;
    row.changedAt = now;
    table.update(database, row);
    return *table.withUid(database, row.uid);
}

}  // namespace

BriefAnswer addAnswer(SQLite::Database& database, const BriefAnswer& given, const std::string& now) {
    requireModel(database, given.modelId);
    if (!findBriefQuestion(given.question))
        throw Error(ErrorCode::Usage, fmt::format("The brief has no question \"{}\".", given.question));
    const auto history = briefAnswerTable().rows(database, "model_id = ?", given.modelId);
    for (const BriefAnswer& inForce : answersInForce(history))
        if (inForce.question == given.question && inForce.text == writtenText(given.text, "the brief"))
            return inForce;
    BriefAnswer answer = given;
    if (briefAnswerTable().withUid(database, answer.uid)) answer.uid.clear();
    answer.at = pastTime(given.at, now);
    return briefAnswerTable().insert(database, answer);
}

Decision addDecision(SQLite::Database& database, const Decision& given, const std::string& now) {
    check(given);
    requireModel(database, given.modelId);
    if (!given.supersedes.empty()) {
        const auto all = decisionTable().rows(database, "model_id = ?", given.modelId);
        const auto standing = standingDecisions(all);
        const auto isIt = [&](const Decision& one) { return one.uid == given.supersedes; };
        if (std::none_of(all.begin(), all.end(), isIt))
            throw Error(ErrorCode::Usage, "The decision to replace is not one of this model.");
        if (std::none_of(standing.begin(), standing.end(), isIt))
            throw Error(ErrorCode::Usage, "That decision was replaced already: replace the one that stands.");
    }
    Decision decision = given;
    if (decisionTable().withUid(database, decision.uid)) decision.uid.clear();
    for (std::string* line : {&decision.title, &decision.who, &decision.approvedBy})
        *line = trimmedText(*line, "a decision");
    decision.at = pastTime(given.at, now);
    return decisionTable().insert(database, decision);
}

Action saveAction(SQLite::Database& database, const Action& given, const std::string& now) {
    check(given);
    requireModel(database, given.modelId);
    Action action = given;
    action.title = trimmedText(given.title, "an action");
    action.owner = trimmedText(given.owner, "an action");
    if (action.state == ActionState::Open)
        action.closedAt.clear();
    else
        action.closedAt = pastTime(given.closedAt, now);
    return saveWritten(database, actionTable(), action, now, "the action");
}

Experiment saveExperiment(SQLite::Database& database, const Experiment& given, const std::string& now) {
    check(given);
    requireModel(database, given.modelId);
    return saveWritten(database, experimentTable(), given, now, "the experiment");
}

std::vector<GlossaryReading> readingsInForce(SQLite::Database& database) {
    std::vector<GlossaryReading> inForce;
    for (GlossaryReading& reading :
         glossaryReadingTable().rows(database, "term != ? ORDER BY term, id", std::string())) {
        if (!inForce.empty() && inForce.back().term == reading.term) inForce.pop_back();
        inForce.push_back(std::move(reading));
    }
    std::erase_if(inForce, [](const GlossaryReading& reading) {
        return reading.agreed.empty() && reading.manager.empty() && reading.engineer.empty();
    });
    return inForce;
}

GlossaryReading addReading(SQLite::Database& database, const GlossaryReading& given, const std::string& now) {
    if (!findTerm(given.term))
        throw Error(ErrorCode::Usage, fmt::format("The glossary has no term \"{}\".", given.term));
    GlossaryReading reading = given;
    if (glossaryReadingTable().withUid(database, reading.uid)) reading.uid.clear();
    reading.at = now;
    return glossaryReadingTable().insert(database, reading);
}

}  // namespace reckoner
