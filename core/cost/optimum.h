// The cheapest threshold and how much it matters.
#pragma once

#include "core/base/task_context.h"
#include "core/base/value.h"
#include "core/cost/cost_model.h"
#include "core/metrics/sweep.h"

namespace reckoner {

struct Optimum {
    double threshold = 0;  // +infinity: flag nobody. Ties: the highest threshold
    double total = 0;
    Tally tally;
    double lowestAttaining = 0;   // the lowest candidate with the same total
    std::uint64_t attaining = 1;  // how many candidates have it
    // Contiguous stretch of candidates around the best with total <= best + 1 % of |best|.
    double plateauLo = 0;
    double plateauHi = 0;  // +infinity possible
    double flagNobody = 0;
    double flagEverybody = 0;
};
// The minimum over "flag nobody" and every distinct score: the minimum of the curve that is drawn.
// O(distinct scores). Precondition: sweep.samples() > 0.
Optimum optimum(const Sweep& sweep, const BoundCost& cost, const TaskContext& context = {});

// 1 - cost / min(flag everybody, flag nobody); n/a when that minimum is not positive or an outcome is a gain.
Value savings(double total, const Optimum& optimum, const CostModel& model);

}  // namespace reckoner
