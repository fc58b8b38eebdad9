// The parsed form of an expression; known to the filter's own sources only.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/data/filter.h"

namespace reckoner {

enum class Comparison { Equal, NotEqual, Less, LessEqual, Greater, GreaterEqual };

// Reckoner's own names, written without quotes.
enum class PseudoColumn {
    None,
    Outcome,
    Label,
    Score,
    Predicted,
    Confidence,
    Override,
    Note,
    Tag,
    Corrected,
    Flip,
};

struct FilterColumn {
    std::string name;
    PseudoColumn pseudo = PseudoColumn::None;
    std::size_t at = 0;  // byte offset in the expression
};

struct FilterValue {
    std::string text;       // as written, without its quotes
    bool isNumber = false;  // a bare number
    std::size_t at = 0;
};

struct Filter::Node {
    enum class Kind { And, Or, Not, Compare, In, Between, Contains, StartsWith, Missing };
    Kind kind = Kind::And;
    std::vector<std::shared_ptr<const Node>> children;  // And, Or: two or more; Not: one

    FilterColumn column;
    Comparison comparison = Comparison::Equal;
    bool negated = false;  // not in, not between, not contains, not starts with, is not missing
    std::vector<FilterValue> values;
    std::size_t at = 0;  // of the test, after the column
};

PseudoColumn pseudoColumn(std::string_view name);
// The normal form of a part.
std::string filterNodeText(const Filter::Node& node);

struct FilterReader {
    static std::shared_ptr<const Filter::Node> root(const Filter& filter) { return filter.root_; }
};

}  // namespace reckoner
