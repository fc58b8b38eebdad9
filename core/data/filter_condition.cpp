#include "core/data/filter_condition.h"

#include <algorithm>

#include "core/base/error.h"
#include "core/data/filter_text.h"
#include "core/data/filter_tree.h"

namespace reckoner {
namespace {

using Node = Filter::Node;
using Test = FilterCondition::Test;

Test testOf(const Node& node) {
    switch (node.kind) {
        case Node::Kind::In:
            return node.negated ? Test::NotIn : Test::In;
        case Node::Kind::Between:
            return node.negated ? Test::NotBetween : Test::Between;
        case Node::Kind::Contains:
            return node.negated ? Test::NotContains : Test::Contains;
        case Node::Kind::StartsWith:
            return node.negated ? Test::NotStartsWith : Test::StartsWith;
        case Node::Kind::Missing:
            return node.negated ? Test::NotMissing : Test::Missing;
        default:
            break;
    }
    switch (node.comparison) {
        case Comparison::NotEqual:
            return Test::NotEqual;
        case Comparison::Less:
            return Test::Less;
        case Comparison::LessEqual:
            return Test::LessEqual;
        case Comparison::Greater:
            return Test::Greater;
        case Comparison::GreaterEqual:
            return Test::GreaterEqual;
        default:
            return Test::Equal;
    }
}

bool asksOne(const Node& node, const std::vector<PseudoColumn>& columns) {
    return std::find(columns.begin(), columns.end(), node.column.pseudo) != columns.end() ||
           std::any_of(node.children.begin(), node.children.end(),
                       [&](const auto& child) { return asksOne(*child, columns); });
}

std::shared_ptr<const Node> rootOf(std::string_view expression) {
    try {
        return FilterReader::root(Filter::parse(expression));
    } catch (const Error&) {
        return nullptr;
    }
}

std::vector<std::string> partsOf(std::string_view expression, Node::Kind joined) {
    const auto node = rootOf(expression);
    if (!node || node->kind != joined) return {std::string(expression)};
    std::vector<std::string> parts;
    for (const auto& child : node->children)
        parts.push_back(filterNodeText(*child));
    return parts;
}

}  // namespace

std::optional<FilterCondition> filterCondition(std::string_view expression) {
    const auto node = rootOf(expression);
    if (!node || !node->children.empty()) return std::nullopt;
    FilterCondition condition;
    condition.column = node->column.name;
    condition.ours = node->column.pseudo != PseudoColumn::None;
    condition.test = testOf(*node);
    for (const FilterValue& value : node->values)
        condition.values.push_back(value.text);
    return condition;
}

bool asksFacts(std::string_view expression) {
    const auto node = rootOf(expression);
    return node && asksOne(*node, {PseudoColumn::Note, PseudoColumn::Tag, PseudoColumn::Corrected,
                                   PseudoColumn::Flip});
}

bool asksDecision(std::string_view expression) {
    const auto node = rootOf(expression);
    return node && asksOne(*node, {PseudoColumn::Outcome, PseudoColumn::Predicted, PseudoColumn::Flip});
}

std::vector<std::string> filterParts(std::string_view expression) {
    return partsOf(expression, Node::Kind::And);
}

std::vector<std::string> filterAlternatives(std::string_view expression) {
    return partsOf(expression, Node::Kind::Or);
}

}  // namespace reckoner
