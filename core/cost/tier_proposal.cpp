#include "core/cost/tier_proposal.h"

#include <cmath>
#include <limits>

#include "core/cost/tier_figures.h"
#include "core/cost/tier_search.h"

namespace reckoner {
namespace {

// The cut-offs between which about `share` of the weight lies, half of it on each side of the threshold.
std::vector<double> bandAround(const RunAnalysis& run, double threshold, double share) {
    const Tally tally = run.sweep->at(threshold);
    const double all = tally.weight();
    const double flagged = tally.tp.weight + tally.fp.weight;
    const double least = std::max(0.0, flagged - all * share / 2);
    const double most = std::min(all, flagged + all * share / 2);
    double high = std::numeric_limits<double>::infinity(), low = high;
    run.sweep->scanRanks([&](std::span<const Sweep::RankStep> steps) {
        for (const Sweep::RankStep& step : steps) {
            if (step.tp + step.fp <= least) high = step.threshold;
            if (step.tp + step.fp <= most) low = step.threshold;
        }
    });
    return {low, high};
}

}  // namespace

TierPlan proposedTiers(const RunAnalysis& run, double threshold, const TaskContext& context) {
    TierPlan plan;
    plan.tiers = usualTiers(2);
    plan.cutoffs = {threshold, threshold};
    const ReviewTerms terms = reviewTerms(run, plan);
    if (terms.cost > 0) plan.cutoffs = bestCutoffs(*run.sweep, run.cost, terms, plan, context);
    if (!(plan.cutoffs[0] < plan.cutoffs[1])) plan.cutoffs = bandAround(run, threshold, kProposedShare);
    return plan;
}

TierPlan withCutoffs(const RunAnalysis& run, const TierPlan& plan, std::size_t cutoffs,
                     const TaskContext& context) {
    TierPlan next = plan;
    next.tiers = usualTiers(cutoffs);
    const double low = plan.cutoffs.front(), high = plan.cutoffs.back();
    if (cutoffs == 1) {
        next.cutoffs = {high};
    } else if (plan.cutoffs.size() == 1) {
        next.cutoffs = proposedTiers(run, high, context).cutoffs;
        if (cutoffs == 3) next.cutoffs.insert(next.cutoffs.begin() + 1, next.cutoffs.front());
    } else {
        next.cutoffs = {low, high};
        if (cutoffs == 3) next.cutoffs = {low, low, high};
    }
    if (cutoffs == 3) {
        const double top = std::isfinite(next.cutoffs[2]) ? next.cutoffs[2] : run.sweep->highest();
        if (std::isfinite(next.cutoffs[0]) && top >= next.cutoffs[0])
            next.cutoffs[1] = next.cutoffs[0] + (top - next.cutoffs[0]) / 2;
    }
    return next;
}

}  // namespace reckoner
