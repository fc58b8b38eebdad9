#include "core/import/store_import.h"

#include <cstdlib>
#include <fstream>

#include <fmt/format.h>

#include "core/base/error.h"
#include "core/import/import_plan.h"
#include "core/report/run_csv.h"
#include "core/report/whole_file.h"
#include "core/store/migrations.h"
#include "core/store/store_file.h"

namespace reckoner {
namespace {

namespace fs = std::filesystem;

class TemporaryRunFolder {
 public:
    TemporaryRunFolder() {
        std::string name = (fs::temp_directory_path() / "reckoner-merge-XXXXXX").string();
        if (!mkdtemp(name.data()))
            throw Error(ErrorCode::Store, "No temporary folder could be made: check the disk's room.");
        path_ = name;
    }
    ~TemporaryRunFolder() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    TemporaryRunFolder(const TemporaryRunFolder&) = delete;
    TemporaryRunFolder& operator=(const TemporaryRunFolder&) = delete;
    const fs::path& path() const { return path_; }

 private:
    fs::path path_;
};

// A store of an older schema is brought up to date in a copy: somebody else's file is only read.
std::shared_ptr<Store> openedStranger(const fs::path& file, const fs::path& folder, const Clock& clock) {
    if (!isOlderStore(file, schemaVersion())) return Store::open(file, OpenMode::ReadOnly, clock);
    const fs::path copy = folder / file.filename();
    std::error_code failed;
    fs::copy_file(file, copy, failed);
    if (failed)
        throw Error(ErrorCode::Store,
                    fmt::format("The store {} could not be copied to be brought up to date: {}.",
                                file.filename().string(), failed.message()));
    return Store::open(copy, OpenMode::ReadWrite, clock);
}

void requireSound(const Store& other, const TaskContext& context) {
    const std::vector<Damage> damages = other.check(context);
    if (damages.empty()) return;
    throw Error(ErrorCode::BadInput, fmt::format("The store {} shows damage at {}: {} Nothing was stored.",
                                                 other.file().filename().string(), damages.front().where,
                                                 damages.front().sentence));
}

// The run as its file was, read by the importer as if it had come today.
RunToMerge staged(const Store& other, const RunRow& run, const fs::path& folder, const TaskContext& context) {
    const auto table = other.openTable(run.info.id, Attached::Hidden);
    const fs::path csv = folder / fmt::format("run-{}.csv", run.info.id);
    const fs::path manifest = folder / fmt::format("run-{}.manifest.json", run.info.id);
    writeWholeFile(csv, [&](const Write& write) { writeRunCsv(*table, CsvText::Raw, write, context); });
    writeWholeFile(manifest, [&](const Write& write) {
        write(runManifest(*table, csv.filename().string(), other.manifest(run.info.id)));
    });
    ImportAnswers answers;
    answers.maxBad = 0;
    RunToMerge result{run.info.id, stageImport(planImport(csv, manifest, answers), folder, context).staged};
    fs::remove(csv);
    StagedRun& read = result.staged;
    if (read.info.rows != table->info().rows)
        throw Error(
            ErrorCode::BadInput,
            fmt::format("Run {} of the store {} does not read back as it is there: import its file {} "
                        "instead. Nothing was stored.",
                        run.info.id, other.file().filename().string(), run.sourceName));
    read.sourceName = run.sourceName;
    read.sourceSha256 = run.sourceSha256;
    read.manifestJson = other.manifest(run.info.id);
    read.rejectedRows = run.rejectedRows;
    for (const VersionRow& version : other.versions(run.modelId))
        if (version.id == run.versionId) read.parentVersion = version.parent;
    return result;
}

// The progress of one run as a part of all.
TaskContext runPart(const TaskContext& whole, std::size_t index, std::size_t parts) {
    return TaskContext(whole.stopToken(), [whole, index, parts](double fraction, std::string_view phase) {
        whole.report((static_cast<double>(index) + fraction) / static_cast<double>(parts), phase);
    });
}

MergedStore merged(Store& into, const Store& other, const std::vector<RunToMerge>& runs,
                   const TaskContext& context) {
    try {
        return mergeStore(into, other, runs, context);
    } catch (const Error& error) {
        if (error.code() != ErrorCode::Usage) throw;
        throw Error(ErrorCode::BadInput, error.what(), other.file().filename().string());
    }
}

}  // namespace

bool looksLikeStore(const fs::path& file) {
    constexpr std::string_view kMagic = "SQLite format 3";
    std::string head(kMagic.size(), '\0');
    std::ifstream in(file, std::ios::binary);
    in.read(head.data(), static_cast<std::streamsize>(head.size()));
    return head == kMagic || file.extension() == ".reckoner";
}

MergedStore importStore(const fs::path& intoFile, const fs::path& otherFile, const Clock& clock,
                        const TaskContext& context) {
    std::error_code ignored;
    if (fs::equivalent(intoFile, otherFile, ignored))
        throw Error(ErrorCode::Usage,
                    fmt::format("\"{}\" is the store itself; name another one with --store.",
                                otherFile.filename().string()));
    const TemporaryRunFolder folder;
    const auto other = openedStranger(otherFile, folder.path(), clock);
    requireSound(*other, TaskContext(context.stopToken()));
    std::shared_ptr<Store> into;
    if (fs::exists(intoFile)) into = Store::open(intoFile, OpenMode::ReadWrite, clock);

    const std::vector<RunRow> missing = runsToMerge(into.get(), *other);
    std::vector<RunToMerge> runs;
    for (std::size_t i = 0; i < missing.size(); ++i)
        runs.push_back(staged(*other, missing[i], folder.path(), runPart(context, i, missing.size())));
    if (!into) {
        fs::create_directories(fs::absolute(intoFile).parent_path());
        into = Store::openOrCreate(intoFile, clock);
    }
    return merged(*into, *other, runs, context);
}

}  // namespace reckoner
