// Random expressions against an evaluator that looks at one row after the other and shares no code.
#include <algorithm>
#include <cmath>
#include <functional>
#include <optional>
#include <string>

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/base/numbers.h"
#include "core/base/random.h"
#include "core/data/filter.h"
#include "tests/support/vector_table.h"

namespace reckoner {
namespace {

struct RandomRows {
    std::vector<std::string> label;
    std::vector<double> score;
    std::vector<std::string> home;
    std::vector<double> income;
    std::vector<std::string> note;
    EvalTablePtr table;

    RandomRows(Random& random, std::size_t rows) {
        const std::vector<std::string> homes = {"", "a", "b", "c c", "D"};
        const std::vector<std::string> notes = {"", "abc", "bcd", "ABx", "x"};
        const std::vector<std::string> labels = {"yes", "no", "no", "yes", ""};
        for (std::size_t i = 0; i < rows; ++i) {
            label.push_back(labels[random.below(labels.size())]);
            score.push_back(random.below(10) == 0 ? missingReal() : static_cast<double>(random.below(8)) / 8);
            home.push_back(homes[random.below(homes.size())]);
            const auto kind = random.below(12);
            income.push_back(kind == 0   ? missingReal()
                             : kind == 1 ? std::nan("1")
                                         : static_cast<double>(random.below(9)) - 4);
            note.push_back(notes[random.below(notes.size())]);
        }
        table = test::VectorTable()
                    .labels(label)
                    .scores(score)
                    .segment("home", home)
                    .numeric("in come", income)
                    .texts("memo", note)
                    .build();
    }
};

struct RandomExpression {
    std::string text;
    std::function<bool(std::size_t)> holds;
};

class ExpressionMaker {
 public:
    ExpressionMaker(Random& random, const RandomRows& rows) : random_(random), rows_(rows) {}

    RandomExpression make(int depth) {
        const auto kind = depth == 0 ? 9 : random_.below(10);
        if (kind < 3) return join(depth, " and ", true);
        if (kind < 6) return join(depth, " or ", false);
        if (kind < 7) {
            const RandomExpression inner = make(depth - 1);
            return {"not (" + inner.text + ")", [inner](std::size_t i) { return !inner.holds(i); }};
        }
        switch (random_.below(4)) {
            case 0:
                return number();
            case 1:
                return category("home", rows_.home);
            case 2:
                return text();
            default:
                return outcome();
        }
    }

 private:
    RandomExpression join(int depth, const std::string& word, bool all) {
        const RandomExpression a = make(depth - 1);
        const RandomExpression b = make(depth - 1);
        return {"(" + a.text + ")" + word + "(" + b.text + ")", [a, b, all](std::size_t i) {
                    return all ? a.holds(i) && b.holds(i) : a.holds(i) || b.holds(i);
                }};
    }

    RandomExpression number() {
        const auto& values = rows_.income;
        const double x = static_cast<double>(random_.below(11)) - 5;
        const double y = static_cast<double>(random_.below(11)) - 5;
        const std::string a = shortestNumber(x);
        const std::string b = shortestNumber(y);
        const std::string name = "`in come`";
        const auto on = [&values](auto test) {
            return [&values, test](std::size_t i) { return !std::isnan(values[i]) && test(values[i]); };
        };
        switch (random_.below(9)) {
            case 0:
                return {name + "<" + a, on([x](double v) { return v < x; })};
            case 1:
                return {name + "<=" + a, on([x](double v) { return v <= x; })};
            case 2:
                return {name + ">" + a, on([x](double v) { return v > x; })};
            case 3:
                return {name + ">=" + a, on([x](double v) { return v >= x; })};
            case 4:
                return {name + "=" + a, on([x](double v) { return v == x; })};
            case 5:
                return {name + "!=" + a, on([x](double v) { return v != x; })};
            case 6:
                return {name + " not in (" + a + "," + b + ")",
                        on([x, y](double v) { return v != x && v != y; })};
            case 7:
                return {name + " between " + a + " and " + b,
                        on([x, y](double v) { return v >= x && v <= y; })};
            default:
                return {name + " is missing", [&values](std::size_t i) { return std::isnan(values[i]); }};
        }
    }

    RandomExpression category(const std::string& name, const std::vector<std::string>& values) {
        const std::vector<std::string> choices = {"a", "b", "c c", "D", "nobody"};
        const std::string x = choices[random_.below(choices.size())];
        const std::string y = choices[random_.below(choices.size())];
        switch (random_.below(4)) {
            case 0:
                return {name + " = '" + x + "'", [&values, x](std::size_t i) { return values[i] == x; }};
            case 1:
                return {name + " != " + x,
                        [&values, x](std::size_t i) { return !values[i].empty() && values[i] != x; }};
            case 2:
                return {name + " in (\"" + x + "\", " + y + ")",
                        [&values, x, y](std::size_t i) { return values[i] == x || values[i] == y; }};
            default:
                return {name + " is not missing", [&values](std::size_t i) { return !values[i].empty(); }};
        }
    }

