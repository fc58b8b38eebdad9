#include "core/cost/tier_search.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <deque>
#include <limits>
#include <optional>

#include "core/base/cancel_every.h"
#include "core/cost/queue_search.h"
#include "core/cost/tier_figures.h"

namespace reckoner {
namespace {

constexpr double kNobody = std::numeric_limits<double>::infinity();
// Weights are sums in blocks: what rounding adds to them is no queue.
constexpr double kWeightNoise = 1e-9;

// Neighbouring tiers in which the same is done are one: acts from the highest scores down, and for each
// border between them the plan's cut-off it is.
struct Borders {
    std::vector<TierAct> acts;
    std::vector<std::size_t> cutoffs;

    explicit Borders(const TierPlan& plan) {
        for (std::size_t i = plan.tiers.size(); i-- > 0;) {
            if (!acts.empty() && acts.back() == plan.tiers[i].act) continue;
            if (!acts.empty()) cutoffs.push_back(i);
            acts.push_back(plan.tiers[i].act);
        }
    }
};

// A way to have placed the borders so far, from the highest scores down.
struct Path {
    double value = std::numeric_limits<double>::infinity();
    double weight = 0;  // flagged from the last border up
    std::array<double, kMostCutoffs> at{};
};

// The cheapest of the paths that end no more than `capacity` above; later ones win ties: the smaller band.
class Window {
 public:
    void add(const Path& path) {
        while (!paths_.empty() && paths_.back().value >= path.value)
            paths_.pop_back();
        paths_.push_back(path);
    }
    const Path* cheapest(double weight, double capacity) {
        while (!paths_.empty() && weight - paths_.front().weight > capacity)
            paths_.pop_front();
        return paths_.empty() ? nullptr : &paths_.front();
    }

 private:
    std::deque<Path> paths_;
};

// Borders are placed one after the other while the scores go down; a border's gain depends on its own place
// alone, and only the two ends of the review band are tied to each other, by its weight.
class Placement {
 public:
    Placement(const Borders& borders, const BoundCost& cost, const ReviewTerms& terms, double all)
        : borders_(borders), cost_(cost), terms_(terms), all_(all), best_(borders.cutoffs.size() + 1) {
        best_[0].value = 0;
        const auto review = std::find(borders.acts.begin(), borders.acts.end(), TierAct::Review);
        if (std::isfinite(terms.capacity) && review != borders.acts.end())
            band_ = static_cast<std::size_t>(review - borders.acts.begin());
    }

    void visit(double threshold, const Tally& tally) {
        const double weight = cost_.weight(tally.tp, tally.fp);
        std::array<double, 3> costs{};
        for (const TierAct act : {TierAct::None, TierAct::Review, TierAct::Automatic})
            costs[static_cast<std::size_t>(act)] = tierCost(cost_, terms_, act, tally.tp, tally.fp);
        for (std::size_t border = 0; border < borders_.cutoffs.size(); ++border) {
            const double gain = costs[static_cast<std::size_t>(borders_.acts[border])] -
                                costs[static_cast<std::size_t>(borders_.acts[border + 1])];
            const Path* before = &best_[border];
            if (band_ == border) before = bandAbove(border, weight);
            // The lowest tier is the band: all that is left below goes to people.
            if (band_ == border + 1 && border + 1 == borders_.cutoffs.size() && all_ - weight > capacity())
                before = nullptr;
            if (!before || std::isinf(before->value)) continue;
            Path path = *before;
            path.value += gain;
            path.weight = weight;
            path.at[border] = threshold;
            if (band_ == border + 1 && border + 1 < borders_.cutoffs.size()) window_.add(path);
            if (path.value < best_[border + 1].value) best_[border + 1] = path;
        }
    }

    const Path& result() const { return best_.back(); }

 private:
    double capacity() const { return terms_.capacity + kWeightNoise * std::max(1.0, terms_.capacity); }
    // What comes before the band's lower end at this weight: nothing when the band would be too heavy.
    const Path* bandAbove(std::size_t border, double weight) {
        if (border == 0) return weight > capacity() ? nullptr : &best_[0];
        return window_.cheapest(weight, capacity());
    }

