// The part of an import from the window that runs on a worker thread.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "core/base/clock.h"
#include "core/import/import_plan.h"
#include "core/review/case_outcomes.h"

namespace reckoner {

struct ImportOutcome {
    std::shared_ptr<Store> store;  // the one imported into; new when none was open
    ImportReport report;
    // Nothing was stored, since the same file is there already: the sentence that says so.
    std::optional<std::string> sameFile;
    // A new version of a model that people wrote notes about: what became of the noted cases.
    std::optional<CaseOutcomes> cases;
};

// Imports into `store`, or, when none is open, into the person's default store, which is made when missing
// and taken away again when the import fails. Throws what importRun throws, but for the same file again.
ImportOutcome importPlanned(std::shared_ptr<Store> store, const ImportPlan& plan, const Clock& clock,
                            bool again, const TaskContext& context);

// The data file a dropped file stands for, and the manifest to go with it: "x.manifest.json" stands for the
// data file beside it.
struct ImportFile {
    std::filesystem::path file;
    std::optional<std::filesystem::path> manifest;
};
ImportFile importFileOf(const std::filesystem::path& dropped);

}  // namespace reckoner
