#include "core/wording/chart_sentences.h"

#include <limits>

#include <gtest/gtest.h>

#include "core/wording/decide_sentences.h"
#include "tests/support/credit_facts.h"

namespace reckoner {
namespace {

Tally chartTally(double tp, double fp, double fn, double tn) {
    Tally tally;
    for (const auto& [sums, weight] : {std::pair{&tally.tp, tp}, std::pair{&tally.fp, fp},
                                       std::pair{&tally.fn, fn}, std::pair{&tally.tn, tn}}) {
        sums->n = static_cast<std::uint64_t>(weight);
        sums->weight = weight;
    }
    return tally;
}

TEST(ChartSentences, TellTheQueueOfAMonth) {
    const RunAnalysisPtr run = test::creditRun(2);
    const Tally at = run->sweep->at(0.31);
    // 953 + 744 of 4,454, at 1,000 a month.
    EXPECT_NEAR(flaggedPerPeriod(*run, at), 1697.0 / 4454 * 1000, 1e-9);
    EXPECT_NEAR(caughtPerPeriod(*run, at), 953.0 / 4454 * 1000, 1e-9);
    EXPECT_EQ(flaggedPerPeriodText(*run, at), "381 a month");
    EXPECT_EQ(flaggedAxisTitle(*run, test::creditWords()), "refused a month");
    EXPECT_EQ(capacityText(*run, 300), "300 reviews a month");
    EXPECT_EQ(capacityText(*run, 1), "1 review a month");
}

TEST(ChartSentences, CountTheRunItselfWhereNoVolumeIsKnown) {
    test::VectorTable table;
    table.labels({"yes", "no", "yes", "no"}).scores({0.9, 0.6, 0.4, 0.1});
    const RunAnalysisPtr run = test::analysed(std::move(table), {});
    EXPECT_EQ(flaggedPerPeriod(*run, run->sweep->at(0.5)), 2);
    EXPECT_EQ(flaggedPerPeriodText(*run, run->sweep->at(0.5)), "2 in this run");
    EXPECT_EQ(flaggedAxisTitle(*run, {}), "flagged in this run");
    EXPECT_EQ(capacityText(*run, 2), "2 reviews");
}

TEST(ChartSentences, TellGainAndLiftOfAPoint) {
    EXPECT_EQ(gainPointWords(chartTally(76, 24, 24, 876)), "76\u202F% in the first 10\u202F%, lift 7.60");
    EXPECT_EQ(gainPointWords(chartTally(0, 0, 5, 5)), "nothing flagged");
    EXPECT_EQ(gainPointWords(chartTally(0, 2, 0, 3)), "n/a: " + std::string(describe(Reason::NoPositives)));
}

TEST(ChartSentences, AMetricWithoutAValueSaysSo) {
    EXPECT_EQ(metricWithValue(*findMetric("recall"), chartTally(3, 1, 1, 5)), "Recall 0.750");
    EXPECT_EQ(metricWithValue(*findMetric("precision"), chartTally(0, 0, 1, 5)), "Precision n/a");
}

}  // namespace
}  // namespace reckoner
