// Resampled sums of values whatever their number: values are gathered in bins, and what lies inside a bin is
// drawn as the normal noise it sums up to.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/base/random.h"

namespace reckoner {

// n values of one or several classes. A replicate draws n of them with replacement; the sum over a class is
// sum(m_b mean_b) + z sqrt(sum(m_b variance_b)) over its bins, with m_b multinomial and z standard normal:
// mean and variance are those of drawing value by value, exactly; only the shape inside a bin (1/512 of the
// range) is taken as normal, which for sums of many draws it is.
class BinnedDraws {
 public:
    // classes: of each value, below `classCount`; empty: one class. Equal values in all of a class make one
    // bin. O(n). Precondition: values are finite.
    BinnedDraws(std::span<const double> values, std::span<const std::uint8_t> classes,
                std::size_t classCount);

    struct ClassSum {
        std::uint64_t n = 0;
        double sum = 0;
    };
    // One replicate, by class. drawn is scratch. O(bins).
    void draw(Random& random, std::vector<std::uint64_t>& drawn, std::span<ClassSum> out) const;

    std::size_t bins() const { return counts_.size(); }

 private:
    std::vector<std::uint64_t> counts_;   // by bin, the classes one after the other; none is empty
    std::vector<double> means_;           // beside
    std::vector<double> variances_;       // beside, of the values inside
    std::vector<std::size_t> classEnds_;  // one past the last bin of each class
};

}  // namespace reckoner
