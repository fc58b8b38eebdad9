#include "core/store/merge_requirements.h"

#include <algorithm>
#include <cmath>
#include <map>

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

#include "core/base/error.h"
#include "core/review/policy_record.h"
#include "core/store/clean_text.h"
#include "core/store/model_repository.h"
#include "core/store/registry_repository.h"
#include "core/store/requirement_repository.h"
#include "core/store/version_repository.h"
#include "core/store/written_text.h"

namespace reckoner {
namespace {

class RequirementsMerge {
 public:
    RequirementsMerge(SQLite::Database& database, std::int64_t model, const std::string& now,
                      MergedStore& merged)
        : database_(database), model_(requireModel(database, model)), now_(now), merged_(merged) {
        for (const VersionRow& version : versionsOf(database, model))
            versionHere_[version.name] = version.id;
        for (const RequirementRecord& record : requirementsOf(database, model))
            requirementHere_[record.requirement.uid] = record.requirement.id;
    }

    void add(const RequirementRecord& record) {
        Requirement requirement;
        try {
            requirement = checked(record.requirement);
        } catch (const Error& error) {
            remark("A requirement of {} was left out: {}", model_.name, cleanText(error.what()));
            return;
        }
        if (requirement.uid.empty()) return;
        requirement.uid = writtenText(requirement.uid, "a requirement");
        requirement.supersedes = writtenText(requirement.supersedes, "a requirement");
        requirement.modelId = model_.id;
        requirement.createdAt = pastTime(requirement.createdAt, now_);
        if (const std::int64_t id = insertRequirement(database_, requirement)) {
            requirementHere_[requirement.uid] = id;
            ++merged_.requirements;
        }
        const auto here = requirementHere_.find(requirement.uid);
        if (here == requirementHere_.end()) return;
        for (const RequirementEvent& event : record.events)
            add(event, here->second);
    }

    void add(const OtherRequirements::Version& version) {
        if (version.stages.empty() && version.facts.empty()) return;
        const auto here = versionHere_.find(cleanText(version.name));
        if (here == versionHere_.end()) {
            remark("Stages of {} {} were left out: that version has no run here.", model_.name,
                   cleanText(version.name));
            return;
        }
        for (auto stage = version.stages.rbegin(); stage != version.stages.rend(); ++stage)
            add(*stage, here->second);
        for (const VersionFacts& facts : version.facts)
            add(facts, here->second);
    }

    void sayWhereTwoAreInProduction() {
        std::string names;
        int number = 0;
        for (const RegistryEntry& entry : registryOf(database_, model_.id)) {
            if (entry.stage() != Stage::Production) continue;
            names += (number++ > 0 ? " and " : "") + entry.version;
        }
        if (number > 1 && merged_.stageChanges > 0)
            remark("Both kept: {} of {} are in production; retire one of them.", names, model_.name);
    }

 private:
    template <class... Args>
    void remark(fmt::format_string<Args...> sentence, Args&&... args) {
        merged_.remarks.push_back(fmt::format(sentence, std::forward<Args>(args)...));
    }

    void add(RequirementEvent event, std::int64_t requirement) {
        if (event.uid.empty() || (!event.until.empty() && !isDate(event.until))) return;
        event.uid = writtenText(event.uid, "a waiver");
        event.requirementId = requirement;
        event.at = pastTime(event.at, now_);
        if (insertRequirementEvent(database_, event) > 0) ++merged_.requirementEvents;
    }

    void add(StageChange change, std::int64_t version) {
        if (change.uid.empty() || change.stage == Stage::None) return;
        change.uid = writtenText(change.uid, "a stage");
        change.versionId = version;
        change.at = pastTime(change.at, now_);
        if (insertStageChange(database_, change)) ++merged_.stageChanges;
    }

    void add(VersionFacts facts, std::int64_t version) {
        if (facts.uid.empty()) return;
        facts.uid = writtenText(facts.uid, "a version");
        facts.versionId = version;
        facts.at = pastTime(facts.at, now_);
        for (auto* figure :
             {&facts.costPerPrediction, &facts.latencyP50, &facts.latencyP95, &facts.latencyP99})
            if (*figure && !(std::isfinite(**figure) && **figure >= 0)) figure->reset();
        if (insertVersionFacts(database_, facts)) ++merged_.versionFacts;
    }

    SQLite::Database& database_;
    const ModelRow model_;
    const std::string& now_;
    MergedStore& merged_;
    std::map<std::string, std::int64_t> versionHere_;
    std::map<std::string, std::int64_t> requirementHere_;
};

}  // namespace

OtherRequirements otherRequirements(SQLite::Database& other, std::int64_t modelId) {
    OtherRequirements result;
    result.requirements = requirementsOf(other, modelId);
    for (const RegistryEntry& entry : registryOf(other, modelId))
        result.versions.push_back({entry.version, entry.history, factsOf(other, entry.versionId)});
    return result;
}

void mergeRequirements(SQLite::Database& database, std::int64_t model, const OtherRequirements& other,
                       const std::string& now, MergedStore& merged) {
    RequirementsMerge merge(database, model, now, merged);
    for (const RequirementRecord& record : other.requirements)
        merge.add(record);
    for (const OtherRequirements::Version& version : other.versions)
        merge.add(version);
    merge.sayWhereTwoAreInProduction();
}

}  // namespace reckoner
