#include "ui/widgets/snap_list.h"

#include <QObject>

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

constexpr SnapRow kRows[] = {
    {"Lowest", lowestCost},
    {"Policy", policyInForce},
};

}  // namespace

std::span<const SnapRow> snapRows() {
    return kRows;
}

}  // namespace reckoner
