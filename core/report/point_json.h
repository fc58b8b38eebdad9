// An operating point in JSON: its cut-offs, one for a threshold.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "core/cost/operating_point.h"
#include "core/report/json_text.h"

namespace reckoner {

// [t] or the cut-offs of tiers, ascending; null where there is no threshold (NaN: several classes).
Json cutoffsJson(const OperatingPoint& point);

}  // namespace reckoner
