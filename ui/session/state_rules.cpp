#include "ui/session/state_rules.h"

#include <algorithm>
#include <tuple>
#include <type_traits>

#include "core/store/attachments.h"
#include "core/store/cost_ledger.h"
#include "core/store/notebook.h"
#include "ui/session/lent_baseline.h"
#include "ui/session/model_options.h"

namespace reckoner {
namespace {

auto age(const RunRow& run) {
    return std::tuple(run.info.runDate, run.info.id);
}

bool exists(const StoreContents& contents, RunId id, std::int64_t model) {
    const RunRow* row = contents.run(id);
    return row && row->modelId == model;
}

// The model to show when the one asked for is gone: the first that has runs.
std::int64_t firstModel(const StoreContents& contents) {
    for (const ModelRow& model : contents.models)
        if (model.runs > 0) return model.id;
    return contents.models.empty() ? 0 : contents.models.front().id;
}

}  // namespace

StoreContents StoreContents::of(const std::shared_ptr<Store>& store) {
    StoreContents contents;
    contents.models = store->models();
    contents.runs = store->runs();
    for (const ModelRow& model : contents.models) {
        contents.costs[model.id] = CostLedger(store).book(model.id);
        contents.cohorts[model.id] = Notebook(store).cohorts(model.id);
    }
    for (const RunRow& run : contents.runs) {
        if (contents.policies.contains(run.versionId)) continue;
        if (auto policy = store->policyInForce(run.versionId)) contents.policies[run.versionId] = *policy;
    }
    for (const AttachmentRow& row : Attachments(store).list())
        if (row.withdrawnAt.empty()) contents.attached[row.modelId] += std::to_string(row.id) + ",";
    return contents;
}

std::string StoreContents::fingerprint() const {
    std::string text;
    const auto add = [&text](const auto& part) {
        if constexpr (std::is_arithmetic_v<std::decay_t<decltype(part)>>)
            text += std::to_string(part);
        else
            text += part;
        text += '\n';
    };
    for (const ModelRow& model : models) {
        add(model.id);
        add(model.name);
        add(model.title);
        add(model.positive);
        for (const std::string& name : model.classes)
            add(name);
    }
    for (const RunRow& run : runs) {
        add(run.info.id);
        add(run.sourceSha256);
        add(run.info.scored);
    }
    for (const auto& [version, policy] : policies)
        add(policy.id);
    for (const auto& [model, ids] : attached)
        add(std::to_string(model) + ":" + ids);
    for (const auto& [model, book] : costs)
        add(book.empty() ? std::int64_t{0} : book.history().front().id);
    return text;
}

const ModelRow* StoreContents::model(std::int64_t id) const {
    const auto found = std::find_if(models.begin(), models.end(), [id](const auto& m) { return m.id == id; });
    return found == models.end() ? nullptr : &*found;
}

const RunRow* StoreContents::run(RunId id) const {
    const auto found =
        std::find_if(runs.begin(), runs.end(), [id](const auto& r) { return r.info.id == id; });
    return found == runs.end() ? nullptr : &*found;
}

std::optional<Policy> StoreContents::policy(std::int64_t versionId) const {
    const auto found = policies.find(versionId);
    if (found == policies.end()) return std::nullopt;
    return found->second;
}

const CostBook& StoreContents::costsOf(std::int64_t model) const {
    static const CostBook kNone;
    const auto found = costs.find(model);
    return found == costs.end() ? kNone : found->second;
}

const Cohort* StoreContents::cohort(const ReviewState& state) const {
    const auto found = cohorts.find(state.model);
    return found == cohorts.end() ? nullptr : cohortOf(found->second, state.cohort);
}

std::optional<CostsInForce> StoreContents::costsInForce(const ReviewState& state) const {
    const Cohort* own = cohort(state);
    return costsOf(state.model)
        .inForce(state.scenario.empty() ? kLikelyScenario : state.scenario, own ? own->uid : std::string());
}

RunId firstRun(const StoreContents& contents, std::int64_t model) {
    const RunRow* best = nullptr;
    const auto rank = [&](const RunRow& run) {
        const auto policy = contents.policy(run.versionId);
        return std::tuple(policy ? policy->adoptedAt : std::string(), policy ? run.info.rows : 0,
                          run.info.runDate, run.info.id);
    };
    for (const RunRow& run : contents.runs) {
        if (run.modelId != model) continue;
        if (!best || rank(run) > rank(*best)) best = &run;
    }
    return best ? best->info.id : 0;
}

RunId firstBaseline(const StoreContents& contents, RunId id) {
    const RunRow* run = contents.run(id);
    if (!run) return 0;
    const RunRow* older = nullptr;
    const RunRow* newer = nullptr;
    for (const RunRow& other : contents.runs) {
        if (other.evalSetId != run->evalSetId || other.versionId == run->versionId) continue;
        if (age(other) < age(*run)) {
            if (!older || age(other) > age(*older)) older = &other;
        } else if (!newer || age(other) < age(*newer)) {
            newer = &other;
        }
    }
    if (older) return older->info.id;
    return newer ? newer->info.id : 0;
}

ReviewState settled(const StoreContents& contents, const ReviewState& before, ReviewState wanted) {
    const RunRow* asked = contents.run(wanted.run);
    if (asked && (wanted.run != before.run || wanted.model == before.model || !contents.model(wanted.model)))
        wanted.model = asked->modelId;
    if (!contents.model(wanted.model)) wanted.model = firstModel(contents);

    giveBackBaseline(before, wanted);
    const bool otherModel = wanted.model != before.model;
    if (!exists(contents, wanted.run, wanted.model)) {
        wanted.run = firstRun(contents, wanted.model);
        wanted.baseline = firstBaseline(contents, wanted.run);
    }
    const bool unfit = wanted.baseline != 0 && !exists(contents, wanted.baseline, wanted.model);
    const bool carriedOver = otherModel && wanted.baseline == before.baseline;
    if (unfit || carriedOver || (wanted.baseline != 0 && wanted.baseline == wanted.run))
        wanted.baseline = firstBaseline(contents, wanted.run);
    if (otherModel && wanted.cohort == before.cohort) wanted.cohort.clear();
    if (otherModel && wanted.positive == before.positive) wanted.positive.clear();
    if (otherModel && wanted.scenario == before.scenario) wanted.scenario.clear();
    if (wanted.scenario == kLikelyScenario || !contents.costsOf(wanted.model).has(wanted.scenario))
        wanted.scenario.clear();
    if (otherModel && before.model != 0)
        for (const std::string& key : modelOptions())
            if (wanted.options.contains(key) && before.options.contains(key) &&
                wanted.options.at(key) == before.options.at(key))
                wanted.options.erase(key);
    return wanted;
}

}  // namespace reckoner
