// The cases of a run at one operating point: what was decided, whether it was right, what it cost.
#pragma once

#include <cmath>
#include <limits>
#include <memory>
#include <optional>
#include <string>

#include "core/cost/class_costs.h"
#include "core/cost/cost_model.h"
#include "core/data/decisions.h"
#include "core/data/filter.h"

namespace reckoner {

// Immutable, thread-safe, O(1) a row. Borrows nothing: holds the table.
class CaseView {
 public:
    struct Point {
        OutcomeContext outcome;  // in a run of several classes without positive and threshold: all classes
        CostModel costs;
        double axisLo = 0;                          // where the score axis begins
        double axis = 1;                            // its length: what "near" is measured by
        std::optional<ClassCosts> classCosts = {};  // of all classes; nothing: not known
    };
    // Loads the columns it needs. Throws Error{BadInput} for a missing score or amount column.
    CaseView(EvalTablePtr table, Point point, const TaskContext& context = {});

    const EvalTable& table() const { return *table_; }
    const EvalTablePtr& tablePtr() const { return table_; }
    const Point& point() const { return point_; }
    // Null in the view of all classes; exactly one of the two is there.
    const BinaryDecisions* binary() const { return binary_ ? &*binary_ : nullptr; }
    const ClassDecisions* classes() const { return classes_ ? &*classes_ : nullptr; }

    RowOutcome outcome(RowIndex row) const {
        return binary_ ? binary_->outcome(row) : classes_->outcome(row);
    }
    // Binary: the score. All classes: the score of the class it was called. NaN: none.
    double score(RowIndex row) const {
        return binary_ ? binary_->score(row) : classes_->score(row, classes_->named(row));
    }
    // All classes: the score of the class it really is. NaN: none.
    double realScore(RowIndex row) const {
        return binary_ ? binary_->score(row) : classes_->score(row, classes_->truth(row));
    }
    // How far the decision was from turning, in score units: from the threshold, or of several classes from
    // the confidence asked for, else the highest score itself. NaN: not decided.
    double distance(RowIndex row) const;
    // Money of this one decision, without its weight. NaN: the outcome is not known, or there are no costs of
    // all classes.
    double cost(RowIndex row) const {
        if (!binary_) return classCost(row);
        return costs_[static_cast<std::size_t>(binary_->outcome(row))].at(row);
    }
    bool knowsCosts() const { return binary_.has_value() || point_.classCosts.has_value(); }

 private:
    struct BoundOutcome {
        double fixed = 0;
        double factor = 0;
        std::shared_ptr<const RealColumn> amounts;
        const double* values = nullptr;  // of amounts
        double at(RowIndex row) const {
            if (!values) return fixed;
            const double amount = values[row];
            return std::isfinite(amount) ? fixed + factor * amount : fixed;
        }
    };
    double classCost(RowIndex row) const;
    BoundOutcome bind(const OutcomeCost& cost, const TaskContext& context) const;

    EvalTablePtr table_;
    Point point_;
    std::optional<BinaryDecisions> binary_;
    std::optional<ClassDecisions> classes_;
    BoundOutcome costs_[5];  // by RowOutcome; unknown: not a number
};
using CaseViewPtr = std::shared_ptr<const CaseView>;

}  // namespace reckoner
