#include "core/report/merge_report.h"

#include <nlohmann/json.hpp>

#include "core/report/text_table.h"
#include "core/wording/number_format.h"

namespace reckoner {
namespace {

Json runJson(const RunRow& run) {
    return {{"run", run.info.id},           {"model", run.info.model}, {"version", run.info.version},
            {"eval_set", run.info.evalSet}, {"rows", run.info.rows},   {"scored", run.info.scored}};
}

std::string several(std::size_t number, const char* one, const char* many) {
    return count(number) + " " + (number == 1 ? one : many);
}

}  // namespace

Json mergedJson(const MergedStore& merged, const Store& store) {
    Json runs = Json::array();
    for (const RunId id : merged.runs)
        runs.push_back(runJson(store.run(id).value()));
    return {{"runs", runs},
            {"merged",
             {{"runs_here_already", merged.runsHere},
              {"annotations", merged.notes.added + merged.notes.conflicts.size()},
              {"annotations_here_already", merged.notes.unchanged},
              {"conflicts", merged.notes.conflicts.size()},
              {"cohorts", merged.cohorts},
              {"label_corrections", merged.corrections},
              {"sign_offs", merged.signOffs},
              {"cost_models", merged.costModels},
              {"policies", merged.policies},
              {"attachments", merged.attachments},
              {"requirements", merged.requirements},
              {"requirement_events", merged.requirementEvents},
              {"review_records", merged.reviewRecords},
              {"stage_changes", merged.stageChanges},
              {"version_facts", merged.versionFacts},
              {"remarks", merged.remarks}}}};
}

std::string mergedText(const MergedStore& merged, const Store& store) {
    std::string text;
    for (const RunId id : merged.runs) {
        const RunInfo info = store.run(id).value().info;
        text += "Run " + std::to_string(id) + ": " +
                terminalText(info.model + "/" + info.version + "@" + info.evalSet) + ", " +
                several(info.rows, "row", "rows") + ".\n";
    }
    text +=
        several(merged.runs.size(), "run", "runs") + " added, " + count(merged.runsHere) + " here already.\n";
    text += several(merged.notes.added + merged.notes.conflicts.size(), "note", "notes") + " added, " +
            count(merged.notes.unchanged) + " here already; " + several(merged.cohorts, "cohort", "cohorts") +
            ", " + several(merged.corrections, "corrected label", "corrected labels") + ", " +
            several(merged.signOffs, "sign-off", "sign-offs") + ", " +
            several(merged.costModels, "cost model", "cost models") + ", " +
            several(merged.policies, "policy", "policies") + ", " +
            several(merged.attachments, "attachment", "attachments") + ", " +
            several(merged.requirements, "requirement", "requirements") + ", " +
            several(merged.stageChanges, "stage of a version", "stages of versions") + " and " +
            several(merged.reviewRecords, "record of reviews", "records of reviews") + " added.\n";
    for (const std::string& remark : merged.remarks)
        text += terminalText(remark) + "\n";
    return text;
}

}  // namespace reckoner
