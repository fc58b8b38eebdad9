#include "core/import/import_batch.h"

#include <algorithm>
#include <map>

#include "core/base/error.h"
#include "core/store/model_shape.h"

namespace reckoner {
namespace {

namespace fs = std::filesystem;

// What a model is, after the store and the files so far.
struct ModelShape {
    Task task = Task::Binary;
    std::vector<std::string> classes;
    std::string definedBy;  // "the store" or a file
};

// Files that the store would refuse one by one are refused before any is stored.
class ShapeCheck {
 public:
    explicit ShapeCheck(const Store* store) {
        if (!store) return;
        for (const ModelRow& model : store->models())
            shapes_[model.name] = {model.task, model.classes, "the store"};
    }

    void add(const StagedRun& staged) {
        const auto [found, isNew] = shapes_.try_emplace(
            staged.model, ModelShape{staged.info.task, staged.info.classes, staged.sourceName});
        if (isNew) return;
        ModelShape& shape = found->second;
        auto classes = classesWithRun(shape.classes, shape.task, staged.info.classes);
        if (shape.task != staged.info.task || !classes) {
            throw Error(ErrorCode::BadInput,
                        "\"" + staged.sourceName + "\" has other classes than the model \"" + staged.model +
                            "\" has in " + shape.definedBy +
                            "; give it another model name with --model. Nothing was stored.",
                        staged.sourceName);
        }
        shape.classes = std::move(*classes);
    }

 private:
    std::map<std::string, ModelShape> shapes_;
};

// The progress of one file as a part of all.
TaskContext partOf(const TaskContext& whole, std::size_t index, std::size_t parts) {
    return TaskContext(whole.stopToken(), [whole, index, parts](double fraction, std::string_view phase) {
        whole.report((static_cast<double>(index) + fraction) / static_cast<double>(parts), phase);
    });
}

void refuseSecondTime(const Store* store, const std::vector<BatchResult>& before, const BatchResult& next) {
    const std::string& hash = next.report.staged.sourceSha256;
    if (const auto run = store ? store->runBySourceHash(hash) : std::nullopt) {
        throw Error(ErrorCode::BadInput,
                    "This file is in the store already, as run " + std::to_string(run->info.id) +
                        "; nothing was stored. Say --again to load it once more.",
                    next.plan.file.filename().string());
    }
    for (const BatchResult& other : before)
        if (other.report.staged.sourceSha256 == hash)
            throw Error(ErrorCode::BadInput,
                        "This is the same file as \"" + other.plan.file.filename().string() +
                            "\"; nothing was stored. Say --again to load it twice.",
                        next.plan.file.filename().string());
}

// Beside the store, where there is room for it; a dry run and a store's first import leave no trace there.
fs::path stagingFolder(const fs::path& store, bool dryRun) {
    const fs::path folder = fs::absolute(store).parent_path();
    return dryRun || !fs::is_directory(folder) ? fs::temp_directory_path() : folder;
}

// Staging files of runs that are not published after all.
class StagingGuard {
 public:
    explicit StagingGuard(const std::vector<BatchResult>& results) : results_(results) {}
    ~StagingGuard() {
        std::error_code ignored;
        for (const BatchResult& result : results_)
            if (!result.report.staged.stagingFile.empty())
                fs::remove(result.report.staged.stagingFile, ignored);
    }
    StagingGuard(const StagingGuard&) = delete;
    StagingGuard& operator=(const StagingGuard&) = delete;

 private:
    const std::vector<BatchResult>& results_;
};

std::vector<RememberedRole> rolesOf(const StagedRun& staged) {
    std::vector<RememberedRole> roles;
    if (!staged.ids.generated) roles.push_back({staged.ids.columnName, ColumnRole::Id, {}});
    for (const StagedColumn& column : staged.columns)
        roles.push_back({column.info.name, column.info.role, column.info.classOf});
    return roles;
}

void publishAll(Store& store, std::vector<BatchResult>& results, const TaskContext& context) {
    for (BatchResult& result : results) {
        result.report.run = store.publish(result.report.staged, context);
        rememberRoles(store, result.report, rolesOf(result.report.staged));
        if (result.plan.adoptCosts) adoptManifestCosts(store, result.report, result.plan.manifestName);
    }
}

}  // namespace

std::vector<BatchResult> importBatch(const fs::path& file, const ImportBatch& batch, const Clock& clock,
                                     const TaskContext& context) {
    std::shared_ptr<Store> store;
    if (fs::exists(file))
        store = Store::open(file, batch.dryRun ? OpenMode::ReadOnly : OpenMode::ReadWrite, clock);

    std::vector<BatchResult> results;
    const StagingGuard guard(results);
    ShapeCheck shapes(store.get());
    for (std::size_t i = 0; i < batch.files.size(); ++i) {
        BatchResult next;
        next.plan = planImport(batch.files[i], batch.manifest, batch.answers, store.get());
        next.report = stageImport(next.plan, stagingFolder(file, batch.dryRun),
                                  partOf(context, i, batch.files.size()), "staging.reckoner", batch.executor);
        results.push_back(std::move(next));
        if (!batch.again && !batch.dryRun)
            refuseSecondTime(store.get(), {results.begin(), results.end() - 1}, results.back());
        shapes.add(results.back().report.staged);
    }
    if (batch.dryRun) return results;
    if (!store) {
        fs::create_directories(fs::absolute(file).parent_path());
        store = Store::openOrCreate(file, clock);
    }
    publishAll(*store, results, context);
    return results;
}

}  // namespace reckoner
