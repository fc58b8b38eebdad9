#include "core/wording/cost_unit.h"

namespace reckoner {

std::string unitOfCosts(const CostModel& costs) {
    return costs.inMoney() ? costs.currency : std::string("false alarms\u2019 worth");
}

}  // namespace reckoner
