// What importing another store brought, as JSON and for people.
#pragma once

#include <string>

#include <nlohmann/json_fwd.hpp>

#include "core/report/json_text.h"
#include "core/store/merge_store.h"

namespace reckoner {

// "runs" as `import --json` lists them, and "merged" with the counts of the rest.
Json mergedJson(const MergedStore& merged, const Store& store);

std::string mergedText(const MergedStore& merged, const Store& store);

}  // namespace reckoner
