#include "core/data/filter_lexer.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/base/error.h"
#include "core/base/numbers.h"
#include "core/data/filter_error.h"

namespace reckoner {
namespace {

using TokenKind = FilterToken::Kind;

constexpr std::array<std::string_view, 10> kKeywords = {"and",      "or",     "not",  "in", "between",
                                                        "contains", "starts", "with", "is", "missing"};
// Longest first where one begins another.
constexpr std::array<std::pair<std::string_view, std::string_view>, 11> kOperators = {{
    {"!=", "!="},
    {"<>", "!="},
    {"<=", "<="},
    {">=", ">="},
    {"==", "="},
    {"=", "="},
    {"<", "<"},
    {">", ">"},
    {"\u2260", "!="},
    {"\u2264", "<="},
    {"\u2265", ">="},
}};
constexpr std::string_view kNoBreakSpace = "\u00A0";

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

bool isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::string lower(std::string_view text) {
    std::string result(text);
    for (char& c : result)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
    return result;
}

class Lexer {
 public:
    explicit Lexer(std::string_view text) : text_(text) {}

    std::vector<FilterToken> run() {
        std::vector<FilterToken> tokens;
        for (skipSpace(); at_ < text_.size(); skipSpace())
            tokens.push_back(next());
        tokens.push_back({TokenKind::End, "", text_.size()});
        return tokens;
    }

 private:
    bool startsWith(std::string_view prefix) const { return text_.substr(at_).starts_with(prefix); }

    void skipSpace() {
        while (at_ < text_.size()) {
            const char c = text_[at_];
            if (c == ' ' || c == '\t' || c == '\n' || c == '\r')
                ++at_;
            else if (startsWith(kNoBreakSpace))
                at_ += kNoBreakSpace.size();
            else
                return;
        }
    }

    bool inWord() const {
        const char c = text_[at_];
        if (isLetter(c) || isDigit(c) || std::string_view("_.-+:/%#@$").find(c) != std::string_view::npos)
            return true;
        return static_cast<unsigned char>(c) >= 0x80 && !startsWith(kNoBreakSpace) && !startsWith("\u2260") &&
               !startsWith("\u2264") && !startsWith("\u2265");
    }

    FilterToken next() {
        const char c = text_[at_];
        if (c == '\'') return quoted(TokenKind::Single);
        if (c == '"') return quoted(TokenKind::Double);
        if (c == '`') return quoted(TokenKind::Backtick);
        if (c == '(') return symbol(TokenKind::Open);
        if (c == ')') return symbol(TokenKind::Close);
        if (c == ',') return symbol(TokenKind::Comma);
        for (const auto& [spelling, meaning] : kOperators)
            if (startsWith(spelling)) {
                FilterToken token{TokenKind::Operator, std::string(meaning), at_};
                at_ += spelling.size();
                return token;
            }
        if (inWord()) return word();
        throw filterError("This sign is not part of an expression; combine conditions with and, or, not.",
                          text_, at_);
    }

    FilterToken symbol(TokenKind kind) {
        FilterToken token{kind, std::string(1, text_[at_]), at_};
        ++at_;
        return token;
    }

    // Inside quotes the quote itself is written twice.
    FilterToken quoted(TokenKind kind) {
        const std::size_t start = at_;
        const char quote = text_[at_];
        FilterToken token{kind, "", start};
        for (++at_; at_ < text_.size(); ++at_) {
            if (text_[at_] == quote) {
                if (at_ + 1 == text_.size() || text_[at_ + 1] != quote) {
                    ++at_;
                    return token;
                }
                ++at_;
            }
            token.text += text_[at_];
        }
        throw filterError("This quote is never closed.", text_, start);
    }

    FilterToken word() {
        const std::size_t start = at_;
        while (at_ < text_.size() && inWord())
            ++at_;
        const std::string_view text = text_.substr(start, at_ - start);
        const char c = text.front();
        const bool likeNumber = isDigit(c) || c == '-' || c == '+' || c == '.';
        return {likeNumber && parseNumber(text) ? TokenKind::Number : TokenKind::Word, std::string(text),
                start};
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

}  // namespace

bool FilterToken::isKeyword(std::string_view lowerCase) const {
    return kind == TokenKind::Word && lower(text) == lowerCase;
}

bool FilterToken::isKeyword() const {
    return kind == TokenKind::Word &&
           std::find(kKeywords.begin(), kKeywords.end(), lower(text)) != kKeywords.end();
}

std::vector<FilterToken> filterTokens(std::string_view expression) {
    return Lexer(expression).run();
}

bool canStandBare(std::string_view name) {
    if (name.empty()) return false;
    try {
        const std::vector<FilterToken> tokens = filterTokens(name);
        return tokens.size() == 2 && tokens[0].kind == TokenKind::Word && tokens[0].text == name &&
               !tokens[0].isKeyword();
    } catch (const Error&) {
        return false;
    }
}

}  // namespace reckoner
