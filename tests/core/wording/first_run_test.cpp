#include "core/wording/first_run.h"

#include <gtest/gtest.h>

#include "tests/support/vector_table.h"

namespace reckoner {
namespace {

TEST(FirstRun, SaysWhatWasRecognised) {
    ImportReport report;
    report.staged.info.rows = 4'454;
    report.staged.columns.resize(19);
    EXPECT_EQ(recognised(report), "4,454 rows, 20 columns recognised, nothing left out.");
    report.staged.columns[3].info.name = "income";
    report.staged.columns[3].info.missing = 381;
    report.staged.excluded[Exclusion::MissingScore] = 7;
    EXPECT_EQ(recognised(report), "4,454 rows, 20 columns recognised, 7 left out. 381 have no income.");
}

TEST(FirstRun, CountsCostsInFalseAlarmsUntilThereIsMoney) {
    CostModel costs;
    costs.fn.fixed = 5;
    EXPECT_EQ(costUnit(costs), "false alarms\u2019 worth, in 1,000 samples");
    EXPECT_DOUBLE_EQ(costShown(costs, 50, 200), 250);
    EXPECT_EQ(lowestLabel(costs, 0.49, 204.7), "fewest at 0.49: 205 false alarms\u2019 worth");
    costs.currency = "EUR";
    EXPECT_EQ(costUnit(costs), "EUR in 1,000 samples");
    costs.volumePerPeriod = 400;
    EXPECT_EQ(costUnit(costs), "EUR a month");
    EXPECT_DOUBLE_EQ(costShown(costs, 50, 200), 100);
    EXPECT_EQ(lowestLabel(costs, 0.49, 64'083), "lowest at 0.49: 64,100 EUR a month");
    EXPECT_DOUBLE_EQ(costShown(costs, 50, 0), 0);
}

RunAnalysisPtr analysed(const std::vector<double>& scores) {
    test::VectorTable table;
    table.labels({"yes", "yes", "no", "no", "no"}).scores(scores);
    AnalysisRequest request;
    request.table = table.build();
    return analyse(request);
}

TEST(FirstRun, SaysWhatTheModelLooksFor) {
    EXPECT_EQ(positiveShare(*analysed({0.9, 0.8, 0.3, 0.2, 0.1})),
              "2 of 5 are yes, 40 of 100. A high score means yes.");
    EXPECT_EQ(positiveShare(*analysed({0.1, 0.2, 0.3, 0.8, 0.9})),
              "2 of 5 are yes, 40 of 100. Their scores are mostly the lower ones: is this the right class?");
}

TEST(FirstRun, SaysWhatAThresholdDoes) {
    EXPECT_EQ(effectAt(*analysed({0.9, 0.2, 0.3, 0.8, 0.1}), 0.5),
              "At 0.50 the model misses 200 and raises 200 false alarms in 1,000 samples.");
}

}  // namespace
}  // namespace reckoner
