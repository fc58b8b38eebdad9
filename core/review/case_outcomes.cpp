#include "core/review/case_outcomes.h"

#include <algorithm>

#include "core/data/corrected_labels.h"
#include "core/data/id_index.h"
#include "core/metrics/row_decisions.h"
#include "core/review/operating_threshold.h"
#include "core/store/notebook.h"

namespace reckoner {
namespace {

// A sample in one run, worst row first.
enum class Found { No, Undecided, Right, Wrong };

IdIndex notedSamples(const Notebook& notebook, std::int64_t modelId) {
    IdIndex ids;
    for (const Annotation& note : notebook.annotations(modelId))
        ids.add(note.sampleId);
    return ids;
}

LabelCorrections correctionsOf(const Notebook& notebook, std::int64_t modelId) {
    LabelCorrections corrections;
    for (const LabelCorrection& correction : notebook.corrections(modelId))
        corrections[correction.sampleId] = correction.corrected;
    return corrections;
}

Found foundAs(RowState state) {
    if (state == RowState::Wrong) return Found::Wrong;
    return state == RowState::Right ? Found::Right : Found::Undecided;
}

// Beside ids: how each sample fares in the run.
std::vector<Found> lookUp(const Store& store, const RunRow& run, const IdIndex& ids,
                          const LabelCorrections& corrections, const TaskContext& context) {
    std::vector<Found> found(ids.size(), Found::No);
    const EvalTablePtr table = withCorrections(store.openTable(run.info.id), corrections, context).table;
    const RowDecisions decisions(*table, decidedClass(run.info),
                                 operatingThreshold(store, run, table, context), context);
    const auto samples = table->text(table->find(ColumnRole::Id)->id, context);
    constexpr RowIndex kWindow = 1 << 20;
    for (RowIndex first = 0; first < table->rows(); first += std::min(kWindow, table->rows() - first)) {
        context.checkCancelled();
        samples->scan(first, first + std::min(kWindow, table->rows() - first),
                      [&](RowIndex row, std::string_view id, bool) {
                          const std::uint32_t place = ids.find(id);
                          if (place == IdIndex::kNone) return;
                          found[place] = std::max(found[place], foundAs(decisions.state(row)));
                      });
    }
    return found;
}

CaseOutcome outcomeOf(Found before, Found now) {
    switch (now) {
        case Found::No:
            return CaseOutcome::NotInRun;
        case Found::Undecided:
            return CaseOutcome::AwaitingLabel;
        case Found::Right:
            return before == Found::Right ? CaseOutcome::StillRight : CaseOutcome::Fixed;
        case Found::Wrong:
            return before == Found::Right ? CaseOutcome::NewlyWrong : CaseOutcome::StillWrong;
    }
    return CaseOutcome::NotInRun;
}

}  // namespace

std::string_view name(CaseOutcome outcome) {
    switch (outcome) {
        case CaseOutcome::Fixed:
            return "fixed";
        case CaseOutcome::StillWrong:
            return "still_wrong";
        case CaseOutcome::NewlyWrong:
            return "new";
        case CaseOutcome::StillRight:
            return "still_right";
        case CaseOutcome::AwaitingLabel:
            return "awaiting_label";
        case CaseOutcome::NotInRun:
            return "not_in_run";
    }
    return "";
}

std::uint64_t CaseOutcomes::count(CaseOutcome outcome) const {
    return static_cast<std::uint64_t>(std::count_if(
        cases.begin(), cases.end(), [outcome](const NotedCase& one) { return one.outcome == outcome; }));
}

std::optional<RunRow> predecessorOf(const Store& store, const RunRow& run) {
    std::vector<RunRow> runs = store.runs(run.modelId);
    std::erase_if(runs, [&](const RunRow& other) {
        return other.versionId == run.versionId || other.info.id > run.info.id;
    });
    if (runs.empty()) return std::nullopt;
    std::sort(runs.begin(), runs.end(),
              [](const RunRow& a, const RunRow& b) { return a.info.id > b.info.id; });
    std::string wanted = runs.front().info.version;
    for (const VersionRow& version : store.versions(run.modelId))
        if (version.id == run.versionId && !version.parent.empty() &&
            std::any_of(runs.begin(), runs.end(),
                        [&](const RunRow& other) { return other.info.version == version.parent; }))
            wanted = version.parent;
    std::erase_if(runs, [&](const RunRow& other) { return other.info.version != wanted; });
    const auto same = std::find_if(runs.begin(), runs.end(),
                                   [&](const RunRow& other) { return other.evalSetId == run.evalSetId; });
    return same == runs.end() ? runs.front() : *same;
}

std::optional<CaseOutcomes> caseOutcomes(const std::shared_ptr<Store>& store, RunId id,
                                         const TaskContext& context) {
    const auto run = store->run(id);
    if (!run) return std::nullopt;
    const auto before = predecessorOf(*store, *run);
    if (!before) return std::nullopt;
    const Notebook notebook(store);
    const IdIndex ids = notedSamples(notebook, run->modelId);
    if (ids.size() == 0) return std::nullopt;
    const LabelCorrections corrections = correctionsOf(notebook, run->modelId);
    const std::vector<Found> now = lookUp(*store, *run, ids, corrections, context);
    if (std::all_of(now.begin(), now.end(), [](Found found) { return found == Found::No; }))
        return std::nullopt;
    const std::vector<Found> then = lookUp(*store, *before, ids, corrections, context);
    CaseOutcomes outcomes{id, before->info.id, before->info.version, {}, 0};
    for (std::uint32_t i = 0; i < ids.size(); ++i)
        outcomes.corrected += corrections.contains(std::string(ids.at(i))) ? 1 : 0;
    for (std::uint32_t i = 0; i < ids.size(); ++i)
        outcomes.cases.push_back({std::string(ids.at(i)), outcomeOf(then[i], now[i])});
    std::sort(outcomes.cases.begin(), outcomes.cases.end(),
              [](const NotedCase& a, const NotedCase& b) { return a.sampleId < b.sampleId; });
    return outcomes;
}

}  // namespace reckoner
