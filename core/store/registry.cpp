#include "core/store/registry.h"

#include <algorithm>
#include <cmath>

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

#include "core/base/error.h"
#include "core/store/registry_repository.h"
#include "core/store/store_access.h"
#include "core/store/written_text.h"

namespace reckoner {
namespace {

std::int64_t modelOfVersion(SQLite::Database& database, std::int64_t versionId) {
    SQLite::Statement query(database, "SELECT model_id FROM version WHERE id = ?");
    query.bind(1, versionId);
    if (!query.executeStep())
        throw Error(ErrorCode::Usage, fmt::format("There is no version {} in this store.", versionId));
    return query.getColumn(0).getInt64();
}

RegistryEntry entryOf(SQLite::Database& database, std::int64_t versionId) {
    for (RegistryEntry& entry : registryOf(database, modelOfVersion(database, versionId)))
        if (entry.versionId == versionId) return std::move(entry);
    throw Error(ErrorCode::Internal, "A version is missing from its own model.");
}

void requireUsable(const std::optional<double>& figure, const char* what) {
    if (figure && !(std::isfinite(*figure) && *figure >= 0))
        throw Error(ErrorCode::Usage, fmt::format("{} is a number from 0 up.", what));
}

bool sameFacts(VersionFacts a, const VersionFacts& b) {
    a.id = b.id;
    a.uid = b.uid;
    a.who = b.who;
    a.at = b.at;
    return a == b;
}

}  // namespace

Registry::Registry(std::shared_ptr<Store> store) : store_(std::move(store)) {}

std::vector<RegistryEntry> Registry::entries(std::int64_t modelId) const {
    return entriesOf(*store_, modelId);
}

std::vector<RegistryEntry> Registry::entriesOf(const Store& store, std::int64_t modelId) {
    return StoreAccess::readers(store).read([&](SQLite::Database& db) { return registryOf(db, modelId); });
}

std::optional<RegistryEntry> Registry::entry(std::int64_t versionId) const {
    return StoreAccess::readers(*store_).read([&](SQLite::Database& db) -> std::optional<RegistryEntry> {
        SQLite::Statement known(db, "SELECT 1 FROM version WHERE id = ?");
        known.bind(1, versionId);
        if (!known.executeStep()) return std::nullopt;
        return entryOf(db, versionId);
    });
}

std::vector<StageChange> Registry::move(const StageChange& given) {
    StageChange change = given;
    change.uid.clear();
    change.who = trimmedText(given.who, "the name of who decides");
    change.why = trimmedText(given.why, "a reason");
    if (change.who.empty()) throw Error(ErrorCode::Usage, "A version is moved by somebody: say who.");
    if (change.why.empty()) throw Error(ErrorCode::Usage, "A version is moved for a reason: say why.");
    change.at = pastTime(given.at, StoreAccess::now(*store_));
    return StoreAccess::writer(*store_).write([&](SQLite::Database& db) {
        const std::vector<StageChange> changes =
            withConsequences(registryOf(db, modelOfVersion(db, change.versionId)), change);
        for (const StageChange& one : changes)
            insertStageChange(db, one);
        return changes;
    });
}

void Registry::describe(const VersionFacts& given) {
    VersionFacts facts = given;
    facts.uid.clear();
    facts.who = trimmedText(given.who, "the name of who writes");
    for (std::string* text : {&facts.owner, &facts.rollbackPlan, &facts.learntFrom, &facts.currency})
        *text = trimmedText(*text, "a version");
    if (facts.who.empty())
        throw Error(ErrorCode::Usage, "What is known about a version is written by somebody: say who.");
    requireUsable(facts.costPerPrediction, "The cost of one prediction");
    for (const auto* latency : {&facts.latencyP50, &facts.latencyP95, &facts.latencyP99})
        requireUsable(*latency, "A latency in milliseconds");
    facts.at = pastTime(given.at, StoreAccess::now(*store_));
    StoreAccess::writer(*store_).write([&](SQLite::Database& db) {
        const RegistryEntry entry = entryOf(db, facts.versionId);
        if (entry.facts && sameFacts(facts, *entry.facts)) return;
        insertVersionFacts(db, facts);
    });
}

}  // namespace reckoner
