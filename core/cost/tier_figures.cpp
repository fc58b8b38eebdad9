#include "core/cost/tier_figures.h"

#include <array>

namespace reckoner {
namespace {

Sums difference(Sums a, const Sums& b) {
    return a -= b;
}

ReviewQueue queueOf(const TierPlan& plan, const ReviewTerms& terms, std::optional<double> capacity,
                    double reviews) {
    ReviewQueue queue;
    const auto hours = [&](double cases) {
        return plan.minutes ? std::optional(cases * *plan.minutes / 60) : std::nullopt;
    };
    queue.reviews = reviews;
    queue.hours = hours(reviews);
    queue.money = reviews * terms.cost;
    queue.capacity = capacity;
    if (capacity && reviews > *capacity + 1e-9) queue.over = reviews - *capacity;
    queue.overHours = hours(queue.over);
    queue.overMoney = queue.over * terms.cost;
    return queue;
}

}  // namespace

double tierCost(const BoundCost& cost, const ReviewTerms& terms, TierAct act, const Sums& positives,
                const Sums& negatives) {
    Tally flagged, passed;
    flagged.tp = positives, flagged.fp = negatives;
    passed.fn = positives, passed.tn = negatives;
    if (act == TierAct::Automatic) return cost.total(flagged);
    if (act == TierAct::None) return cost.total(passed);
    Tally right, wrong;
    right.tp = positives, right.tn = negatives;
    wrong.fn = positives, wrong.fp = negatives;
    return terms.cost * cost.weight(positives, negatives) + terms.accuracy * cost.total(right) +
           (1 - terms.accuracy) * cost.total(wrong);
}

TierTotals tierTotals(std::span<const Tally> atCutoffs, const BoundCost& cost, const ReviewTerms& terms,
                      const TierPlan& plan) {
    TierTotals totals;
    totals.tiers.resize(plan.tiers.size());
    for (std::size_t i = 0; i < plan.tiers.size(); ++i) {
        Tier& tier = totals.tiers[i];
        // Below the lowest cut-off, between two, from the highest up.
        if (i == 0)
            tier.positives = atCutoffs[0].fn, tier.negatives = atCutoffs[0].tn;
        else
            tier.positives = atCutoffs[i - 1].tp, tier.negatives = atCutoffs[i - 1].fp;
        if (i > 0 && i < atCutoffs.size()) {
            tier.positives = difference(tier.positives, atCutoffs[i].tp);
            tier.negatives = difference(tier.negatives, atCutoffs[i].fp);
        }
        if (tier.n() > 0)
            tier.cost = tierCost(cost, terms, plan.tiers[i].act, tier.positives, tier.negatives);
        totals.total += tier.cost;
        if (plan.tiers[i].act == TierAct::Review)
            totals.reviewed += cost.weight(tier.positives, tier.negatives);
    }
    return totals;
}

TierTotals tierTotals(const Sweep& sweep, const BoundCost& cost, const ReviewTerms& terms,
                      const TierPlan& plan) {
    check(plan);
    check(terms);
    std::array<Tally, kMostCutoffs> at;
    for (std::size_t i = 0; i < plan.cutoffs.size(); ++i)
        at[i] = sweep.at(plan.cutoffs[i]);
    return tierTotals(std::span(at).first(plan.cutoffs.size()), cost, terms, plan);
}

std::optional<double> samplesPerDecision(const RunAnalysis& run) {
    const double volume = run.volume();
    const double samples = run.weight();
    if (!(volume > 0) || !(samples > 0)) return std::nullopt;
    return samples / volume;
}

std::optional<double> reviewCapacity(const RunAnalysis& run, const TierPlan& plan) {
    return plan.capacity ? plan.capacity : run.cost.model().reviewCapacity;
}

ReviewTerms reviewTerms(const RunAnalysis& run, const TierPlan& plan) {
    ReviewTerms terms;
    terms.cost = plan.reviewCost.value_or(run.cost.model().review);
    terms.accuracy = plan.accuracy.value_or(run.cost.model().reviewerAccuracy);
    if (const auto capacity = reviewCapacity(run, plan))
        terms.capacity = *capacity * samplesPerDecision(run).value_or(1);
    return terms;
}

TierSheet tierSheet(const RunAnalysis& run, const TierPlan& plan) {
    const ReviewTerms terms = reviewTerms(run, plan);
    const TierTotals totals = tierTotals(*run.sweep, run.cost, terms, plan);
    const double scale = samplesPerDecision(run).value_or(1);
    const double samples = run.weight();
    TierSheet sheet;
    const ClassShift& shift = run.cost.shift();
    for (const Tier& tier : totals.tiers) {
        const double weight = run.cost.weight(tier.positives, tier.negatives);
        sheet.rows.push_back({weight / scale, shift.positives * tier.positives.weight / scale,
                              shift.negatives * tier.negatives.weight / scale, tier.cost / scale,
                              samples > 0 ? weight / samples : 0});
    }
    sheet.cost = totals.total / scale;
    sheet.queue = queueOf(plan, terms, reviewCapacity(run, plan), totals.reviewed / scale);
    return sheet;
}

double planCost(const RunAnalysis& run, const TierPlan& plan) {
    const TierTotals totals = tierTotals(*run.sweep, run.cost, reviewTerms(run, plan), plan);
    return totals.total / samplesPerDecision(run).value_or(1);
}

}  // namespace reckoner
