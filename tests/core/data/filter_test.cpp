#include "core/data/filter.h"

#include <cmath>
#include <limits>
#include <stop_token>
#include <string>
#include <utility>

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/data/filter_text.h"
#include "tests/support/vector_table.h"

namespace reckoner {
namespace {

constexpr double kFilterNan = std::numeric_limits<double>::quiet_NaN();

std::vector<RowIndex> rowsOf(const RowSet& set) {
    std::vector<RowIndex> rows;
    set.forEach([&](RowIndex row) { rows.push_back(row); });
    return rows;
}

// Eight samples; the third has no home, the fourth no income, the last no label.
EvalTablePtr filterTable() {
    const double june3 = 1717372800;  // 2024-06-03T00:00:00Z
    return test::VectorTable()
        .labels({"yes", "no", "yes", "no", "yes", "no", "maybe", ""}, "truth")
        .scores({0.9, 0.8, 0.2, 0.1, 0.5, kFilterNan, 0.7, 0.6}, "p")
        .segment("home", {"rent", "owner", "", "Rent", "other home", "rent", "owner", "it's"})
        .segment("rating", {"1", "2", "3", "4", "5", "10", "none", ""})
        .numeric("income", {100, 200, 300, missingReal(), -0.0, 1e3, kFilterNan, 50})
        .numeric("größe 1", {1, 2, 3, 4, 5, 6, 7, 8})
        .timestamps({june3, june3 + 86399.5, june3 + 86400, june3 - 1, missingReal(), june3 + 37800,
                     june3 + 37859, june3 + 37860},
                    "time")
        .texts("memo", {"Refund please", "ÄRGER", "", "refund", "a\nb", "x", "100 %", "please"})
        .build();
}

std::vector<RowIndex> pick(const std::string& expression, const OutcomeContext& outcome = {}) {
    return rowsOf(Filter::parse(expression).apply(*filterTable(), outcome));
}

std::string refusal(const std::string& expression) {
    try {
        Filter::parse(expression).apply(*filterTable(), {});
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::BadInput);
        return error.what();
    }
    return "accepted";
}

using Rows = std::vector<RowIndex>;

TEST(Filter, ColumnsAreCheckedWithoutLookingAtRows) {
    EXPECT_NO_THROW(Filter::parse("home = 'rent'").check(*filterTable()));
    EXPECT_NO_THROW(Filter::parse("outcome = fp").check(*filterTable(), {"yes", 0.5}));
    EXPECT_THROW(Filter::parse("hoome = 'rent'").check(*filterTable()), Error);
    EXPECT_THROW(Filter::parse("income contains 'x'").check(*filterTable()), Error);
}

TEST(Filter, CategoriesAreComparedExactly) {
    EXPECT_EQ(pick("home = 'rent'"), (Rows{0, 5}));
    EXPECT_EQ(pick("home = rent"), (Rows{0, 5}));
    EXPECT_EQ(pick("home = other home"), (Rows{4}));
    EXPECT_EQ(pick("home = 'it''s'"), (Rows{7}));
    EXPECT_EQ(pick("home in ('Rent', \"owner\")"), (Rows{1, 3, 6}));
    EXPECT_EQ(pick("home = 'nobody'"), Rows{});
}

TEST(Filter, MissingMatchesNoComparison) {
    EXPECT_EQ(pick("home != 'rent'"), (Rows{1, 3, 4, 6, 7}));
    EXPECT_EQ(pick("home not in ('rent', 'owner')"), (Rows{3, 4, 7}));
    EXPECT_EQ(pick("home is missing"), (Rows{2}));
    EXPECT_EQ(pick("home is not missing"), (Rows{0, 1, 3, 4, 5, 6, 7}));
    EXPECT_EQ(pick("income != 100"), (Rows{1, 2, 4, 5, 7}));
    EXPECT_EQ(pick("income is missing"), (Rows{3, 6}));
    EXPECT_EQ(pick("memo not contains 'refund'"), (Rows{1, 4, 5, 6, 7}));
    EXPECT_EQ(pick("memo is missing"), (Rows{2}));
    EXPECT_EQ(pick("time not between 2024-06-03 and 2024-06-03"), (Rows{2, 3}));
}

TEST(Filter, NotIsThePlainOpposite) {
    EXPECT_EQ(pick("not (home = 'rent')"), (Rows{1, 2, 3, 4, 6, 7}));
    EXPECT_EQ(pick("not not home = 'rent'"), (Rows{0, 5}));
}

TEST(Filter, NumbersHaveOrder) {
    EXPECT_EQ(pick("income < 100"), (Rows{4, 7}));
    EXPECT_EQ(pick("income <= 100"), (Rows{0, 4, 7}));
    EXPECT_EQ(pick("income > 2e2"), (Rows{2, 5}));
    EXPECT_EQ(pick("income ≥ 200"), (Rows{1, 2, 5}));
    EXPECT_EQ(pick("income = 0"), (Rows{4}));
    EXPECT_EQ(pick("income between 50 and 200"), (Rows{0, 1, 7}));
    EXPECT_EQ(pick("income between 200 and 50"), Rows{});
    EXPECT_EQ(pick("income not between 50 and 200"), (Rows{2, 4, 5}));
    EXPECT_EQ(pick("income in (50, 100, '300')"), (Rows{0, 2, 7}));
    EXPECT_EQ(pick("income < -inf"), Rows{});
    EXPECT_EQ(pick("income > -inf").size(), 6u);
}

TEST(Filter, CategoriesThatAreNumbersCanBeCompared) {
    EXPECT_EQ(pick("rating >= 4"), (Rows{3, 4, 5}));
    EXPECT_EQ(pick("rating not between 2 and 5"), (Rows{0, 5}));
    EXPECT_EQ(pick("rating = 10"), (Rows{5}));
}

TEST(Filter, ADayIsAllItsMoments) {
    EXPECT_EQ(pick("time = 2024-06-03"), (Rows{0, 1, 5, 6, 7}));
    EXPECT_EQ(pick("time > 2024-06-03"), (Rows{2}));
    EXPECT_EQ(pick("time >= 2024-06-03"), (Rows{0, 1, 2, 5, 6, 7}));
    EXPECT_EQ(pick("time < 2024-06-03"), (Rows{3}));
    EXPECT_EQ(pick("time <= 2024-06-03"), (Rows{0, 1, 3, 5, 6, 7}));
    EXPECT_EQ(pick("time = '2024-06-03 10:30'"), (Rows{5, 6}));
    EXPECT_EQ(pick("time = 2024-06-03T12:31:00+02:00"), (Rows{7}));
    EXPECT_EQ(pick("time in (2024-06-02, 2024-06-04)"), (Rows{2, 3}));
    EXPECT_EQ(pick("time = 2024-06"), (Rows{0, 1, 2, 3, 5, 6, 7}));
}

TEST(Filter, TextIsFoundWhateverItsCase) {
    EXPECT_EQ(pick("memo contains 'REFUND'"), (Rows{0, 3}));
    EXPECT_EQ(pick("memo contains 'ärg'"), (Rows{1}));
    EXPECT_EQ(pick("memo starts with 'please'"), (Rows{7}));
    EXPECT_EQ(pick("memo = 'refund'"), (Rows{3}));
    EXPECT_EQ(pick("memo != 'refund'"), (Rows{0, 1, 4, 5, 6, 7}));
    EXPECT_EQ(pick("memo in ('x', 'a\nb')"), (Rows{4, 5}));
    EXPECT_EQ(pick("home contains 'REN'"), (Rows{0, 3, 5}));
    EXPECT_EQ(pick("home not starts with 'r'"), (Rows{1, 4, 6, 7}));
}

TEST(Filter, NamesMayHoldAnything) {
    EXPECT_EQ(pick("`größe 1` > 6"), (Rows{6, 7}));
    EXPECT_EQ(pick("\"größe 1\" > 6"), (Rows{6, 7}));
}

TEST(Filter, OutcomesFollowTheThreshold) {
    const OutcomeContext half{"yes", 0.5};
    EXPECT_EQ(pick("outcome = tp", half), (Rows{0, 4}));
    EXPECT_EQ(pick("outcome = Caught", half), (Rows{0, 4}));
    EXPECT_EQ(pick("outcome = false alarm", half), (Rows{1}));
    EXPECT_EQ(pick("outcome = 'missed'", half), (Rows{2}));
    EXPECT_EQ(pick("outcome = let through", half), (Rows{3}));
    EXPECT_EQ(pick("outcome in (fp, fn)", half), (Rows{1, 2}));
    EXPECT_EQ(pick("outcome = wrong", half), (Rows{1, 2}));
    EXPECT_EQ(pick("outcome != right", half), (Rows{1, 2}));
    // Not scored: NaN score, a label outside the classes, no label.
    EXPECT_EQ(pick("outcome is missing", half), (Rows{5, 6, 7}));
    EXPECT_EQ(pick("outcome = tp", {"yes", 0.1}), (Rows{0, 2, 4}));
    EXPECT_EQ(pick("outcome = tp", {"yes", std::numeric_limits<double>::infinity()}), Rows{});
    // The other class as the positive one.
    EXPECT_EQ(pick("outcome = tp", {"no", 0.5}), (Rows{1}));
}

TEST(Filter, PredictedLabelAndScoreAreFoundByRole) {
    EXPECT_EQ(pick("predicted = yes", {"yes", 0.7}), (Rows{0, 1, 6}));
    EXPECT_EQ(pick("predicted = no", {"yes", 0.7}), (Rows{2, 3, 4, 7}));
    EXPECT_EQ(pick("predicted = negative", {"yes", 0.7}), (Rows{2, 3, 4, 7}));
    EXPECT_EQ(pick("predicted is missing", {"yes", 0.7}), (Rows{5}));
    EXPECT_EQ(pick("label = yes and score > 0.4"), (Rows{0, 4}));
    EXPECT_EQ(pick("predicted != positive"), (Rows{2, 3}));
}

TEST(Filter, SeveralClassesArePredictedByTheHighestScore) {
    test::VectorTable builder;
    builder.info.task = Task::Multiclass;
    builder.info.classes = {"a", "b", "c"};
    builder.info.positive.clear();
    const EvalTablePtr table = builder.labels({"a", "b", "c", "a"})
                                   .classScores("a", {0.5, 0.2, 0.1, kFilterNan})
                                   .classScores("b", {0.5, 0.3, 0.1, 0.4})
                                   .classScores("c", {0.0, 0.1, 0.8, 0.5})
                                   .build();
    const auto in = [&](const std::string& text, const OutcomeContext& outcome) {
        return rowsOf(Filter::parse(text).apply(*table, outcome));
    };
    EXPECT_EQ(in("predicted = a", {}), (Rows{0}));
    EXPECT_EQ(in("predicted = b", {}), (Rows{1}));
    EXPECT_EQ(in("predicted != c", {}), (Rows{0, 1}));
    EXPECT_EQ(in("predicted is missing", {}), (Rows{3}));
    EXPECT_EQ(in("score >= 0.3", {"b", 0.3}), (Rows{0, 1, 3}));
    EXPECT_EQ(in("predicted = positive", {"b", 0.3}), (Rows{0, 1, 3}));
    EXPECT_EQ(in("outcome = false alarm", {"b", 0.3}), (Rows{0, 3}));
    EXPECT_THROW(in("outcome = tp", {}), Error);
    EXPECT_THROW(in("score > 0", {}), Error);
}

TEST(Filter, AQuotedNameIsTheColumnABareOneIsOurs) {
    const EvalTablePtr table = test::VectorTable()
                                   .labels({"yes", "no"}, "truth")
                                   .scores({0.9, 0.9})
                                   .segment("outcome", {"won", "lost"})
                                   .build();
    EXPECT_EQ(rowsOf(Filter::parse("`outcome` = 'won'").apply(*table, {"yes", 0.5})), (Rows{0}));
    EXPECT_EQ(rowsOf(Filter::parse("outcome = fp").apply(*table, {"yes", 0.5})), (Rows{1}));
    EXPECT_EQ(Filter::parse("\"outcome\" = 'won'").text(), "`outcome` = 'won'");
}

TEST(Filter, AndBindsCloserThanOr) {
    EXPECT_EQ(pick("home = rent or home = owner and income = 200"), (Rows{0, 1, 5}));
    EXPECT_EQ(pick("(home = rent or home = owner) and income = 200"), (Rows{1}));
    EXPECT_EQ(pick("NOT home = owner AND income = 200 OR income = 100"), (Rows{0}));
}

TEST(Filter, AMistakeIsShownInItsPlace) {
    EXPECT_EQ(refusal("incme > 100"),
              "There is no column \"incme\"; did you mean \"income\"?\n  incme > 100\n  ^");
    EXPECT_EQ(refusal("home = rent and größe1 = 1"),
              "There is no column \"größe1\"; did you mean \"größe 1\"?\n  home = rent and größe1 = 1\n"
              "                  ^");
    EXPECT_EQ(refusal("home = 'x' & income = 1"),
              "This sign is not part of an expression; combine conditions with and, or, not.\n"
              "  home = 'x' & income = 1\n             ^");
    EXPECT_EQ(refusal("(home = rent"), "This parenthesis is never closed.\n  (home = rent\n  ^");
    EXPECT_EQ(refusal("`größe 1` > 'abc'"),
              "\"größe 1\" holds numbers, and this is none.\n  `größe 1` > 'abc'\n              ^");
    EXPECT_EQ(refusal("outcome = hit"),
              "An outcome is tp (caught), fp (false alarm), fn (missed), tn (let through), right or wrong.\n"
              "  outcome = hit\n            ^");
}

TEST(Filter, AnUnknownColumnNamesThoseThatAreThereAndHowManyMore) {
    const auto refused = [](int columns) {
        test::VectorTable builder;
        builder.labels({"yes", "no"}, "truth");
        for (int i = 1; i < columns; ++i)
            builder.segment("field" + std::to_string(10 + i), {"a", "b"});
        const EvalTablePtr table = builder.build();
        try {
            Filter::parse("zzz = 1").apply(*table);
        } catch (const Error& error) {
            return std::string(error.what());
        }
        return std::string();
    };
    EXPECT_EQ(refused(2).find("There is no column \"zzz\"; there are \"truth\" and \"field11\".\n"), 0u)
        << refused(2);
    const std::string twelve = refused(12);
    EXPECT_NE(twelve.find("\"field20\" and \"field21\".\n"), std::string::npos) << twelve;
    const std::string many = refused(15);
    EXPECT_NE(many.find("\"field20\", \"field21\" and 3 more.\n"), std::string::npos) << many;
    EXPECT_EQ(many.find("field22"), std::string::npos);
}

TEST(Filter, EveryMistakeIsOneSentenceAndACaret) {
    for (const char* text : {"",
                             " ",
                             "home",
                             "home =",
                             "home = =",
                             "home = rent)",
                             "home in rent",
                             "home in ()",
                             "home in (a",
                             "home in (a b, )",
                             "home between 1",
                             "income between 1 or 2",
                             "home is",
                             "home is not",
                             "home is rent",
                             "home not",
                             "home not = rent",
                             "not",
                             "and",
                             "home = and",
                             "home = missing",
                             "'home' = rent",
                             "5 = income",
                             "home = 'rent",
                             "`home = 1",
                             "home starts 'x'",
                             "memo > 5",
                             "home < 'b'",
                             "income contains 1",
                             "time = 5",
                             "time = 2024-02-30",
                             "income = 5 apples",
                             "income = nan",
                             "home = rent income = 5",
                             "outcome > tp",
                             "predicted = perhaps",
                             "home = `rent`",
                             "in = 5",
                             "home ! rent",
                             "zzz = 1"}) {
        const std::string message = refusal(text);
        EXPECT_NE(message.find("\n  "), std::string::npos) << text << " -> " << message;
        EXPECT_EQ(message.back(), '^') << text << " -> " << message;
    }
}

TEST(Filter, LongAndDeepExpressionsAreBounded) {
    std::string deep(5000, '(');
    EXPECT_NE(refusal(deep).find("parentheses stand inside each other"), std::string::npos);
    std::string nots;
    for (int i = 0; i < 5000; ++i)
        nots += "not ";
    EXPECT_NE(refusal(nots + "home = rent").find("inside each other"), std::string::npos);
    EXPECT_NE(refusal(std::string(70'000, 'a')).find("65,536"), std::string::npos);
    EXPECT_NE(refusal("home = '\xFF'").find("UTF-8"), std::string::npos);
    EXPECT_LT(refusal(std::string(60'000, 'a')).size(), 120'500u);

    std::string chain = "income = 0";
    for (int i = 1; i < 3000; ++i)
        chain += " or income = " + std::to_string(i);
    EXPECT_EQ(pick(chain), (Rows{0, 1, 2, 4, 5, 7}));
}

TEST(Filter, TheNormalFormReadsBack) {
    const std::pair<const char*, const char*> forms[] = {
        {"home=rent", "home = 'rent'"},
        {"HOME  <>  \"it's\"", "HOME != 'it''s'"},
        {"((a = 1))", "a = 1"},
        {"a = 1 and (b = 2 and c = 3)", "a = 1 and b = 2 and c = 3"},
        {"a = 1 AND (b = 2 OR NOT c = 3)", "a = 1 and (b = 2 or not c = 3)"},
        {"not (a = 1 and b = 2)", "not (a = 1 and b = 2)"},
        {"a IN (1,'x', y z)", "a in (1, 'x', 'y z')"},
        {"a not between -1e3 and 26-35", "a not between -1e3 and '26-35'"},
        {"\"and\" is Not Missing", "`and` is not missing"},
        {"`5` = 5", "`5` = 5"},
        {"`tick``s` starts  with \"say \"\"hi\"\"\"", "`tick``s` starts with 'say \"hi\"'"},
        {"größe ≤ 5", "größe <= 5"},
        {"outcome = false alarm", "outcome = 'false alarm'"},
    };
    for (const auto& [typed, normal] : forms) {
        EXPECT_EQ(Filter::parse(typed).text(), normal);
        EXPECT_EQ(Filter::parse(normal).text(), normal);
    }
}

TEST(Filter, WhatIsClickedCanBeWrittenDown) {
    for (const std::string name :
         {"home", "größe 1", "and", "outcome", "5", "tick`s", "quo\"te", "a\nb", "-"}) {
        for (const std::string value : {"rent", "it's", "", "\"", "missing", "a\nb", "ü ≤ 5"}) {
            const auto table = test::VectorTable().segment(name, {"other", value}).build();
            const std::string text = filterName(name) + " = " + filterText(value);
            const Rows expected = value.empty() ? Rows{} : Rows{1};
            EXPECT_EQ(rowsOf(Filter::parse(text).apply(*table, {})), expected) << text;
            EXPECT_EQ(Filter::parse(text).text(), text);
        }
    }
    EXPECT_EQ(filterName("home"), "home");
}

TEST(Filter, AllRowsCostNothingAndNoRowsAreNone) {
    EXPECT_TRUE(Filter::parse("`größe 1` > 0").apply(*filterTable(), {}).isAll());
    EXPECT_EQ(Filter::parse("`größe 1` > 9").apply(*filterTable(), {}).size(), 0u);
    const EvalTablePtr empty = test::VectorTable().labels({}).scores({}).build();
    EXPECT_EQ(Filter::parse("score > 0 or not label = yes").apply(*empty, {}).size(), 0u);
}

TEST(Filter, StopsWhenAsked) {
    std::stop_source stop;
    stop.request_stop();
    EXPECT_THROW(Filter::parse("income > 0").apply(*filterTable(), {}, TaskContext(stop.get_token())), Error);
}

}  // namespace
}  // namespace reckoner
