#include "core/cost/queue_search.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstdint>
#include <deque>
#include <limits>
#include <numeric>

namespace reckoner {
namespace {

constexpr double kNever = std::numeric_limits<double>::infinity();
constexpr int kPrices = 40;  // halvings of the price of a full queue
constexpr int kPolish = 8;   // rounds of moving a placement that was found
using Border = QueueProblem::Border;
using Places = std::vector<std::size_t>;
using Candidates = std::vector<std::uint32_t>;  // ascending

double costOf(const QueueProblem& problem, const Places& places) {
    double cost = 0;
    for (std::size_t i = 0; i < places.size(); ++i)
        cost += problem.borders[i].gain[places[i]];
    return cost;
}

double queuedBy(const QueueProblem& problem, const Places& places) {
    double queued = 0;
    for (std::size_t i = 0; i < places.size(); ++i)
        queued += problem.borders[i].sign * problem.weight[places[i]];
    return queued;
}

// At one price of what is queued every border is placed by itself, in order: a bound for each candidate of
// each border of what any placement through it costs at least.
class Priced {
 public:
    Priced(const QueueProblem& problem, double price) : problem_(problem), price_(price) {
        const std::size_t n = problem.weight.size();
        const std::size_t borders = problem.borders.size();
        forward_.assign(borders, std::vector<double>(n, kNever));
        for (std::size_t i = 0; i < borders; ++i) {
            const Border& border = problem.borders[i];
            double before = i == 0 ? 0 : kNever;
            for (std::size_t p = 0; p <= border.last; ++p) {
                if (i > 0) before = std::min(before, forward_[i - 1][p]);
                if (p >= border.first) forward_[i][p] = before + pricedGain(i, p);
            }
        }
    }

    // The cheapest placement at this price, which need not hold the limit.
    Places cheapest() const {
        Places places(problem_.borders.size());
        std::size_t end = problem_.weight.size();
        for (std::size_t i = places.size(); i-- > 0;) {
            const auto first = forward_[i].begin();
            places[i] = static_cast<std::size_t>(
                std::min_element(first, first + static_cast<std::ptrdiff_t>(end)) - first);
            end = places[i] + 1;
        }
        return places;
    }

    // Candidates of each border through which a placement may cost less than `known`.
    std::vector<Candidates> below(double known) const {
        const std::size_t n = problem_.weight.size();
        std::vector<Candidates> left(problem_.borders.size());
        std::vector<double> after(n, 0);  // the cheapest way on from here
        const double base = -price_ * problem_.limit;
        for (std::size_t i = left.size(); i-- > 0;) {
            const Border& border = problem_.borders[i];
            for (std::size_t p = border.first; p <= border.last; ++p)
                if (forward_[i][p] + after[p] + base < known)
                    left[i].push_back(static_cast<std::uint32_t>(p));
            double on = kNever;
            for (std::size_t p = n; p-- > 0;) {
                const bool may = p >= border.first && p <= border.last;
                if (may) on = std::min(on, pricedGain(i, p) + after[p]);
                after[p] = on;
            }
        }
        return left;
    }

 private:
    double pricedGain(std::size_t i, std::size_t p) const {
        const Border& border = problem_.borders[i];
        return border.gain[p] + price_ * border.sign * problem_.weight[p];
    }

