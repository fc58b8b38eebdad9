#include "core/cost/part_costs.h"

#include <array>

namespace reckoner {

std::vector<double> partTotals(const RunAnalysis& run, const OperatingPoint& point, std::size_t parts,
                               const PartCounts& counts) {
    std::vector<double> totals(parts);
    if (!point.tiers) {
        std::vector<Tally> tallies(parts);
        counts(point.threshold, tallies);
        for (std::size_t i = 0; i < parts; ++i)
            totals[i] = run.cost.total(tallies[i]);
        return totals;
    }
    const TierPlan& plan = *point.tiers;
    check(plan);
    const ReviewTerms terms = reviewTerms(run, plan);
    check(terms);
    std::vector<std::vector<Tally>> at(plan.cutoffs.size(), std::vector<Tally>(parts));
    for (std::size_t c = 0; c < at.size(); ++c)
        counts(plan.cutoffs[c], at[c]);
    std::array<Tally, kMostCutoffs> mine;
    for (std::size_t i = 0; i < parts; ++i) {
        for (std::size_t c = 0; c < at.size(); ++c)
            mine[c] = at[c][i];
        totals[i] = tierTotals(std::span(mine).first(at.size()), run.cost, terms, plan).total;
    }
    return totals;
}

double partWeight(const BoundCost& cost, const Tally& part) {
    Sums positives = part.tp;
    Sums negatives = part.fp;
    return cost.weight(positives += part.fn, negatives += part.tn);
}

}  // namespace reckoner
