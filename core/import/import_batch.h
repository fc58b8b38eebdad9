// Several files at once: all of them are stored or none.
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "core/base/clock.h"
#include "core/import/import_plan.h"

namespace reckoner {

struct ImportBatch {
    std::vector<std::filesystem::path> files;
    std::optional<std::filesystem::path> manifest;  // of the one file
    ImportAnswers answers;
    bool again = false;            // also a file that is in the store already
    bool dryRun = false;           // stage and report only
    Executor* executor = nullptr;  // see stageImport
};

struct BatchResult {
    ImportPlan plan;
    ImportReport report;  // run is 0 after a dry run
};

// Reads and settles every file first; only then is the store created (when missing) and written. A refusal
// (Error{BadInput}) or a stop leaves the store's bytes as they were, or no store.
std::vector<BatchResult> importBatch(const std::filesystem::path& store, const ImportBatch& batch,
                                     const Clock& clock, const TaskContext& context = {});

}  // namespace reckoner
