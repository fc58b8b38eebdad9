#include "core/metrics/tally.h"

namespace reckoner {

Sums& Sums::operator+=(const Sums& other) {
    n += other.n;
    weight += other.weight;
    weightSq += other.weightSq;
    for (std::size_t m = 0; m < kMaxMeasures; ++m)
        amounts[m] += other.amounts[m];
    return *this;
}

Sums& Sums::operator-=(const Sums& other) {
    n -= other.n;
    weight -= other.weight;
    weightSq -= other.weightSq;
    for (std::size_t m = 0; m < kMaxMeasures; ++m)
        amounts[m] -= other.amounts[m];
    return *this;
}

Tally& Tally::operator+=(const Tally& other) {
    tp += other.tp;
    fp += other.fp;
    fn += other.fn;
    tn += other.tn;
    return *this;
}

}  // namespace reckoner
