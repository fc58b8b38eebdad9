#include "core/store/requirement_book.h"

#include <algorithm>

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

#include "core/base/error.h"
#include "core/review/policy_record.h"
#include "core/store/model_repository.h"
#include "core/store/requirement_repository.h"
#include "core/store/store_access.h"
#include "core/store/written_text.h"

namespace reckoner {
namespace {

std::optional<RequirementRecord> recordWith(SQLite::Database& database, std::int64_t id) {
    for (RequirementRecord& record : requirementsOf(database, 0))
        if (record.requirement.id == id) return std::move(record);
    return std::nullopt;
}

void requireInForce(SQLite::Database& database, std::int64_t id) {
    const auto record = recordWith(database, id);
    if (!record) throw Error(ErrorCode::Usage, fmt::format("There is no requirement {} in this store.", id));
    if (record->inForce()) return;
    throw Error(ErrorCode::Usage, fmt::format("Requirement {} is no longer in force: it was {}.", id,
                                              record->withdrawn() ? "withdrawn" : "replaced by another"));
}

void requireSuperseded(SQLite::Database& database, const Requirement& requirement) {
    if (requirement.supersedes.empty()) return;
    for (const RequirementRecord& record : requirementsOf(database, requirement.modelId))
        if (record.requirement.uid == requirement.supersedes)
            return requireInForce(database, record.requirement.id);
    throw Error(ErrorCode::Usage, "The requirement to be replaced is not one of this model.");
}

}  // namespace

RequirementBook::RequirementBook(std::shared_ptr<Store> store) : store_(std::move(store)) {}

std::vector<RequirementRecord> RequirementBook::all(std::int64_t modelId) const {
    return StoreAccess::readers(*store_).read(
        [&](SQLite::Database& db) { return requirementsOf(db, modelId); });
}

std::vector<RequirementRecord> RequirementBook::inForce(std::int64_t modelId) const {
    std::vector<RequirementRecord> records = all(modelId);
    std::erase_if(records, [](const RequirementRecord& record) { return !record.inForce(); });
    return records;
}

std::optional<RequirementRecord> RequirementBook::find(std::int64_t id) const {
    return StoreAccess::readers(*store_).read([&](SQLite::Database& db) { return recordWith(db, id); });
}

Requirement RequirementBook::add(const Requirement& given) {
    Requirement requirement = checked(given);
    requirement.createdAt = pastTime(given.createdAt, StoreAccess::now(*store_));
    return StoreAccess::writer(*store_).write([&](SQLite::Database& db) {
        requireModel(db, requirement.modelId);
        requireSuperseded(db, requirement);
        requirement.uid.clear();
        const std::int64_t id = insertRequirement(db, requirement);
        return recordWith(db, id).value().requirement;
    });
}

void RequirementBook::waive(const RequirementEvent& waiver) {
    append(waiver, RequirementEventKind::Waived);
}

void RequirementBook::lift(const RequirementEvent& lifted) {
    append(lifted, RequirementEventKind::Lifted);
}

void RequirementBook::withdraw(const RequirementEvent& withdrawn) {
    append(withdrawn, RequirementEventKind::Withdrawn);
}

void RequirementBook::append(RequirementEvent event, RequirementEventKind kind) {
    const std::string what = kind == RequirementEventKind::Waived   ? "waived"
                             : kind == RequirementEventKind::Lifted ? "asked for again"
                                                                    : "withdrawn";
    event.kind = kind;
    event.uid.clear();
    event.who = trimmedText(event.who, "the name of who decides");
    event.why = trimmedText(event.why, "a reason");
    event.version = trimmedText(event.version, "a version's name");
    if (event.who.empty())
        throw Error(ErrorCode::Usage, "A requirement is " + what + " by somebody: say who.");
    if (event.why.empty())
        throw Error(ErrorCode::Usage, "A requirement is " + what + " for a reason: say why.");
    if (!event.until.empty() && !isDate(event.until))
        throw Error(ErrorCode::Usage, "A waiver's last day is written like 2026-03-31.");
    event.at = pastTime(event.at, StoreAccess::now(*store_));
    StoreAccess::writer(*store_).write([&](SQLite::Database& db) {
        requireInForce(db, event.requirementId);
        insertRequirementEvent(db, event);
    });
}

}  // namespace reckoner
