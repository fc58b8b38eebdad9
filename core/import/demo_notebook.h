// What the demo's people wrote: notes, tags, cohorts and corrected labels, from notebook.json beside the
// data.
#pragma once

#include <filesystem>
#include <memory>

#include "core/store/store.h"

namespace reckoner {

// Every notebook.json below `demo`. Throws Error{BadInput} when one is no notebook or names no model of the
// store.
void addDemoNotebooks(const std::shared_ptr<Store>& store, const std::filesystem::path& demo);

}  // namespace reckoner
