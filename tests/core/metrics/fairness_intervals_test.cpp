#include "core/metrics/fairness_intervals.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/base/executor.h"
#include "core/base/random.h"
#include "core/cost/operating_point.h"
#include "core/metrics/fairness.h"
#include "core/metrics/run_analysis.h"
#include "core/metrics/segments.h"
#include "tests/support/vector_table.h"

namespace reckoner {
namespace {

// Group a is flagged half as often as b; c has three samples.
RunAnalysisPtr unfairRun(bool weighted) {
    Random random(41);
    std::vector<std::string> labels;
    std::vector<std::string> groups;
    std::vector<double> scores;
    std::vector<double> weights;
    for (int i = 0; i < 1'003; ++i) {
        groups.push_back(i >= 1'000 ? "c" : i % 2 == 0 ? "a" : "b");
        scores.push_back(random.unit() < (i % 2 == 0 ? 0.2 : 0.4) ? 0.9 : 0.1);
        labels.push_back(random.below(2) == 0 ? "yes" : "no");
        weights.push_back(0.5 + random.unit());
    }
    AnalysisRequest request;
    test::VectorTable builder;
    builder.labels(labels).scores(scores).segment("group", groups);
    if (weighted) builder.weights(weights);
    request.table = builder.build();
    request.groupBy = {"group"};
    return analyse(request);
}

TEST(FairnessIntervals, HoldTheFigureAndAreAsWideAsTheDeltaMethodSays) {
    const RunAnalysisPtr analysis = unfairRun(false);
    const Fairness figures = fairness(segmentTable(*analysis, 0.5), 30);
    const FairnessIntervals result = fairnessIntervals(*analysis, 0.5, 30);
    const Interval ratio = result.intervals.at("selection_rate_ratio");
    EXPECT_LT(ratio.lo, *figures.demographicParityRatio);
    EXPECT_GT(ratio.hi, *figures.demographicParityRatio);
    // sd(log ratio)^2 = (1 - p) / (n p) + (1 - q) / (n q).
    const double p = *figures.selectionRate.min;
    const double q = *figures.selectionRate.max;
    const double sd = *figures.demographicParityRatio * std::sqrt((1 - p) / (500 * p) + (1 - q) / (500 * q));
    EXPECT_NEAR(ratio.hi - ratio.lo, 2 * 1.96 * sd, 0.15 * 2 * 1.96 * sd);
    EXPECT_EQ(result.replicates, kReplicates);
    EXPECT_EQ(result.seed, kBootstrapSeed);
}

TEST(FairnessIntervals, SmallGroupsStayOutInEveryReplicate) {
    const RunAnalysisPtr analysis = unfairRun(false);
    const auto with = fairnessIntervals(*analysis, 0.5, 0, 500);
    const auto without = fairnessIntervals(*analysis, 0.5, 30, 500);
    // Three samples are flagged never or always far more often than five hundred.
    EXPECT_GT(with.intervals.at("selection_rate_difference").hi,
              without.intervals.at("selection_rate_difference").hi);
}

TEST(FairnessIntervals, AreTheSameForEveryNumberOfThreads) {
    const RunAnalysisPtr analysis = unfairRun(true);
    const auto alone = fairnessIntervals(*analysis, 0.5, 30, 200);
    EXPECT_EQ(alone.intervals.size(), 14u);
    Executor executor(3);
    const auto together = fairnessIntervals(*analysis, 0.5, 30, 200, &executor);
    for (const auto& [name, interval] : alone.intervals) {
        EXPECT_EQ(interval.lo, together.intervals.at(name).lo) << name;
        EXPECT_EQ(interval.hi, together.intervals.at(name).hi) << name;
    }
}

// Counts are resampled in the place of samples: the same distribution as drawing one by one.
TEST(FairnessIntervals, AreThoseOfDrawingSampleBySample) {
    const RunAnalysisPtr analysis = unfairRun(false);
    const FairnessIntervals result = fairnessIntervals(*analysis, 0.5, 30);
    std::vector<double> differences;
    std::vector<double> ratios;
    for (std::uint32_t replicate = 0; replicate < 2'000; ++replicate) {
        Random random(99, replicate);
        double n[2] = {}, flagged[2] = {};
        for (std::size_t draw = 0; draw < 1'003; ++draw) {
            const std::size_t i = random.below(1'003);
            if (i >= 1'000) continue;
            ++n[i % 2];
            if (analysis->rows.scores[i] >= 0.5) ++flagged[i % 2];
        }
        const double a = flagged[0] / n[0], b = flagged[1] / n[1];
        differences.push_back(std::abs(a - b));
        ratios.push_back(std::min(a, b) / std::max(a, b));
    }
    std::sort(differences.begin(), differences.end());
    std::sort(ratios.begin(), ratios.end());
    // Within what two bootstraps of 2,000 replicates differ by: about a twentieth of the width.
    const Interval difference = result.intervals.at("selection_rate_difference");
    EXPECT_NEAR(difference.lo, differences[50], 0.008);
    EXPECT_NEAR(difference.hi, differences[1'949], 0.008);
    const Interval ratio = result.intervals.at("selection_rate_ratio");
    EXPECT_NEAR(ratio.lo, ratios[50], 0.02);
    EXPECT_NEAR(ratio.hi, ratios[1'949], 0.02);
}

TEST(FairnessIntervals, SayWhatGapChanceAloneMakes) {
    Random random(7);
    std::vector<std::string> labels;
    std::vector<std::string> groups;
    std::vector<double> scores;
    for (int i = 0; i < 1'000; ++i) {
        groups.push_back(i % 2 == 0 ? "a" : "b");
        scores.push_back(random.unit() < 0.3 ? 0.9 : 0.1);
        labels.push_back(random.below(2) == 0 ? "yes" : "no");
    }
    AnalysisRequest request;
    request.table = test::VectorTable().labels(labels).scores(scores).segment("group", groups).build();
    request.groupBy = {"group"};
    const RunAnalysisPtr fair = analyse(request);
    const auto chance = fairnessIntervals(*fair, 0.5, 30).chance;
    // The 95th percentile of |a - b| of two shares of 500: 1.96 standard deviations.
    EXPECT_NEAR(chance.at("selection_rate_difference"), 1.96 * std::sqrt(2 * 0.3 * 0.7 / 500), 0.006);
    EXPECT_LT(*fairness(segmentTable(*fair, 0.5), 30).demographicParityDifference,
              chance.at("selection_rate_difference"));
    const RunAnalysisPtr unfair = unfairRun(false);
    EXPECT_GT(*fairness(segmentTable(*unfair, 0.5), 30).demographicParityDifference,
              fairnessIntervals(*unfair, 0.5, 30).chance.at("selection_rate_difference"));
}

TEST(FairnessIntervals, ARunWithoutGroupsHasNone) {
    AnalysisRequest request;
    request.table = test::VectorTable().labels({"yes"}).scores({0.9}).build();
    EXPECT_THROW(fairnessIntervals(*analyse(request), 0.5), Error);
}

}  // namespace
}  // namespace reckoner
