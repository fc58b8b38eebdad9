#include "core/metrics/fair_thresholds.h"

#include <cmath>
#include <limits>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "core/base/random.h"
#include "core/metrics/metric_list.h"
#include "tests/support/vector_table.h"

namespace reckoner {
namespace {

constexpr double kNobody = std::numeric_limits<double>::infinity();

struct FairRun {
    std::vector<std::string> labels, groups;
    std::vector<double> scores, weights, amounts;

    FairRun(std::uint64_t seed, std::size_t samples, std::size_t kinds, bool weighted) {
        Random random(seed);
        for (std::size_t i = 0; i < samples; ++i) {
            labels.push_back(random.unit() < 0.4 ? "yes" : "no");
            groups.push_back(std::string(1, static_cast<char>('a' + random.below(kinds))));
            // Ties, also across groups.
            scores.push_back(static_cast<double>(random.below(8)) / 8);
            amounts.push_back(static_cast<double>(random.below(90)) - 10);
            if (weighted) weights.push_back(0.5 + static_cast<double>(random.below(3)));
        }
    }
    RunAnalysisPtr analysed() const {
        test::VectorTable table;
        table.labels(labels).scores(scores).segment("group", groups).amounts(amounts);
        if (!weights.empty()) table.weights(weights);
        AnalysisRequest request;
        request.table = table.build();
        request.groupBy = {"group"};
        request.costs = parseCosts("fp=3,fn=0.5*amount,tp=-2,tn=0");
        return analyse(request);
    }
    Tally tallyOf(const std::string& group, double threshold) const {
        Tally tally;
        for (std::size_t i = 0; i < scores.size(); ++i) {
            if (groups[i] != group) continue;
            const bool yes = labels[i] == "yes";
            const bool flagged = scores[i] >= threshold;
            Sums& sums = flagged ? (yes ? tally.tp : tally.fp) : (yes ? tally.fn : tally.tn);
            const double weight = weights.empty() ? 1 : weights[i];
            ++sums.n;
            sums.weight += weight;
            sums.amounts[0] += weight * amounts[i];
        }
        return tally;
    }
    std::vector<double> candidatesOf(const std::string& group) const {
        std::set<double> found{kNobody};
        for (std::size_t i = 0; i < scores.size(); ++i)
            if (groups[i] == group) found.insert(scores[i]);
        return {found.begin(), found.end()};
    }
};

// Every combination of candidates, one after the other: the lowest cost within the tolerance.
double cheapestByTrying(const FairRun& run, const std::vector<std::string>& names, const MetricEntry& metric,
                        const BoundCost& cost, double tolerance, std::size_t at = 0, double lo = 2,
                        double hi = -2, double soFar = 0) {
    if (at == names.size()) return hi - lo <= tolerance + 1e-12 ? soFar : kNobody;
    double best = kNobody;
    for (const double candidate : run.candidatesOf(names[at])) {
        const Tally tally = run.tallyOf(names[at], candidate);
        const Value rate = metric.value(tally);
        if (!rate) continue;
        best =
            std::min(best, cheapestByTrying(run, names, metric, cost, tolerance, at + 1, std::min(lo, *rate),
                                            std::max(hi, *rate), soFar + cost.total(tally)));
    }
    return best;
}

// Two rates at once, of every combination.
double cheapestOfBothByTrying(const FairRun& run, const std::vector<std::string>& names,
                              const BoundCost& cost, double tolerance, std::size_t at = 0,
                              Interval tpr = {2, -2}, Interval fpr = {2, -2}, double soFar = 0) {
    if (tpr.hi - tpr.lo > tolerance + 1e-12 || fpr.hi - fpr.lo > tolerance + 1e-12) return kNobody;
    if (at == names.size()) return soFar;
    double best = kNobody;
    for (const double candidate : run.candidatesOf(names[at])) {
        const Tally tally = run.tallyOf(names[at], candidate);
        const Value caught = findMetric("recall")->value(tally);
        const Value alarms = findMetric("fpr")->value(tally);
        if (!caught || !alarms) continue;
        best = std::min(best, cheapestOfBothByTrying(run, names, cost, tolerance, at + 1,
                                                     {std::min(tpr.lo, *caught), std::max(tpr.hi, *caught)},
                                                     {std::min(fpr.lo, *alarms), std::max(fpr.hi, *alarms)},
                                                     soFar + cost.total(tally)));
    }
    return best;
}

TEST(FairThresholds, OfEqualizedOddsAreTheCheapestOfEveryCombination) {
    int compared = 0;
    int dearer = 0;  // than with one of the rates alone
    for (std::uint64_t seed = 0; seed < 80; ++seed) {
        const FairRun random(seed, 14 + seed % 40, 2 + seed % 2, seed % 3 == 0);
        const RunAnalysisPtr run = random.analysed();
        std::vector<std::string> names;
        bool bothClasses = true;
        for (const Grouping::Key& key : run->grouping->keys) {
            names.push_back(*key.values[0]);
            const Tally tally = random.tallyOf(names.back(), kNobody);
            bothClasses &= tally.positives() > 0 && tally.negatives() > 0;
        }
        if (!bothClasses) continue;
        for (const double tolerance : {0.0, 0.08, 0.2, 0.5}) {
            const auto found =
                fairThresholds(*run, *run->grouping, FairMeasure::EqualizedOdds, tolerance, 0.5, 1);
            const double plain = cheapestOfBothByTrying(random, names, run->cost, tolerance);
            ASSERT_TRUE(found) << "flagging nobody is always equal";
            EXPECT_NEAR(found->cost, plain, 1e-9 * std::max(1.0, std::abs(plain)))
                << seed << " " << tolerance;
            EXPECT_LE(found->gap, tolerance + 1e-12);
            for (std::size_t g = 0; g < names.size(); ++g) {
                const Tally tally = random.tallyOf(names[g], found->groups[g].threshold);
                EXPECT_NEAR(*found->groups[g].rate, *findMetric("recall")->value(tally), 1e-12);
                EXPECT_NEAR(*found->groups[g].second, *findMetric("fpr")->value(tally), 1e-12);
            }
            const auto one = fairThresholds(*run, *run->grouping, FairMeasure::Tpr, tolerance, 0.5, 1);
            EXPECT_GE(found->cost, one->cost - 1e-9);
            dearer += found->cost > one->cost + 1e-9 ? 1 : 0;
            ++compared;
        }
    }
    EXPECT_GT(compared, 150);
    EXPECT_GT(dearer, 20);
}

TEST(FairThresholds, AreTheCheapestOfEveryCombination) {
    int compared = 0;
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
        const FairRun random(seed, 12 + seed % 30, 2 + seed % 2, seed % 3 == 0);
        const RunAnalysisPtr run = random.analysed();
        std::vector<std::string> names;
        for (const Grouping::Key& key : run->grouping->keys)
            names.push_back(*key.values[0]);
        for (const FairMeasure measure :
             {FairMeasure::SelectionRate, FairMeasure::Tpr, FairMeasure::Fpr, FairMeasure::Precision})
            for (const double tolerance : {0.0, 0.05, 0.3}) {
                const auto found = fairThresholds(*run, *run->grouping, measure, tolerance, 0.5, 1);
                bool allDefined = true;
                for (const std::string& name : names) {
                    bool any = false;
                    for (const double candidate : random.candidatesOf(name))
                        any |= static_cast<bool>(metricOf(measure).value(random.tallyOf(name, candidate)));
                    allDefined &= any;
                }
                if (!allDefined) continue;
                const double plain = cheapestByTrying(random, names, metricOf(measure), run->cost, tolerance);
                ASSERT_EQ(found.has_value(), std::isfinite(plain))
                    << seed << " " << metricOf(measure).id << " " << tolerance;
                if (!found) continue;
                EXPECT_NEAR(found->cost, plain, 1e-9 * std::max(1.0, std::abs(plain)))
                    << seed << " " << metricOf(measure).id << " " << tolerance;
                EXPECT_LE(found->gap, tolerance + 1e-12);
                double total = 0;
                for (std::size_t g = 0; g < names.size(); ++g) {
                    const FairThreshold& one = found->groups[g];
                    const Tally tally = random.tallyOf(names[g], one.threshold);
                    EXPECT_NEAR(run->cost.total(tally), one.cost, 1e-9);
                    EXPECT_EQ(*one.rate, *metricOf(measure).value(tally));
                    total += one.cost;
                }
                EXPECT_NEAR(total, found->cost, 1e-9);
                ++compared;
            }
    }
    EXPECT_GT(compared, 400);
}

TEST(FairThresholds, WhatOneThresholdForAllCostsStandsBeside) {
    const FairRun random(5, 200, 3, true);
    const RunAnalysisPtr run = random.analysed();
    const auto found = fairThresholds(*run, *run->grouping, FairMeasure::Tpr, 0.1, 0.5, 30);
    ASSERT_TRUE(found);
    EXPECT_NEAR(found->costNow, run->cost.total(run->sweep->at(0.5)), 1e-9);
}

TEST(FairThresholds, SmallGroupsKeepTheThresholdInForce) {
    FairRun random(9, 120, 2, false);
    for (int i = 0; i < 3; ++i) {
        random.labels.push_back("yes");
        random.groups.push_back("tiny");
        random.scores.push_back(0.2);
        random.amounts.push_back(10);
    }
    const RunAnalysisPtr run = random.analysed();
    const auto found = fairThresholds(*run, *run->grouping, FairMeasure::SelectionRate, 0.02, 0.5, 30);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->equalised, 2u);
    EXPECT_TRUE(found->groups[2].left);
    EXPECT_EQ(found->groups[2].threshold, 0.5);
    EXPECT_EQ(found->groups[2].cost, 15);  // three missed at half of 10
    EXPECT_FALSE(found->groups[0].left);
}

TEST(FairThresholds, OneGroupHasNobodyToBeEqualTo) {
    const RunAnalysisPtr run = FairRun(2, 40, 1, false).analysed();
    EXPECT_FALSE(fairThresholds(*run, *run->grouping, FairMeasure::Tpr, 0.1, 0.5, 1));
}

}  // namespace
}  // namespace reckoner
