// The two things the program does: show the window, or draw a page of it into a file.
#pragma once

#include "app/window/options.h"
#include "core/base/clock.h"

namespace reckoner::window {

// Both return the process exit code and throw Error. A QApplication must exist.
int showWindow(const Options& options, const Clock& clock);
int renderPage(const Options& options, const Clock& clock);

}  // namespace reckoner::window
