// `metrics --json` against the reference numbers, by way of files, importer, store and process.
#include <cmath>

#include <gtest/gtest.h>

#include "tests/support/cli.h"

namespace reckoner {
namespace {

using MetricsDocument = nlohmann::json;

MetricsDocument referenceCase(const std::string& name) {
    std::ifstream in(std::string(RECKONER_FIXTURES) + "/reference/" + name + ".json");
    return MetricsDocument::parse(in);
}

void expectAgrees(const MetricsDocument& ours, const MetricsDocument& reference, const std::string& what) {
    if (reference.is_null() || ours.is_null()) {
        EXPECT_EQ(ours, reference) << what;
        return;
    }
    const double expected = reference.get<double>();
    EXPECT_NEAR(ours.get<double>(), expected, 1e-9 * std::max(1.0, std::abs(expected))) << what;
}

void expectCounts(const MetricsDocument& confusion, const MetricsDocument& reference,
                  const std::string& what) {
    for (const char* key : {"tp", "fp", "fn", "tn"})
        EXPECT_EQ(confusion.at(key), reference.at(key)) << what << " " << key;
}

void expectAtThreshold(const MetricsDocument& ours, const MetricsDocument& reference,
                       const std::string& what) {
    expectCounts(ours.at("confusion"), reference, what);
    for (const char* key : {"accuracy", "precision", "recall", "specificity", "f1", "mcc",
                            "balanced_accuracy", "selection_rate"})
        expectAgrees(ours.at("metrics").at(key), reference.at(key), what + " " + key);
    if (!reference.contains("wilson95")) return;
    for (const auto& [key, interval] : reference.at("wilson95").items())
        for (const std::size_t end : {0u, 1u})
            expectAgrees(ours.at("intervals").at(key).at(end), interval.at(end),
                         what + " interval of " + key);
}

void expectOverThresholds(const MetricsDocument& ours, const MetricsDocument& reference,
                          const std::string& what) {
    const auto& metrics = ours.at("metrics");
    for (const char* key : {"roc_auc", "average_precision", "ks", "log_loss", "brier"})
        expectAgrees(metrics.at(key), reference.at(key), what + " " + key);
    for (const std::string bins : {"10", "15"})
        expectAgrees(metrics.at("ece_" + bins), reference.at("calibration").at(bins).at("ece"),
                     what + " ECE " + bins);
    for (const std::size_t end : {0u, 1u})
        expectAgrees(ours.at("intervals").at("roc_auc").at(end),
                     reference.at("auc_delong").at("ci95").at(end), what + " DeLong");
}

void expectOptimum(const test::Cli& cli, const std::string& run, const MetricsDocument& reference) {
    for (const auto& [name, optimum] : reference.at("cost_optimum").items()) {
        const auto& m = optimum.at("matrix");
        const std::string cost = "tp=" + m["TP"].dump() + ",fp=" + m["FP"].dump() + ",fn=" + m["FN"].dump() +
                                 ",tn=" + m["TN"].dump();
        const auto ours = cli.json({"metrics", run, "--cost", cost, "--threshold", "0.5"}).at("cost");
        expectAgrees(ours.at("best").at("total"), optimum.at("min_cost"), run + " " + name);
        if (optimum.at("threshold_highest") == "inf")
            EXPECT_EQ(ours.at("best").at("threshold"), "inf");
        else
            expectAgrees(ours.at("best").at("threshold"), optimum.at("threshold_highest"), run + " " + name);
        expectAgrees(ours.at("bayes_threshold"), optimum.at("bayes_threshold"), run + " " + name);
    }
}

void expectRun(const test::Cli& cli, const std::string& run, const MetricsDocument& reference) {
    for (const auto& [threshold, figures] : reference.at("at_threshold").items()) {
        const auto ours = cli.json({"metrics", run, "--threshold", threshold});
        ASSERT_TRUE(ours.is_object()) << run;
        expectAtThreshold(ours, figures, run + " at " + threshold);
        expectOverThresholds(ours, reference, run);
    }
    expectOptimum(cli, run, reference);
}

TEST(MetricsReference, CreditVersions) {
    const test::Cli cli(test::demoStore());
    const auto reference = referenceCase("credit_default").at("runs");
    for (const std::string v : {"1", "2", "3"})
        expectRun(cli, "credit-default/" + v + ".0.0@credit-applications-cv5", reference.at("v" + v));
}

TEST(MetricsReference, ReviewVersions) {
    const test::Cli cli(test::demoStore());
    const auto reference = referenceCase("food_reviews").at("runs");
    for (const std::string v : {"1", "2"})
        expectRun(cli, "food-review-sentiment/" + v + ".0.0@fine-foods-test", reference.at("v" + v));
}

TEST(MetricsReference, WeeklyRuns) {
    const test::Cli cli(test::demoStore());
    // Kept: items() of a temporary would outlive it.
    const auto flights = referenceCase("flight_delay");
    for (const auto& [week, reference] : flights.at("weekly_runs").items())
        expectRun(cli, "flight-delay/1.0.0@flights-2001-" + week, reference);
}

// {"home": "rent"} or {"home": "rent", "job": null} as the reference names it.
std::string groupName(const MetricsDocument& values, const std::vector<std::string>& columns) {
    std::string name;
    for (const std::string& column : columns)
        name += (name.empty() ? "" : " \u00D7 ") +
                (values.at(column).is_null() ? "(missing)" : values.at(column).get<std::string>());
    return name;
}

void expectSegments(const test::Cli& cli, const std::string& run, const MetricsDocument& reference,
                    const std::string& threshold) {
    for (const auto& [column, groups] : reference.at("segments").items()) {
        std::vector<std::string> columns{column};
        if (const auto at = column.find(" \u00D7 "); at != std::string::npos)
            columns = {column.substr(0, at), column.substr(at + 4)};
        std::string by;
        for (const std::string& part : columns)
            by += (by.empty() ? "" : ",") + part;
        const auto document = cli.json({"metrics", run, "--by", by, "--threshold", threshold});
        ASSERT_TRUE(document.is_object()) << by;
        EXPECT_EQ(document.at("segments").size(), groups.size()) << by;
        for (const auto& segment : document.at("segments")) {
            const std::string name = groupName(segment.at("values"), columns);
            ASSERT_TRUE(groups.contains(name)) << by << ": " << name;
            const auto& group = groups.at(name);
            EXPECT_EQ(segment.at("n"), group.at("n")) << name;
            expectCounts(segment.at("confusion"), group.at("at_threshold").at(threshold), by + " " + name);
            for (const char* key : {"precision", "recall", "f1", "mcc", "specificity"})
                expectAgrees(segment.at("metrics").at(key), group.at("at_threshold").at(threshold).at(key),
                             by + " " + name + " " + key);
            if (group.contains("roc_auc"))
                expectAgrees(segment.at("metrics").at("roc_auc"), group.at("roc_auc"),
                             by + " " + name + " AUC");
        }
    }
}

TEST(MetricsReference, SegmentsOfCredit) {
    const test::Cli cli(test::demoStore());
    expectSegments(cli, "2.0.0@credit-applications-cv5", referenceCase("credit_default").at("runs").at("v2"),
                   "0.5");
}

TEST(MetricsReference, FairnessOfCredit) {
    const test::Cli cli(test::demoStore());
    const auto fairness = referenceCase("credit_default").at("runs").at("v2").at("fairness");
    for (const auto& [column, byThreshold] : fairness.items()) {
        if (column.find("\u00D7") != std::string::npos) continue;
        const auto ours =
            cli.json({"metrics", "2.0.0@credit-applications-cv5", "--by", column, "--threshold", "0.5"})
                .at("fairness")
                .at(column);
        const auto& reference = byThreshold.at("0.5");
        expectAgrees(ours.at("selection_rate_ratio"), reference.at("selection_rate").at("ratio"), column);
        expectAgrees(ours.at("tpr_difference"), reference.at("tpr").at("difference"), column);
        expectAgrees(ours.at("fpr_difference"), reference.at("fpr").at("difference"), column);
        expectAgrees(ours.at("fpr_ratio"), reference.at("fpr").at("ratio"), column);
        expectAgrees(ours.at("equalized_odds_difference"), reference.at("equalized_odds_difference"), column);
    }
}

}  // namespace
}  // namespace reckoner
