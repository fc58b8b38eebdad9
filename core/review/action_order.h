// In which order a list of actions is read.
#pragma once

#include <vector>

#include "core/review/action.h"

namespace reckoner {

enum class ActionOrder { Day, Owner, Kind };
inline constexpr ActionOrder kActionOrders[] = {ActionOrder::Day, ActionOrder::Owner, ActionOrder::Kind};

// Open ones first, whatever the order; by owner without regard to case, those without one last. Ties keep the
// order they came in.
std::vector<Action> inOrder(std::vector<Action> actions, ActionOrder order);

}  // namespace reckoner
