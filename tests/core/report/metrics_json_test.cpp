#include "core/report/metrics_json.h"

#include <limits>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/support/vector_table.h"

namespace reckoner {
namespace {

MetricsRequest fiveRows() {
    MetricsRequest request;
    request.table = test::VectorTable()
                        .labels({"yes", "no", "yes", "", "no"})
                        .scores({0.9, 0.9, 0.2, 0.5, missingReal()})
                        .segment("city", {"Bern", "", "Bern", "", ""})
                        .weights({2, 0.5, 1, 1, 1})
                        .build();
    return request;
}

TEST(MetricsJson, CountsExclusionsAndIntervals) {
    auto request = fiveRows();
    request.threshold = 0.5;
    const Json document = metricsJson(metricsReport(request));
    EXPECT_EQ(document["task"], "binary");
    EXPECT_EQ(document["positive"], "yes");
    EXPECT_EQ(document["n"], 3);
    EXPECT_EQ(document["positives"], 2);
    EXPECT_EQ(document["excluded"]["missing_label"], 1);
    EXPECT_EQ(document["excluded"]["missing_score"], 1);
    EXPECT_EQ(document["intervals"].size(), 6u);
}

TEST(MetricsJson, WeightsMultiplyEveryCountAndThePlainOnesStandBeside) {
    auto request = fiveRows();
    request.threshold = 0.5;
    const Json document = metricsJson(metricsReport(request));
    EXPECT_EQ(document["confusion"]["tp"], 2.0);
    EXPECT_EQ(document["confusion"]["fp"], 0.5);
    EXPECT_EQ(document["confusion_unweighted"]["tp"], 1);
    EXPECT_EQ(document["metrics"]["precision"], 0.8);
}

TEST(MetricsJson, WithABootstrapFairnessSaysHowSureItIs) {
    std::vector<std::string> labels, cities;
    std::vector<double> scores;
    for (int i = 0; i < 200; ++i) {
        labels.push_back(i % 3 == 0 ? "yes" : "no");
        cities.push_back(i % 2 == 0 ? "Bern" : "Rome");
        scores.push_back((i * 37 % 100) / 100.0);
    }
    MetricsRequest request;
    request.table = test::VectorTable().labels(labels).scores(scores).segment("city", cities).build();
    request.threshold = 0.5;
    request.by = {"city"};
    EXPECT_FALSE(metricsJson(metricsReport(request))["fairness"]["city"].contains("intervals"));
    request.replicates = 50;
    const Json document = metricsJson(metricsReport(request));
    const Json& city = document["fairness"]["city"];
    for (const Json& segment : document["segments"]) {
        for (const char* id : {"f1", "mcc", "average_precision", "cost"})
            EXPECT_EQ(segment["intervals"][id].size(), 2u) << id;
        EXPECT_EQ(segment["dropped"], 0);
    }
    const Json& ends = city["intervals"]["selection_rate_ratio"];
    ASSERT_EQ(ends.size(), 2u);
    EXPECT_LE(ends[0].get<double>(), city["selection_rate_ratio"].get<double>());
    EXPECT_GE(ends[1].get<double>(), ends[0].get<double>());
}

TEST(MetricsJson, UndefinedIsNullAndNobodyIsInf) {
    auto request = fiveRows();
    request.threshold = std::numeric_limits<double>::infinity();
    const Json document = metricsJson(metricsReport(request));
    EXPECT_EQ(document["threshold"], "inf");
    EXPECT_TRUE(document["metrics"]["precision"].is_null());
    EXPECT_TRUE(document["intervals"]["precision"].is_null());
}

TEST(MetricsJson, AMissingSegmentValueIsNull) {
    auto request = fiveRows();
    request.by = {"city"};
    const Json document = metricsJson(metricsReport(request));
    ASSERT_EQ(document["segments"].size(), 2u);
    EXPECT_EQ(document["segments"][0]["values"]["city"], "Bern");
    EXPECT_TRUE(document["segments"][1]["values"]["city"].is_null());
    EXPECT_TRUE(document["fairness"]["city"].contains("equalized_odds_difference"));
}

TEST(MetricsJson, TheCurveGoesDownAndHasFiniteScoresOnly) {
    auto request = fiveRows();
    request.curve = true;
    const Json curve = metricsJson(metricsReport(request))["curve"];
    EXPECT_EQ(curve["thresholds"], (Json{0.9, 0.2}));
    EXPECT_EQ(curve["tp"], (Json{2.0, 3.0}));
    EXPECT_EQ(curve["fp"], (Json{0.5, 0.5}));
}

TEST(MetricsJson, MoneyNamesItsUnitAndPeriod) {
    auto request = fiveRows();
    EXPECT_EQ(metricsJson(metricsReport(request))["cost"]["unit"], "false alarms");
    CostModel costs;
    costs.currency = "EUR";
    costs.volumePerPeriod = 350;
    request.costs = costs;
    request.threshold = 0.5;
    const Json cost = metricsJson(metricsReport(request))["cost"];
    EXPECT_EQ(cost["unit"], "EUR");
    EXPECT_EQ(cost["total"], 1.5);
    EXPECT_DOUBLE_EQ(cost["per_decision"].get<double>(), 1.5 / 3.5);
    EXPECT_DOUBLE_EQ(cost["per_period"].get<double>(), 150);
    EXPECT_EQ(cost["period"], "month");
}

TEST(MetricsJson, WithoutAnySampleEverythingIsNull) {
    MetricsRequest request;
    request.table = test::VectorTable().labels({"", ""}).scores({0.5, 0.25}).build();
    request.threshold = 0.5;
    const Json document = metricsJson(metricsReport(request));
    EXPECT_EQ(document["n"], 0);
    for (const auto& [key, value] : document["metrics"].items())
        EXPECT_TRUE(value.is_null()) << key;
    EXPECT_TRUE(document["cost"]["total"].is_null());
    EXPECT_TRUE(document["cost"]["best"].is_null());
}

}  // namespace
}  // namespace reckoner
