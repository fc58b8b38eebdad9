#include "core/metrics/fairness.h"

#include <string>

#include <gtest/gtest.h>

#include "core/cost/operating_point.h"
#include "core/metrics/run_analysis.h"
#include "core/metrics/segments.h"
#include "tests/support/demo_table.h"

namespace reckoner {
namespace {

using FairnessJson = nlohmann::json;

Tally groupTally(std::uint64_t tp, std::uint64_t fp, std::uint64_t fn, std::uint64_t tn) {
    const auto sums = [](std::uint64_t n) {
        return Sums{n, static_cast<double>(n), static_cast<double>(n), {}};
    };
    return {sums(tp), sums(fp), sums(fn), sums(tn)};
}

void expectNumber(const Value& ours, const FairnessJson& reference, const std::string& where) {
    ASSERT_TRUE(ours) << where;
    EXPECT_TRUE(test::agrees(*ours, reference.get<double>())) << where << ": " << *ours << " " << reference;
}

std::string nameOf(const SegmentTable& table, std::uint32_t group) {
    return table.segments[group].key.values[0].value_or("(missing)");
}

double rateOf(const SegmentTable& table, const std::string& name, const std::string& metric) {
    for (std::uint32_t group = 0; group < table.segments.size(); ++group)
        if (nameOf(table, group) == name) return **table.segments[group].metric(metric);
    ADD_FAILURE() << name << " is no segment";
    return -1;
}

void expectSpread(const SegmentTable& table, const RateSpread& ours, const FairnessJson& reference,
                  const std::string& metric, const std::string& where) {
    expectNumber(ours.min, reference.at("min"), where + " min");
    expectNumber(ours.max, reference.at("max"), where + " max");
    expectNumber(ours.difference, reference.at("difference"), where + " difference");
    expectNumber(ours.ratio, reference.at("ratio"), where + " ratio");
    EXPECT_EQ(ours.groups, reference.at("n_groups").get<std::uint32_t>()) << where;
    // Of several groups with the same rate either may be named.
    EXPECT_EQ(rateOf(table, reference.at("group_min"), metric), *ours.min) << where;
    EXPECT_EQ(rateOf(table, nameOf(table, ours.groupMin), metric), *ours.min) << where;
    EXPECT_EQ(rateOf(table, reference.at("group_max"), metric), *ours.max) << where;
    EXPECT_EQ(rateOf(table, nameOf(table, ours.groupMax), metric), *ours.max) << where;
}

int expectFairness(const EvalTablePtr& table, const FairnessJson& reference, std::uint64_t minimumN,
                   const std::string& where) {
    int compared = 0;
    for (const auto& [column, thresholds] : reference.items()) {
        AnalysisRequest request;
        request.table = table;
        request.groupBy = {column};
        const RunAnalysisPtr analysis = analyse(request);
        for (const auto& [threshold, expected] : thresholds.items()) {
            const std::string at = where + "/" + column + " at " + threshold;
            const SegmentTable segments = segmentTable(*analysis, parseNumber(threshold).value());
            const Fairness ours = fairness(segments, minimumN);
            expectSpread(segments, ours.selectionRate, expected.at("selection_rate"), "selection_rate", at);
            expectSpread(segments, ours.tpr, expected.at("tpr"), "recall", at);
            expectSpread(segments, ours.fpr, expected.at("fpr"), "fpr", at);
            expectSpread(segments, ours.precision, expected.at("precision"), "precision", at);
            expectSpread(segments, ours.accuracy, expected.at("accuracy"), "accuracy", at);
            expectNumber(ours.demographicParityDifference, expected.at("demographic_parity_difference"), at);
            expectNumber(ours.demographicParityRatio, expected.at("demographic_parity_ratio"), at);
            expectNumber(ours.equalOpportunityDifference, expected.at("equal_opportunity_difference"), at);
            expectNumber(ours.equalizedOddsDifference, expected.at("equalized_odds_difference"), at);
            expectNumber(ours.equalizedOddsRatio, expected.at("equalized_odds_ratio"), at);
            ++compared;
        }
    }
    return compared;
}

void expectFairnessOf(const std::string& file, const FairnessJson& run) {
    const auto table = test::demoRun(file).build();
    EXPECT_GE(expectFairness(table, run.at("fairness"), 0, file), 3) << file;
    const std::string large = "fairness_groups_with_n>=30";
    if (run.contains(large)) {
        EXPECT_GE(expectFairness(table, run.at(large), 30, file), 1) << file;
    }
}

TEST(FairnessReference, Credit) {
    const FairnessJson runs = test::referenceNumbers("credit_default").at("runs");
    expectFairnessOf("credit_default/credit_default_v1_logreg.csv", runs.at("v1"));
    expectFairnessOf("credit_default/credit_default_v2_forest.csv", runs.at("v2"));
    expectFairnessOf("credit_default/credit_default_v3_boosting.jsonl", runs.at("v3"));
}

TEST(FairnessReference, Reviews) {
    const FairnessJson runs = test::referenceNumbers("food_reviews").at("runs");
    expectFairnessOf("food_reviews/food_reviews_v1_naivebayes.csv", runs.at("v1"));
    expectFairnessOf("food_reviews/food_reviews_v2_tfidf.jsonl", runs.at("v2"));
}

TEST(FairnessReference, FlightWeeks) {
    const FairnessJson reference = test::referenceNumbers("flight_delay");
    for (const auto& [week, numbers] : reference.at("weekly_runs").items())
        expectFairnessOf("flight_delay/flight_delay_v1_2001-" + week + ".csv", numbers);
}

TEST(Fairness, FollowsTheFormulas) {
    const std::vector<Tally> groups = {groupTally(8, 2, 2, 8), groupTally(3, 1, 3, 13)};
    const Fairness result = fairness(groups);
    EXPECT_NEAR(*result.demographicParityDifference, 0.5 - 0.2, 1e-15);
    EXPECT_NEAR(*result.demographicParityRatio, 0.4, 1e-15);
    EXPECT_NEAR(*result.equalOpportunityDifference, 0.8 - 0.5, 1e-15);
    EXPECT_NEAR(*result.fpr.difference, 0.2 - 1.0 / 14, 1e-15);
    EXPECT_NEAR(*result.equalizedOddsDifference, 0.3, 1e-15);
    EXPECT_NEAR(*result.equalizedOddsRatio, 5.0 / 14, 1e-15);
    EXPECT_NEAR(*result.fnr.difference, 0.3, 1e-15);
    EXPECT_EQ(result.selectionRate.groupMin, 1u);
    EXPECT_EQ(result.selectionRate.groupMax, 0u);
}

TEST(Fairness, GroupsWithAnUndefinedRateAreLeftOutAndNamed) {
    // The second group has no positives, the third has no samples, the fourth flags nobody.
    const std::vector<Tally> groups = {groupTally(8, 2, 2, 8), groupTally(0, 3, 0, 7), groupTally(0, 0, 0, 0),
                                       groupTally(0, 0, 4, 6)};
    const Fairness result = fairness(groups);
    EXPECT_EQ(result.tpr.leftOut, std::vector<std::uint32_t>{1});
    EXPECT_EQ(result.tpr.groups, 2u);
    EXPECT_EQ(*result.tpr.difference, 0.8);
    EXPECT_EQ(result.precision.leftOut, std::vector<std::uint32_t>{3});
    EXPECT_TRUE(result.selectionRate.leftOut.empty());
    EXPECT_EQ(result.selectionRate.groups, 3u);
}

TEST(Fairness, SmallGroupsAreListed) {
    const std::vector<Tally> groups = {groupTally(80, 20, 20, 80), groupTally(0, 1, 0, 0),
                                       groupTally(30, 10, 10, 50)};
    const Fairness result = fairness(groups, 30);
    EXPECT_EQ(result.tooSmall, std::vector<std::uint32_t>{1});
    EXPECT_EQ(result.selectionRate.groups, 2u);
    EXPECT_EQ(result.selectionRate.groupMin, 2u);
}

TEST(Fairness, WithoutARateThereIsNoFigure) {
    const Fairness none = fairness(std::vector<Tally>{});
    EXPECT_EQ(none.demographicParityRatio.why, Reason::NoSamples);
    const Fairness nobodyFlagged =
        fairness(std::vector<Tally>{groupTally(0, 0, 1, 9), groupTally(0, 0, 2, 8)});
    EXPECT_EQ(*nobodyFlagged.demographicParityDifference, 0.0);
    EXPECT_EQ(nobodyFlagged.demographicParityRatio.why, Reason::ZeroEverywhere);
    EXPECT_EQ(nobodyFlagged.precision.ratio.why, Reason::NothingFlagged);
}

}  // namespace
}  // namespace reckoner
