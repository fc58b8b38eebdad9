#include "core/metrics/mcnemar.h"

#include <algorithm>

#include <boost/math/distributions/binomial.hpp>

namespace reckoner {

McNemar mcnemar(std::uint64_t b, std::uint64_t c) {
    McNemar result{b, c, 1, 1};
    if (b + c == 0) return result;
    const boost::math::binomial halves(static_cast<double>(b + c), 0.5);
    const auto fewer = static_cast<double>(std::min(b, c));
    const double tail = boost::math::cdf(halves, fewer);
    result.exactP = std::min(1.0, 2 * tail);
    result.midP = std::min(1.0, 2 * tail - boost::math::pdf(halves, fewer));
    return result;
}

}  // namespace reckoner
