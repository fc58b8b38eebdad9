// The store a newcomer opens first: real public data, real models, invented money.
#pragma once

#include <cstdint>
#include <filesystem>

#include "core/base/clock.h"
#include "core/base/task_context.h"

namespace reckoner {

struct DemoSummary {
    std::uint64_t models = 0;
    std::uint64_t runs = 0;
    std::uint64_t rows = 0;
};

// Imports every manifest below dataFolder/demo into a new store and adds titles, an illustrative cost model
// for credit with the history of its policies, requirements and stages, and what notebook.json beside the
// data says. The story ends on the day the clock says. The store appears under its name when it is complete.
// Throws Error{Store} when `store` exists.
DemoSummary createDemo(const std::filesystem::path& store, const std::filesystem::path& dataFolder,
                       const Clock& clock, const TaskContext& context = {});

}  // namespace reckoner