    RandomExpression text() {
        const auto& values = rows_.note;
        const auto lower = [](std::string text) {
            std::transform(text.begin(), text.end(), text.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
            return text;
        };
        switch (random_.below(3)) {
            case 0:
                return {"memo contains 'BC'", [&values, lower](std::size_t i) {
                            return lower(values[i]).find("bc") != std::string::npos;
                        }};
            case 1:
                return {"memo not starts with ab", [&values, lower](std::size_t i) {
                            return !values[i].empty() && lower(values[i]).rfind("ab", 0) != 0;
                        }};
            default:
                return category("memo", values);
        }
    }

    RandomExpression outcome() {
        const auto& rows = rows_;
        const auto scored = [&rows](std::size_t i) {
            return !rows.label[i].empty() && !std::isnan(rows.score[i]);
        };
        switch (random_.below(3)) {
            case 0:
                return {"outcome = fp", [&rows, scored](std::size_t i) {
                            return scored(i) && rows.label[i] == "no" && rows.score[i] >= 0.5;
                        }};
            case 1:
                return {"outcome not in (caught, let through)", [&rows, scored](std::size_t i) {
                            return scored(i) && (rows.label[i] == "yes") != (rows.score[i] >= 0.5);
                        }};
            default:
                return {"predicted = no",
                        [&rows](std::size_t i) { return !std::isnan(rows.score[i]) && rows.score[i] < 0.5; }};
        }
    }

    Random& random_;
    const RandomRows& rows_;
};

TEST(FilterProperty, AgreesWithLookingAtEveryRow) {
    Random random(20260101);
    for (int round = 0; round < 400; ++round) {
        const RandomRows rows(random, 1 + random.below(200));
        const RandomExpression expression =
            ExpressionMaker(random, rows).make(static_cast<int>(random.below(6)));
        const Filter filter = Filter::parse(expression.text);
        const RowSet picked = filter.apply(*rows.table, {"yes", 0.5});
        std::vector<RowIndex> expected;
        for (std::size_t i = 0; i < rows.label.size(); ++i)
            if (expression.holds(i)) expected.push_back(static_cast<RowIndex>(i));
        std::vector<RowIndex> got;
        picked.forEach([&](RowIndex row) { got.push_back(row); });
        ASSERT_EQ(got, expected) << expression.text;

        const Filter again = Filter::parse(filter.text());
        EXPECT_EQ(again.text(), filter.text());
        std::vector<RowIndex> same;
        again.apply(*rows.table, {"yes", 0.5}).forEach([&](RowIndex row) { same.push_back(row); });
        ASSERT_EQ(same, expected) << filter.text();
    }
}

// Whatever is typed is either understood or refused with a sentence.
TEST(FilterProperty, NothingTypedBreaksIt) {
    const std::vector<std::string> pieces = {"home",
                                             "`in come`",
                                             "memo",
                                             "score",
                                             "label",
                                             "outcome",
                                             "predicted",
                                             "note",
                                             "tag",
                                             "flip",
                                             "corrected",
                                             "confidence",
                                             "override",
                                             "zz",
                                             "and",
                                             "or",
                                             "not",
                                             "in",
                                             "between",
                                             "is",
                                             "with",
                                             "starts",
                                             "contains",
                                             "missing",
                                             "(",
                                             ")",
                                             ",",
                                             "=",
                                             "!=",
                                             "<",
                                             ">=",
                                             "'a'",
                                             "\"b\"",
                                             "`",
                                             "'",
                                             "\"",
                                             "5",
                                             "-1e309",
                                             "nan",
                                             "inf",
                                             "ü",
                                             "\xC3",
                                             "\xE2\x89",
                                             "\n",
                                             "2024-06-03",
                                             "!",
                                             "\xC2\xA0",
                                             "\x01",
                                             "[",
                                             "--",
                                             "+",
                                             "≤",
                                             std::string(1, '\0')};
    Random random(7);
    const RandomRows rows(random, 100);
    int understood = 0;
    for (int round = 0; round < 20'000; ++round) {
        std::string text;
        if (round % 2 == 0) {
            for (auto length = random.below(12); length > 0; --length)
                text += pieces[random.below(pieces.size())] + (random.below(4) == 0 ? "" : " ");
        } else {
            text = ExpressionMaker(random, rows).make(static_cast<int>(random.below(3))).text;
            text.replace(random.below(text.size()), random.below(4), pieces[random.below(pieces.size())]);
        }
        try {
            const Filter filter = Filter::parse(text);
            EXPECT_EQ(Filter::parse(filter.text()).text(), filter.text()) << text;
            filter.apply(*rows.table, {"yes", 0.5});
            ++understood;
        } catch (const Error& error) {
            EXPECT_EQ(error.code(), ErrorCode::BadInput) << text;
        }
    }
    EXPECT_GT(understood, 300);
}

}  // namespace
}  // namespace reckoner
