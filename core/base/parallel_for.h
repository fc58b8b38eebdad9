// A loop whose rounds do not depend on each other, on the caller's thread and whoever is free.
#pragma once

#include <cstddef>
#include <functional>

#include "core/base/task_context.h"

namespace reckoner {

class Executor;

// Calls body(i) once for each i < count, in rising order of their beginnings. executor null: on this thread
// alone. Never waits for a job that has not begun, so it may be called on the executor's own threads. The
// first exception of a body stops the loop and is thrown here; so is Error{Cancelled}.
void parallelFor(std::size_t count, Executor* executor, const TaskContext& context,
                 const std::function<void(std::size_t)>& body);

}  // namespace reckoner
