// Importing somebody else's store: what it holds joins this one.
#pragma once

#include <filesystem>

#include "core/base/clock.h"
#include "core/base/task_context.h"
#include "core/store/merge_store.h"

namespace reckoner {

// The file is a store, or pretends to be one: by its first bytes, or its name when there are none.
bool looksLikeStore(const std::filesystem::path& file);

// `other` is trusted with nothing and never written (an older one is brought up to date in a copy): opened
// for reading as Store::open does, checked for damage, and its runs read anew as an import reads a file. All
// or nothing; `into` is created when it is missing. Throws Error{Store} when one of the files cannot be used,
// Error{BadInput} when something in `other` cannot, Error{Usage} when they are one file.
MergedStore importStore(const std::filesystem::path& into, const std::filesystem::path& other,
                        const Clock& clock, const TaskContext& context = {});

}  // namespace reckoner
