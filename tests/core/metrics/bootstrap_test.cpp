#include "core/metrics/bootstrap.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <string>

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/base/executor.h"
#include "core/base/random.h"
#include "core/cost/operating_point.h"
#include "core/metrics/bootstrap_order.h"
#include "core/metrics/metric_list.h"
#include "core/metrics/ranking.h"
#include "core/metrics/run_analysis.h"
#include "core/metrics/sweep.h"
#include "tests/support/vector_table.h"

namespace reckoner {
namespace {

struct BootstrapRun {
    ScoredRows rows;
    std::vector<double> amounts;
};

BootstrapRun bootstrapRun(Random& random, std::uint32_t samples, bool weighted, std::uint64_t distinct) {
    BootstrapRun run;
    for (std::uint32_t i = 0; i < samples; ++i) {
        const double score = static_cast<double>(random.below(distinct)) / static_cast<double>(distinct - 1);
        run.rows.rows.push_back(i);
        run.rows.scores.push_back(score);
        run.rows.positiveBits.push_back(random.unit() < 0.2 + 0.5 * score);
        if (weighted) run.rows.weights.push_back(static_cast<double>(random.below(4)) / 2 + 0.25);
        run.amounts.push_back(random.below(9) == 0 ? missingReal() : random.unit() * 100);
    }
    return run;
}

CostModel bootstrapCosts() {
    CostModel model;
    model.fp = {0, 0.15, "amount"};
    model.fn = {3, 0.5, "amount"};
    model.tp = {-2, 0, {}};
    return model;
}

// The drawn samples written out as a run, looked at by the code that every other figure comes from.
std::map<std::string, double> figuresOfDrawn(const BootstrapRun& run, const std::vector<std::uint32_t>& drawn,
                                             double threshold) {
    ScoredRows rows;
    std::vector<double> amounts;
    for (const std::uint32_t i : drawn) {
        rows.rows.push_back(i);
        rows.scores.push_back(run.rows.scores[i]);
        rows.positiveBits.push_back(run.rows.positiveBits[i]);
        if (!run.rows.weights.empty()) rows.weights.push_back(run.rows.weights[i]);
        amounts.push_back(run.amounts[i]);
    }
    const auto sweep = ThresholdSweep::build(rows.scores, rows.positiveBits, rows.weights, {amounts}, {}, 1);
    std::map<std::string, double> figures;
    const RankingNumbers ranking = rankingNumbers(*sweep);
    if (!ranking.rocAuc) return figures;
    figures["roc_auc"] = *ranking.rocAuc;
    figures["average_precision"] = *ranking.averagePrecision;
    figures["ks"] = *ranking.ks;
    const Tally tally = sweep->at(threshold);
    for (const MetricEntry& entry : metricList())
        if (const Value value = entry.value(tally)) figures[std::string(entry.id)] = *value;
    const ProbabilityNumbers probability = probabilityNumbers(rows, ScoreKind::Probability);
    figures["log_loss"] = *probability.logLoss;
    figures["brier"] = *probability.brier;
    figures["ece_10"] = *probability.ece10;
    figures["ece_15"] = *probability.ece15;
    figures["cost"] = BoundCost(bootstrapCosts(), {"amount"}).total(tally);
    return figures;
}

TEST(BootstrapOrder, AReplicateIsTheRunOfItsDraws) {
    Random random(17);
    for (int round = 0; round < 120; ++round) {
        const auto samples = static_cast<std::uint32_t>(1 + random.below(150));
        const BootstrapRun run = bootstrapRun(random, samples, round % 2 == 0, 2 + random.below(40));
        const double threshold = random.unit();
        const BootstrapOrder order(run.rows, ScoreKind::Probability, threshold, {run.amounts}, {});
        // Which sample lies at which place: a stable sort, as the order's own.
        std::vector<std::uint32_t> places(samples);
        for (std::uint32_t i = 0; i < samples; ++i)
            places[i] = i;
        std::stable_sort(places.begin(), places.end(),
                         [&](auto a, auto b) { return run.rows.scores[a] > run.rows.scores[b]; });
        std::vector<std::uint8_t> counts(samples, 0);
        std::vector<std::uint32_t> drawn;
        for (std::uint32_t i = 0; i < samples; ++i) {
            const auto place = static_cast<std::uint32_t>(random.below(samples));
            ++counts[place];
            drawn.push_back(places[place]);
        }
        const auto expected = figuresOfDrawn(run, drawn, threshold);
        const ReplicateSums sums = order.sums(counts);
        const double weight = sums.tally.weight();
        EXPECT_EQ(sums.tally.n(), samples);
        if (expected.empty()) {
            const bool oneClass = sums.tally.tp.weight + sums.tally.fn.weight == 0 ||
                                  sums.tally.fp.weight + sums.tally.tn.weight == 0;
            EXPECT_TRUE(oneClass);
            continue;
        }
        const ReplicateRanking ranking = order.ranking(counts, sums);
        EXPECT_NEAR(ranking.rocAuc, expected.at("roc_auc"), 1e-12);
        EXPECT_NEAR(ranking.averagePrecision, expected.at("average_precision"), 1e-12);
        EXPECT_NEAR(ranking.ks, expected.at("ks"), 1e-12);
        EXPECT_NEAR(sums.logLoss / weight, expected.at("log_loss"), 1e-12);
        EXPECT_NEAR(sums.brier / weight, expected.at("brier"), 1e-12);
        EXPECT_NEAR(sums.gaps10 / weight, expected.at("ece_10"), 1e-12);
        EXPECT_NEAR(sums.gaps15 / weight, expected.at("ece_15"), 1e-12);
        EXPECT_NEAR(BoundCost(bootstrapCosts(), {"amount"}).total(sums.tally), expected.at("cost"), 1e-9);
        for (const MetricEntry& entry : metricList()) {
            const Value value = entry.value(sums.tally);
            const auto found = expected.find(std::string(entry.id));
            ASSERT_EQ(value.v.has_value(), found != expected.end()) << entry.id;
            if (value) {
                EXPECT_NEAR(*value, found->second, 1e-12) << entry.id;
            }
        }
    }
}

BootstrapIntervals intervalsOf(const BootstrapRun& run, const BoundCost& cost, double threshold,
                               Executor* executor = nullptr, std::uint32_t replicates = kReplicates) {
    BootstrapRequest request;
    request.rows = &run.rows;
    request.threshold = threshold;
    request.cost = &cost;
    request.amounts = {run.amounts};
    request.replicates = replicates;
    return bootstrap(request, executor);
}

// The textbook's bootstrap: draw samples, write them out, compute, sort, count.
TEST(Bootstrap, AgreesWithAPlainOneWithinMonteCarloError) {
    Random random(23);
    for (const bool weighted : {false, true}) {
        const BootstrapRun run = bootstrapRun(random, 400, weighted, 300);
        const BoundCost cost(bootstrapCosts(), {"amount"});
        const BootstrapIntervals ours = intervalsOf(run, cost, 0.5);
        std::map<std::string, std::vector<double>> plain;
        for (int replicate = 0; replicate < 2'000; ++replicate) {
            std::vector<std::uint32_t> drawn;
            for (int i = 0; i < 400; ++i)
                drawn.push_back(static_cast<std::uint32_t>(random.below(400)));
            for (const auto& [name, figure] : figuresOfDrawn(run, drawn, 0.5))
                plain[name].push_back(figure);
        }
        ASSERT_EQ(ours.intervals.size(), plain.size());
        for (auto& [name, figures] : plain) {
            std::sort(figures.begin(), figures.end());
            // The 2.5 % quantile of 2,000 normal replicates has a standard error of 0.06 of theirs; the
            // difference of two of them 0.085.
            const double room = 0.34 * ours.standardErrors.at(name);
            EXPECT_NEAR(ours.intervals.at(name).lo, figures[49], room) << name;
            EXPECT_NEAR(ours.intervals.at(name).hi, figures[1949], room) << name;
        }
    }
}

TEST(Bootstrap, IsTheSameForEveryNumberOfThreads) {
    Random random(29);
    const BootstrapRun run = bootstrapRun(random, 500, true, 100);
    const BoundCost cost(bootstrapCosts(), {"amount"});
    const BootstrapIntervals alone = intervalsOf(run, cost, 0.4, nullptr, 300);
    for (const unsigned threads : {1U, 2U, 5U}) {
        Executor executor(threads);
        const BootstrapIntervals other = intervalsOf(run, cost, 0.4, &executor, 300);
        ASSERT_EQ(other.intervals.size(), alone.intervals.size());
        for (const auto& [name, interval] : alone.intervals) {
            EXPECT_EQ(other.intervals.at(name).lo, interval.lo) << name;
            EXPECT_EQ(other.intervals.at(name).hi, interval.hi) << name;
            EXPECT_EQ(other.standardErrors.at(name), alone.standardErrors.at(name)) << name;
        }
    }
}

TEST(Bootstrap, ReplicatesOfOneClassAreDroppedAndCounted) {
    BootstrapRun run;
    run.rows.scores = {0.9, 0.2, 0.1};
    run.rows.positiveBits = {1, 0, 0};
    run.rows.rows = {0, 1, 2};
    run.amounts = {1, 1, 1};
    const BoundCost cost(bootstrapCosts(), {"amount"});
    const BootstrapIntervals result = intervalsOf(run, cost, 0.5);
    // (2/3)^3 without the positive, (1/3)^3 without a negative: a third of 2,000.
    EXPECT_NEAR(result.dropped, 2'000.0 * 9 / 27, 100);
    EXPECT_EQ(result.used.at("roc_auc"), 2'000 - result.dropped);
    EXPECT_EQ(result.intervals.at("roc_auc").lo, 1.0);
    EXPECT_EQ(result.seed, kBootstrapSeed);
    EXPECT_EQ(result.replicates, 2'000u);
}

TEST(Bootstrap, OneClassOrNoSamplesHaveNoIntervals) {
    BootstrapRun run;
    const BoundCost cost(CostModel{}, {});
    EXPECT_TRUE(intervalsOf(run, cost, 0.5).intervals.empty());
    run.rows.scores = {0.9, 0.2};
    run.rows.positiveBits = {1, 1};
    run.rows.rows = {0, 1};
    run.amounts = {1, 1};
    const BootstrapIntervals result = intervalsOf(run, cost, 0.5);
    EXPECT_TRUE(result.intervals.empty());
    EXPECT_EQ(result.dropped, 2'000u);
}

TEST(Bootstrap, ScoresThatAreNoProbabilitiesHaveNoLogLoss) {
    Random random(31);
    BootstrapRun run = bootstrapRun(random, 100, false, 10);
    run.rows.scores[3] = 7;
    const BoundCost cost(CostModel{}, {});
    const BootstrapIntervals result = intervalsOf(run, cost, 0.5, nullptr, 100);
    EXPECT_FALSE(result.intervals.contains("log_loss"));
    EXPECT_FALSE(result.intervals.contains("ece_10"));
    EXPECT_TRUE(result.intervals.contains("f1"));
}

TEST(Bootstrap, OfAnAnalysisReadsItsAmounts) {
    Random random(37);
    std::vector<std::string> labels;
    std::vector<double> scores;
    std::vector<double> amounts;
    for (int i = 0; i < 200; ++i) {
        scores.push_back(i % 7 == 0 ? missingReal() : random.unit());
        labels.push_back(random.below(3) == 0 ? "yes" : "no");
        amounts.push_back(i % 5 == 0 ? missingReal() : random.unit());
    }
    AnalysisRequest request;
    request.table = test::VectorTable().labels(labels).scores(scores).amounts(amounts).build();
    request.costs = bootstrapCosts();
    const RunAnalysisPtr analysis = analyse(request);
    const BootstrapIntervals result = bootstrap(*analysis, 0.5, 500);
    BootstrapRun run;
    run.rows = analysis->rows;
    for (const RowIndex row : run.rows.rows)
        run.amounts.push_back(amounts[row]);
    const BootstrapIntervals same = intervalsOf(run, BoundCost(request.costs, {"amount"}), 0.5, nullptr, 500);
    EXPECT_EQ(result.intervals.at("cost").lo, same.intervals.at("cost").lo);
    EXPECT_EQ(result.intervals.at("f1").hi, same.intervals.at("f1").hi);
    const double total = analysis->cost.total(analysis->sweep->at(0.5));
    EXPECT_LT(result.intervals.at("cost").lo, total);
    EXPECT_GT(result.intervals.at("cost").hi, total);
}

}  // namespace
}  // namespace reckoner
