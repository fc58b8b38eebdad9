#include "core/metrics/paired_rows.h"

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "tests/support/vector_table.h"

namespace reckoner {
namespace {

EvalTablePtr pairedTable(const std::vector<std::string>& ids, const std::vector<std::string>& labels,
                         const std::vector<double>& scores) {
    return test::VectorTable().texts("id", ids, ColumnRole::Id).labels(labels).scores(scores).build();
}

TEST(PairedRows, KeepsOnlySamplesBothHaveScoredWithOneLabel) {
    const auto first =
        pairedTable({"a", "b", "c", "d", "e"}, {"yes", "no", "yes", "no", "yes"}, {0.9, 0.2, 0.8, 0.7, 0.4});
    const auto second = pairedTable({"e", "d", "c", "b", "f"}, {"yes", "no", "no", "no", "no"},
                                    {0.91, missingReal(), 0.8, 0.1, 0.3});
    const PairedRows rows =
        pairRows(*first, *second, SampleAlignment::byId(*first, *second), RowSet::all(first->rows()));
    EXPECT_EQ(rows.first.rows, (std::vector<RowIndex>{1, 4}));
    EXPECT_EQ(rows.second.rows, (std::vector<RowIndex>{3, 0}));
    EXPECT_EQ(rows.first.scores, (std::vector<double>{0.2, 0.4}));
    EXPECT_EQ(rows.second.scores, (std::vector<double>{0.1, 0.91}));
    EXPECT_EQ(rows.onlyFirst, 1U);
    EXPECT_EQ(rows.onlySecond, 1U);
    EXPECT_EQ(rows.conflicting, 1U);
    EXPECT_EQ(rows.unscored, 1U);
}

TEST(PairedRows, ACohortIsOfTheFirstRun) {
    const auto first = pairedTable({"a", "b"}, {"yes", "no"}, {0.9, 0.2});
    const PairedRows rows = pairRows(*first, *first, {}, RowSet({1}, 2));
    EXPECT_EQ(rows.first.rows, (std::vector<RowIndex>{1}));
    EXPECT_EQ(rows.onlyFirst, 0U);
    EXPECT_EQ(rows.onlySecond, 0U);
}

TEST(PairedRows, LabelsAreHeldAgainstEachOtherByNameNotByCode) {
    const auto first = pairedTable({"a", "b"}, {"yes", "no"}, {0.9, 0.2});
    const auto second = pairedTable({"b", "a"}, {"no", "yes"}, {0.3, 0.8});
    const PairedRows rows =
        pairRows(*first, *second, SampleAlignment::byId(*first, *second), RowSet::all(first->rows()));
    EXPECT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows.conflicting, 0U);
}

}  // namespace
}  // namespace reckoner
