// The normal form: what chips show and what a cohort stores.
#include "core/data/filter_text.h"

#include "core/data/filter_lexer.h"
#include "core/data/filter_tree.h"

namespace reckoner {
namespace {

using Node = Filter::Node;

std::string quoted(std::string_view text, char quote) {
    std::string result(1, quote);
    for (const char c : text) {
        if (c == quote) result += quote;
        result += c;
    }
    return result + quote;
}

std::string columnText(const FilterColumn& column) {
    if (column.pseudo != PseudoColumn::None) return column.name;
    return filterName(column.name);
}

std::string valueText(const FilterValue& value) {
    return value.isNumber ? value.text : filterText(value.text);
}

std::string_view sign(Comparison comparison) {
    switch (comparison) {
        case Comparison::Equal:
            return "=";
        case Comparison::NotEqual:
            return "!=";
        case Comparison::Less:
            return "<";
        case Comparison::LessEqual:
            return "<=";
        case Comparison::Greater:
            return ">";
        case Comparison::GreaterEqual:
            return ">=";
    }
    return "";
}

std::string textOf(const Node& node);

std::string joined(const Node& node, std::string_view keyword) {
    std::string result;
    for (const auto& child : node.children) {
        if (!result.empty()) result += keyword;
        const bool parentheses = node.kind == Node::Kind::And && child->kind == Node::Kind::Or;
        result += parentheses ? "(" + textOf(*child) + ")" : textOf(*child);
    }
    return result;
}

std::string listed(const std::vector<FilterValue>& values) {
    std::string result;
    for (const FilterValue& value : values)
        result += (result.empty() ? "" : ", ") + valueText(value);
    return result;
}

std::string textOf(const Node& node) {
    const std::string column = columnText(node.column);
    const std::string negation = node.negated ? " not" : "";
    switch (node.kind) {
        case Node::Kind::And:
            return joined(node, " and ");
        case Node::Kind::Or:
            return joined(node, " or ");
        case Node::Kind::Not: {
            const Node& inner = *node.children.front();
            const bool chain = inner.kind == Node::Kind::And || inner.kind == Node::Kind::Or;
            return chain ? "not (" + textOf(inner) + ")" : "not " + textOf(inner);
        }
        case Node::Kind::Compare:
            return column + " " + std::string(sign(node.comparison)) + " " + valueText(node.values[0]);
        case Node::Kind::In:
            return column + negation + " in (" + listed(node.values) + ")";
        case Node::Kind::Between:
            return column + negation + " between " + valueText(node.values[0]) + " and " +
                   valueText(node.values[1]);
        case Node::Kind::Contains:
            return column + negation + " contains " + valueText(node.values[0]);
        case Node::Kind::StartsWith:
            return column + negation + " starts with " + valueText(node.values[0]);
        case Node::Kind::Missing:
            return column + " is" + negation + " missing";
    }
    return "";
}

}  // namespace

std::string filterName(std::string_view column) {
    const bool bare = pseudoColumn(column) == PseudoColumn::None && canStandBare(column);
    return bare ? std::string(column) : quoted(column, '`');
}

std::string filterText(std::string_view value) {
    return quoted(value, '\'');
}

std::string filterNodeText(const Filter::Node& node) {
    return textOf(node);
}

std::string Filter::text() const {
    return textOf(*root_);
}

}  // namespace reckoner
