#include "core/metrics/slice_contrast.h"

#include <array>
#include <cmath>

#include "core/metrics/significance.h"
#include "core/metrics/slice_cells.h"

namespace reckoner {
namespace {

struct Moments {
    double n = 0;
    double sum = 0;
    double squares = 0;

    double mean() const { return sum / n; }
    // Of the mean.
    double variance() const { return n > 1 ? std::max(0.0, squares - sum * sum / n) / (n - 1) / n : 0; }
};

double weightOf(const SliceData& data, std::size_t i) {
    return data.weights.empty() ? 1 : data.weights[i];
}

SliceCheck checkOf(const SliceData& data, const std::vector<std::uint8_t>& members) {
    SliceCount all, inside;
    for (std::size_t i = 0; i < data.errors.size(); ++i) {
        const double weight = weightOf(data, i);
        all.weight += weight;
        all.errors += weight * data.errors[i];
        if (!members[i]) continue;
        ++inside.n;
        inside.weight += weight;
        inside.errors += weight * data.errors[i];
    }
    SliceCheck check;
    check.n = inside.n;
    check.rate = ratio(inside.errors, inside.weight, Reason::NoSamples);
    check.lift = check.rate ? ratio(*check.rate, all.rate(), Reason::NoErrors) : check.rate;
    check.pValue = sliceContrast(data, members);
    return check;
}

}  // namespace

Value sliceContrast(const SliceData& data, const std::vector<std::uint8_t>& members) {
    std::array<Moments, 2> sides;
    for (std::size_t i = 0; i < data.errors.size(); ++i) {
        Moments& side = sides[members[i] ? 1 : 0];
        const double e = weightOf(data, i) * data.errors[i];
        side.n += 1;
        side.sum += e;
        side.squares += e * e;
    }
    if (sides[0].n == 0 || sides[1].n == 0) return Reason::NoSamples;
    if (SliceCells::countable(data))
        return twoProportionP({sides[1].mean(), sides[1].n}, {sides[0].mean(), sides[0].n});
    const double variance = sides[0].variance() + sides[1].variance();
    const double difference = sides[1].mean() - sides[0].mean();
    if (variance > 0) return std::erfc(std::abs(difference) / std::sqrt(2 * variance));
    return difference == 0 ? 1.0 : 0.0;
}

std::vector<SliceCheck> checkSlices(const SliceData& data,
                                    const std::vector<std::vector<std::uint8_t>>& members) {
    std::vector<SliceCheck> checks;
    std::vector<Value> p;
    for (const auto& one : members) {
        checks.push_back(checkOf(data, one));
        p.push_back(checks.back().pValue);
    }
    const std::vector<Value> q = benjaminiHochberg(p);
    for (std::size_t i = 0; i < q.size(); ++i)
        checks[i].qValue = q[i];
    return checks;
}

}  // namespace reckoner
