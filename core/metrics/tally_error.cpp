#include "core/metrics/tally_error.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "core/metrics/intervals.h"

namespace reckoner {
namespace {

constexpr std::array<Sums Tally::*, 4> kCells{&Tally::tp, &Tally::fp, &Tally::fn, &Tally::tn};

// d metric / d weight of one cell, times the weight of all. Precondition: the cell is not empty.
std::optional<double> slope(const MetricEntry& metric, const Tally& tally, Sums Tally::*cell) {
    const double all = tally.weight();
    const double step = std::min(1e-5 * all, (tally.*cell).weight / 2);
    Tally more = tally;
    Tally less = tally;
    (more.*cell).weight += step;
    (less.*cell).weight -= step;
    const Value up = metric.value(more);
    const Value down = metric.value(less);
    if (!up || !down) return std::nullopt;
    return (*up - *down) / (2 * step) * all;
}

}  // namespace

std::optional<double> standardError(const MetricEntry& metric, const Tally& tally) {
    const double all = tally.weight();
    const double squares = tally.tp.weightSq + tally.fp.weightSq + tally.fn.weightSq + tally.tn.weightSq;
    if (!metric.value(tally) || !(all > 0) || !(squares > 0)) return std::nullopt;
    double mean = 0;
    double square = 0;
    for (const auto cell : kCells) {
        const double share = (tally.*cell).weight / all;
        if (!(share > 0)) continue;
        const auto g = slope(metric, tally, cell);
        if (!g) return std::nullopt;
        mean += share * *g;
        square += share * *g * *g;
    }
    return std::sqrt(std::max(0.0, square - mean * mean) * squares) / all;
}

Interval rangeOf(const MetricEntry& metric) {
    if (metric.id == "mcc" || metric.id == "kappa") return {-1, 1};
    if (metric.id == "lift" || metric.id == "log_loss") return {0, std::numeric_limits<double>::infinity()};
    return {0, 1};
}

}  // namespace reckoner
