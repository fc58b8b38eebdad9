// The threshold a run is read at when nobody chose one.
#pragma once

#include <optional>

#include "core/data/eval_table.h"

namespace reckoner {

// In score units: the manifest's, else the even chance of the score's kind; nothing for raw scores, which
// have none.
std::optional<double> ownThreshold(const RunInfo& run);

}  // namespace reckoner