    const Borders& borders_;
    const BoundCost& cost_;
    const ReviewTerms& terms_;
    double all_;
    std::vector<Path> best_;  // by number of borders placed
    Window window_;
    std::optional<std::size_t> band_;  // the review band among the acts, where a capacity binds it
};

double allOf(const Sweep& sweep, const BoundCost& cost) {
    const Tally nobody = sweep.at(kNobody);
    return cost.weight(nobody.fn, nobody.tn);
}

// Cut-offs that change no cost stay, between those that were placed.
std::vector<double> joined(const TierPlan& plan, const Borders& borders,
                           const std::array<double, kMostCutoffs>& at) {
    std::vector<double> cutoffs = plan.cutoffs;
    std::vector<bool> placed(cutoffs.size());
    for (std::size_t i = 0; i < borders.cutoffs.size(); ++i) {
        cutoffs[borders.cutoffs[i]] = at[i];
        placed[borders.cutoffs[i]] = true;
    }
    for (std::size_t i = 0; i < cutoffs.size(); ++i) {
        if (placed[i]) continue;
        if (i > 0) cutoffs[i] = std::max(cutoffs[i], cutoffs[i - 1]);
        for (std::size_t above = i + 1; above < cutoffs.size(); ++above)
            if (placed[above]) cutoffs[i] = std::min(cutoffs[i], cutoffs[above]);
    }
    return cutoffs;
}

// Two separate queues under one capacity: every place of every border, for cheapestPlaces().
class QueueCandidates {
 public:
    QueueCandidates(const Sweep& sweep, const BoundCost& cost, const ReviewTerms& terms, Borders borders,
                    const TaskContext& context)
        : borders_(std::move(borders)), context_(context) {
        problem_.borders.resize(borders_.cutoffs.size());
        for (std::size_t i = 0; i < problem_.borders.size(); ++i)
            problem_.borders[i].sign = (borders_.acts[i] == TierAct::Review ? 1 : 0) -
                                       (borders_.acts[i + 1] == TierAct::Review ? 1 : 0);
        problem_.limit = terms.capacity + kWeightNoise * std::max(1.0, terms.capacity);
        if (borders_.acts.back() == TierAct::Review) problem_.limit -= allOf(sweep, cost);
        sweep.scan([&](double threshold, const Tally& tally) {
            if (thresholds_.size() % kCancelEvery == 0) context.checkCancelled();
            add(threshold, tally, cost, terms);
            return true;
        });
        for (QueueProblem::Border& border : problem_.borders)
            border.last = thresholds_.size() - 1;
    }

    std::vector<double> best(const TierPlan& plan) { return at(plan, cheapestPlaces(problem_, context_)); }

    // No border leaves its queue more than it has now.
    std::vector<double> fitted(const TierPlan& plan) {
        std::vector<std::size_t> now;
        for (std::size_t i = 0; i < problem_.borders.size(); ++i) {
            now.push_back(placeOf(plan.cutoffs[borders_.cutoffs[i]]));
            QueueProblem::Border& border = problem_.borders[i];
            if (border.sign >= 0) border.last = now[i];
            if (border.sign <= 0) border.first = now[i];
        }
        const std::vector<std::size_t> places = cheapestPlaces(problem_, context_);
        std::vector<double> cutoffs = at(plan, places);
        // What did not move over any sample stays as it was typed.
        for (std::size_t i = 0; i < places.size(); ++i)
            if (places[i] == now[i]) cutoffs[borders_.cutoffs[i]] = plan.cutoffs[borders_.cutoffs[i]];
        // One that came up to it takes its value: no score lies between.
        for (std::size_t i = cutoffs.size() - 1; i-- > 0;)
            cutoffs[i] = std::min(cutoffs[i], cutoffs[i + 1]);
        return cutoffs;
    }

 private:
    void add(double threshold, const Tally& tally, const BoundCost& cost, const ReviewTerms& terms) {
        thresholds_.push_back(threshold);
        problem_.weight.push_back(cost.weight(tally.tp, tally.fp));
        for (std::size_t i = 0; i < problem_.borders.size(); ++i)
            problem_.borders[i].gain.push_back(
                tierCost(cost, terms, borders_.acts[i], tally.tp, tally.fp) -
                tierCost(cost, terms, borders_.acts[i + 1], tally.tp, tally.fp));
    }
    // The candidate that flags what a cut-off flags.
    std::size_t placeOf(double cutoff) const {
        const auto above = std::upper_bound(thresholds_.begin(), thresholds_.end(), cutoff,
                                            [](double wanted, double score) { return score < wanted; });
        return static_cast<std::size_t>(std::max<std::ptrdiff_t>(above - thresholds_.begin() - 1, 0));
    }
    std::vector<double> at(const TierPlan& plan, const std::vector<std::size_t>& places) const {
        std::array<double, kMostCutoffs> cutoffs{};
        for (std::size_t i = 0; i < places.size(); ++i)
            cutoffs[i] = thresholds_[places[i]];
        return joined(plan, borders_, cutoffs);
    }

