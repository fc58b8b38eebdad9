// Recursive descent over the grammar of docs/filter.md.
#include <algorithm>
#include <utility>

#include "core/data/filter_error.h"
#include "core/data/filter_lexer.h"
#include "core/data/filter_tree.h"

namespace reckoner {
namespace {

using Node = Filter::Node;
using NodePtr = std::shared_ptr<const Node>;
using TokenKind = FilterToken::Kind;

constexpr std::size_t kLongest = 64 * 1024;  // bytes of an expression
constexpr int kDeepest = 100;                // parentheses and nots inside each other

bool isUtf8(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const auto lead = static_cast<unsigned char>(text[i]);
        const std::size_t length = lead < 0x80                    ? 1
                                   : lead >= 0xC2 && lead <= 0xDF ? 2
                                   : lead >= 0xE0 && lead <= 0xEF ? 3
                                   : lead >= 0xF0 && lead <= 0xF4 ? 4
                                                                  : 0;
        if (length == 0 || text.size() - i < length) return false;
        for (std::size_t k = 1; k < length; ++k)
            if ((static_cast<unsigned char>(text[i + k]) & 0xC0) != 0x80) return false;
        i += length;
    }
    return true;
}

class Parser {
 public:
    explicit Parser(std::string_view text) : text_(text), tokens_(filterTokens(text)) {}

    NodePtr run() {
        NodePtr root = disjunction();
        if (peek().kind == TokenKind::Close) fail("This parenthesis closes nothing.");
        if (peek().kind != TokenKind::End)
            fail("Here I expect \"and\", \"or\" or the end of the expression.");
        return root;
    }

 private:
    const FilterToken& peek(std::size_t ahead = 0) const {
        return tokens_[std::min(next_ + ahead, tokens_.size() - 1)];
    }
    FilterToken take() { return tokens_[next_ < tokens_.size() - 1 ? next_++ : next_]; }
    bool takeKeyword(std::string_view keyword) {
        if (!peek().isKeyword(keyword)) return false;
        ++next_;
        return true;
    }
    [[noreturn]] void fail(const std::string& sentence) const { failAt(sentence, peek().at); }
    [[noreturn]] void failAt(const std::string& sentence, std::size_t at) const {
        throw filterError(sentence, text_, at);
    }

    NodePtr disjunction() { return chain(Node::Kind::Or, "or", &Parser::conjunction); }
    NodePtr conjunction() { return chain(Node::Kind::And, "and", &Parser::negation); }

    // One node for the whole chain, so that a long one is flat, not deep.
    NodePtr chain(Node::Kind kind, std::string_view keyword, NodePtr (Parser::*operand)()) {
        NodePtr first = (this->*operand)();
        if (!peek().isKeyword(keyword)) return first;
        auto node = std::make_shared<Node>();
        node->kind = kind;
        const auto add = [&](const NodePtr& child) {
            if (child->kind == kind)
                node->children.insert(node->children.end(), child->children.begin(), child->children.end());
            else
                node->children.push_back(child);
        };
        add(first);
        while (takeKeyword(keyword))
            add((this->*operand)());
        return node;
    }

    NodePtr negation() {
        if (!peek().isKeyword("not")) return primary();
        descend();
        ++next_;
        auto node = std::make_shared<Node>();
        node->kind = Node::Kind::Not;
        node->children.push_back(negation());
        --depth_;
        return node;
    }

    NodePtr primary() {
        if (peek().kind != TokenKind::Open) return condition();
        descend();
        const std::size_t opened = take().at;
        NodePtr inner = disjunction();
        if (peek().kind == TokenKind::End) failAt("This parenthesis is never closed.", opened);
        if (peek().kind != TokenKind::Close) fail("Here I expect \"and\", \"or\" or a closing parenthesis.");
        ++next_;
        --depth_;
        return inner;
    }

    void descend() {
        if (++depth_ > kDeepest)
            fail("More than " + std::to_string(kDeepest) + " parentheses stand inside each other here.");
    }

    NodePtr condition() {
        auto node = std::make_shared<Node>();
        node->column = column();
        node->at = peek().at;
        if (peek().kind == TokenKind::Operator) return comparison(*node), node;
        if (takeKeyword("is")) return missing(*node), node;
        node->negated = takeKeyword("not");
        if (takeKeyword("in")) return list(*node), node;
        if (takeKeyword("between")) return between(*node), node;
        if (takeKeyword("contains")) {
            node->kind = Node::Kind::Contains;
            node->values.push_back(value());
            return node;
        }
        if (takeKeyword("starts")) {
            if (!takeKeyword("with")) fail("After \"starts\" I expect \"with\".");
            node->kind = Node::Kind::StartsWith;
            node->values.push_back(value());
            return node;
        }
        if (node->negated) fail("After \"not\" I expect in, between, contains or starts with.");
        fail(
            "After a column I expect =, !=, <, <=, >, >=, in, between, contains, starts with or is missing.");
    }

