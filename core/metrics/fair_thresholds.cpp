#include "core/metrics/fair_thresholds.h"

#include <algorithm>
#include <cmath>
#include <deque>
#include <limits>

#include "core/base/cancel_every.h"
#include "core/base/error.h"
#include "core/cost/point_costs.h"
#include "core/metrics/score_order.h"

namespace reckoner {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
// Rates are quotients: what differs by less is the same.
constexpr double kRounding = 1e-12;

struct Point {
    double rate;
    double second;  // 0 where there is one rate alone
    double cost;
    double threshold;
    std::uint32_t group;
};

// One group while the scores are walked down.
struct Walk {
    Tally tally;  // no amounts
    double cost = 0;
    double costNow = 0;
    bool here = false;  // has a sample at this score
};

class Walker {
 public:
    Walker(const RunAnalysis& run, const Grouping& grouping, FairMeasure measure, const OperatingPoint& point,
           std::uint64_t minimum, const TaskContext& context)
        : run_(run),
          metric_(metricOf(measure)),
          second_(secondMetricOf(measure)),
          costs_(run, context),
          now_(run, costs_, point),
          minimum_(minimum),
          context_(context),
          groups_(grouping.groups()) {
        begin(grouping);
        walkDown(grouping);
    }

    std::vector<Point> points;
    const std::vector<Walk>& groups() const { return groups_; }
    bool takesPart(const Walk& group) const { return group.tally.n() >= minimum_ && group.tally.n() > 0; }

 private:
    void add(Sums& sums, double weight, int sign) const {
        sums.n += static_cast<std::uint64_t>(sign);
        sums.weight += sign * weight;
    }
    double weightOf(std::size_t i) const { return run_.rows.weights.empty() ? 1 : run_.rows.weights[i]; }

    // Nobody is flagged; what the point in force costs.
    void begin(const Grouping& grouping) {
        const ScoredRows& rows = run_.rows;
        for (std::size_t i = 0; i < rows.rows.size(); ++i) {
            if (i % kCancelEvery == 0) context_.checkCancelled();
            Walk& group = groups_[grouping.codes[rows.rows[i]]];
            add(rows.positiveBits[i] != 0 ? group.tally.fn : group.tally.tn, weightOf(i), 1);
            group.cost += costs_.of(i, false);
            group.costNow += now_.at(i);
        }
        for (std::uint32_t g = 0; g < groups_.size(); ++g)
            settle(g, kInfinity);
    }

    void walkDown(const Grouping& grouping) {
        const ScoredRows& rows = run_.rows;
        const std::vector<OrderedScore> order = orderScores(rows.scores, {}, context_);
        std::vector<std::uint32_t> here;
        for (std::size_t k = 0; k < order.size(); ++k) {
            if (k % kCancelEvery == 0) context_.checkCancelled();
            const std::size_t i = order[k].position;
            const std::uint32_t g = grouping.codes[rows.rows[i]];
            Walk& group = groups_[g];
            const bool positive = rows.positiveBits[i] != 0;
            add(positive ? group.tally.fn : group.tally.tn, weightOf(i), -1);
            add(positive ? group.tally.tp : group.tally.fp, weightOf(i), 1);
            group.cost += costs_.of(i, true) - costs_.of(i, false);
            if (!group.here) here.push_back(g);
            group.here = true;
            if (k + 1 < order.size() && order[k + 1].key == order[k].key) continue;
            for (const std::uint32_t one : here) {
                settle(one, rows.scores[i]);
                groups_[one].here = false;
            }
            here.clear();
        }
    }

    // Of points with the same rate one after the other only the cheapest counts, the highest of those.
    void settle(std::uint32_t g, double threshold) {
        const Walk& group = groups_[g];
        if (!takesPart(group)) return;
        const Value rate = metric_.value(group.tally);
        const Value second = second_ ? second_->value(group.tally) : Value(0);
        if (!rate || !second) return;
        const Point here{*rate, *second, group.cost, threshold, g};
        if (last_.size() < groups_.size()) last_.resize(groups_.size(), kNone);
        if (last_[g] != kNone && points[last_[g]].rate == *rate && points[last_[g]].second == *second) {
            if (group.cost < points[last_[g]].cost) points[last_[g]] = here;
            return;
        }
        last_[g] = points.size();
        points.push_back(here);
    }

