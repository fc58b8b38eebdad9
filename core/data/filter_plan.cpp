#include "core/data/filter_plan.h"

#include "core/base/near_names.h"
#include "core/data/filter_error.h"

namespace reckoner {
namespace {

using Node = Filter::Node;

std::string listOf(const std::vector<std::string>& names) {
    std::string result;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (i > 0) result += i + 1 == names.size() ? " and " : ", ";
        result += "\"" + names[i] + "\"";
    }
    return result;
}

std::string unknownColumn(const std::string& name, const EvalTable& table) {
    constexpr std::size_t kMostListed = 12;
    std::vector<std::string> names;
    for (const ColumnInfo& column : table.columns())
        names.push_back(column.name);
    const std::string start = "There is no column \"" + name + "\"";
    if (!nearNames(name, names).empty()) return start + didYouMean(name, names);
    if (names.size() > kMostListed) names.resize(kMostListed);
    return names.empty() ? start + "." : start + "; there are " + listOf(names) + ".";
}

// The score a threshold is compared with: the class's own in a run of several classes.
const ColumnInfo* scoreColumn(const FilterBinding& binding) {
    const EvalTable& table = binding.table;
    const std::string& positive =
        binding.outcome.positive.empty() ? table.info().positive : binding.outcome.positive;
    if (table.info().task == Task::Multiclass)
        for (const ColumnInfo& column : table.columns())
            if (column.role == ColumnRole::ClassScore && column.classOf == positive) return &column;
    return table.find(ColumnRole::Score);
}

const ColumnInfo& boundColumn(const Node& node, const FilterBinding& binding) {
    const bool label = node.column.pseudo == PseudoColumn::Label;
    const bool score = node.column.pseudo == PseudoColumn::Score;
    const ColumnInfo* column = label   ? binding.table.find(ColumnRole::Label)
                               : score ? scoreColumn(binding)
                                       : binding.table.find(node.column.name);
    if (column) return *column;
    const std::string sentence = label   ? "This run has no labels."
                                 : score ? "This run has no score; in a run of several classes name the "
                                           "positive class first."
                                         : unknownColumn(node.column.name, binding.table);
    throw filterError(sentence, binding.source, node.column.at);
}

}  // namespace

FilterPlan planFilter(const Node& node, const FilterBinding& binding) {
    if (!node.children.empty()) {
        FilterPlan plan;
        plan.kind = node.kind;
        for (const auto& child : node.children) {
            plan.children.push_back(planFilter(*child, binding));
            plan.readsText = plan.readsText || plan.children.back().readsText;
        }
        return plan;
    }
    if (node.column.pseudo == PseudoColumn::Outcome || node.column.pseudo == PseudoColumn::Predicted)
        return planDecision(node, binding);
    return planColumn(node, boundColumn(node, binding), binding);
}

}  // namespace reckoner
