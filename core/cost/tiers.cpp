#include "core/cost/tiers.h"

#include <cassert>
#include <cmath>
#include <deque>

#include "core/base/cancel_every.h"
#include "core/base/error.h"
#include "core/cost/optimum.h"
#include "core/cost/tier_figures.h"

namespace reckoner {
namespace {

Sums minus(Sums a, const Sums& b) {
    return a -= b;
}

double flaggedCost(const BoundCost& cost, const ReviewTerms& terms, TierAct act, const Tally& tally) {
    return tierCost(cost, terms, act, tally.tp, tally.fp);
}

double noneCost(const BoundCost& cost, const ReviewTerms& terms, const Tally& tally) {
    return tierCost(cost, terms, TierAct::None, tally.fn, tally.tn);
}

// The second cut-offs still within reach, the cheapest first. Of equal ones the lowest stays: the smaller
// band.
class Automatic {
 public:
    struct Candidate {
        double threshold;
        double weight;  // flagged from here up
        double saving;  // what acting on them costs beyond reviewing them
    };
    void add(const Candidate& candidate) {
        while (!candidates_.empty() && candidates_.back().saving >= candidate.saving)
            candidates_.pop_back();
        candidates_.push_back(candidate);
    }
    const Candidate& cheapest(double weight, double capacity) {
        while (weight - candidates_.front().weight > capacity)
            candidates_.pop_front();
        return candidates_.front();
    }

 private:
    std::deque<Candidate> candidates_;
};

}  // namespace

void check(const ReviewTerms& terms) {
    if (!(terms.accuracy >= 0 && terms.accuracy <= 1))
        throw Error(ErrorCode::Usage, "A reviewer's accuracy is a share from 0 to 1.");
    if (!(terms.capacity >= 0)) throw Error(ErrorCode::Usage, "A review capacity cannot be negative.");
    if (!std::isfinite(terms.cost)) throw Error(ErrorCode::Usage, "The cost of a review is a number.");
}

Tiers tiersAt(const Sweep& sweep, const BoundCost& cost, const ReviewTerms& terms, double review,
              double automatic) {
    check(terms);
    if (std::isnan(review) || std::isnan(automatic)) throw Error(ErrorCode::Usage, "nan is not a cut-off.");
    if (review > automatic)
        throw Error(ErrorCode::Usage, "The cut-off for review must not be above the automatic one.");
    const Tally low = sweep.at(review);
    const Tally high = sweep.at(automatic);
    Tiers tiers;
    tiers.review = review;
    tiers.automatic = automatic;
    tiers.none = {low.fn, low.tn, noneCost(cost, terms, low)};
    tiers.acted = {high.tp, high.fp, flaggedCost(cost, terms, TierAct::Automatic, high)};
    tiers.reviewed.positives = minus(low.tp, high.tp);
    tiers.reviewed.negatives = minus(low.fp, high.fp);
    tiers.reviewed.cost =
        tiers.reviewed.n() == 0
            ? 0
            : tierCost(cost, terms, TierAct::Review, tiers.reviewed.positives, tiers.reviewed.negatives);
    return tiers;
}

Tiers bestTiers(const Sweep& sweep, const BoundCost& cost, const ReviewTerms& terms,
                const TaskContext& context) {
    assert(sweep.samples() > 0);
    check(terms);
    Automatic second;
    double bestTotal = std::numeric_limits<double>::infinity();
    double review = 0, automatic = 0;
    std::uint64_t visited = 0;
    sweep.scan([&](double threshold, const Tally& tally) {
        if (visited++ % kCancelEvery == 0) context.checkCancelled();
        const double weight = cost.weight(tally.tp, tally.fp);
        const double reviewAll = flaggedCost(cost, terms, TierAct::Review, tally);
        second.add({threshold, weight, flaggedCost(cost, terms, TierAct::Automatic, tally) - reviewAll});
        const Automatic::Candidate& from = second.cheapest(weight, terms.capacity);
        const double total = from.saving + reviewAll + noneCost(cost, terms, tally);
        if (total < bestTotal) {
            bestTotal = total;
            review = threshold;
            automatic = from.threshold;
        }
        return true;
    });
    const double single = optimum(sweep, cost, context).threshold;
    const Tiers without = tiersAt(sweep, cost, terms, single, single);
    const Tiers with = tiersAt(sweep, cost, terms, review, automatic);
    // A gain that only rounding made is no reason to hire reviewers.
    const double noise = 1e-12 * std::max(1.0, std::fabs(without.total()));
    return with.total() < without.total() - noise ? with : without;
}

}  // namespace reckoner
