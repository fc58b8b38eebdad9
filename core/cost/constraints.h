// The cheapest threshold among those that hold what is asked of them: floors, ceilings, a team's capacity, a
// floor for each of several cohorts.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "core/base/task_context.h"
#include "core/base/value.h"
#include "core/cost/cost_model.h"
#include "core/metrics/sweep.h"

namespace reckoner {

enum class Bound { AtLeast, AtMost };

// One thing a threshold has to hold. A figure that is undefined (precision with nothing flagged) does not.
struct Constraint {
    std::function<Value(const Tally&)> value;  // a share: all shortfalls are compared with each other
    Bound bound = Bound::AtLeast;
    double limit = 0;
    std::shared_ptr<const Sweep> of = {};  // the cohort's own samples; null: all of the run

    bool holds(const Value& reached) const {
        return reached && (bound == Bound::AtLeast ? *reached >= limit : *reached <= limit);
    }
};

struct LimitedOptimum {
    struct Point {
        double threshold = 0;  // +infinity: flag nobody
        double total = 0;
    };
    std::optional<Point> best;  // ties: the highest threshold. Nothing: no threshold holds all

    // Without `best`: what cannot be held, and how close one can get.
    struct Unmet {
        std::size_t constraint = 0;
        Value reached;         // the nearest to its limit; n/a: undefined wherever one looks
        double threshold = 0;  // where; the highest such
    };
    enum class Conflict {
        None,
        Alone,     // each of `unmet` cannot be held even by itself
        Together,  // one constraint cannot be held while all the others are; reached while they are
        All,       // no threshold holds all but one: unmet at the threshold with the least shortfall in all
    };
    Conflict conflict = Conflict::None;
    std::vector<Unmet> unmet;
};

// Over "flag nobody" and every distinct score of `sweep`, exactly. One walk; a cohort is walked once more and
// keeps 16 bytes for each of its distinct scores meanwhile. Precondition: sweep.samples() > 0; no limit is
// NaN. Throws Error{Cancelled}.
LimitedOptimum limitedOptimum(const Sweep& sweep, const BoundCost& cost,
                              std::span<const Constraint> constraints, const TaskContext& context = {});

}  // namespace reckoner
