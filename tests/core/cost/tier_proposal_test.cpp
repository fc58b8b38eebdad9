#include "core/cost/tier_proposal.h"

#include <gtest/gtest.h>

#include "core/cost/tier_figures.h"
#include "core/cost/tier_search.h"
#include "tests/support/credit_facts.h"

namespace reckoner {
namespace {

RunAnalysisPtr creditWithReviews(double review) {
    CostModel costs = test::creditCosts();
    costs.review = review;
    return test::analysed(test::demoRun("credit_default/credit_default_v2_forest.csv"), costs);
}

TEST(TierProposal, WithoutAReviewCostATenthLiesAroundTheThreshold) {
    const RunAnalysisPtr run = test::creditRun(2);
    const TierPlan plan = proposedTiers(*run, 0.42);
    EXPECT_NO_THROW(check(plan));
    EXPECT_LT(plan.cutoffs[0], 0.42);
    EXPECT_GT(plan.cutoffs[1], 0.42);
    EXPECT_NEAR(tierSheet(*run, plan).rows[1].share, kProposedShare, 0.01);
}

TEST(TierProposal, AtTheEdgesThereIsStillABand) {
    const RunAnalysisPtr run = test::creditRun(2);
    for (const double threshold : {-1.0, 0.0, 0.999, std::numeric_limits<double>::infinity()}) {
        const TierPlan plan = proposedTiers(*run, threshold);
        EXPECT_NO_THROW(check(plan));
        EXPECT_NEAR(tierSheet(*run, plan).rows[1].share, kProposedShare / 2, 0.01) << threshold;
    }
}

TEST(TierProposal, WithAReviewCostItIsTheCheapest) {
    const RunAnalysisPtr run = creditWithReviews(12);
    const TierPlan plan = proposedTiers(*run, 0.42);
    EXPECT_EQ(plan.cutoffs, bestCutoffs(*run->sweep, run->cost, reviewTerms(*run, plan), plan));
    EXPECT_LT(planCost(*run, plan), run->perPeriod(run->best->total));
    EXPECT_LT(tierSheet(*creditWithReviews(1e6), proposedTiers(*creditWithReviews(1e6), 0.42)).rows[1].share,
              0.11)
        << "where none pays there is something to begin with";
}

TEST(TierProposal, AnotherNumberOfTiersKeepsTheOuterCutoffsAndTheTerms) {
    const RunAnalysisPtr run = creditWithReviews(12);
    TierPlan plan = proposedTiers(*run, 0.42);
    plan.capacity = 50;
    const TierPlan four = withCutoffs(*run, plan, 3);
    EXPECT_NO_THROW(check(four));
    EXPECT_EQ(four.cutoffs.front(), plan.cutoffs.front());
    EXPECT_EQ(four.cutoffs.back(), plan.cutoffs.back());
    EXPECT_EQ(four.capacity, 50);
    const TierPlan two = withCutoffs(*run, four, 1);
    EXPECT_EQ(two.cutoffs, (std::vector<double>{plan.cutoffs.back()}));
    EXPECT_NO_THROW(check(withCutoffs(*run, two, 3)));
    EXPECT_LT(withCutoffs(*run, two, 2).cutoffs[0], withCutoffs(*run, two, 2).cutoffs[1]);
}

}  // namespace
}  // namespace reckoner
