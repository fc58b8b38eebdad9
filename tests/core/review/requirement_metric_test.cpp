#include "core/review/requirement_metric.h"

#include <set>

#include <gtest/gtest.h>

namespace reckoner {
namespace {

TEST(RequirementMetric, EveryFigureOfTheMatrixAndMoreIsOneOnce) {
    std::set<std::string_view> names;
    for (const RequirementMetric& metric : requirementMetrics()) {
        EXPECT_TRUE(names.insert(metric.id).second) << metric.id;
        EXPECT_LT(metric.lowest, metric.highest);
        EXPECT_FALSE(metric.title.empty());
    }
    for (const MetricEntry& entry : metricList())
        EXPECT_TRUE(findRequirementMetric(entry.id)) << entry.id;
    EXPECT_FALSE(findRequirementMetric("recal"));
}

TEST(RequirementMetric, SaysWhereItComesFromAndWhichWayIsBetter) {
    EXPECT_EQ(findRequirementMetric("recall")->source, RequirementSource::Decision);
    EXPECT_EQ(findRequirementMetric("f1")->source, RequirementSource::Combined);
    EXPECT_EQ(findRequirementMetric("mcc")->lowest, -1);
    EXPECT_EQ(findRequirementMetric("latency_p95")->direction, Direction::LowerIsBetter);
    EXPECT_EQ(findRequirementMetric("selection_rate_ratio")->direction, Direction::HigherIsBetter);
    EXPECT_LT(findRequirementMetric("cost_per_period")->lowest, -1e300);
}

}  // namespace
}  // namespace reckoner
