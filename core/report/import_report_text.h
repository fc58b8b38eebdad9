// What an import did or would do, as JSON and for people.
#pragma once

#include <string>

#include <nlohmann/json_fwd.hpp>

#include "core/import/import_plan.h"
#include "core/report/json_text.h"

namespace reckoner {

// One element of "runs"; "run" is null when nothing was stored.
Json importJson(const ImportPlan& plan, const ImportReport& report);

std::string importText(const ImportPlan& plan, const ImportReport& report);

}  // namespace reckoner
