#include "core/report/case_story.h"

#include <cmath>

#include "core/base/error.h"
#include "core/report/cell_text.h"
#include "core/review/case_facts.h"
#include "core/wording/errors_case.h"

namespace reckoner {
namespace {

std::shared_ptr<const CaseView> viewOf(const EvalTablePtr& table, CaseView::Point point,
                                       const TaskContext& context) {
    try {
        return std::make_shared<const CaseView>(table, point, context);
    } catch (const Error& error) {
        if (error.code() != ErrorCode::BadInput) throw;
        return nullptr;
    }
}

std::shared_ptr<const RealColumn> amountColumn(const CostModel& costs, const EvalTable& table,
                                               const TaskContext& context) {
    const std::vector<std::string> measures = costs.measures();
    if (measures.size() != 1) return nullptr;
    const ColumnInfo* column = table.find(measures.front());
    return column && column->type == ColumnType::Real ? table.real(column->id, context) : nullptr;
}

}  // namespace

CaseStory::CaseStory(const Store& store, const RunRow& run, EvalTablePtr table,
                     const std::optional<std::string>& positive, const OperatingPoint& at,
                     const TaskContext& context)
    : info_(run.info), table_(std::move(table)), positive_(positive), point_(at) {
    if (const auto costs = store.costModel(run.modelId)) {
        costs_ = costs->costs;
        words_ = costs->words;
    }
    CaseView::Point point;
    if (positive) {
        point.outcome.positive = *positive;
        point.outcome.threshold = countedFrom(at);
        point.costs = costs_;
    }
    view_ = viewOf(table_, point, context);
    if (!view_ && positive) {
        // Its amounts are not here: what was decided still is.
        costs_ = {};
        point.costs = {};
        view_ = viewOf(table_, point, context);
    }
    amounts_ = amountColumn(costs_, *table_, context);
}

std::string CaseStory::sentence(RowIndex row, const std::optional<std::string>& label) const {
    if (!view_) return {};
    CaseFacts facts;
    facts.task = positive_ ? Task::Binary : Task::Multiclass;
    facts.classes = info_.classes;
    facts.positive = positive_.value_or("");
    facts.label = label;
    CaseScore shown;
    shown.shown = true;
    const double score = view_->score(row);
    if (std::isfinite(score)) shown.score = score;
    if (const ClassDecisions* classes = view_->classes())
        if (const std::uint32_t named = classes->named(row); named < classes->classes())
            shown.predicted = classes->names()[named];
    facts.versions.push_back(shown);
    if (!positive_) return classSentence(facts).text();
    const ColumnInfo* own = table_->find(ColumnRole::Label);
    const bool asTheRunSays = own && label == cellText(*table_, *own, row);
    const auto cell = outcomeOf(facts, countedFrom(point_));
    if (cell && asTheRunSays) {
        const double cost = view_->cost(row);
        // Caught, false alarm, missed, let through: as the view counts them.
        if (std::isfinite(cost)) facts.costs[static_cast<std::size_t>(view_->outcome(row))] = cost;
        if (amounts_ && std::isfinite(amounts_->values()[row])) facts.amount = amounts_->values()[row];
    }
    const CaseSentence said = caseSentence(facts, point_, words_, costs_);
    return cell && !asTheRunSays ? said.lead + "." : said.text();
}

std::vector<Factor> CaseStory::explanation(RowIndex row) const {
    const ColumnInfo* column = table_->find(ColumnRole::Explanation);
    return column ? parseExplanation(cellText(*table_, *column, row).value_or("")) : std::vector<Factor>();
}

std::vector<std::pair<std::string, std::string>> CaseStory::factors(RowIndex row) const {
    CaseFacts facts;
    facts.task = info_.task;
    facts.classes = info_.classes;
    facts.positive = positive_.value_or(info_.positive);
    std::vector<std::pair<std::string, std::string>> lines;
    for (const Factor& factor : explanation(row)) {
        const std::string direction = factorDirection(factor.weight, facts);
        lines.emplace_back(factor.name + (factor.value.empty() ? "" : " (" + factor.value + ")"),
                           factorWeight(factor.weight) + (direction.empty() ? "" : " " + direction));
    }
    return lines;
}

}  // namespace reckoner
