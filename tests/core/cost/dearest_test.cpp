#include "core/cost/dearest.h"

#include <algorithm>
#include <functional>

#include <gtest/gtest.h>

#include "core/base/random.h"
#include "tests/support/demo_table.h"
#include "tests/support/vector_table.h"

namespace reckoner {
namespace {

RunAnalysisPtr creditAnalysis() {
    AnalysisRequest request;
    request.table = test::demoRun("credit_default/credit_default_v2_forest.csv").build();
    request.costs.fp = {0, 0.15, "amount"};
    request.costs.fn = {0, 0.5, "amount"};
    request.costs.currency = "EUR";
    return analyse(request);
}

TEST(Dearest, IsWhatSortingAllOfThemSays) {
    const RunAnalysisPtr run = creditAnalysis();
    const auto amounts = run->request.table->real(run->request.table->find("amount")->id);
    for (const double threshold : {0.1, 0.31, 0.5}) {
        std::vector<double> missed;
        for (std::size_t i = 0; i < run->rows.rows.size(); ++i)
            if (run->rows.positiveBits[i] && run->rows.scores[i] < threshold)
                missed.push_back(amounts->values()[run->rows.rows[i]] / 2);
        std::sort(missed.begin(), missed.end(), std::greater<>());
        double all = 0, most = 0;
        for (std::size_t i = 0; i < missed.size(); ++i) {
            all += missed[i];
            if (i < missed.size() / 10) most += missed[i];
        }
        const auto dearest = dearestTenth(*run, threshold, Outcome::Missed);
        ASSERT_TRUE(dearest) << threshold;
        EXPECT_EQ(dearest->n, missed.size() / 10);
        EXPECT_NEAR(dearest->share, most / all, 1e-12);
    }
}

TEST(Dearest, TheCreditDemoSaysEighteenPercent) {
    const auto dearest = dearestTenth(*creditAnalysis(), 0.31, Outcome::Missed);
    ASSERT_TRUE(dearest);
    EXPECT_EQ(dearest->n, 30u);
    EXPECT_NEAR(dearest->share, 0.18, 0.005);
}

TEST(Dearest, SaysNothingWhereThereIsNothingToPointAt) {
    const RunAnalysisPtr run = creditAnalysis();
    EXPECT_FALSE(dearestTenth(*run, 0.31, Outcome::Caught)) << "no cost";
    EXPECT_FALSE(dearestTenth(*run, -1, Outcome::Missed)) << "nothing is missed";
    AnalysisRequest flat = run->request;
    flat.costs.fn = {30, 0, {}};
    EXPECT_FALSE(dearestTenth(*analyse(flat), 0.31, Outcome::Missed)) << "each costs the same";
}

}  // namespace
}  // namespace reckoner
