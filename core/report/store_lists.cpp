#include "core/report/store_lists.h"

#include <nlohmann/json.hpp>

#include "core/report/metrics_json.h"
#include "core/report/text_table.h"
#include "core/wording/number_format.h"

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
        versions.push_back({{"model", row.name},
                            {"version", version.name},
                            {"algorithm", version.algorithm},
                            {"parent", version.parent.empty() ? Json(nullptr) : Json(version.parent)},
                            {"changelog", version.changelog},
                            {"policy_threshold", policy ? jsonNumber(policy->threshold) : Json(nullptr)},
                            {"runs", version.runs}});
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
                     {"Algorithm"},
                     {"Runs", Align::Right},
                     {"Policy", Align::Right},
                     {"What changed"}});
    bool any = false;
    forEachVersion(store, model, [&](const ModelRow& row, const VersionRow& version) {
        any = true;
        const auto policy = store.policyInForce(version.id);
        table.add({row.name, version.name, version.algorithm, count(version.runs),
                   policy ? threshold(policy->threshold) : "", version.changelog});
    });
    return any ? table.text() : kEmpty;
}

}  // namespace reckoner
