#include <algorithm>

#include "core/base/error.h"
#include "core/import/import_plan.h"
#include "core/import/manifest_class_costs.h"
#include "core/import/manifest_costs.h"
#include "core/import/plan_file.h"

namespace reckoner {

namespace {

ModelMemory recall(const Store& store, const std::string& model) {
    ModelMemory memory;
    const std::vector<ModelRow> models = store.models();
    const auto row =
        std::find_if(models.begin(), models.end(), [&](const ModelRow& m) { return m.name == model; });
    if (row == models.end()) return memory;
    memory.known = true;
    memory.task = row->task;
    memory.classes = row->classes;
    memory.positive = row->positive;
    memory.roles = store.rememberedRoles(model);
    return memory;
}

// The staging file, gone whatever becomes of the publishing.
class StagedFileGuard {
 public:
    explicit StagedFileGuard(std::filesystem::path file) : file_(std::move(file)) {}
    ~StagedFileGuard() {
        std::error_code ignored;
        std::filesystem::remove(file_, ignored);
    }
    StagedFileGuard(const StagedFileGuard&) = delete;
    StagedFileGuard& operator=(const StagedFileGuard&) = delete;

 private:
    std::filesystem::path file_;
};

// The same context, whose progress fills [from, to] of the whole.
TaskContext part(const TaskContext& context, double from, double to) {
    return TaskContext(context.stopToken(), [context, from, to](double fraction, std::string_view phase) {
        context.report(from + (to - from) * fraction, phase);
    });
}

std::string runName(const RunRow& run) {
    return "run " + std::to_string(run.info.id) + " (" + run.info.model + " " + run.info.version + " on " +
           run.info.evalSet + ")";
}

std::vector<RememberedRole> rolesOf(const ImportPlan& plan) {
    std::vector<RememberedRole> roles;
    for (const PlannedColumn& column : plan.columns)
        if (column.role) roles.push_back({column.name, *column.role, column.classOf});
    return roles;
}

}  // namespace

ImportPlan planImport(const std::filesystem::path& file, const std::optional<std::filesystem::path>& manifest,
                      const ImportAnswers& answers, const Store* store) {
    if (store == nullptr) return planFile(file, manifest, answers);
    return planFile(file, manifest, answers,
                    [store](const std::string& model) { return recall(*store, model); });
}

void rememberRoles(Store& store, ImportReport& report, const std::vector<RememberedRole>& roles) {
    try {
        store.rememberRoles(report.staged.model, roles);
    } catch (const Error& error) {
        report.problems.push_back(
            {0, std::string("The run is stored; how its columns were read was not remembered: ") +
                    error.what()});
        ++report.problemCount;
    }
}

namespace {

// As a manifest states them, by outcome or by class. One that names classes alone says nothing of one class
// against the rest: there a missed one counts as a false alarm.
std::optional<CostModel> statedCosts(const std::string& manifest, const std::string& manifestName,
                                     const std::vector<std::string>& classes) {
    std::optional<CostModel> costs = manifestCosts(manifest, manifestName);
    const std::optional<ClassCosts> stated = manifestClassCosts(manifest, classes);
    if (!stated) return costs;
    if (!costs) {
        costs.emplace();
        costs->note = "From the manifest " + manifestName + ".";
    }
    const OutcomeCost nothing;
    const bool unsaid =
        costs->tp == nothing && costs->fp == nothing && costs->fn == nothing && costs->tn == nothing;
    if (unsaid) costs->fp.fixed = costs->fn.fixed = 1;
    costs->byClass = {classes, stated->money};
    return costs;
}

}  // namespace

void adoptManifestCosts(Store& store, ImportReport& report, const std::string& manifestName) {
    const std::optional<RunRow> run = store.run(report.run);
    if (!run || store.costModel(run->modelId)) return;
    try {
        const auto costs = statedCosts(report.staged.manifestJson, manifestName, run->info.classes);
        if (!costs) return;
        store.addCostModel(run->modelId, *costs, Vocabulary{}, manifestName, "stated by the manifest");
    } catch (const Error& error) {
        report.problems.push_back(
            {0, std::string("The run is stored; the costs of its manifest were not: ") + error.what()});
        ++report.problemCount;
    }
}

ImportReport importRun(Store& store, const ImportPlan& plan, const TaskContext& context, bool again,
                       Executor* executor) {
    constexpr double kStagingShare = 0.8;  // of the time, about
    const std::filesystem::path folder = std::filesystem::absolute(store.file()).parent_path();
    ImportReport report = stageImport(plan, folder, part(context, 0, kStagingShare),
                                      store.file().filename().string(), executor);
    const StagedFileGuard guard(report.staged.stagingFile);
    if (const auto same = store.runBySourceHash(report.staged.sourceSha256)) {
        report.sameFileAs = same->info.id;
        if (!again)
            throw Error(ErrorCode::BadInput,
                        "\"" + plan.file.filename().string() + "\" was imported before, as " +
                            runName(*same) + "; nothing was changed.",
                        plan.file.string());
    }
    report.run = store.publish(report.staged, part(context, kStagingShare, 1));
    rememberRoles(store, report, rolesOf(plan));
    if (plan.adoptCosts) adoptManifestCosts(store, report, plan.manifestName);
    context.report(1, "done");
    return report;
}

}  // namespace reckoner
