#include "core/data/corrected_labels.h"

#include <gtest/gtest.h>

#include "core/data/scored_rows.h"
#include "tests/support/vector_table.h"

namespace reckoner {
namespace {

std::vector<std::string> labelsOf(const EvalTable& table) {
    const auto labels = table.category(table.find(ColumnRole::Label)->id);
    std::vector<std::string> result;
    for (RowIndex row = 0; row < table.rows(); ++row)
        result.push_back(
            labels->code(row) == labels->missingCode() ? "" : labels->categories()[labels->code(row)]);
    return result;
}

test::VectorTable correctable() {
    test::VectorTable table;
    table.texts("id", {"a", "b", "a", "c", "d"}, ColumnRole::Id)
        .labels({"no", "no", "no", "", "odd"})
        .scores({0.1, 0.2, 0.3, 0.4, 0.5});
    return table;
}

TEST(CorrectedLabels, ChangeEveryRowOfTheSampleAndNothingElse) {
    const EvalTablePtr table = correctable().build();
    const CorrectedTable corrected = withCorrections(table, {{"a", "yes"}, {"b", "no"}, {"zz", "yes"}});
    EXPECT_EQ(corrected.rows, (std::vector<RowIndex>{0, 2})) << "b was said to be what it is";
    EXPECT_EQ(labelsOf(*corrected.table), (std::vector<std::string>{"yes", "no", "yes", "", "odd"}));
    EXPECT_EQ(labelsOf(*table)[0], "no");
    EXPECT_EQ(corrected.table->column(table->find("score")->id), table->column(table->find("score")->id));
    EXPECT_EQ(corrected.table->info().id, table->info().id);
}

TEST(CorrectedLabels, CountForMetrics) {
    const CorrectedTable corrected =
        withCorrections(correctable().build(), {{"a", "yes"}, {"c", "no"}, {"d", "yes"}});
    const ScoredRows rows = ScoredRows::of(*corrected.table, RowSet::all(5));
    EXPECT_EQ(rows.rows.size(), 5U);
    EXPECT_EQ(rows.positiveBits, (std::vector<std::uint8_t>{1, 0, 1, 0, 1}));
    EXPECT_EQ(corrected.table->info().scored, 5U);
    EXPECT_EQ(corrected.table->find(ColumnRole::Label)->missing, 0U);
}

TEST(CorrectedLabels, WithoutAChangeTheTableIsTheSame) {
    const EvalTablePtr table = correctable().build();
    EXPECT_EQ(withCorrections(table, {}).table, table);
    EXPECT_EQ(withCorrections(table, {{"b", "no"}}).table, table);
    const EvalTablePtr unlabelled =
        test::VectorTable().texts("id", {"a"}, ColumnRole::Id).scores({0.5}).build();
    EXPECT_EQ(withCorrections(unlabelled, {{"a", "yes"}}).table, unlabelled);
}

}  // namespace
}  // namespace reckoner
