// What a crash leaves behind, and what the next start finds.
#pragma once

#include <filesystem>
#include <vector>

#include "core/base/clock.h"

namespace reckoner::window {

// From now on a crash writes stateFolder()/crash-PID.txt (version, signal, backtrace; no data values) and
// then ends the program as it would have ended. Call once, early.
void installCrashReports(const Clock& clock);

// Reports nobody was told of, newest first.
std::vector<std::filesystem::path> unseenCrashReports();
// Keeps the newest five of those told, under "seen-...".
void markCrashReportsSeen();

}  // namespace reckoner::window
