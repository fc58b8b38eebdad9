#include "core/report/point_json.h"

#include <limits>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace reckoner {
namespace {

TEST(PointJson, NamesEveryCutoff) {
    EXPECT_EQ(cutoffsJson(0.42), Json::array({0.42}));
    EXPECT_EQ(cutoffsJson(std::numeric_limits<double>::infinity()), Json::array({"inf"}));
    EXPECT_TRUE(cutoffsJson(std::numeric_limits<double>::quiet_NaN()).is_null());
    TierPlan plan;
    plan.cutoffs = {0.3, 0.6};
    plan.tiers = usualTiers(2);
    EXPECT_EQ(cutoffsJson({0, plan}), Json::array({0.3, 0.6}));
}

}  // namespace
}  // namespace reckoner
