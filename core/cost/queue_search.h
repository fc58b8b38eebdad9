// Where two separate review queues share one capacity: the cheapest places of all cut-offs, exactly.
#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "core/base/task_context.h"
#include "core/cost/tier_plan.h"

namespace reckoner {

// Borders are placed from the highest scores down; place p of a border flags what lies at or above candidate
// p. A placement costs the sum of its gains, and its queues hold the sum of sign x weight.
struct QueueProblem {
    struct Border {
        std::vector<double> gain;  // by candidate
        int sign = 0;              // +1: the queue lies above it, -1: below it, 0: no queue beside it
        std::size_t first = 0;     // candidates it may take, both included
        std::size_t last = 0;
    };
    std::vector<double> weight;   // by candidate: of what is flagged there, never falling
    std::vector<Border> borders;  // one to kMostCutoffs, each place at or after the one before it
    double limit = 0;             // of the sum of sign x weight
};

// The cheapest places within the limit. Precondition: some placement holds the limit.
//
// Exact: candidates are left out only where a Lagrangian lower bound (cost plus any price on what exceeds the
// limit can only be less than the cost of a placement that holds it) is no less than a placement already
// found, and what is left is searched in full. O(candidates) for each of some forty prices, then O(first
// places left x candidates left): in practice a handful; of costs that are all alike at worst
// O(candidates^2), cancellable.
std::vector<std::size_t> cheapestPlaces(const QueueProblem& problem, const TaskContext& context = {});

}  // namespace reckoner
