#include "core/metrics/prevalence_threshold.h"

#include <limits>

namespace reckoner {

double prevalenceThreshold(const Sweep& sweep) {
    double found = std::numeric_limits<double>::infinity();
    sweep.scan([&](double threshold, const Tally& tally) {
        found = threshold;
        return tally.tp.weight + tally.fp.weight < tally.tp.weight + tally.fn.weight;
    });
    return found;
}

}  // namespace reckoner
