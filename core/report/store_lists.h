// The lists of a store: runs, models, versions.
#pragma once

#include <cstdint>
#include <string>

#include <nlohmann/json_fwd.hpp>

#include "core/report/json_text.h"
#include "core/store/store.h"

namespace reckoner {

// model: 0 means all.
Json runsJson(const Store& store, std::int64_t model);
Json modelsJson(const Store& store, std::int64_t model);
Json versionsJson(const Store& store, std::int64_t model);

// An empty list is a sentence that says what to do.
std::string runsText(const Store& store, std::int64_t model);
std::string modelsText(const Store& store, std::int64_t model);
std::string versionsText(const Store& store, std::int64_t model);

}  // namespace reckoner
