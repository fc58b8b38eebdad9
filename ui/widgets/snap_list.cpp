#include "ui/widgets/snap_list.h"

#include <QObject>

#include "core/wording/chart_sentences.h"
#include "core/wording/limit_sentences.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

std::optional<Snap> lowestCost(const OperatingFacts& facts) {
    if (!facts.run->best) return std::nullopt;
    return Snap{QObject::tr("Lowest cost"), facts.run->best->threshold, {}};
}

std::optional<Snap> policyInForce(const OperatingFacts& facts) {
    if (!facts.policy) return std::nullopt;
    return Snap{QObject::tr("Policy"), *facts.policy, {}};
}

std::optional<double> thresholdOf(const LimitedOptimum& found) {
    if (!found.best) return std::nullopt;
    return found.best->threshold;
}

std::optional<Snap> withinLimits(const OperatingFacts& facts) {
    if (!facts.limited) return std::nullopt;
    return Snap{QObject::tr("Within limits"), thresholdOf(*facts.limited),
                qt(limitedSentence(facts.limits, *facts.limited, *facts.run, facts.words))};
}

std::optional<Snap> withinCapacity(const OperatingFacts& facts) {
    if (!facts.capacity || !facts.fitting) return std::nullopt;
    Limits limits;
    limits.capacity = facts.capacity;
    return Snap{qt(reviewsText(*facts.capacity)), thresholdOf(*facts.fitting),
                qt(limitedSentence(limits, *facts.fitting, *facts.run, facts.words))};
}

constexpr SnapRow kRows[] = {
    {"Lowest", lowestCost},
    {"Policy", policyInForce},
    {"Limits", withinLimits},
    {"Capacity", withinCapacity},
};

}  // namespace

std::span<const SnapRow> snapRows() {
    return kRows;
}

}  // namespace reckoner
