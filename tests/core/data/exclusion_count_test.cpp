#include "core/data/exclusion_count.h"

#include <limits>

#include <gtest/gtest.h>

#include "tests/support/vector_table.h"

namespace reckoner {
namespace {

const double kNan = std::numeric_limits<double>::quiet_NaN();
const double kInfinity = std::numeric_limits<double>::infinity();

TEST(ExclusionCount, GivesEachRowOneReasonTheLabelsFirst) {
    const auto table = test::VectorTable()
                           .labels({"yes", "", "odd", "no", "no", "no", ""})
                           .scores({0.5, kNan, kNan, missingReal(), kNan, -kInfinity, 0.1})
                           .build();
    const ExclusionCounts counts = countExclusions(*table);
    EXPECT_EQ(counts[Exclusion::MissingLabel], 2U);
    EXPECT_EQ(counts[Exclusion::UnexpectedLabel], 1U);
    EXPECT_EQ(counts[Exclusion::MissingScore], 1U);
    EXPECT_EQ(counts[Exclusion::NanScore], 1U);
    EXPECT_EQ(counts[Exclusion::InfiniteScore], 1U);
    EXPECT_EQ(counts.counts, ScoredRows::of(*table, RowSet::all(7)).excluded.counts);
}

TEST(ExclusionCount, JudgesSeveralClassesByAllTheirScoresElseByThePrediction) {
    test::VectorTable scored;
    scored.info.task = Task::Multiclass;
    scored.info.classes = {"a", "b"};
    scored.labels({"a", "b", "b"}).classScores("a", {0.1, kNan, 0.2}).classScores("b", {0.9, 0.1, kInfinity});
    EXPECT_EQ(countExclusions(*scored.build()).total(), 2U);

    test::VectorTable predicted;
    predicted.info = scored.info;
    predicted.labels({"a", "b", "b"}).category("guess", ColumnRole::Prediction, {"a", "", "a"});
    EXPECT_EQ(countExclusions(*predicted.build())[Exclusion::MissingScore], 1U);
}

TEST(ExclusionCount, WithoutALabelColumnEveryRowWaits) {
    const auto table = test::VectorTable().scores({0.5, kNan}).build();
    EXPECT_EQ(countExclusions(*table)[Exclusion::MissingLabel], 2U);
}

}  // namespace
}  // namespace reckoner
