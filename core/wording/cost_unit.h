// What costs are counted in.
#pragma once

#include <string>

#include "core/cost/cost_model.h"

namespace reckoner {

// "EUR"; without money "false alarms' worth", which nobody takes for a count of them.
std::string unitOfCosts(const CostModel& costs);

}  // namespace reckoner
