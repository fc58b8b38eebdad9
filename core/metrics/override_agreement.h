// How often people who decided themselves decided as the model did.
//
// Compared is, row by row, the class in the run's override column (its own or attached) with the model's
// decision:
// - one class against the rest: the override is that class, and the score is at or above the threshold; rows
//   without a usable score have no decision;
// - several classes: the override and the predicted class (the prediction column, else the highest class
//   score).
// A row takes part when it has an override that is one of the run's classes and a decision; it needs no
// label. Rows whose override is something else are counted apart. Weights are left out: people are counted,
// not samples weighed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/task_context.h"
#include "core/base/value.h"
#include "core/data/eval_table.h"
#include "core/data/row_set.h"

namespace reckoner {

struct Agreement {
    std::uint64_t n = 0;
    std::uint64_t agreed = 0;
    // Of those that disagreed and have a label that is one of the classes. With several classes both may be
    // wrong.
    std::uint64_t judged = 0;
    std::uint64_t personRight = 0;
    std::uint64_t modelRight = 0;

    Value share() const {
        return ratio(static_cast<double>(agreed), static_cast<double>(n), Reason::NoSamples);
    }
    std::optional<Interval> interval() const;  // Wilson, 95 %
    bool operator==(const Agreement&) const = default;
};

struct AgreementGroup {
    std::string key;       // "0.3 to 0.4", a reviewer, "2026-03"
    bool missing = false;  // no reviewer, no time
    Agreement agreement;
};

struct OverrideAgreement {
    std::string column;  // the override column's name; empty: the run has none
    Agreement all;
    std::uint64_t noClass = 0;     // overrides that are none of the run's classes
    std::uint64_t noDecision = 0;  // overrides of rows without a usable score or prediction
    // Ten bands of equal width over [0, 1] (percent: [0, 100]; several classes: the highest class score), the
    // last with its upper end; for other scores ten bands of about equally many rows that take part, tied
    // scores together. Bands in which nobody decided are left out.
    std::vector<AgreementGroup> byScore;
    std::string reviewerColumn;              // empty: the run has none
    std::vector<AgreementGroup> byReviewer;  // by name, missing last
    std::vector<AgreementGroup> byMonth;     // of the timestamp, UTC; in order, missing last; empty without
};

struct OverrideRequest {
    EvalTablePtr table;
    RowSet cohort;
    // One class against the rest at a threshold; nothing: all classes.
    std::optional<std::string> positive;
    double threshold = 0.5;
    std::string reviewer;  // a category column; empty: found by its name (reviewer, reviewed_by, ...)
};

// O(rows). Throws Error{BadInput} when the reviewer column does not exist or is no category.
OverrideAgreement overrideAgreement(const OverrideRequest& request, const TaskContext& context = {});

}  // namespace reckoner