    static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
    const RunAnalysis& run_;
    const MetricEntry& metric_;
    const MetricEntry* second_;
    const SampleCosts costs_;
    const PointCosts now_;
    const std::uint64_t minimum_;
    const TaskContext& context_;
    std::vector<Walk> groups_;
    std::vector<std::size_t> last_;  // by group: its last point
};

// Slides a window of rates over all points and keeps each group's cheapest point inside.
class Window {
 public:
    Window(const std::vector<Point>& points, std::size_t groups, std::uint32_t needed)
        : points_(points), inside_(groups), needed_(needed) {}

    void push(std::size_t i) {
        std::deque<std::size_t>& mine = inside_[points_[i].group];
        if (mine.empty()) ++present_;
        while (!mine.empty() && dearer(mine.back(), i))
            mine.pop_back();
        mine.push_back(i);
    }
    void drop(std::size_t i) {
        std::deque<std::size_t>& mine = inside_[points_[i].group];
        if (mine.empty() || mine.front() != i) return;
        mine.pop_front();
        if (mine.empty()) --present_;
    }
    bool full() const { return present_ == needed_; }
    double cost() const {
        double total = 0;
        for (const auto& mine : inside_)
            if (!mine.empty()) total += points_[mine.front()].cost;
        return total;
    }
    // By group the point taken; none for groups that take no part.
    std::vector<std::optional<std::size_t>> taken() const {
        std::vector<std::optional<std::size_t>> result(inside_.size());
        for (std::size_t g = 0; g < inside_.size(); ++g)
            if (!inside_[g].empty()) result[g] = inside_[g].front();
        return result;
    }

 private:
    bool dearer(std::size_t a, std::size_t b) const {
        if (points_[a].cost != points_[b].cost) return points_[a].cost > points_[b].cost;
        return points_[a].threshold < points_[b].threshold;
    }
    const std::vector<Point>& points_;
    std::vector<std::deque<std::size_t>> inside_;
    std::uint32_t needed_;
    std::uint32_t present_ = 0;
};

// By group the cheapest points within the tolerance; empty: there are none.
std::vector<std::optional<std::size_t>> cheapest(const std::vector<Point>& points, std::size_t groups,
                                                 std::uint32_t needed, double tolerance,
                                                 const TaskContext& context) {
    Window window(points, groups, needed);
    std::vector<std::optional<std::size_t>> best;
    double bestCost = kInfinity;
    std::size_t end = 0;
    for (std::size_t begin = 0; begin < points.size();) {
        if (begin % kCancelEvery == 0) context.checkCancelled();
        const double lowest = points[begin].rate;
        while (end < points.size() && points[end].rate <= lowest + tolerance + kRounding)
            window.push(end++);
        if (window.full()) {
            const double cost = window.cost();
            if (cost < bestCost) {
                bestCost = cost;
                best = window.taken();
            }
        }
        while (begin < points.size() && points[begin].rate == lowest)
            window.drop(begin++);
    }
    return best;
}

// A stretch of points whose first rates lie within the tolerance.
struct Stretch {
    std::size_t begin;
    std::size_t end;
    double bound;  // no points inside are cheaper
};

// Every stretch that holds all groups, in the order of its lowest rate.
std::vector<Stretch> stretches(const std::vector<Point>& points, std::size_t groups, std::uint32_t needed,
                               double tolerance, const TaskContext& context) {
    Window window(points, groups, needed);
    std::vector<Stretch> result;
    std::size_t end = 0;
    for (std::size_t begin = 0; begin < points.size();) {
        if (begin % kCancelEvery == 0) context.checkCancelled();
        const double lowest = points[begin].rate;
        const std::size_t first = begin;
        while (end < points.size() && points[end].rate <= lowest + tolerance + kRounding)
            window.push(end++);
        if (window.full()) result.push_back({first, end, window.cost()});
        while (begin < points.size() && points[begin].rate == lowest)
            window.drop(begin++);
    }
    return result;
}

// By group the cheapest points whose first and whose second rates lie within the tolerance. Stretches are
// searched from the one that promises most: those that promise less than what was found are never looked at.
std::vector<std::optional<std::size_t>> cheapestOfBoth(const std::vector<Point>& points, std::size_t groups,
                                                       std::uint32_t needed, double tolerance,
                                                       const TaskContext& context) {
    std::vector<Stretch> promising = stretches(points, groups, needed, tolerance, context);
    std::stable_sort(promising.begin(), promising.end(),
                     [](const Stretch& a, const Stretch& b) { return a.bound < b.bound; });
    std::vector<std::optional<std::size_t>> best;
    double bestCost = kInfinity;
    std::size_t bestBegin = 0;
    for (const Stretch& stretch : promising) {
        if (stretch.bound > bestCost) break;
        context.checkCancelled();
        std::vector<Point> inside(points.begin() + static_cast<std::ptrdiff_t>(stretch.begin),
                                  points.begin() + static_cast<std::ptrdiff_t>(stretch.end));
        std::vector<std::size_t> places(inside.size());
        for (std::size_t i = 0; i < places.size(); ++i)
            places[i] = stretch.begin + i;
        std::stable_sort(places.begin(), places.end(),
                         [&](std::size_t a, std::size_t b) { return points[a].second < points[b].second; });
        for (std::size_t i = 0; i < places.size(); ++i) {
            inside[i] = points[places[i]];
            inside[i].rate = inside[i].second;
        }
        const auto found = cheapest(inside, groups, needed, tolerance, context);
        if (found.empty()) continue;
        double cost = 0;
        for (const auto& point : found)
            if (point) cost += inside[*point].cost;
        if (cost > bestCost || (cost == bestCost && stretch.begin >= bestBegin)) continue;
        bestCost = cost;
        bestBegin = stretch.begin;
        best = found;
        for (auto& point : best)
            if (point) point = places[*point];
    }
    return best;
}

}  // namespace

