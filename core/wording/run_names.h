// How versions, runs and dates are called on the screen.
#pragma once

#include <string>

#include "core/store/store.h"

namespace reckoner {

// "2.0.0" -> "v2", "2.1.0" -> "v2.1", "v3" -> "v3", "nightly" -> "nightly".
std::string versionName(const std::string& version);
// "v2 · random forest"; without an algorithm "v2".
std::string runName(const RunInfo& run);
// What tells this run from its neighbours: "credit-applications-cv5 · 10 June 2024 · 4,454 rows".
std::string runDetail(const RunInfo& run);
// "2024-06-10" or an ISO time -> "10 June 2024"; anything else as it is.
std::string dateName(const std::string& isoDate);
// "credit-default" -> "Credit default": a title somebody set, else the name made readable.
std::string modelName(const ModelRow& model);

}  // namespace reckoner
