#include "core/cost/cross_fit.h"

#include <algorithm>
#include <cmath>

#include <gtest/gtest.h>

#include "core/base/random.h"
#include "core/cost/optimum.h"
#include "core/cost/sample_costs.h"
#include "tests/support/credit_facts.h"

namespace reckoner {
namespace {

TEST(CrossFit, OfTheCreditModelStaysBelowTheFlatteringSaving) {
    const RunAnalysisPtr run = test::creditRun(2);
    const auto fit = crossFit(*run, 0.42);
    ASSERT_TRUE(fit);
    const double flattering = run->perPeriod(run->cost.total(run->sweep->at(0.42)) - run->best->total);
    EXPECT_LT(fit->saving, flattering);
    EXPECT_GT(fit->saving, 0.7 * flattering);
    EXPECT_LT(fit->interval.lo, fit->saving);
    EXPECT_GT(fit->interval.hi, fit->saving);
    EXPECT_TRUE(fit->distinguishable());
    EXPECT_EQ(fit->thresholds.size(), 10u);
    const auto again = crossFit(*run, 0.42);
    EXPECT_EQ(again->interval.lo, fit->interval.lo);
}

TEST(CrossFit, ScoresWithoutMeaningSaveNothingAgainstTheBestConstant) {
    Random random(3);
    std::vector<std::string> labels;
    std::vector<double> scores;
    for (int i = 0; i < 1000; ++i) {
        labels.push_back(random.unit() < 0.3 ? "yes" : "no");
        scores.push_back(random.unit());
    }
    test::VectorTable table;
    table.labels(labels).scores(scores);
    const RunAnalysisPtr run = test::analysed(std::move(table), {});
    const auto fit = crossFit(*run, std::numeric_limits<double>::infinity());
    ASSERT_TRUE(fit);
    EXPECT_LE(fit->interval.lo, 0);
    EXPECT_LE(fit->saving, 0) << "what looked cheaper on nine folds is not on the tenth";
}

// Chosen by hand for each fold: every candidate counted on the samples outside it.
TEST(CrossFit, EachFoldIsJudgedAtTheCheapestThresholdOfTheOthers) {
    Random random(11);
    std::vector<std::string> labels;
    std::vector<double> scores, amounts;
    for (int i = 0; i < 120; ++i) {
        labels.push_back(random.unit() < 0.4 ? "yes" : "no");
        scores.push_back(std::floor(random.unit() * 20) / 20);
        amounts.push_back(i % 9 == 0 ? missingReal() : std::floor(100 * random.unit()) - 20);
    }
    CostModel costs;
    costs.fn = {0, 0.5, "amount"};
    costs.fp = {3, 0, {}};
    costs.tn = {-1, 0, {}};
    test::VectorTable table;
    table.labels(labels).scores(scores).amounts(amounts);
    const RunAnalysisPtr run = test::analysed(std::move(table), costs);
    const std::uint32_t folds = 5;
    const auto fit = crossFit(*run, 0.5, 21, folds);
    ASSERT_TRUE(fit);
    const SampleCosts each(*run);
    const std::vector<std::uint8_t> fold = crossFitFolds(each.size(), folds, 21);
    std::vector<double> candidates(scores.begin(), scores.end());
    candidates.push_back(std::numeric_limits<double>::infinity());
    std::sort(candidates.begin(), candidates.end(), std::greater<>());
    double saving = 0;
    for (std::uint32_t f = 0; f < folds; ++f) {
        double least = 0, threshold = std::nan("");
        for (const double candidate : candidates) {
            double total = 0;
            for (std::size_t i = 0; i < each.size(); ++i)
                if (fold[i] != f) total += each.at(i, candidate);
            if (!std::isnan(threshold) && total >= least - 1e-9) continue;
            least = total;
            threshold = candidate;
        }
        EXPECT_EQ(fit->thresholds[f], threshold);
        for (std::size_t i = 0; i < each.size(); ++i)
            if (fold[i] == f) saving += each.at(i, 0.5) - each.at(i, threshold);
    }
    EXPECT_NEAR(fit->saving, saving, 1e-9);
}

TEST(CrossFit, FoldsAreEqualAndEverySampleIsInOne) {
    const std::vector<std::uint8_t> fold = crossFitFolds(103, 10, 7);
    std::vector<int> sizes(10, 0);
    for (const std::uint8_t f : fold)
        ++sizes.at(f);
    EXPECT_EQ(*std::max_element(sizes.begin(), sizes.end()), 11);
    EXPECT_EQ(*std::min_element(sizes.begin(), sizes.end()), 10);
}

TEST(CrossFit, WithoutEnoughSamplesThereIsNone) {
    test::VectorTable table;
    table.labels({"yes", "no", "yes"}).scores({0.9, 0.1, 0.4});
    EXPECT_FALSE(crossFit(*test::analysed(std::move(table), {}), 0.5));
}

}  // namespace
}  // namespace reckoner