    Borders borders_;
    const TaskContext& context_;
    std::vector<double> thresholds_;  // from "nobody" down
    QueueProblem problem_;
};

bool isUsualBand(const TierPlan& plan) {
    return plan.tiers.size() == 3 && plan.tiers[0].act == TierAct::None &&
           plan.tiers[1].act == TierAct::Review && plan.tiers[2].act == TierAct::Automatic;
}

}  // namespace

std::vector<double> bestCutoffs(const Sweep& sweep, const BoundCost& cost, const ReviewTerms& terms,
                                const TierPlan& plan, const TaskContext& context) {
    assert(sweep.samples() > 0);
    check(plan);
    check(terms);
    if (isUsualBand(plan)) {
        const Tiers best = bestTiers(sweep, cost, terms, context);
        return {best.review, best.automatic};
    }
    const Borders borders(plan);
    if (std::isfinite(terms.capacity) && !oneReviewBand(plan))
        return QueueCandidates(sweep, cost, terms, borders, context).best(plan);
    Placement placement(borders, cost, terms, allOf(sweep, cost));
    std::uint64_t visited = 0;
    sweep.scan([&](double threshold, const Tally& tally) {
        if (visited++ % kCancelEvery == 0) context.checkCancelled();
        placement.visit(threshold, tally);
        return true;
    });
    return joined(plan, borders, placement.result().at);
}

std::vector<double> fitCutoffs(const Sweep& sweep, const BoundCost& cost, const ReviewTerms& terms,
                               const TierPlan& plan, const TaskContext& context) {
    assert(sweep.samples() > 0);
    const TierTotals now = tierTotals(sweep, cost, terms, plan);
    if (now.reviewed <= terms.capacity + kWeightNoise * std::max(1.0, terms.capacity)) return plan.cutoffs;
    if (!oneReviewBand(plan)) return QueueCandidates(sweep, cost, terms, Borders(plan), context).fitted(plan);
    // A plan of the band and its two neighbours alone, over the scores of the band.
    const auto isReview = [](const TierRule& rule) { return rule.act == TierAct::Review; };
    const auto first = std::find_if(plan.tiers.begin(), plan.tiers.end(), isReview);
    const auto beyond = std::find_if_not(first, plan.tiers.end(), isReview);
    const auto low = static_cast<std::size_t>(first - plan.tiers.begin());
    const auto high = static_cast<std::size_t>(beyond - plan.tiers.begin()) - 1;
    TierPlan band;
    if (low > 0) band.tiers.push_back(plan.tiers[low - 1]), band.cutoffs.push_back(plan.cutoffs[low - 1]);
    band.tiers.push_back(plan.tiers[low]);
    if (high < plan.cutoffs.size())
        band.tiers.push_back(plan.tiers[high + 1]), band.cutoffs.push_back(plan.cutoffs[high]);
    if (band.cutoffs.empty()) return plan.cutoffs;

    const double top = high < plan.cutoffs.size() ? plan.cutoffs[high] : kNobody;
    const double bottom = low > 0 ? plan.cutoffs[low - 1] : -kNobody;
    const Borders borders(band);
    Placement placement(borders, cost, terms, allOf(sweep, cost));
    placement.visit(top, sweep.at(top));
    std::uint64_t visited = 0;
    sweep.scan([&](double threshold, const Tally& tally) {
        if (visited++ % kCancelEvery == 0) context.checkCancelled();
        if (threshold < bottom) return false;
        if (threshold < top) placement.visit(threshold, tally);
        return true;
    });
    const std::vector<double> ends = joined(band, borders, placement.result().at);
    std::vector<double> cutoffs = plan.cutoffs;
    std::size_t next = 0;
    const double lowest = low > 0 ? ends[next++] : -kNobody;
    const double highest = high < plan.cutoffs.size() ? ends[next] : kNobody;
    // Where the lower end did not move over any sample it stays as it was typed.
    if (low > 0) {
        const auto under = sweep.below(lowest);
        const bool unmoved = lowest != top && (!under || *under < bottom);
        cutoffs[low - 1] = unmoved ? bottom : lowest;
    }
    if (high < plan.cutoffs.size()) cutoffs[high] = highest;
    for (std::size_t i = low; i < high; ++i)
        cutoffs[i] = std::clamp(cutoffs[i], low > 0 ? cutoffs[low - 1] : -kNobody, highest);
    return cutoffs;
}

}  // namespace reckoner
