#include "core/store/merge_store.h"

#include <algorithm>
#include <map>
#include <set>

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

#include "core/base/error.h"
#include "core/store/annotation_repository.h"
#include "core/store/clean_text.h"
#include "core/store/cost_model_repository.h"
#include "core/store/merge_annotations.h"
#include "core/store/merge_attachments.h"
#include "core/store/merge_notebook.h"
#include "core/store/merge_requirements.h"
#include "core/store/merge_reviews.h"
#include "core/store/model_repository.h"
#include "core/store/policy_repository.h"
#include "core/store/publish.h"
#include "core/store/run_repository.h"
#include "core/store/store_access.h"
#include "core/store/tag_repository.h"
#include "core/store/version_repository.h"
#include "core/store/written_text.h"

namespace reckoner {
namespace {

// What the other store holds about one model, read before anything is written.
struct OtherModel {
    ModelRow row;
    std::vector<RunRow> runs;
    OtherNotes notes;
    std::vector<std::string> tags;
    std::vector<Annotation> annotations;
    std::vector<CostModelRow> costs;      // newest first
    std::vector<PolicyRecord> policies;   // of all versions, newest first
    std::vector<NewAttachment> attached;  // oldest first
    OtherRequirements requirements;
    OtherReviews reviews;
};

std::vector<OtherModel> contentsOf(const Store& other, const TaskContext& context) {
    return StoreAccess::readers(other).read([&context](SQLite::Database& db) {
        std::vector<OtherModel> models;
        for (const ModelRow& row : allModels(db)) {
            OtherModel model;
            model.row = row;
            model.runs = runsOf(db, row.id);
            model.notes = otherNotes(db, row.id, model.runs);
            model.tags = tagsOf(db, row.id);
            model.annotations = annotationsOfModel(db, row.id);
            model.costs = costModelsOf(db, row.id);
            model.policies = policyRecordsOf(db, row.id);
            model.attached = otherAttachments(db, row.id, context);
            model.requirements = otherRequirements(db, row.id);
            model.reviews = otherReviews(db, row.id);
            models.push_back(std::move(model));
        }
        return models;
    });
}

class StoreMerge {
 public:
    StoreMerge(SQLite::Database& database, const std::string& now, const TaskContext& context)
        : database_(database), now_(now), context_(context) {}

    MergedStore run(const std::vector<OtherModel>& models, const std::vector<RunToMerge>& runs) {
        for (const RunToMerge& one : runs) {
            context_.checkCancelled();
            runHere_[one.id] = publishWithin(database_, one.staged, now_, context_);
            merged_.runs.push_back(runHere_[one.id]);
        }
        std::vector<Annotation> notes;
        for (const OtherModel& model : models) {
            context_.checkCancelled();
            const std::int64_t here = modelHere(model);
            knownRuns(model);
            addTags(here, model.tags);
            for (Annotation note : model.annotations) {
                note.modelId = here;
                notes.push_back(std::move(note));
            }
            mergeNotes(database_, here, model.notes, runHere_, now_, merged_);
            mergeAttachments(database_, here, model.attached, now_, merged_, context_);
            addCosts(here, model);
            addPolicies(here, model);
            mergeRequirements(database_, here, model.requirements, now_, merged_);
            mergeReviews(database_, here, model.reviews, now_, merged_);
        }
        merged_.notes = mergeAnnotations(database_, notes, now_);
        for (const Annotation& note : merged_.notes.conflicts)
            merged_.remarks.push_back(
                fmt::format("Both kept: the note on {} differs from the one that was here.", note.sampleId));
        return std::move(merged_);
    }

 private:
    std::int64_t modelHere(const OtherModel& model) {
        const std::string name = cleanName(model.row.name, "model");
        const bool isNew = !modelNamed(database_, name);
        RunInfo info;
        info.task = model.row.task;
        for (const std::string& one : model.row.classes)
            info.classes.push_back(cleanText(one));
        info.positive = cleanText(model.row.positive);
        const std::int64_t id = modelForRun(database_, info, name, now_).id;
        if (isNew || titleIsItsName(id)) storeTitle(database_, id, model.row.title);
        return id;
    }
    // Nobody gave it one here.
    bool titleIsItsName(std::int64_t id) {
        const ModelRow model = requireModel(database_, id);
        return model.title == model.name;
    }

    void knownRuns(const OtherModel& model) {
        for (const RunRow& run : model.runs) {
            if (runHere_.contains(run.info.id)) continue;
            const auto here = runWithSource(database_, run.sourceSha256);
            if (!here) continue;
            ++merged_.runsHere;
            if (here->info.rows == run.info.rows) runHere_[run.info.id] = here->info.id;
        }
    }

    void addTags(std::int64_t model, const std::vector<std::string>& tags) {
        std::vector<std::string> known = tagsOf(database_, model);
        for (const std::string& tag : tags)
            if (std::find(known.begin(), known.end(), tag) == known.end()) known.push_back(tag);
        storeTags(database_, model, known);
    }

    // Its whole history; a model that has costs here keeps them.
    void addCosts(std::int64_t model, const OtherModel& from) {
        if (from.costs.empty() || !costModelsOf(database_, model).empty()) return;
        for (auto costs = from.costs.rbegin(); costs != from.costs.rend(); ++costs) {
            CostModelRow row = *costs;
            row.modelId = model;
            row.at = pastTime(row.at, now_);
            insertCostModel(database_, row);
        }
        ++merged_.costModels;
    }

    void addPolicies(std::int64_t model, const OtherModel& from) {
        for (const VersionRow& version : versionsOf(database_, model)) {
            if (!policiesOf(database_, version.id).empty()) continue;
            for (auto record = from.policies.rbegin(); record != from.policies.rend(); ++record) {
                if (cleanText(record->version) != version.name) continue;
                Policy adopted = record->policy;
                adopted.versionId = version.id;
                adopted.adoptedAt = pastTime(adopted.adoptedAt, now_);
                const std::int64_t id = insertPolicy(database_, adopted);
                if (record->evidence) insertEvidence(database_, id, evidenceHere(*record->evidence));
                ++merged_.policies;
            }
        }
    }

    // The figures stay; rows are this store's.
    PolicyEvidence evidenceHere(PolicyEvidence evidence) const {
        const auto run = runHere_.find(evidence.runId);
        evidence.runId = run == runHere_.end() ? 0 : run->second;
        evidence.costModelId = 0;
        return evidence;
    }

    SQLite::Database& database_;
    const std::string& now_;
    const TaskContext& context_;
    MergedStore merged_;
    std::map<RunId, RunId> runHere_;  // of the other store, here
};

}  // namespace

std::vector<RunRow> runsToMerge(const Store* into, const Store& other) {
    std::vector<RunRow> missing;
    std::set<std::string> seen;
    for (const RunRow& run : other.runs()) {
        if (!seen.insert(run.sourceSha256).second) continue;
        if (!into || !into->runBySourceHash(run.sourceSha256)) missing.push_back(run);
    }
    return missing;
}

MergedStore mergeStore(Store& into, const Store& other, const std::vector<RunToMerge>& runs,
                       const TaskContext& context) {
    const std::vector<OtherModel> models = contentsOf(other, context);
    const std::vector<GlossaryReading> readings = StoreAccess::readers(other).read(otherReadings);
    const std::string now = StoreAccess::now(into);
    return StoreAccess::writer(into).write([&](SQLite::Database& db) {
        MergedStore merged = StoreMerge(db, now, context).run(models, runs);
        mergeReadings(db, readings, now, merged);
        return merged;
    });
}

}  // namespace reckoner
