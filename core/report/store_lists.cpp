#include "core/report/store_lists.h"

#include <nlohmann/json.hpp>

#include "core/report/metrics_json.h"
#include "core/report/text_table.h"
#include "core/store/registry.h"
#include "core/wording/number_format.h"
#include "core/wording/run_names.h"

namespace reckoner {
namespace {

using Align = TextTable::Align;

constexpr const char* kEmpty = "The store has no runs yet; `reckoner import FILE` loads one.\n";

// f(model, version) for every version, or those of one model.
template <class F>
void forEachVersion(const Store& store, std::int64_t model, F&& f) {
    for (const ModelRow& row : store.models()) {
        if (model != 0 && row.id != model) continue;
        for (const VersionRow& version : store.versions(row.id))
            f(row, version);
    }
}

RegistryEntry entryOf(const Store& store, const ModelRow& model, const VersionRow& version) {
    for (RegistryEntry& entry : Registry::entriesOf(store, model.id))
        if (entry.versionId == version.id) return std::move(entry);
    return {};
}

Json stageJson(Stage stage) {
    return stage == Stage::None ? Json(nullptr) : Json(std::string(name(stage)));
}

Json historyJson(const RegistryEntry& entry) {
    Json history = Json::array();
    for (const StageChange& change : entry.history)
        history.push_back({{"stage", stageJson(change.stage)},
                           {"at", change.at},
                           {"who", change.who},
                           {"why", change.why}});
    return history;
}

Json factsJson(const RegistryEntry& entry) {
    if (!entry.facts) return nullptr;
    const VersionFacts& facts = *entry.facts;
    const auto number = [](const std::optional<double>& value) {
        return value ? jsonNumber(*value) : Json(nullptr);
    };
    return {{"owner", facts.owner},
            {"rollback_plan", facts.rollbackPlan},
            {"learnt_from", facts.learntFrom},
            {"cost_per_prediction", number(facts.costPerPrediction)},
            {"currency", facts.currency},
            {"latency_p50", number(facts.latencyP50)},
            {"latency_p95", number(facts.latencyP95)},
            {"latency_p99", number(facts.latencyP99)},
            {"baseline", facts.baseline}};
}

std::string historyText(const ModelRow& model, const RegistryEntry& entry) {
    std::string text;
    for (const StageChange& change : entry.history)
        text += terminalText(model.name + " " + entry.version + ", " + std::string(title(change.stage)) +
                             " " + dateName(change.at) + " by " + change.who + ": " + change.why) +
                "\n";
    return text;
}

std::string joined(const std::vector<std::string>& parts) {
    std::string text;
    for (const std::string& part : parts)
        text += (text.empty() ? "" : ", ") + part;
    return text;
}

}  // namespace

Json runsJson(const Store& store, std::int64_t model) {
    Json runs = Json::array();
    for (const RunRow& row : store.runs(model)) {
        const RunInfo& info = row.info;
        runs.push_back({{"run", info.id},
                        {"model", info.model},
                        {"version", info.version},
                        {"eval_set", info.evalSet},
                        {"rows", info.rows},
                        {"scored", info.scored},
                        {"task", std::string(name(info.task))},
                        {"run_date", info.runDate},
                        {"excluded", excludedJson(row.excluded)},
                        {"rejected", row.rejectedRows},
                        {"repeated_ids", row.repeatedIds},
                        {"imported_at", row.importedAt},
                        {"source", row.sourceName},
                        {"sha256", row.sourceSha256}});
    }
    return {{"runs", runs}};
}

Json modelsJson(const Store& store, std::int64_t model) {
    Json models = Json::array();
    for (const ModelRow& row : store.models())
        if (model == 0 || row.id == model)
            models.push_back({{"model", row.name},
                              {"title", row.title},
                              {"task", std::string(name(row.task))},
                              {"classes", row.classes},
                              {"positive", row.positive.empty() ? Json(nullptr) : Json(row.positive)},
                              {"versions", row.versions},
                              {"runs", row.runs}});
    return {{"models", models}};
}

Json versionsJson(const Store& store, std::int64_t model) {
    Json versions = Json::array();
    forEachVersion(store, model, [&](const ModelRow& row, const VersionRow& version) {
        const auto policy = store.policyInForce(version.id);
        const RegistryEntry entry = entryOf(store, row, version);
        versions.push_back({{"model", row.name},
                            {"version", version.name},
                            {"algorithm", version.algorithm},
                            {"parent", version.parent.empty() ? Json(nullptr) : Json(version.parent)},
                            {"changelog", version.changelog},
                            {"policy_threshold", policy ? jsonNumber(policy->threshold) : Json(nullptr)},
                            {"runs", version.runs},
                            {"stage", stageJson(entry.stage())},
                            {"history", historyJson(entry)},
                            {"facts", factsJson(entry)}});
    });
    return {{"versions", versions}};
}

std::string runsText(const Store& store, std::int64_t model) {
    TextTable table({{"Run", Align::Right},
                     {"Model"},
                     {"Version"},
                     {"Eval set"},
                     {"Date"},
                     {"Rows", Align::Right},
                     {"Scored", Align::Right}});
    const auto runs = store.runs(model);
    for (const RunRow& row : runs)
        table.add({std::to_string(row.info.id), row.info.model, row.info.version, row.info.evalSet,
                   row.info.runDate, count(row.info.rows), count(row.info.scored)});
    return runs.empty() ? kEmpty : table.text();
}

std::string modelsText(const Store& store, std::int64_t model) {
    TextTable table({{"Model"},
                     {"Title"},
                     {"Task"},
                     {"Classes"},
                     {"Positive"},
                     {"Versions", Align::Right},
                     {"Runs", Align::Right}});
    bool any = false;
    for (const ModelRow& row : store.models()) {
        if (model != 0 && row.id != model) continue;
        any = true;
        table.add({row.name, row.title, std::string(name(row.task)), joined(row.classes), row.positive,
                   count(row.versions), count(row.runs)});
    }
    return any ? table.text() : kEmpty;
}

std::string versionsText(const Store& store, std::int64_t model) {
    TextTable table({{"Model"},
                     {"Version"},
                     {"Stage"},
                     {"Algorithm"},
                     {"Runs", Align::Right},
                     {"Policy", Align::Right},
                     {"What changed"}});
    bool any = false;
    std::string history;
    forEachVersion(store, model, [&](const ModelRow& row, const VersionRow& version) {
        any = true;
        const RegistryEntry entry = entryOf(store, row, version);
        history += historyText(row, entry);
        const auto policy = store.policyInForce(version.id);
        table.add({row.name, version.name,
                   entry.history.empty() ? std::string() : std::string(title(entry.stage())),
                   version.algorithm, count(version.runs), policy ? threshold(policy->threshold) : "",
                   version.changelog});
    });
    if (!any) return kEmpty;
    return history.empty() ? table.text() : table.text() + "\nStages, newest first\n" + history;
}

}  // namespace reckoner
