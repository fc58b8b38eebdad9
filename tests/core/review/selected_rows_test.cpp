#include "core/review/selected_rows.h"

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/data/filter_condition.h"
#include "tests/support/vector_table.h"

namespace reckoner {
namespace {

EvalTablePtr fewRows() {
    return test::VectorTable()
        .labels({"yes", "no", "no", "yes"}, "truth")
        .scores({0.9, 0.2, 0.7, 0.4})
        .segment("home", {"rent", "own", "rent", "rent"})
        .build();
}

std::vector<RowIndex> listed(const RowSet& rows) {
    std::vector<RowIndex> result;
    rows.forEach([&](RowIndex row) { result.push_back(row); });
    return result;
}

TEST(SelectedRows, AreTheRowsThatAllFiltersLeave) {
    const EvalTablePtr table = fewRows();
    const OutcomeContext outcome{"yes", 0.5, {}, {}};
    EXPECT_TRUE(SelectedRows(table, {}, outcome).rows().isAll());
    EXPECT_TRUE(SelectedRows(table, {"", ""}, outcome).rows().isAll());
    const SelectedRows both(table, {"home = rent", "", "outcome = wrong or score > 0.8"}, outcome);
    EXPECT_EQ(listed(both.rows()), (std::vector<RowIndex>{0, 2, 3}));
    EXPECT_EQ(&both.rows(), &both.rows()) << "worked out once";
    EXPECT_EQ(joinedFilters({"home = rent", "", "outcome = wrong or score > 0.8"}),
              "(home = rent) and (outcome = wrong or score > 0.8)");
}

TEST(SelectedRows, AreAskedForAnewAfterACancelledTask) {
    const SelectedRows rows(fewRows(), {"home = rent"}, {"yes", 0.5, {}, {}});
    std::stop_source stop;
    stop.request_stop();
    EXPECT_THROW(rows.rows(TaskContext(stop.get_token())), Error);
    EXPECT_EQ(rows.rows().size(), 3u);
    const SelectedRows wrong(fewRows(), {"nowhere = 1"}, {"yes", 0.5, {}, {}});
    EXPECT_THROW(wrong.rows(), Error);
    EXPECT_THROW(wrong.rows(), Error);
}

TEST(SelectedRows, DependOnTheThresholdOnlyWhereAFilterAsksForDecisions) {
    EXPECT_TRUE(asksDecision("outcome = missed"));
    EXPECT_TRUE(asksDecision("amount > 5 and not (home = rent or predicted = 'yes')"));
    EXPECT_TRUE(asksDecision("flip = broken"));
    EXPECT_FALSE(asksDecision("label = 'yes' and score > 0.5 and note is not missing"));
    EXPECT_FALSE(asksDecision("`outcome` = 'won'"));
    EXPECT_FALSE(asksDecision(""));
    EXPECT_TRUE(asksFacts("flip = broken"));
    EXPECT_FALSE(asksFacts("outcome = missed"));
}

}  // namespace
}  // namespace reckoner
