#include "core/metrics/binned_draws.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/metrics/multinomial.h"

namespace reckoner {
namespace {

constexpr std::size_t kBins = 512;

struct Range {
    double lo = std::numeric_limits<double>::infinity();
    double hi = -std::numeric_limits<double>::infinity();
    double scale() const { return hi > lo ? static_cast<double>(kBins) / (hi - lo) : 0; }
};

// Sums about the bin's lower edge: squares then lose no digits.
struct Bin {
    std::uint64_t n = 0;
    double sum = 0;
    double squares = 0;
};

}  // namespace

BinnedDraws::BinnedDraws(std::span<const double> values, std::span<const std::uint8_t> classes,
                         std::size_t classCount) {
    const auto classOf = [&](std::size_t i) { return classes.empty() ? std::size_t{0} : classes[i]; };
    std::vector<Range> ranges(classCount);
    for (std::size_t i = 0; i < values.size(); ++i) {
        Range& range = ranges[classOf(i)];
        range.lo = std::min(range.lo, values[i]);
        range.hi = std::max(range.hi, values[i]);
    }
    std::vector<Bin> bins(kBins * classCount);
    std::vector<double> scales;
    for (const Range& range : ranges)
        scales.push_back(range.scale());
    for (std::size_t i = 0; i < values.size(); ++i) {
        const std::size_t of = classOf(i);
        const double above = values[i] - ranges[of].lo;
        const auto place = std::min(static_cast<std::size_t>(above * scales[of]), kBins - 1);
        Bin& bin = bins[of * kBins + place];
        const double inside = scales[of] > 0 ? above - static_cast<double>(place) / scales[of] : 0;
        ++bin.n;
        bin.sum += inside;
        bin.squares += inside * inside;
    }
    for (std::size_t of = 0; of < classCount; ++of) {
        for (std::size_t place = 0; place < kBins; ++place) {
            const Bin& bin = bins[of * kBins + place];
            if (bin.n == 0) continue;
            const auto n = static_cast<double>(bin.n);
            const double edge =
                ranges[of].lo + (scales[of] > 0 ? static_cast<double>(place) / scales[of] : 0);
            counts_.push_back(bin.n);
            means_.push_back(edge + bin.sum / n);
            variances_.push_back(std::max(0.0, bin.squares / n - bin.sum / n * (bin.sum / n)));
        }
        classEnds_.push_back(counts_.size());
    }
}

void BinnedDraws::draw(Random& random, std::vector<std::uint64_t>& drawn, std::span<ClassSum> out) const {
    drawn.resize(counts_.size());
    resampleCounts(random, counts_, drawn);
    std::size_t bin = 0;
    for (std::size_t of = 0; of < classEnds_.size(); ++of) {
        ClassSum total;
        double variance = 0;
        for (; bin < classEnds_[of]; ++bin) {
            const auto m = static_cast<double>(drawn[bin]);
            total.n += drawn[bin];
            total.sum += m * means_[bin];
            variance += m * variances_[bin];
        }
        total.sum += random.normal() * std::sqrt(variance);
        out[of] = total;
    }
}

}  // namespace reckoner
