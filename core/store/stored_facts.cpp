#include "core/store/stored_facts.h"

#include "core/data/sample_alignment.h"
#include "core/store/notebook.h"

namespace reckoner {
namespace {

std::vector<NoteFact> notesOf(const std::shared_ptr<Store>& store, std::int64_t model) {
    std::vector<NoteFact> facts;
    for (const Annotation& note : Notebook(store).annotations(model)) {
        NoteFact fact{note.sampleId, note.text, {}, note.tags};
        for (const std::string* field : {&note.expected, &note.produced, &note.happened, &note.user,
                                         &note.context, &note.action, &note.owner})
            if (!field->empty()) fact.details += *field + "\n";
        facts.push_back(std::move(fact));
    }
    return facts;
}

std::vector<LabelFact> correctionsOf(const std::shared_ptr<Store>& store, std::int64_t model) {
    std::vector<LabelFact> facts;
    for (const LabelCorrection& correction : Notebook(store).corrections(model))
        if (!correction.corrected.empty()) facts.push_back({correction.sampleId, correction.corrected});
    return facts;
}

BaselineRows joined(const std::shared_ptr<Store>& store, const RunRow& run, const RunRow& baseline,
                    const TaskContext& context) {
    BaselineRows result;
    result.table = store->openTable(baseline.info.id);
    if (const auto policy = store->policyInForce(baseline.versionId)) result.threshold = policy->threshold;
    if (run.evalSetId == baseline.evalSetId) {
        result.rows = SampleAlignment::byOrdinal(store->ordinals(run.info.id, context),
                                                 store->ordinals(baseline.info.id, context))
                          .rows;
        return result;
    }
    const EvalTablePtr table = store->openTable(run.info.id);
    result.rows = SampleAlignment::byId(*table, *result.table, context).rows;
    return result;
}

}  // namespace

SampleFacts::Sources storedFacts(const std::shared_ptr<Store>& store, const RunRow& run,
                                 const std::optional<RunRow>& baseline, std::optional<double> threshold) {
    SampleFacts::Sources sources;
    sources.notes = [store, model = run.modelId] { return notesOf(store, model); };
    sources.corrections = [store, model = run.modelId] { return correctionsOf(store, model); };
    if (baseline)
        sources.baseline = [store, run, other = *baseline, threshold](const TaskContext& context) {
            BaselineRows rows = joined(store, run, other, context);
            if (threshold) rows.threshold = threshold;
            return rows;
        };
    return sources;
}

}  // namespace reckoner
