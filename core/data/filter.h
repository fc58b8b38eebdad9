// The expression language of --where, of filter chips and of cohorts. Grammar: docs/filter.md.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/task_context.h"
#include "core/data/eval_table.h"
#include "core/data/row_set.h"

namespace reckoner {

class SampleFacts;

// What a filter cannot read from the run's columns: the decision at a threshold, what people wrote, another
// run.
struct OutcomeContext {
    std::string positive;
    std::optional<double> threshold;
    // Several classes: answers whose highest class score is lower go to a person ("predicted = review").
    std::optional<double> confidence = {};
    // Notes, tags, corrected labels and the run compared with; null: conditions on them are refused.
    std::shared_ptr<const SampleFacts> facts = {};
};

// A parsed expression: immutable, copyable, thread-safe.
class Filter {
 public:
    // Throws Error{BadInput}: one sentence, then the expression with a caret under the place.
    static Filter parse(std::string_view expression);

    // The expression in its normal form; parse(text()) is the same filter.
    std::string text() const;

    // Throws Error{BadInput} with a caret when a column does not exist (naming near ones) or has another
    // type. O(rows) per condition; text conditions read the text.
    RowSet apply(const EvalTable& table, const OutcomeContext& outcome = {},
                 const TaskContext& context = {}) const;

    // Throws what apply() would throw for this table's columns, without looking at its rows.
    void check(const EvalTable& table, const OutcomeContext& outcome = {}) const;

    struct Node;

 private:
    friend struct FilterReader;
    explicit Filter(std::shared_ptr<const Node> root, std::string source);
    std::shared_ptr<const Node> root_;
    std::string source_;
};

}  // namespace reckoner
