#include "core/metrics/paired_shares.h"

#include <algorithm>
#include <cmath>

#include "core/metrics/intervals.h"

namespace reckoner {
namespace {

// The correlation of the two judgements, shrunk towards 0 where it is positive (Newcombe's correction).
double correlation(const PairedShares& shares) {
    const auto a = static_cast<double>(shares.both);
    const auto b = static_cast<double>(shares.onlyFirst);
    const auto c = static_cast<double>(shares.onlySecond);
    const auto d = static_cast<double>(shares.neither);
    const double margins = (a + b) * (c + d) * (a + c) * (b + d);
    if (margins == 0) return 0;
    double cross = a * d - b * c;
    if (cross > 0) cross = std::max(0.0, cross - static_cast<double>(shares.n()) / 2);
    return cross / std::sqrt(margins);
}

double joined(double one, double other, double phi) {
    return std::sqrt(std::max(0.0, one * one - 2 * phi * one * other + other * other));
}

}  // namespace

Value PairedShares::difference() const {
    if (n() == 0) return Reason::NoSamples;
    return (static_cast<double>(onlySecond) - static_cast<double>(onlyFirst)) / static_cast<double>(n());
}

std::optional<Interval> pairedDifference95(const PairedShares& shares) {
    const auto n = static_cast<double>(shares.n());
    const auto first = static_cast<double>(shares.both + shares.onlyFirst);
    const auto second = static_cast<double>(shares.both + shares.onlySecond);
    const auto before = wilson95(first, n);
    const auto now = wilson95(second, n);
    if (!before || !now) return std::nullopt;
    const double p = first / n;
    const double q = second / n;
    const double phi = correlation(shares);
    const double difference = *shares.difference();
    return Interval{difference - joined(q - now->lo, before->hi - p, phi),
                    difference + joined(now->hi - q, p - before->lo, phi)};
}

}  // namespace reckoner
