#include "core/data/filter_plan.h"

#include "core/base/near_names.h"
#include "core/data/decisions.h"
#include "core/data/filter_error.h"

namespace reckoner {
namespace {

using Node = Filter::Node;

// The first `most` of them, and how many there are beyond.
std::string listOf(const std::vector<std::string>& names, std::size_t most) {
    const std::size_t more = names.size() > most ? names.size() - most : 0;
    const std::size_t last = names.size() - more;
    std::string result;
    for (std::size_t i = 0; i < last; ++i) {
        if (i > 0) result += more == 0 && i + 1 == last ? " and " : ", ";
        result += "\"" + names[i] + "\"";
    }
    return more == 0 ? result : result + " and " + std::to_string(more) + " more";
}

std::string unknownColumn(const std::string& name, const EvalTable& table) {
    constexpr std::size_t kMostListed = 12;
    std::vector<std::string> names;
    for (const ColumnInfo& column : table.columns())
        names.push_back(column.name);
    const std::string start = "There is no column \"" + name + "\"";
    if (!nearNames(name, names).empty()) return start + didYouMean(name, names);
    return names.empty() ? start + "." : start + "; there are " + listOf(names, kMostListed) + ".";
}

const ColumnInfo* scoreColumn(const FilterBinding& binding) {
    const std::string& positive =
        binding.outcome.positive.empty() ? binding.table.info().positive : binding.outcome.positive;
    return scoreColumnOf(binding.table, positive);
}

// The stored column a name of ours stands for, whatever it is called in the file; may be null.
const ColumnInfo* ownColumn(const Node& node, const FilterBinding& binding) {
    switch (node.column.pseudo) {
        case PseudoColumn::Label:
            return binding.table.find(ColumnRole::Label);
        case PseudoColumn::Score:
            return scoreColumn(binding);
        case PseudoColumn::Override:
            return binding.table.find(ColumnRole::Override);
        default:
            return binding.table.find(node.column.name);
    }
}

std::string noSuchColumn(const Node& node, const FilterBinding& binding) {
    switch (node.column.pseudo) {
        case PseudoColumn::Label:
            return "This run has no labels.";
        case PseudoColumn::Score:
            return "This run has no score; in a run of several classes name the positive class first.";
        case PseudoColumn::Override:
            return "This run has no column of human overrides; attach one first.";
        default:
            return unknownColumn(node.column.name, binding.table);
    }
}

// Of a column that is not there every value is missing.
FilterPlan planAbsent(const Node& node) {
    FilterPlan plan;
    plan.leaf = [negated = node.negated](RowBitmap& rows, const RowBitmap*, const TaskContext&) {
        if (!negated) rows.invert();
    };
    return plan;
}

FilterPlan planStored(const Node& node, const FilterBinding& binding) {
    if (const ColumnInfo* column = ownColumn(node, binding)) return planColumn(node, *column, binding);
    const bool mayLack =
        node.column.pseudo == PseudoColumn::Label || node.column.pseudo == PseudoColumn::Override;
    if (mayLack && node.kind == Node::Kind::Missing) return planAbsent(node);
    throw filterError(noSuchColumn(node, binding), binding.source, node.column.at);
}

}  // namespace

bool isNegative(const Node& node) {
    return node.negated || (node.kind == Node::Kind::Compare && node.comparison == Comparison::NotEqual);
}

void refuse(const std::string& sentence, const FilterBinding& binding, std::size_t at) {
    throw filterError(sentence, binding.source, at);
}

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
    switch (node.column.pseudo) {
        case PseudoColumn::Outcome:
        case PseudoColumn::Predicted:
        case PseudoColumn::Confidence:
            return planDecision(node, binding);
        case PseudoColumn::Note:
        case PseudoColumn::Tag:
        case PseudoColumn::Corrected:
        case PseudoColumn::Flip:
            return planFact(node, binding);
        default:
            return planStored(node, binding);
    }
}

}  // namespace reckoner
