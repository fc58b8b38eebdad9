// Conditions on notes, tags, corrected labels, flips and overrides.
#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/data/filter.h"
#include "core/data/sample_facts.h"
#include "tests/support/vector_table.h"

namespace reckoner {
namespace {

using FactRows = std::vector<RowIndex>;

// Rows 0 to 5; the id "b" occurs twice (rows 1 and 4).
EvalTablePtr factsTable() {
    return test::VectorTable()
        .texts("id", {"a", "b", "c", "d", "b", "e"}, ColumnRole::Id)
        .labels({"yes", "yes", "no", "no", "", "yes"})
        .scores({0.9, 0.2, 0.8, 0.1, 0.7, 0.95})
        .category("reviewer", ColumnRole::Override, {"", "yes", "", "no", "", ""})
        .build();
}

SampleFacts::Sources factsSources() {
    SampleFacts::Sources sources;
    sources.notes = [] {
        return std::vector<NoteFact>{
            {"a", "Income was empty", "The branch sends it later", {"income missing"}},
            {"a", "Second look", "", {"thin file", "wrong label"}},
            {"b", "", "", {"thin file"}},
            {"d", "Nothing to see", "", {}},
            {"not in this run", "x", "", {"thin file"}}};
    };
    sources.corrections = [] { return std::vector<LabelFact>{{"c", "yes"}, {"e", "no"}}; };
    // Another order; "e" has another label there, and the second "b" is not in it.
    sources.baseline = [](const TaskContext&) {
        BaselineRows baseline;
        baseline.table = test::VectorTable()
                             .labels({"no", "no", "yes", "yes", "no"})
                             .scores({0.99, 0.8, 0.9, 0.3, 0.2})
                             .build();
        baseline.rows = {3, 2, 1, 4, BaselineRows::kNone, 0};
        return baseline;
    };
    return sources;
}

FactRows factRows(const std::string& expression, const SampleFacts::Sources& sources = factsSources()) {
    const EvalTablePtr table = factsTable();
    OutcomeContext outcome{"yes", 0.5};
    outcome.facts = std::make_shared<const SampleFacts>(table, sources);
    const RowSet set = Filter::parse(expression).apply(*table, outcome);
    FactRows rows;
    set.forEach([&](RowIndex row) { rows.push_back(row); });
    return rows;
}

std::string factRefusal(const std::string& expression, const SampleFacts::Sources& sources = factsSources()) {
    try {
        factRows(expression, sources);
    } catch (const Error& error) {
        return error.what();
    }
    return "";
}

TEST(FilterFacts, ANoteBelongsToEveryOccurrenceOfItsSample) {
    EXPECT_EQ(factRows("note is not missing"), (FactRows{0, 1, 3, 4}));
    EXPECT_EQ(factRows("note is missing"), (FactRows{2, 5}));
    EXPECT_EQ(factRows("not (note is missing)"), (FactRows{0, 1, 3, 4}));
}

TEST(FilterFacts, NotesAreReadWholeAndOneOfThemIsEnough) {
    EXPECT_EQ(factRows("note contains 'INCOME'"), (FactRows{0}));
    EXPECT_EQ(factRows("note contains 'branch'"), (FactRows{0}));
    EXPECT_EQ(factRows("note starts with 'second'"), (FactRows{0}));
    EXPECT_EQ(factRows("note not contains 'income'"), (FactRows{1, 3, 4}));
    EXPECT_EQ(factRows("note = 'Nothing to see'"), (FactRows{3}));
    EXPECT_EQ(factRows("note contains 'see' or note contains 'look'"), (FactRows{0, 3}));
}

TEST(FilterFacts, ASampleHasSeveralTags) {
    EXPECT_EQ(factRows("tag = 'thin file'"), (FactRows{0, 1, 4}));
    EXPECT_EQ(factRows("tag = thin file and tag = wrong label"), (FactRows{0}));
    EXPECT_EQ(factRows("tag in ('wrong label', 'income missing')"), (FactRows{0}));
    EXPECT_EQ(factRows("tag != 'income missing'"), (FactRows{1, 4}));
    EXPECT_EQ(factRows("tag is missing"), (FactRows{2, 3, 5}));
    EXPECT_EQ(factRows("tag = 'Thin file'"), (FactRows{}));
}

TEST(FilterFacts, CorrectedLabelsOverridesAndWhatIsAwaited) {
    EXPECT_EQ(factRows("corrected is not missing"), (FactRows{2, 5}));
    EXPECT_EQ(factRows("corrected = yes"), (FactRows{2}));
    EXPECT_EQ(factRows("override is not missing"), (FactRows{1, 3}));
    EXPECT_EQ(factRows("override = no"), (FactRows{3}));
    EXPECT_EQ(factRows("label is missing"), (FactRows{4}));
}

TEST(FilterFacts, WithoutTheColumnEverythingIsMissing) {
    const EvalTablePtr table = test::VectorTable().scores({0.1, 0.9}).build();
    const auto size = [&](const char* text) { return Filter::parse(text).apply(*table).size(); };
    EXPECT_EQ(size("label is missing"), 2u);
    EXPECT_EQ(size("label is not missing"), 0u);
    EXPECT_EQ(size("override is missing"), 2u);
    EXPECT_THROW(size("override = yes"), Error);
    EXPECT_EQ(size("outcome is missing"), 2u);
}

TEST(FilterFacts, AFlipComparesWithTheBaseline) {
    // Now: 0 right, 1 wrong, 2 wrong, 3 right, 4 unknown (no label), 5 right.
    EXPECT_EQ(factRows("flip = fixed"), (FactRows{0}));
    EXPECT_EQ(factRows("flip = broken"), (FactRows{1}));
    EXPECT_EQ(factRows("flip = still wrong"), (FactRows{2}));
    EXPECT_EQ(factRows("flip = 'Still right'"), (FactRows{3}));
    EXPECT_EQ(factRows("flip is missing"), (FactRows{4, 5}));
    EXPECT_EQ(factRows("flip != still right"), (FactRows{0, 1, 2}));
    EXPECT_EQ(factRows("flip in (fixed, broken) and outcome = wrong"), (FactRows{1}));
}

TEST(FilterFacts, TheBaselineDecidesAtTheSameThresholdUnlessItHasItsOwn) {
    EXPECT_EQ(factRows("flip = fixed").size(), 1u);
    SampleFacts::Sources elsewhere = factsSources();
    elsewhere.baseline = [before = elsewhere.baseline](const TaskContext& context) {
        BaselineRows baseline = before(context);
        baseline.threshold = 0.25;
        return baseline;
    };
    EXPECT_EQ(factRows("flip = fixed", elsewhere).size(), 0u);
}

TEST(FilterFacts, WhatIsNotAtHandIsSaidInItsPlace) {
    SampleFacts::Sources alone = factsSources();
    alone.baseline = {};
    EXPECT_EQ(factRefusal("score > 0 and flip = broken", alone),
              "\"flip\" compares with another run, and none is named: choose one to compare with "
              "(--baseline RUN).\n  score > 0 and flip = broken\n                ^");
    EXPECT_EQ(factRefusal("flip = worse"),
              "A flip is fixed, broken, still wrong or still right.\n  flip = worse\n         ^");
    EXPECT_EQ(factRefusal("tag > 5"),
              "\"tag\" is text; use =, !=, in, contains, starts with or is missing.\n"
              "  tag > 5\n      ^");
    const EvalTablePtr table = factsTable();
    EXPECT_THROW(Filter::parse("note is missing").apply(*table), Error);
}

TEST(FilterFacts, TheNormalFormReadsBackAndAColumnOfThatNameIsQuoted) {
    for (const char* text : {"note is not missing", "tag in ('a', 'b')", "flip = 'broken'",
                             "corrected is missing", "override is not missing", "confidence < 0.5"})
        EXPECT_EQ(Filter::parse(text).text(), text);
    const EvalTablePtr table = test::VectorTable().scores({0.1, 0.9}).segment("tag", {"red", "blue"}).build();
    EXPECT_EQ(Filter::parse("`tag` = 'red'").apply(*table).size(), 1u);
}

TEST(FilterFacts, SeveralClassesKnowRightWrongAndReview) {
    test::VectorTable builder;
    builder.info.task = Task::Multiclass;
    builder.info.classes = {"a", "b"};
    builder.info.positive.clear();
    const EvalTablePtr table = builder.labels({"a", "b", "b", "a", ""})
                                   .category("said", ColumnRole::Prediction, {"a", "", "a", "zz", "b"})
                                   .classScores("a", {0.9, 0.3, 0.6, 0.45, 0.2})
                                   .classScores("b", {0.1, 0.7, 0.4, 0.55, 0.8})
                                   .build();
    const auto in = [&](const std::string& text, std::optional<double> confidence = {}) {
        OutcomeContext outcome;
        outcome.confidence = confidence;
        FactRows rows;
        Filter::parse(text).apply(*table, outcome).forEach([&](RowIndex row) { rows.push_back(row); });
        return rows;
    };
    EXPECT_EQ(in("outcome = right"), (FactRows{0, 1}));
    EXPECT_EQ(in("outcome = wrong"), (FactRows{2, 3}));
    EXPECT_EQ(in("outcome is missing"), (FactRows{4}));
    // A prediction that is no class gives way to the highest score.
    EXPECT_EQ(in("predicted = b"), (FactRows{1, 3, 4}));
    EXPECT_EQ(in("predicted = review"), (FactRows{}));
    EXPECT_EQ(in("predicted = review", 0.65), (FactRows{2, 3}));
    EXPECT_EQ(in("predicted = b", 0.65), (FactRows{1, 4}));
    EXPECT_EQ(in("confidence between 0.55 and 0.7"), (FactRows{1, 2, 3}));
    EXPECT_THROW(in("outcome = missed"), Error);
    EXPECT_THROW(in("predicted = c"), Error);
}

}  // namespace
}  // namespace reckoner
