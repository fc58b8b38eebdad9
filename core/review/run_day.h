// The day a run is of.
#pragma once

#include <string>

#include "core/store/store.h"

namespace reckoner {

// The day a run is of, "2026-11-02": its manifest's date, else the day it was imported.
std::string dayOf(const RunRow& run);

}  // namespace reckoner
