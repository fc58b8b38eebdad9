// One line of progress on standard error, only where a person is looking.
#pragma once

#include "core/base/task_context.h"

namespace reckoner::cli {

// Nothing when standard error is no terminal. Redraws at most ten times a second.
TaskContext::Progress progressLine();
void clearProgressLine();

}  // namespace reckoner::cli
