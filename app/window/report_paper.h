// `reckoner report ... --out F.pdf`: painted off screen.
#pragma once

#include "app/window/options.h"
#include "core/base/clock.h"

namespace reckoner::window {

// Throws Error. Precondition: options.report, and a QApplication.
int writeReport(const Options& options, const Clock& clock);

}  // namespace reckoner::window
