#include "core/metrics/segment_sweep.h"

#include <cmath>
#include <limits>

#include <gtest/gtest.h>

#include "core/base/random.h"
#include "core/cost/optimum.h"
#include "core/metrics/sweep.h"
#include "tests/support/vector_table.h"

namespace reckoner {
namespace {

struct SweepScene {
    EvalTablePtr table;
    ScoredRows rows;
    std::vector<Grouping> groupings;
};

SweepScene sweepScene(std::uint64_t seed, std::size_t n, int distinct, bool weighted, double positives) {
    Random random(seed);
    std::vector<std::string> labels, a, b;
    std::vector<double> scores, amounts, weights;
    for (std::size_t i = 0; i < n; ++i) {
        labels.push_back(random.unit() < positives ? "yes" : "no");
        const double score = random.unit();
        scores.push_back(distinct > 0 ? std::floor(score * distinct) / distinct : score);
        a.push_back(std::string(1, static_cast<char>('a' + random.below(4))));
        b.push_back(random.unit() < 0.1 ? "" : std::to_string(random.below(300)));
        amounts.push_back(random.unit() < 0.05 ? missingReal() : std::floor(random.unit() * 1000));
        weights.push_back(random.unit() < 0.1 ? 0 : 3 * random.unit());
    }
    test::VectorTable table;
    table.labels(labels).scores(scores).segment("a", a).segment("b", b).amounts(amounts);
    if (weighted) table.weights(weights);
    SweepScene scene;
    scene.table = table.build();
    scene.rows = ScoredRows::of(*scene.table, RowSet::all(scene.table->rows()));
    for (const std::vector<std::string>& columns :
         {std::vector<std::string>{"a"}, std::vector<std::string>{"b"}, std::vector<std::string>{"a", "b"}})
        scene.groupings.push_back(Grouping::byColumns(*scene.table, columns));
    return scene;
}

void expectSame(const Sums& a, const Sums& b) {
    EXPECT_EQ(a.n, b.n);
    EXPECT_EQ(a.weight, b.weight);
    EXPECT_EQ(a.weightSq, b.weightSq);
    EXPECT_EQ(a.amounts, b.amounts);
}

TEST(SegmentSweep, IsAThresholdSweepOfEachGroupingBitForBit) {
    std::uint64_t seed = 40;
    for (const std::size_t n : {1, 7, 400, 9000})
        for (const int distinct : {0, 9})
            for (const bool weighted : {false, true}) {
                const SweepScene scene = sweepScene(++seed, n, distinct, weighted, 0.3);
                const auto sweep = SegmentSweep::build(*scene.table, scene.rows, {"amount"}, scene.groupings);
                ASSERT_EQ(sweep->groupings(), 3u);
                for (std::size_t g = 0; g < 3; ++g) {
                    const auto alone =
                        ThresholdSweep::build(*scene.table, scene.rows, {"amount"}, &scene.groupings[g]);
                    // One group: the whole is summed in its own blocks.
                    if (alone->groups() == 1) continue;
                    std::vector<Tally> ours(sweep->groups(g));
                    std::vector<Tally> theirs(alone->groups());
                    ASSERT_EQ(ours.size(), theirs.size());
                    for (const double t : {-1.0, 0.0, 0.2, 0.5, 0.777, 1.0, HUGE_VAL}) {
                        sweep->at(t, g, ours);
                        alone->at(t, theirs);
                        for (std::size_t i = 0; i < ours.size(); ++i) {
                            expectSame(ours[i].tp, theirs[i].tp);
                            expectSame(ours[i].fp, theirs[i].fp);
                            expectSame(ours[i].fn, theirs[i].fn);
                            expectSame(ours[i].tn, theirs[i].tn);
                        }
                    }
                }
            }
}

TEST(SegmentSweep, FindsTheCheapestThresholdOfEachGroupByItself) {
    std::uint64_t seed = 90;
    for (const std::size_t n : {1, 12, 900})
        for (const int distinct : {0, 7})
            for (const double positives : {0.0, 0.3, 1.0}) {
                const SweepScene scene = sweepScene(++seed, n, distinct, false, positives);
                const CostModel model = parseCosts("fp=5,fn=30,tp=-10,tn=1");
                const BoundCost cost(model, {});
                const auto sweep = SegmentSweep::build(*scene.table, scene.rows, {}, scene.groupings);
                for (std::size_t g = 0; g < 3; ++g) {
                    const auto cheapest = sweep->cheapest(g, cost);
                    ASSERT_EQ(cheapest.size(), scene.groupings[g].groups());
                    for (std::uint32_t group = 0; group < cheapest.size(); ++group) {
                        std::vector<double> scores;
                        std::vector<std::uint8_t> bits;
                        for (std::size_t i = 0; i < scene.rows.rows.size(); ++i)
                            if (scene.groupings[g].codes[scene.rows.rows[i]] == group) {
                                scores.push_back(scene.rows.scores[i]);
                                bits.push_back(scene.rows.positiveBits[i]);
                            }
                        if (scores.empty()) continue;
                        const auto alone = ThresholdSweep::build(scores, bits, {}, {}, {}, 1);
                        const Optimum best = optimum(*alone, cost);
                        EXPECT_EQ(cheapest[group].threshold, best.threshold);
                        EXPECT_NEAR(cheapest[group].total, best.total, 1e-9);
                    }
                }
            }
}

TEST(SegmentSweep, CountsEveryScoreOfAGroupInOneBar) {
    const auto table = test::VectorTable()
                           .labels({"yes", "no", "no", "yes", "no"})
                           .scores({0.0, 0.49, 0.5, 1.0, 7.0})
                           .segment("a", {"x", "x", "y", "y", "y"})
                           .build();
    const ScoredRows rows = ScoredRows::of(*table, RowSet::all(5));
    const auto sweep = SegmentSweep::build(*table, rows, {}, {Grouping::byColumns(*table, {"a"})});
    const auto bars = sweep->histograms(0, 0, 1, 2);
    EXPECT_EQ(bars[0], (std::vector<std::uint32_t>{2, 0}));
    EXPECT_EQ(bars[1], (std::vector<std::uint32_t>{0, 3}));
}

}  // namespace
}  // namespace reckoner
