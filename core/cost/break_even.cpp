#include "core/cost/break_even.h"

#include <algorithm>
#include <cmath>

#include "core/base/cancel_every.h"

namespace reckoner {
namespace {

bool costsNothing(const OutcomeCost& cost) {
    return cost.fixed == 0 && (cost.factor == 0 || cost.amountColumn.empty());
}

// The total as a line over the price x of one outcome: rest + unit x.
struct Line {
    double rest = 0;
    double unit = 0;
};

Line lineOf(const BoundCost& cost, const Tally& tally, Outcome outcome) {
    const CostParts parts = cost.of(tally);
    const double part[] = {parts.tp, parts.fp, parts.fn, parts.tn};
    const Sums* sums[] = {&tally.tp, &tally.fp, &tally.fn, &tally.tn};
    const auto at = static_cast<std::size_t>(outcome);
    const bool positive = outcome == Outcome::Caught || outcome == Outcome::Missed;
    Line line;
    for (std::size_t i = 0; i < 4; ++i)
        if (i != at) line.rest += part[i];
    const bool free = costsNothing(priceOf(cost.model(), outcome));
    line.unit = free ? cost.weight(positive ? *sums[at] : Sums{}, positive ? Sums{} : *sums[at]) : part[at];
    return line;
}

OutcomeCost priceAt(const OutcomeCost& today, double x) {
    if (costsNothing(today)) return {x, 0, {}};
    return {today.fixed * x, today.factor * x, today.amountColumn};
}

}  // namespace

const OutcomeCost& priceOf(const CostModel& model, Outcome outcome) {
    const OutcomeCost* prices[] = {&model.tp, &model.fp, &model.fn, &model.tn};
    return *prices[static_cast<std::size_t>(outcome)];
}

OutcomeCost& priceOf(CostModel& model, Outcome outcome) {
    OutcomeCost* prices[] = {&model.tp, &model.fp, &model.fn, &model.tn};
    return *prices[static_cast<std::size_t>(outcome)];
}

BreakEven breakEven(const Choice& now, const Choice& other, Outcome outcome) {
    const BoundCost foreign(now.run.cost.model(), other.run.measures, other.run.cost.shift());
    Line a = lineOf(now.run.cost, now.run.sweep->at(now.threshold), outcome);
    Line b = lineOf(foreign, other.run.sweep->at(other.threshold), outcome);
    for (const auto& [line, run] : {std::pair(&a, &now.run), std::pair(&b, &other.run)})
        *line = {run->perPeriod(line->rest), run->perPeriod(line->unit)};
    const double rest = a.rest - b.rest;  // now minus other, at no price
    const double unit = a.unit - b.unit;
    BreakEven result;
    if (unit == 0) {
        result.turns = rest <= 0 ? Turns::Always : Turns::Never;
        return result;
    }
    const double x = -rest / unit;
    if (unit < 0)
        result.turns = x <= 0 ? Turns::Always : Turns::HoldsAbove;
    else
        result.turns = x < 0 ? Turns::Never : Turns::HoldsBelow;
    if (result.turns == Turns::Always || result.turns == Turns::Never) return result;
    const OutcomeCost& today = priceOf(now.run.cost.model(), outcome);
    result.at = priceAt(today, x);
    result.factor = costsNothing(today) ? 0 : x;
    return result;
}

std::optional<PriceRange> stablePrices(const Choice& now, Outcome outcome, const TaskContext& context) {
    const BoundCost& cost = now.run.cost;
    const Line mine = lineOf(cost, now.run.sweep->at(now.threshold), outcome);
    PriceRange range;
    bool possible = true;
    std::uint64_t visited = 0;
    now.run.sweep->scan([&](double, const Tally& tally) {
        if (visited++ % kCancelEvery == 0) context.checkCancelled();
        const Line other = lineOf(cost, tally, outcome);
        const double rest = mine.rest - other.rest;
        const double unit = mine.unit - other.unit;
        if (unit == 0)
            possible = rest <= 0;
        else if (unit < 0)
            range.lo = std::max(range.lo, -rest / unit);
        else
            range.hi = std::min(range.hi, -rest / unit);
        possible = possible && range.lo <= range.hi;
        return possible;
    });
    if (!possible) return std::nullopt;
    const OutcomeCost& today = priceOf(cost.model(), outcome);
    range.loAt = priceAt(today, range.lo);
    if (std::isfinite(range.hi)) range.hiAt = priceAt(today, range.hi);
    return range;
}

}  // namespace reckoner
