// A small log of what the program did: starts, ends, warnings of the toolkit. No data values, no file names.
#pragma once

#include "core/base/clock.h"

namespace reckoner::window {

// Writes to stateFolder()/window.log from now on; at 512 KB it becomes window.log.1, which replaces the one
// before. A log that cannot be written is no reason to stop. The clock must outlive the program's last line.
void openLog(const Clock& clock);
void logLine(const char* text);
void closeLog();

}  // namespace reckoner::window
