#include "core/review/stage.h"

#include <algorithm>

#include "core/base/error.h"

namespace reckoner {
namespace {

const RegistryEntry& entryOf(const std::vector<RegistryEntry>& entries, std::int64_t versionId) {
    const auto found = std::find_if(entries.begin(), entries.end(), [versionId](const RegistryEntry& entry) {
        return entry.versionId == versionId;
    });
    if (found == entries.end()) throw Error(ErrorCode::Usage, "There is no such version of this model.");
    return *found;
}

StageChange consequence(const StageChange& change, const RegistryEntry& entry, Stage stage,
                        const std::string& because) {
    StageChange next = change;
    next.id = 0;
    next.uid.clear();
    next.versionId = entry.versionId;
    next.stage = stage;
    next.why = because + ": " + change.why;
    return next;
}

// The version that was in production last before `entry`, which is there now, and was retired for it.
const RegistryEntry* productionBefore(const std::vector<RegistryEntry>& entries, const RegistryEntry& entry) {
    const std::string came = entry.history.front().at;
    const RegistryEntry* before = nullptr;
    std::string latest;
    for (const RegistryEntry& other : entries) {
        if (other.versionId == entry.versionId || other.stage() != Stage::Retired) continue;
        for (const StageChange& change : other.history) {
            if (change.stage != Stage::Production || change.at > came || change.at < latest) continue;
            before = &other;
            latest = change.at;
        }
    }
    return before;
}

}  // namespace

std::string_view name(Stage stage) {
    switch (stage) {
        case Stage::None:
            return "";
        case Stage::Candidate:
            return "candidate";
        case Stage::InReview:
            return "in_review";
        case Stage::Production:
            return "production";
        case Stage::Retired:
            return "retired";
        case Stage::RolledBack:
            return "rolled_back";
    }
    return "";
}

std::string_view title(Stage stage) {
    switch (stage) {
        case Stage::None:
            return "no stage";
        case Stage::InReview:
            return "in review";
        case Stage::RolledBack:
            return "rolled back";
        default:
            return name(stage);
    }
}

std::optional<Stage> stageNamed(std::string_view text) {
    for (const Stage stage : kStages)
        if (text == name(stage) || text == title(stage)) return stage;
    return std::nullopt;
}

const RegistryEntry* inProduction(const std::vector<RegistryEntry>& entries) {
    const RegistryEntry* latest = nullptr;
    for (const RegistryEntry& entry : entries) {
        if (entry.stage() != Stage::Production) continue;
        if (!latest || entry.history.front().at > latest->history.front().at) latest = &entry;
    }
    return latest;
}

std::vector<StageChange> withConsequences(const std::vector<RegistryEntry>& entries,
                                          const StageChange& change) {
    const RegistryEntry& entry = entryOf(entries, change.versionId);
    if (change.stage == Stage::None) throw Error(ErrorCode::Usage, "A version moves to a stage: say which.");
    if (entry.stage() == change.stage)
        throw Error(ErrorCode::Usage, entry.version + " is " + std::string(title(change.stage)) +
                                          " already: nothing to change.");
    if (!entry.history.empty() && change.at < entry.history.front().at)
        throw Error(ErrorCode::Usage,
                    entry.version + " was moved after that already: only its last stage holds.");
    std::vector<StageChange> changes;
    if (change.stage == Stage::Production) {
        for (const RegistryEntry& other : entries)
            if (other.stage() == Stage::Production)
                changes.push_back(
                    consequence(change, other, Stage::Retired, entry.version + " takes its place"));
        changes.push_back(change);
        return changes;
    }
    changes.push_back(change);
    if (change.stage != Stage::RolledBack) return changes;
    if (entry.stage() != Stage::Production)
        throw Error(ErrorCode::Usage,
                    entry.version + " is not in production: there is nothing to roll back.");
    if (const RegistryEntry* before = productionBefore(entries, entry))
        changes.push_back(
            consequence(change, *before, Stage::Production, entry.version + " was rolled back"));
    return changes;
}

}  // namespace reckoner
