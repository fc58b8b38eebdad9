#include "core/metrics/metric_list.h"

#include <cmath>

#include <gtest/gtest.h>

namespace reckoner {
namespace {

Tally tallyOf(std::uint64_t tp, std::uint64_t fp, std::uint64_t fn, std::uint64_t tn, double scale = 1) {
    Tally tally;
    const auto fill = [scale](Sums& sums, std::uint64_t n) {
        const auto count = static_cast<double>(n);
        sums = {n, scale * count, scale * scale * count, {}};
    };
    fill(tally.tp, tp);
    fill(tally.fp, fp);
    fill(tally.fn, fn);
    fill(tally.tn, tn);
    return tally;
}

Value metric(std::string_view id, const Tally& tally) {
    return findMetric(id)->value(tally);
}

TEST(MetricList, HasTheIdsOfTheContractInOrder) {
    std::vector<std::string_view> ids;
    for (const MetricEntry& entry : metricList())
        ids.push_back(entry.id);
    const std::vector<std::string_view> expected{
        "accuracy",       "precision", "recall", "specificity", "f1",   "mcc",  "balanced_accuracy",
        "selection_rate", "npv",       "fpr",    "fnr",         "lift", "kappa"};
    EXPECT_EQ(ids, expected);
    EXPECT_EQ(findMetric("precision")->title, "Precision");
    EXPECT_EQ(findMetric("nothing"), nullptr);
}

TEST(MetricList, ComputesAnAsymmetricMatrix) {
    const Tally tally = tallyOf(20, 5, 10, 65);
    EXPECT_DOUBLE_EQ(*metric("accuracy", tally), 0.85);
    EXPECT_DOUBLE_EQ(*metric("precision", tally), 0.8);
    EXPECT_DOUBLE_EQ(*metric("recall", tally), 20.0 / 30);
    EXPECT_DOUBLE_EQ(*metric("specificity", tally), 65.0 / 70);
    EXPECT_DOUBLE_EQ(*metric("f1", tally), 40.0 / 55);
    EXPECT_DOUBLE_EQ(*metric("mcc", tally), (20.0 * 65 - 5 * 10) / std::sqrt(25.0 * 30 * 70 * 75));
    EXPECT_DOUBLE_EQ(*metric("balanced_accuracy", tally), (20.0 / 30 + 65.0 / 70) / 2);
    EXPECT_DOUBLE_EQ(*metric("selection_rate", tally), 0.25);
    EXPECT_DOUBLE_EQ(*metric("npv", tally), 65.0 / 75);
    EXPECT_DOUBLE_EQ(*metric("fpr", tally), 5.0 / 70);
    EXPECT_DOUBLE_EQ(*metric("fnr", tally), 10.0 / 30);
    EXPECT_DOUBLE_EQ(*metric("lift", tally), 0.8 / 0.3);
    EXPECT_DOUBLE_EQ(*metric("kappa", tally), (0.85 - 0.6) / 0.4);
}

TEST(MetricList, SaysWhyAMetricIsUndefined) {
    const Tally nothingFlagged = tallyOf(0, 0, 10, 90);
    EXPECT_EQ(metric("precision", nothingFlagged).why, Reason::NothingFlagged);
    EXPECT_EQ(metric("lift", nothingFlagged).why, Reason::NothingFlagged);
    EXPECT_EQ(*metric("f1", nothingFlagged), 0);
    EXPECT_EQ(*metric("mcc", nothingFlagged), 0);
    EXPECT_EQ(*metric("kappa", nothingFlagged), 0);

    const Tally allFlagged = tallyOf(10, 90, 0, 0);
    EXPECT_EQ(metric("npv", allFlagged).why, Reason::NothingPassed);
    EXPECT_EQ(*metric("mcc", allFlagged), 0);

    const Tally noPositives = tallyOf(0, 0, 0, 5);
    for (const char* id : {"recall", "fnr", "f1", "balanced_accuracy"})
        EXPECT_EQ(metric(id, noPositives).why, Reason::NoPositives) << id;
    EXPECT_EQ(metric("kappa", noPositives).why, Reason::SingleClass);
    EXPECT_EQ(*metric("mcc", noPositives), 0);

    const Tally noNegatives = tallyOf(3, 0, 2, 0);
    for (const char* id : {"specificity", "fpr", "balanced_accuracy"})
        EXPECT_EQ(metric(id, noNegatives).why, Reason::NoNegatives) << id;

    for (const MetricEntry& entry : metricList())
        EXPECT_FALSE(entry.value(Tally())) << entry.id;
}

TEST(MetricList, WeightsAllTheSameChangeNothing) {
    const Tally plain = tallyOf(20, 5, 10, 65);
    const Tally heavy = tallyOf(20, 5, 10, 65, 2.5);
    for (const MetricEntry& entry : metricList()) {
        EXPECT_NEAR(*entry.value(plain), *entry.value(heavy), 1e-12) << entry.id;
        if (!entry.proportion) continue;
        const auto share = entry.proportion(heavy);
        EXPECT_NEAR(share.successes / share.trials, *entry.value(plain), 1e-12) << entry.id;
        // n_eff is the number of samples again.
        const auto unweighted = entry.proportion(plain);
        EXPECT_NEAR(share.trials * share.trials / share.weightSq, unweighted.trials, 1e-9) << entry.id;
    }
}

TEST(MetricList, ProportionsBelongToTheSharesOnly) {
    for (const char* id : {"f1", "mcc", "balanced_accuracy", "lift", "kappa"})
        EXPECT_EQ(findMetric(id)->proportion, nullptr) << id;
    const auto precision = findMetric("precision")->proportion(tallyOf(20, 5, 10, 65));
    EXPECT_EQ(precision.successes, 20);
    EXPECT_EQ(precision.trials, 25);
}

}  // namespace
}  // namespace reckoner
