// One condition of the filter language in its parts, for chips that are read and edited by mouse.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace reckoner {

struct FilterCondition {
    enum class Test {
        Equal,
        NotEqual,
        Less,
        LessEqual,
        Greater,
        GreaterEqual,
        In,
        NotIn,
        Between,
        NotBetween,
        Contains,
        NotContains,
        StartsWith,
        NotStartsWith,
        Missing,
        NotMissing
    };
    std::string column;
    bool ours = false;  // one of Reckoner's own names: outcome, label, note, ...
    Test test = Test::Equal;
    std::vector<std::string> values;  // one; Between: two; In: any number; Missing: none
};

// Nothing when the expression is no single condition, or is none at all.
std::optional<FilterCondition> filterCondition(std::string_view expression);

// Several conditions joined by "and" at the top, each as an expression; anything else is one.
std::vector<std::string> filterParts(std::string_view expression);
// The same for "or".
std::vector<std::string> filterAlternatives(std::string_view expression);

// Whether it asks what the run's columns do not know: notes, tags, corrected labels, flips.
bool asksFacts(std::string_view expression);

// Whether it asks what was decided, so that another threshold or confidence gives other rows.
bool asksDecision(std::string_view expression);

}  // namespace reckoner