const MetricEntry& metricOf(FairMeasure measure) {
    switch (measure) {
        case FairMeasure::SelectionRate:
            return *findMetric("selection_rate");
        case FairMeasure::Tpr:
        case FairMeasure::EqualizedOdds:
            return *findMetric("recall");
        case FairMeasure::Fpr:
            return *findMetric("fpr");
        case FairMeasure::Precision:
            break;
    }
    return *findMetric("precision");
}

const MetricEntry* secondMetricOf(FairMeasure measure) {
    return measure == FairMeasure::EqualizedOdds ? findMetric("fpr") : nullptr;
}

std::string_view measureId(FairMeasure measure) {
    return measure == FairMeasure::EqualizedOdds ? "equalized_odds" : metricOf(measure).id;
}

std::optional<FairThresholds> fairThresholds(const RunAnalysis& run, const Grouping& grouping,
                                             FairMeasure measure, double tolerance,
                                             const OperatingPoint& point, std::uint64_t minimum,
                                             const TaskContext& context) {
    Walker walker(run, grouping, measure, point, minimum, context);
    std::vector<Point>& points = walker.points;
    std::vector<bool> takesPart(grouping.groups());
    for (const Point& one : points)
        takesPart[one.group] = true;
    const auto needed = static_cast<std::uint32_t>(std::count(takesPart.begin(), takesPart.end(), true));
    if (needed < 2) return std::nullopt;
    std::stable_sort(points.begin(), points.end(),
                     [](const Point& a, const Point& b) { return a.rate < b.rate; });
    const bool two = secondMetricOf(measure) != nullptr;
    const auto taken = two ? cheapestOfBoth(points, grouping.groups(), needed, tolerance, context)
                           : cheapest(points, grouping.groups(), needed, tolerance, context);
    if (taken.empty()) return std::nullopt;

    FairThresholds result;
    result.equalised = needed;
    double lowest = kInfinity;
    double highest = -kInfinity;
    double lowestSecond = kInfinity;
    double highestSecond = -kInfinity;
    for (std::size_t g = 0; g < taken.size(); ++g) {
        const Walk& group = walker.groups()[g];
        FairThreshold& one = result.groups.emplace_back();
        if (taken[g]) {
            const Point& best = points[*taken[g]];
            one = {best.threshold, best.rate, two ? Value(best.second) : Value(Reason::NotComparable),
                   best.cost, false};
            lowestSecond = std::min(lowestSecond, best.second);
            highestSecond = std::max(highestSecond, best.second);
            lowest = std::min(lowest, best.rate);
            highest = std::max(highest, best.rate);
        } else {
            one = {countedFrom(point), Reason::TooFew, Reason::TooFew, group.costNow, true};
        }
        result.cost += one.cost;
        result.costNow += group.costNow;
    }
    result.gap = std::max(highest - lowest, highestSecond - lowestSecond);
    return result;
}

}  // namespace reckoner
