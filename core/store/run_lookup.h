// Runs by the names people type.
#pragma once

#include <string>
#include <vector>

#include "core/store/store.h"

namespace reckoner {

// "7", "VERSION@EVALSET" or "MODEL/VERSION@EVALSET". Throws Error{Usage} naming near ones, or the numbers of
// the runs it could be.
RunRow runNamed(const std::vector<RunRow>& runs, const std::string& text);

}  // namespace reckoner
