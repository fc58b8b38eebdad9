#include "core/metrics/score_histogram.h"

#include <cassert>
#include <limits>

namespace reckoner {

ScoreHistogram scoreHistogram(const Sweep& sweep, double lo, double hi, int bars) {
    assert(bars > 0);
    ScoreHistogram result;
    result.lo = lo;
    result.hi = hi;
    const auto size = static_cast<std::size_t>(bars);
    result.positives.resize(size);
    result.negatives.resize(size);
    Tally above = sweep.at(std::numeric_limits<double>::infinity());
    for (std::size_t bar = size; bar-- > 0;) {
        const double share = static_cast<double>(bar) / bars;
        const double edge =
            bar == 0 ? -std::numeric_limits<double>::infinity() : lo * (1 - share) + hi * share;
        const Tally from = sweep.at(edge);
        result.positives[bar] = from.tp.n - above.tp.n;
        result.negatives[bar] = from.fp.n - above.fp.n;
        above = from;
    }
    return result;
}

}  // namespace reckoner