    const QueueProblem& problem_;
    double price_;
    std::vector<std::vector<double>> forward_;  // by border and candidate: the cheapest way to get here
};

struct Pair {
    double cost = kNever;
    std::size_t upper = 0, lower = 0;
};

// The cheapest two neighbouring borders among the candidates given (ascending), at or after `from`, that
// queue at most `room`. O(candidates).
Pair cheapestPair(const QueueProblem& problem, std::size_t at, const Candidates& uppers,
                  const Candidates& lowers, std::size_t from, double room) {
    const Border& upper = problem.borders[at];
    const Border& lower = problem.borders[at + 1];
    Pair best;
    std::deque<std::size_t> window;  // uppers that may still win, the cheapest first
    auto next = std::lower_bound(uppers.begin(), uppers.end(), from);
    for (auto p = std::lower_bound(lowers.begin(), lowers.end(), from); p != lowers.end(); ++p) {
        const double left = room - lower.sign * problem.weight[*p];
        // A queue above the upper border opens uppers as the lower one sinks; one below it closes them.
        while (next != uppers.end() && *next <= *p &&
               (upper.sign <= 0 || upper.sign * problem.weight[*next] <= left)) {
            while (!window.empty() && upper.gain[window.back()] >= upper.gain[*next])
                window.pop_back();
            window.push_back(*next++);
        }
        if (upper.sign < 0)
            while (!window.empty() && upper.sign * problem.weight[window.front()] > left)
                window.pop_front();
        if (upper.sign == 0 && left < 0) continue;
        if (window.empty()) continue;
        const double cost = upper.gain[window.front()] + lower.gain[*p];
        if (cost < best.cost) best = {cost, window.front(), *p};
    }
    return best;
}

Candidates allOf(const Border& border) {
    Candidates all(border.last - border.first + 1);
    std::iota(all.begin(), all.end(), static_cast<std::uint32_t>(border.first));
    return all;
}

// Two borders of three moved at a time, the third stays: never dearer.
void polish(const QueueProblem& problem, Places& places, const std::vector<Candidates>& all) {
    if (places.size() != 3) return;
    for (int round = 0; round < kPolish; ++round) {
        const double before = costOf(problem, places);
        const double first = problem.borders[0].sign * problem.weight[places[0]];
        const Pair below = cheapestPair(problem, 1, all[1], all[2], places[0], problem.limit - first);
        if (below.cost + problem.borders[0].gain[places[0]] < before)
            places = {places[0], below.upper, below.lower};
        const double last = problem.borders[2].sign * problem.weight[places[2]];
        Candidates lowers = all[1];
        lowers.erase(std::upper_bound(lowers.begin(), lowers.end(), places[2]), lowers.end());
        const Pair above = cheapestPair(problem, 0, all[0], lowers, 0, problem.limit - last);
        if (above.cost + problem.borders[2].gain[places[2]] < costOf(problem, places))
            places = {above.upper, above.lower, places[2]};
        if (!(costOf(problem, places) < before)) return;
    }
}

// The price at which the queues just fit, and the cheapest placement there that fits.
struct Start {
    double price = 0;
    Places places;
};

Start startOf(const QueueProblem& problem, const TaskContext& context) {
    Start start;
    start.places = Priced(problem, 0).cheapest();
    if (queuedBy(problem, start.places) <= problem.limit) return start;
    double low = 0, high = 1;
    for (int i = 0;; ++i, high *= 4) {
        context.checkCancelled();
        start.places = Priced(problem, high).cheapest();
        if (queuedBy(problem, start.places) <= problem.limit || i > kPrices * 8) break;
        low = high;
    }
    for (int i = 0; i < kPrices && high - low > 1e-13 * high; ++i) {
        context.checkCancelled();
        const double middle = low + (high - low) / 2;
        const Places places = Priced(problem, middle).cheapest();
        const bool fits = queuedBy(problem, places) <= problem.limit;
        (fits ? high : low) = middle;
        if (fits && costOf(problem, places) < costOf(problem, start.places)) start.places = places;
    }
    start.price = high;
    return start;
}

void searchLeft(const QueueProblem& problem, const std::vector<Candidates>& left, Places& best,
                const TaskContext& context) {
    double known = costOf(problem, best);
    for (const std::size_t first : left[0]) {
        context.checkCancelled();
        const Border& border = problem.borders[0];
        const double room = problem.limit - border.sign * problem.weight[first];
        const Pair pair = cheapestPair(problem, 1, left[1], left[2], first, room);
        const double cost = border.gain[first] + pair.cost;
        if (cost >= known) continue;
        known = cost;
        best = {first, pair.upper, pair.lower};
    }
}

}  // namespace

std::vector<std::size_t> cheapestPlaces(const QueueProblem& problem, const TaskContext& context) {
    const std::size_t borders = problem.borders.size();
    assert(borders >= 2 && borders <= kMostCutoffs && !problem.weight.empty());
    std::vector<Candidates> all;
    for (const Border& border : problem.borders)
        all.push_back(allOf(border));
    if (borders == 2) {
        const Pair pair = cheapestPair(problem, 0, all[0], all[1], 0, problem.limit);
        return {pair.upper, pair.lower};
    }
    Start start = startOf(problem, context);
    polish(problem, start.places, all);
    // What only rounding makes cheaper is not searched for.
    const double known = costOf(problem, start.places);
    const double noise = 1e-12 * std::max(1.0, std::fabs(known));
    const std::vector<Candidates> left = Priced(problem, start.price).below(known - noise);
    searchLeft(problem, left, start.places, context);
    return start.places;
}

}  // namespace reckoner
