#include "core/data/scored_rows.h"

#include <cmath>
#include <limits>

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "tests/support/vector_table.h"

namespace reckoner {
namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr double kInfinity = std::numeric_limits<double>::infinity();

TEST(ScoredRows, GivesEachExcludedRowOneReasonTheLabelsFirst) {
    const auto table = test::VectorTable()
                           .labels({"yes", "", "perhaps", "no", "no", "yes", "no", "", "perhaps"})
                           .scores({0.9, 0.5, 0.5, missingReal(), kNan, kInfinity, -kInfinity, kNan, kNan})
                           .build();
    const ScoredRows rows = ScoredRows::of(*table, RowSet::all(9));
    EXPECT_EQ(rows.rows, std::vector<RowIndex>{0});
    EXPECT_EQ(rows.excluded[Exclusion::MissingLabel], 2u);
    EXPECT_EQ(rows.excluded[Exclusion::UnexpectedLabel], 2u);
    EXPECT_EQ(rows.excluded[Exclusion::MissingScore], 1u);
    EXPECT_EQ(rows.excluded[Exclusion::NanScore], 1u);
    EXPECT_EQ(rows.excluded[Exclusion::InfiniteScore], 2u);
    EXPECT_EQ(rows.excluded.total(), 8u);
    EXPECT_EQ(name(Exclusion::UnexpectedLabel), "unexpected_label");
}

TEST(ScoredRows, CountsExclusionsOfTheCohortOnly) {
    const auto table =
        test::VectorTable().labels({"yes", "", "no", ""}).scores({0.9, 0.5, -0.0, 0.1}).build();
    const ScoredRows rows = ScoredRows::of(*table, RowSet({1, 2}, 4));
    EXPECT_EQ(rows.rows, std::vector<RowIndex>{2});
    EXPECT_EQ(rows.positiveBits, std::vector<std::uint8_t>{0});
    EXPECT_FALSE(std::signbit(rows.scores[0]));
    EXPECT_EQ(rows.excluded.total(), 1u);
}

TEST(ScoredRows, ReadsOneClassAgainstTheRestByItsOwnScore) {
    test::VectorTable builder;
    builder.info.task = Task::Multiclass;
    builder.info.classes = {"a", "b", "c"};
    builder.info.positive.clear();
    const auto table = builder.labels({"a", "b", "c"})
                           .classScores("a", {0.7, 0.1, 0.2})
                           .classScores("b", {0.2, 0.6, 0.1})
                           .build();
    const ScoredRows rows = ScoredRows::of(*table, RowSet::all(3), "b");
    EXPECT_EQ(rows.positive, "b");
    EXPECT_EQ(rows.positiveBits, (std::vector<std::uint8_t>{0, 1, 0}));
    EXPECT_EQ(rows.scores, (std::vector<double>{0.2, 0.6, 0.1}));
    EXPECT_THROW(ScoredRows::of(*table, RowSet::all(3), "c"), Error);  // no scores for it
    EXPECT_THROW(ScoredRows::of(*table, RowSet::all(3), "d"), Error);  // no such class
    EXPECT_THROW(ScoredRows::of(*table, RowSet::all(3)), Error);       // none said
}

TEST(ScoredRows, TakesUnusableWeightsForZero) {
    const auto table = test::VectorTable()
                           .labels({"yes", "no", "no", "no"})
                           .scores({0.9, 0.5, 0.4, 0.3})
                           .weights({2, missingReal(), -1, kInfinity})
                           .build();
    EXPECT_EQ(ScoredRows::of(*table, RowSet::all(4)).weights, (std::vector<double>{2, 0, 0, 0}));
}

TEST(ScoredRows, ExcludesEveryRowWithoutALabelColumn) {
    const auto table = test::VectorTable().scores({0.9, 0.5}).build();
    const ScoredRows rows = ScoredRows::of(*table, RowSet::all(2));
    EXPECT_TRUE(rows.rows.empty());
    EXPECT_EQ(rows.excluded[Exclusion::MissingLabel], 2u);
}

}  // namespace
}  // namespace reckoner
