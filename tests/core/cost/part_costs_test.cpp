#include "core/cost/part_costs.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>

#include <gtest/gtest.h>

#include "core/base/random.h"
#include "core/metrics/bootstrap.h"
#include "core/metrics/fairness_board.h"
#include "core/metrics/segment_board.h"
#include "core/metrics/segment_bootstrap.h"
#include "core/metrics/segments.h"
#include "core/metrics/slice_data.h"
#include "tests/support/credit_facts.h"
#include "tests/support/vector_table.h"

namespace reckoner {
namespace {

constexpr TierAct kEveryAct[] = {TierAct::None, TierAct::Review, TierAct::Automatic};

// Ties, scores that are no numbers, weights, missing amounts, groups without a positive.
struct PartRun {
    std::vector<std::string> labels, groups;
    std::vector<double> scores, weights, amounts;
    CostModel costs = parseCosts("fp=2+0.15*amount,fn=0.5*amount,tp=-3,tn=1");

    PartRun(std::uint64_t seed, std::size_t samples) {
        Random random(seed);
        const bool weighted = seed % 2 == 0;
        for (std::size_t i = 0; i < samples; ++i) {
            labels.push_back(random.unit() < 0.4 ? "yes" : "no");
            groups.push_back(std::string(1, static_cast<char>('a' + random.below(4))));
            scores.push_back(random.below(12) == 0 ? std::nan("") : static_cast<double>(random.below(8)) / 8);
            amounts.push_back(random.below(15) == 0 ? std::nan("")
                                                    : static_cast<double>(random.below(90)) - 10);
            if (weighted) weights.push_back(0.5 + static_cast<double>(random.below(3)));
        }
        costs.volumePerPeriod = seed % 3 == 0 ? 0 : 1'000;
        if (seed % 5 == 0) costs.prevalence = 0.2;
        if (seed % 4 == 0) costs.reviewCapacity = 3;
    }
    RunAnalysisPtr analysed() const {
        test::VectorTable table;
        table.labels(labels).scores(scores).segment("group", groups).amounts(amounts);
        if (!weights.empty()) table.weights(weights);
        AnalysisRequest request;
        request.table = table.build();
        request.groupBy = {"group"};
        request.costs = costs;
        return analyse(request);
    }
};

TierPlan anyPlan(Random& random) {
    TierPlan plan;
    const std::size_t cutoffs = 1 + random.below(3);
    for (std::size_t c = 0; c < cutoffs; ++c)
        plan.cutoffs.push_back(static_cast<double>(random.below(10)) / 8);
    std::sort(plan.cutoffs.begin(), plan.cutoffs.end());
    for (std::size_t t = 0; t <= cutoffs; ++t)
        plan.tiers.push_back({"tier", kEveryAct[random.below(3)], {}, {}, {}});
    plan.reviewCost = static_cast<double>(random.below(20));
    plan.accuracy = static_cast<double>(random.below(5)) / 4;
    if (random.below(2) == 0) plan.capacity = 2;
    return plan;
}

// One sample after the other, by the words of METRICS.md.
double partByTrying(const PartRun& run, const RunAnalysis& analysis, const TierPlan& plan,
                    const std::string& group) {
    const ClassShift& shift = analysis.cost.shift();
    double total = 0;
    for (std::size_t i = 0; i < run.scores.size(); ++i) {
        if (run.groups[i] != group || std::isnan(run.scores[i])) continue;
        const bool bad = run.labels[i] == "yes";
        const double weight =
            (run.weights.empty() ? 1 : run.weights[i]) * (bad ? shift.positives : shift.negatives);
        const double amount = std::isnan(run.amounts[i]) ? 0 : run.amounts[i];
        const double flagged = bad ? -3 : 2 + 0.15 * amount;
        const double passed = bad ? 0.5 * amount : 1;
        std::size_t tier = 0;
        while (tier < plan.cutoffs.size() && run.scores[i] >= plan.cutoffs[tier])
            ++tier;
        const double right = bad ? flagged : passed;
        const double wrong = bad ? passed : flagged;
        switch (plan.tiers[tier].act) {
            case TierAct::None:
                total += weight * passed;
                break;
            case TierAct::Automatic:
                total += weight * flagged;
                break;
            case TierAct::Review:
                total += weight * (*plan.reviewCost + *plan.accuracy * right + (1 - *plan.accuracy) * wrong);
                break;
        }
    }
    return total;
}

TEST(PartCosts, EachPartPaysForItsOwnSamplesAndAllTogetherForTheWhole) {
    const MetricEntry& recall = *findMetric("recall");
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        const PartRun random(seed, 20 + seed);
        const RunAnalysisPtr run = random.analysed();
        Random plans(seed, 7);
        const OperatingPoint point(0, anyPlan(plans));
        const double whole = pointTotal(*run, point);
        const double close = 1e-9 * std::max(1.0, std::fabs(whole));

        const SegmentTable table = segmentTable(*run, point);
        std::map<std::string, double> costs;
        double sum = 0;
        for (const Segment& segment : table.segments) {
            const std::string group = segment.key.values[0].value();
            costs[group] = *segment.cost;
            sum += *segment.cost;
            EXPECT_NEAR(*segment.cost, partByTrying(random, *run, *point.tiers, group), 1e-9) << seed;
        }
        EXPECT_NEAR(sum, whole, close) << seed;
        EXPECT_EQ(table.threshold, countedFrom(point));

        const auto board = SegmentBoard::build(run, {{{"group"}}});
        const BoardReading reading = board->at(point, recall);
        double perPeriod = 0;
        for (std::size_t i = 0; i < reading.segments.size(); ++i) {
            const std::string group = board->segments()[i].key.values[0].value();
            perPeriod += reading.segments[i].cost;
            EXPECT_NEAR(reading.segments[i].cost, run->perPeriod(costs[group]), run->perPeriod(close));
            EXPECT_EQ(reading.segments[i].value.v, table.segments[i].metric("recall")->v);
        }
        EXPECT_NEAR(perPeriod, pointCost(*run, point), 1e-9 * std::max(1.0, std::fabs(perPeriod))) << seed;
        EXPECT_EQ(reading.wholeValue.v, recall.value(run->sweep->at(countedFrom(point))).v);

        const FairReading fair = FairnessBoard::build(run, {{{"group"}}})->at(point, 0);
        double fromMeans = 0;
        for (std::size_t g = 0; g < fair.tallies.size(); ++g)
            if (fair.moneyEach[g]) fromMeans += *fair.moneyEach[g] * partWeight(run->cost, fair.tallies[g]);
        EXPECT_NEAR(fromMeans, whole, close) << seed;
        for (const Segment& segment : table.segments)
            EXPECT_NEAR(*segment.costPerDecision, *fair.moneyEach[segment.group], 1e-9) << seed;

        const SliceFigures all =
            sliceFigures(*run, std::vector<std::uint8_t>(run->rows.rows.size(), 1), point);
        EXPECT_NEAR(*all.cost, whole, close) << seed;
    }
}

TEST(PartCosts, OneThresholdIsTheMatrixOfEachPart) {
    const PartRun random(4, 90);
    const RunAnalysisPtr run = random.analysed();
    const SegmentTable table = segmentTable(*run, 0.5);
    for (const Segment& segment : table.segments)
        EXPECT_DOUBLE_EQ(*segment.cost, run->cost.total(segment.tally));
}

TEST(PartCosts, NoPartOfTheDemoIsDearerThanTheWhole) {
    // Before, segments were priced at the first cut-off: together 70,100 EUR a month against 59,800.
    CostModel costs = test::creditCosts();
    costs.review = 12;
    const RunAnalysisPtr run =
        test::analysed(test::demoRun("credit_default/credit_default_v3_boosting.jsonl"), costs);
    TierPlan plan;
    plan.cutoffs = {0.35, 0.65};
    plan.tiers = usualTiers(2);
    const OperatingPoint point(0, plan);
    for (const char* column : {"job", "home", "marital", "records"}) {
        const auto board = SegmentBoard::build(run, {{{column}}});
        double sum = 0;
        for (const SegmentReading& one : board->at(point, *findMetric("recall")).segments) {
            EXPECT_LT(one.cost, pointCost(*run, point));
            sum += one.cost;
        }
        EXPECT_NEAR(sum, pointCost(*run, point), 1e-6);
    }
}

TEST(PartCosts, IntervalsAreOfTheMoneyTheyStandBeside) {
    CostModel costs = test::creditCosts();
    costs.review = 12;
    costs.reviewerAccuracy = 0.9;
    AnalysisRequest request;
    request.table = test::demoRun("credit_default/credit_default_v3_boosting.jsonl").build();
    request.costs = costs;
    request.groupBy = {"job"};
    const RunAnalysisPtr run = analyse(request);
    TierPlan plan;
    plan.cutoffs = {0.35, 0.65};
    plan.tiers = usualTiers(2);
    const OperatingPoint point(0, plan);
    const BootstrapIntervals whole = bootstrap(*run, point, 200);
    EXPECT_LT(whole.intervals.at("cost").lo, pointTotal(*run, point));
    EXPECT_GT(whole.intervals.at("cost").hi, pointTotal(*run, point));
    // At the first cut-off alone all would be dearer than anything inside.
    EXPECT_LT(whole.intervals.at("cost").hi, run->cost.total(run->sweep->at(0.35)));
    const std::vector<BootstrapIntervals> groups = groupBootstraps(*run, point, 200);
    for (const Segment& segment : segmentTable(*run, point).segments) {
        if (segment.tally.n() < 30) continue;
        const Interval interval = groups[segment.group].intervals.at("cost");
        EXPECT_LE(interval.lo, *segment.cost);
        EXPECT_GE(interval.hi, *segment.cost);
    }
}

}  // namespace
}  // namespace reckoner