    FilterColumn column() {
        const FilterToken token = peek();
        if (token.isKeyword())
            fail("\"" + token.text +
                 "\" is a word of the language; a column of that name goes in backticks.");
        switch (token.kind) {
            case TokenKind::Word:
                ++next_;
                return {token.text, pseudoColumn(token.text), token.at};
            case TokenKind::Double:
            case TokenKind::Backtick:
                ++next_;
                return {token.text, PseudoColumn::None, token.at};
            case TokenKind::Single:
                fail("A condition begins with a column; names with spaces go in backticks.");
            case TokenKind::Number:
                fail("A condition begins with a column; a name that looks like a number goes in backticks.");
            default:
                fail("Here I expect the name of a column.");
        }
    }

    FilterValue value() {
        const FilterToken token = peek();
        if (token.isKeyword("missing"))
            fail("Ask for missing values with \"is missing\"; the word itself goes in quotes.");
        if (token.isKeyword()) fail("Here I expect a value; the word itself goes in quotes.");
        switch (token.kind) {
            case TokenKind::Number:
                ++next_;
                return {token.text, true, token.at};
            case TokenKind::Single:
            case TokenKind::Double:
                ++next_;
                return {token.text, false, token.at};
            case TokenKind::Word:
                return words();
            case TokenKind::Backtick:
                fail("Here I expect a value, not a column; text goes in quotes.");
            default:
                fail("Here I expect a value: a number, a text in quotes or a date.");
        }
    }

    // Bare words up to the next keyword or sign are one text: outcome = false alarm.
    FilterValue words() {
        const FilterToken first = take();
        FilterValue result{first.text, false, first.at};
        while ((peek().kind == TokenKind::Word && !peek().isKeyword()) || peek().kind == TokenKind::Number)
            result.text += " " + take().text;
        return result;
    }

    void comparison(Node& node) {
        static constexpr std::pair<std::string_view, Comparison> kSigns[] = {
            {"=", Comparison::Equal},      {"!=", Comparison::NotEqual}, {"<", Comparison::Less},
            {"<=", Comparison::LessEqual}, {">", Comparison::Greater},   {">=", Comparison::GreaterEqual}};
        const FilterToken sign = take();
        for (const auto& [spelling, meaning] : kSigns)
            if (sign.text == spelling) node.comparison = meaning;
        node.kind = Node::Kind::Compare;
        node.values.push_back(value());
    }

    void missing(Node& node) {
        node.kind = Node::Kind::Missing;
        node.negated = takeKeyword("not");
        if (!takeKeyword("missing")) fail("After \"is\" I expect \"missing\" or \"not missing\".");
    }

    void list(Node& node) {
        node.kind = Node::Kind::In;
        if (peek().kind != TokenKind::Open)
            fail("After \"in\" I expect a list in parentheses: in ('a', 'b').");
        const std::size_t opened = take().at;
        node.values.push_back(value());
        while (peek().kind == TokenKind::Comma) {
            ++next_;
            node.values.push_back(value());
        }
        if (peek().kind == TokenKind::End) failAt("This parenthesis is never closed.", opened);
        if (peek().kind != TokenKind::Close) fail("Here I expect a comma or the end of the list.");
        ++next_;
    }

    void between(Node& node) {
        node.kind = Node::Kind::Between;
        node.values.push_back(value());
        if (!takeKeyword("and")) fail("\"between\" takes two values: between 1 and 5.");
        node.values.push_back(value());
    }

    std::string_view text_;
    std::vector<FilterToken> tokens_;
    std::size_t next_ = 0;
    int depth_ = 0;
};

}  // namespace

PseudoColumn pseudoColumn(std::string_view name) {
    static constexpr std::pair<std::string_view, PseudoColumn> kNames[] = {
        {"outcome", PseudoColumn::Outcome},
        {"label", PseudoColumn::Label},
        {"score", PseudoColumn::Score},
        {"predicted", PseudoColumn::Predicted},
        {"confidence", PseudoColumn::Confidence},
        {"override", PseudoColumn::Override},
        {"note", PseudoColumn::Note},
        {"tag", PseudoColumn::Tag},
        {"corrected", PseudoColumn::Corrected},
        {"flip", PseudoColumn::Flip},
    };
    for (const auto& [known, column] : kNames)
        if (name == known) return column;
    return PseudoColumn::None;
}

Filter::Filter(std::shared_ptr<const Node> root, std::string source)
    : root_(std::move(root)), source_(std::move(source)) {}

Filter Filter::parse(std::string_view expression) {
    if (expression.size() > kLongest)
        throw Error(ErrorCode::BadInput, "The filter is longer than 65,536 bytes; split it or shorten it.");
    if (!isUtf8(expression))
        throw Error(ErrorCode::BadInput, "The filter is not valid UTF-8 text; type it again.");
    return Filter(Parser(expression).run(), std::string(expression));
}

}  // namespace reckoner
