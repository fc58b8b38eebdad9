#include "core/metrics/quick_bootstrap.h"

#include <cmath>
#include <map>

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/base/executor.h"
#include "core/metrics/bootstrap_figures.h"
#include "core/metrics/paired_bootstrap.h"
#include "tests/support/random_run.h"

namespace reckoner {
namespace {

// Two versions over the same samples, with amounts; the second is a little better and close to the first.
struct QuickPair {
    explicit QuickPair(std::size_t samples, int distinct = 0, double positives = 0.3, bool weighted = false) {
        const test::RandomRun run({.samples = samples,
                                   .distinct = distinct,
                                   .positives = positives,
                                   .weighted = weighted,
                                   .measures = 1},
                                  21);
        Random random(22);
        first.scores = run.scores;
        second.scores = run.scores;
        for (std::size_t i = 0; i < samples; ++i) {
            const double nudged = run.scores[i] + 0.25 * (random.unit() - (run.positives[i] ? 0.45 : 0.55));
            second.scores[i] = std::min(1.0, std::max(0.0, nudged));
            if (distinct > 0) second.scores[i] = std::floor(second.scores[i] * distinct) / distinct;
        }
        first.positiveBits = second.positiveBits = run.positives;
        first.weights = second.weights = run.weights;
        amounts = run.amounts;
        CostModel model;
        model.fp = {1, 0.15, "amount"};
        model.fn = {0, 0.5, "amount"};
        cost = std::make_unique<BoundCost>(model, model.measures());
    }
    BootstrapRequest request(const ScoredRows& rows) const {
        BootstrapRequest result;
        result.rows = &rows;
        result.threshold = 0.45;
        result.cost = cost.get();
        result.replicates = replicates;
        result.amounts.assign(amounts.begin(), amounts.end());
        return result;
    }
    BootstrapIntervals quick(Executor* executor = nullptr, const FigureSink& sink = {}) const {
        return quickPairedBootstrap(request(first), request(second), executor, {}, sink);
    }
    BootstrapIntervals plain() const { return pairedBootstrap(request(first), request(second)); }

    std::uint32_t replicates = kReplicates;
    ScoredRows first, second;
    std::vector<std::vector<double>> amounts;
    std::unique_ptr<BoundCost> cost;
};

// An end of a percentile interval of 2,000 replicates has a Monte-Carlo error of sqrt(0.025 x 0.975 / 2000) /
// phi(1.96) = 0.06 standard errors, and both sides have it.
void expectTheSame(const BootstrapIntervals& quick, const BootstrapIntervals& plain) {
    for (const auto& [id, interval] : quick.intervals) {
        ASSERT_TRUE(plain.intervals.contains(id)) << id;
        const double tolerance = 3 * 0.06 * std::sqrt(2.0) * plain.standardErrors.at(id) + 1e-12;
        EXPECT_NEAR(interval.lo, plain.intervals.at(id).lo, tolerance) << id;
        EXPECT_NEAR(interval.hi, plain.intervals.at(id).hi, tolerance) << id;
        EXPECT_NEAR(quick.standardErrors.at(id), plain.standardErrors.at(id),
                    0.08 * plain.standardErrors.at(id) + 1e-12)
            << id;
    }
}

TEST(QuickBootstrap, IsThePlainOneWithinMonteCarloError) {
    const QuickPair pair(2'500);
    const BootstrapIntervals quick = pair.quick();
    EXPECT_EQ(quick.intervals.size(), figureNames().size());
    EXPECT_EQ(quick.seed, kBootstrapSeed);
    EXPECT_EQ(quick.replicates, kReplicates);
    expectTheSame(quick, pair.plain());
}

TEST(QuickBootstrap, AlsoWithTiesAndFewPositives) {
    const QuickPair ties(2'000, 13);
    expectTheSame(ties.quick(), ties.plain());
    const QuickPair rare(2'500, 0, 0.06);
    expectTheSame(rare.quick(), rare.plain());
}

TEST(QuickBootstrap, AlsoWithWeights) {
    const QuickPair weighted(2'500, 0, 0.3, true);
    const BootstrapIntervals quick = weighted.quick();
    EXPECT_EQ(quick.intervals.size(), figureNames().size());
    expectTheSame(quick, weighted.plain());
}

TEST(QuickBootstrap, AlsoOfOneRunAndOfTwoOnDifferentSamples) {
    const QuickPair one(2'000);
    expectTheSame(quickBootstrap(one.request(one.second)), bootstrap(one.request(one.second)));
    const QuickPair other(1'500, 0, 0.35);
    expectTheSame(quickIndependentBootstrap(one.request(one.first), other.request(other.second)),
                  independentBootstrap(one.request(one.first), other.request(other.second)));
}

TEST(QuickBootstrap, IsTheSameOnEveryNumberOfThreads) {
    QuickPair pair(1'000);
    pair.replicates = 300;
    Executor executor(3);
    const BootstrapIntervals alone = pair.quick(), together = pair.quick(&executor);
    for (const auto& [id, interval] : alone.intervals) {
        EXPECT_EQ(interval.lo, together.intervals.at(id).lo) << id;
        EXPECT_EQ(interval.hi, together.intervals.at(id).hi) << id;
    }
}

TEST(QuickBootstrap, TellsEachFigureAsSoonAsItIsKnown) {
    QuickPair pair(500);
    pair.replicates = 200;
    std::vector<std::string> told;
    const BootstrapIntervals all =
        pair.quick(nullptr, [&told](const std::string& figure, const Interval&) { told.push_back(figure); });
    ASSERT_EQ(told.size(), all.intervals.size());
    EXPECT_EQ(told.front(), "accuracy");
    EXPECT_EQ(told.back(), "ece_15");
}

TEST(QuickBootstrap, IdenticalRunsDifferByNothingAndOneClassByNoInterval) {
    QuickPair pair(500);
    pair.second = pair.first;
    for (const auto& [id, interval] : pair.quick().intervals) {
        EXPECT_EQ(interval.lo, 0) << id;
        EXPECT_EQ(interval.hi, 0) << id;
    }
    EXPECT_TRUE(QuickPair(200, 0, 1).quick().intervals.empty());
    EXPECT_TRUE(QuickPair(200, 0, 0).quick().intervals.empty());
}

TEST(QuickBootstrap, ScoresThatAreNoProbabilitiesHaveNoLosses) {
    QuickPair pair(500);
    pair.second.scores[3] = 1.5;
    const BootstrapIntervals intervals = pair.quick();
    EXPECT_FALSE(intervals.intervals.contains("brier"));
    EXPECT_TRUE(intervals.intervals.contains("roc_auc"));
}

TEST(QuickBootstrap, CanBeStopped) {
    const QuickPair pair(1'000);
    std::stop_source stop;
    stop.request_stop();
    EXPECT_THROW(quickPairedBootstrap(pair.request(pair.first), pair.request(pair.second), nullptr,
                                      TaskContext(stop.get_token())),
                 Error);
}

}  // namespace
}  // namespace reckoner
