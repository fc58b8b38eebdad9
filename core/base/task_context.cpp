#include "core/base/task_context.h"

#include "core/base/error.h"

namespace reckoner {

void TaskContext::checkCancelled() const {
    if (cancelled())
        throw Error(ErrorCode::Cancelled, "Stopped before it was finished; nothing was changed.");
}

}  // namespace reckoner
