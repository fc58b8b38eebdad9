#include "core/cost/constraints.h"

#include <cassert>
#include <cmath>
#include <limits>

#include "core/base/cancel_every.h"
#include "core/base/undefined.h"

namespace reckoner {
namespace {

double numberOf(const Value& value) {
    return value ? *value : kUndefined;
}

// One cohort's figure at the thresholds of another walk, both from the highest down: between two of its own
// scores a cohort's figure is that of the score above.
class CohortWalk {
 public:
    CohortWalk(const Constraint& constraint, const TaskContext& context) {
        if (constraint.of->samples() == 0) {
            steps_.push_back({std::numeric_limits<double>::infinity(), kUndefined});
            return;
        }
        steps_.reserve(constraint.of->distinctScores() + 1);
        constraint.of->scan([&](double threshold, const Tally& tally) {
            if (steps_.size() % kCancelEvery == 0) context.checkCancelled();
            steps_.push_back({threshold, numberOf(constraint.value(tally))});
            return true;
        });
    }
    double at(double threshold) {
        while (place_ + 1 < steps_.size() && steps_[place_ + 1].threshold >= threshold)
            ++place_;
        return steps_[place_].value;
    }

 private:
    struct Step {
        double threshold;
        double value;
    };
    std::vector<Step> steps_;
    std::size_t place_ = 0;
};

// The value nearest to what is asked, met from the highest threshold down.
class Nearest {
 public:
    explicit Nearest(Bound bound) : bound_(bound) {}
    void add(double value, double threshold) {
        if (std::isnan(value)) return;
        if (!std::isnan(value_) && (bound_ == Bound::AtLeast ? value <= value_ : value >= value_)) return;
        value_ = value;
        threshold_ = threshold;
    }
    bool found() const { return !std::isnan(value_); }
    double shortfall(double limit) const { return std::fabs(limit - value_); }
    LimitedOptimum::Unmet unmet(std::size_t constraint) const {
        if (!found()) return {constraint, Reason::NotComparable, threshold_};
        return {constraint, value_, threshold_};
    }

 private:
    Bound bound_;
    double value_ = kUndefined;
    double threshold_ = std::numeric_limits<double>::infinity();
};

class Walk {
 public:
    Walk(const BoundCost& cost, std::span<const Constraint> constraints, const TaskContext& context)
        : cost_(cost), constraints_(constraints), values_(constraints.size(), kUndefined) {
        for (const Constraint& constraint : constraints) {
            cohorts_.push_back(constraint.of ? std::optional<CohortWalk>(CohortWalk(constraint, context))
                                             : std::nullopt);
            alone_.emplace_back(constraint.bound);
            whileOthers_.emplace_back(constraint.bound);
        }
    }

    void visit(double threshold, const Tally& tally) {
        std::size_t failing = 0;
        std::size_t failed = 0;
        double shortfall = 0;
        for (std::size_t i = 0; i < constraints_.size(); ++i) {
            const Constraint& constraint = constraints_[i];
            const double value = cohorts_[i] ? cohorts_[i]->at(threshold) : numberOf(constraint.value(tally));
            values_[i] = value;
            alone_[i].add(value, threshold);
            if (!std::isnan(value) && constraint.holds(value)) continue;
            ++failing;
            failed = i;
            // What is undefined is further away than any share can be.
            shortfall += std::isnan(value) ? 2 : std::fabs(constraint.limit - value);
        }
        if (failing == 0) {
            const double total = cost_.total(tally);
            if (!result_.best || total < result_.best->total) result_.best = {threshold, total};
        } else if (failing == 1) {
            whileOthers_[failed].add(values_[failed], threshold);
        }
        if (failing > 0 && shortfall < least_) {
            least_ = shortfall;
            closest_ = values_;
            closestAt_ = threshold;
        }
    }

    LimitedOptimum result() && {
        if (result_.best) return std::move(result_);
        for (std::size_t i = 0; i < constraints_.size(); ++i) {
            const LimitedOptimum::Unmet unmet = alone_[i].unmet(i);
            if (!constraints_[i].holds(unmet.reached)) result_.unmet.push_back(unmet);
        }
        if (!result_.unmet.empty())
            result_.conflict = LimitedOptimum::Conflict::Alone;
        else if (!together())
            all();
        return std::move(result_);
    }

 private:
    bool together() {
        std::optional<std::size_t> nearest;
        for (std::size_t i = 0; i < constraints_.size(); ++i) {
            if (!whileOthers_[i].found()) continue;
            const double limit = constraints_[i].limit;
            if (!nearest || whileOthers_[i].shortfall(limit) <
                                whileOthers_[*nearest].shortfall(constraints_[*nearest].limit))
                nearest = i;
        }
        if (!nearest) return false;
        result_.conflict = LimitedOptimum::Conflict::Together;
        result_.unmet = {whileOthers_[*nearest].unmet(*nearest)};
        return true;
    }
    void all() {
        result_.conflict = LimitedOptimum::Conflict::All;
        for (std::size_t i = 0; i < closest_.size(); ++i) {
            const Value reached = std::isnan(closest_[i]) ? Value(Reason::NotComparable) : Value(closest_[i]);
            if (!constraints_[i].holds(reached)) result_.unmet.push_back({i, reached, closestAt_});
        }
    }

    const BoundCost& cost_;
    std::span<const Constraint> constraints_;
    std::vector<std::optional<CohortWalk>> cohorts_;
    std::vector<Nearest> alone_;
    std::vector<Nearest> whileOthers_;
    std::vector<double> values_;
    LimitedOptimum result_;
    double least_ = std::numeric_limits<double>::infinity();
    std::vector<double> closest_;
    double closestAt_ = 0;
};

}  // namespace

LimitedOptimum limitedOptimum(const Sweep& sweep, const BoundCost& cost,
                              std::span<const Constraint> constraints, const TaskContext& context) {
    assert(sweep.samples() > 0);
    Walk walk(cost, constraints, context);
    std::uint64_t visited = 0;
    sweep.scan([&](double threshold, const Tally& tally) {
        if (visited++ % kCancelEvery == 0) context.checkCancelled();
        walk.visit(threshold, tally);
        return true;
    });
    return std::move(walk).result();
}

}  // namespace reckoner
