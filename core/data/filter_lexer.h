// Cuts an expression into its words.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace reckoner {

struct FilterToken {
    enum class Kind { Word, Number, Single, Double, Backtick, Operator, Open, Close, Comma, End };
    Kind kind = Kind::End;
    std::string text;    // without quotes; operators in their first spelling ("=", "!=", "<=", ...)
    std::size_t at = 0;  // byte offset

    // A word of the language, in any case: and, or, not, in, between, contains, starts, with, is, missing.
    bool isKeyword(std::string_view lowerCase) const;
    bool isKeyword() const;
};

// Ends with an End token. Throws Error{BadInput} with a caret.
std::vector<FilterToken> filterTokens(std::string_view expression);

// Whether a column of this name can be written without quotes.
bool canStandBare(std::string_view name);

}  // namespace reckoner
