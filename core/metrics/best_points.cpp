#include "core/metrics/best_points.h"

#include <cmath>
#include <limits>

#include "core/base/cancel_every.h"

namespace reckoner {
namespace {

// The highest value of score(tally) over the distinct scores; a Value without a number is no candidate.
template <class ValueOf>
std::optional<BestPoint> best(const Sweep& sweep, const TaskContext& context, ValueOf valueOf) {
    std::optional<BestPoint> result;
    std::uint64_t visited = 0;
    sweep.scan([&](double threshold, const Tally& tally) {
        if (visited++ % kCancelEvery == 0) context.checkCancelled();
        if (std::isinf(threshold)) return true;
        const std::optional<double> value = valueOf(tally);
        if (!value) return true;
        if (!result || *value > result->value)
            result = BestPoint{threshold, tally, *value, 1};
        else if (*value == result->value)
            ++result->ties;
        return true;
    });
    return result;
}

double recallOf(const Tally& tally) {
    return tally.tp.weight / (tally.tp.weight + tally.fn.weight);
}

double fprOf(const Tally& tally) {
    return tally.fp.weight / (tally.fp.weight + tally.tn.weight);
}

bool hasBothClasses(const Sweep& sweep) {
    const Tally tally = sweep.at(std::numeric_limits<double>::infinity());
    return tally.fn.weight > 0 && tally.tn.weight > 0;
}

}  // namespace

std::optional<BestPoint> bestF1(const Sweep& sweep, const TaskContext& context) {
    return best(sweep, context, [](const Tally& t) -> std::optional<double> {
        if (t.tp.weight + t.fn.weight == 0) return std::nullopt;
        return 2 * t.tp.weight / (2 * t.tp.weight + t.fp.weight + t.fn.weight);
    });
}

std::optional<BestPoint> bestYouden(const Sweep& sweep, const TaskContext& context) {
    if (!hasBothClasses(sweep)) return std::nullopt;
    return best(sweep, context, [](const Tally& t) { return std::optional(recallOf(t) - fprOf(t)); });
}

std::optional<BestPoint> bestRecallWithPrecision(const Sweep& sweep, double atLeast,
                                                 const TaskContext& context) {
    return best(sweep, context, [atLeast](const Tally& t) -> std::optional<double> {
        if (t.tp.weight == 0 || t.tp.weight / (t.tp.weight + t.fp.weight) < atLeast) return std::nullopt;
        return recallOf(t);
    });
}

std::optional<BestPoint> bestRecallWithFpr(const Sweep& sweep, double atMost, const TaskContext& context) {
    if (!hasBothClasses(sweep)) return std::nullopt;
    const auto found = best(sweep, context, [atMost](const Tally& t) -> std::optional<double> {
        if (fprOf(t) > atMost) return std::nullopt;
        return recallOf(t);
    });
    if (found && found->tally.tp.n > 0) return found;
    const double nobody = std::numeric_limits<double>::infinity();
    return BestPoint{nobody, sweep.at(nobody), 0, 1};
}

TopShare topShare(const ThresholdSweep& sweep, double share) {
    TopShare result;
    const auto n = static_cast<double>(sweep.samples());
    result.k = static_cast<std::uint64_t>(std::ceil(share * n));
    if (result.k == 0) {
        result.capture = result.lift = Reason::NoSamples;
        return result;
    }
    const auto all = static_cast<double>(sweep.at(-std::numeric_limits<double>::infinity()).positives());
    result.positives = sweep.positivesInTop(result.k);
    result.cutFallsInATie = sweep.cutFallsInATie(result.k);
    const auto found = static_cast<double>(result.positives);
    result.capture = ratio(found, all, Reason::NoPositives);
    result.lift = ratio(found / static_cast<double>(result.k), all / n, Reason::NoPositives);
    return result;
}

}  // namespace reckoner
