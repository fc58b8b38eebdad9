#include "core/data/filter.h"

#include "core/data/filter_plan.h"

namespace reckoner {
namespace {

using Kind = Filter::Node::Kind;

void evaluate(const FilterPlan& plan, RowBitmap& rows, const RowBitmap* candidates,
              const TaskContext& context);

// Conditions that read text come last and look only at rows the others left.
void evaluateAnd(const FilterPlan& plan, RowBitmap& rows, const RowBitmap* candidates,
                 const TaskContext& context) {
    rows = candidates ? *candidates : RowBitmap(rows.rows(), true);
    for (const bool text : {false, true})
        for (const FilterPlan& child : plan.children) {
            if (child.readsText != text) continue;
            RowBitmap matches(rows.rows());
            evaluate(child, matches, &rows, context);
            rows &= matches;
        }
}

void evaluateOr(const FilterPlan& plan, RowBitmap& rows, const RowBitmap* candidates,
                const TaskContext& context) {
    for (const FilterPlan& child : plan.children) {
        RowBitmap matches(rows.rows());
        evaluate(child, matches, candidates, context);
        rows |= matches;
    }
}

// Bits of rows that are not candidates mean nothing; whoever passes candidates masks with them.
void evaluate(const FilterPlan& plan, RowBitmap& rows, const RowBitmap* candidates,
              const TaskContext& context) {
    context.checkCancelled();
    switch (plan.kind) {
        case Kind::And:
            return evaluateAnd(plan, rows, candidates, context);
        case Kind::Or:
            return evaluateOr(plan, rows, candidates, context);
        case Kind::Not:
            evaluate(plan.children.front(), rows, candidates, context);
            return rows.invert();
        default:
            return plan.leaf(rows, candidates, context);
    }
}

}  // namespace

RowSet Filter::apply(const EvalTable& table, const OutcomeContext& outcome,
                     const TaskContext& context) const {
    const FilterPlan plan = planFilter(*root_, {table, outcome, source_, context});
    RowBitmap rows(table.rows());
    evaluate(plan, rows, nullptr, context);
    return rows.toRowSet();
}

void Filter::check(const EvalTable& table, const OutcomeContext& outcome) const {
    const TaskContext context;
    planFilter(*root_, {table, outcome, source_, context});
}

}  // namespace reckoner
