// --where and --cohort as one filter.
#pragma once

#include <memory>
#include <string>

#include "core/store/store.h"

namespace reckoner::cli {

// The samples that `where` and the cohort of that name both pick; an empty one picks all. Throws Error{Usage}
// when the model has no such cohort.
std::string filterOption(const std::shared_ptr<Store>& store, std::int64_t modelId, const std::string& where,
                         const std::string& cohort);

inline constexpr const char* kCohortHelp = "only the samples of the saved cohort with this name";

}  // namespace reckoner::cli
