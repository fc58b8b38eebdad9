#include "core/wording/cost_unit.h"

#include <gtest/gtest.h>

namespace reckoner {
namespace {

TEST(CostUnit, IsMoneyOrWhatAlarmsAreWorth) {
    CostModel costs;
    EXPECT_EQ(unitOfCosts(costs), "false alarms\u2019 worth");
    costs.currency = "EUR";
    EXPECT_EQ(unitOfCosts(costs), "EUR");
}

}  // namespace
}  // namespace reckoner
