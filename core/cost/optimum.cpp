#include "core/cost/optimum.h"

#include <cassert>
#include <cmath>
#include <limits>

#include "core/base/cancel_every.h"

namespace reckoner {
namespace {

bool isGain(const OutcomeCost& cost) {
    return cost.fixed < 0 || (cost.factor < 0 && !cost.amountColumn.empty());
}

}  // namespace

Optimum optimum(const Sweep& sweep, const BoundCost& cost, const TaskContext& context) {
    assert(sweep.samples() > 0);
    Optimum best;
    best.total = std::numeric_limits<double>::infinity();
    std::uint64_t visited = 0;
    sweep.scan([&](double threshold, const Tally& tally) {
        if (visited++ % kCancelEvery == 0) context.checkCancelled();
        const double total = cost.total(tally);
        if (total < best.total) {
            best.threshold = threshold;
            best.total = total;
            best.attaining = 0;
        }
        if (total == best.total) {
            best.lowestAttaining = threshold;
            ++best.attaining;
        }
        return true;
    });
    best.tally = sweep.at(best.threshold);
    best.flagNobody = cost.total(sweep.at(std::numeric_limits<double>::infinity()));
    best.flagEverybody = cost.total(sweep.at(sweep.lowest()));

    const double limit = best.total + 0.01 * std::abs(best.total);
    std::optional<double> stretchHi;  // where the stretch of good candidates being walked through began
    double stretchLo = 0;
    visited = 0;
    sweep.scan([&](double threshold, const Tally& tally) {
        if (visited++ % kCancelEvery == 0) context.checkCancelled();
        const bool good = cost.total(tally) <= limit;
        if (!good && threshold < best.threshold) return false;
        if (!good) {
            stretchHi.reset();
            return true;
        }
        if (!stretchHi) stretchHi = threshold;
        stretchLo = threshold;
        return true;
    });
    best.plateauHi = stretchHi.value_or(best.threshold);
    best.plateauLo = stretchLo;
    return best;
}

Value savings(double total, const Optimum& optimum, const CostModel& model) {
    for (const OutcomeCost* cost : {&model.tp, &model.fp, &model.fn, &model.tn})
        if (isGain(*cost)) return Reason::NotComparable;
    const double reference = std::min(optimum.flagEverybody, optimum.flagNobody);
    if (!(reference > 0)) return Reason::NotComparable;
    return 1 - total / reference;
}

}  // namespace reckoner
