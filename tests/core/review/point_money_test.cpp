// One policy in tiers says the same money wherever it is asked for.
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "core/import/demo.h"
#include "core/report/metrics_json.h"
#include "core/report/metrics_text.h"
#include "core/review/gate_baseline.h"
#include "core/review/gate_run.h"
#include "core/review/operating_threshold.h"
#include "core/review/version_results.h"
#include "core/store/cost_ledger.h"
#include "core/wording/outcome_words.h"
#include "core/wording/tier_sentences.h"
#include "core/wording/today_card.h"
#include "tests/support/temporary_folder.h"

namespace reckoner {
namespace {

class PointMoney : public testing::Test {
 protected:
    // One demo store for all of them.
    static std::filesystem::path demo() {
        static const test::TemporaryFolder folder;
        static const bool made = [] {
            createDemo(folder / "demo.reckoner", RECKONER_RESOURCES, kClock);
            return true;
        }();
        return made ? folder / "demo.reckoner" : std::filesystem::path();
    }
    void SetUp() override {
        store_ = Store::open(demo(), OpenMode::ReadOnly, kClock);
        row_ = store_->resolveRun("credit-default/3.0.0@credit-applications-cv5");
        costs_ = *CostLedger(store_).book(row_.modelId).inForce(kLikelyScenario, {});
        AnalysisRequest request;
        request.table = store_->openTable(row_.info.id);
        request.costs = costs_.row.costs;
        run_ = analyse(request);
        point_ = *pointInForce(*store_, row_.versionId);
    }
    MetricsReport report(std::optional<double> threshold = {}) const {
        MetricsRequest request;
        request.table = run_->request.table;
        request.costs = costs_.row.costs;
        request.words = costs_.row.words;
        request.policy = point_;
        request.threshold = threshold;
        return metricsReport(request);
    }

    inline static const FixedClock kClock{Clock::Time(std::chrono::milliseconds(1'772'600'767'089))};
    std::shared_ptr<Store> store_;
    RunRow row_;
    CostsInForce costs_;
    RunAnalysisPtr run_;
    OperatingPoint point_;
};

TEST_F(PointMoney, IsTheSameOnEveryPath) {
    ASSERT_TRUE(point_.tiers);
    const double cost = pointCost(*run_, point_);
    EXPECT_NEAR(cost, 59'800, 50) << "as the demo's policy was adopted";
    EXPECT_DOUBLE_EQ(cost, pointFigures(*run_, point_).cost);
    EXPECT_DOUBLE_EQ(cost, planCost(*run_, *point_.tiers));
    EXPECT_EQ(operatingPoint(*store_, row_, run_->request.table), point_);

    const MetricsReport metrics = report();
    EXPECT_DOUBLE_EQ(run_->perPeriod(metrics.total()), cost);
    const Json money = metricsJson(metrics).at("cost");
    EXPECT_DOUBLE_EQ(money.at("per_period").get<double>(), cost);
    EXPECT_DOUBLE_EQ(run_->perPeriod(money.at("total").get<double>()), cost);
    EXPECT_EQ(money.at("tiers").at("cutoffs"), Json::array({0.35, 0.65}));
    EXPECT_NE(metricsText(metrics).find("cost 59,800 EUR a month, reviews included"), std::string::npos);

    const GateResult gate = gateRun({store_, row_, {}, {}, "2026-03-04"});
    bool judged = false;
    for (const RequirementResult& result : gate.results) {
        if (result.requirement().metric != "cost_per_period") continue;
        judged = true;
        EXPECT_DOUBLE_EQ(*result.value, cost);
        EXPECT_LT(result.interval->lo, cost);
        EXPECT_GT(result.interval->hi, cost);
    }
    EXPECT_TRUE(judged);

    EXPECT_DOUBLE_EQ(*versionResult(*run_, point_).cost, cost);
    EXPECT_EQ(costAtText(*run_, costs_.row.words, point_), "59,800 EUR a month");
    EXPECT_EQ(costAgainstPolicyText(*run_, point_, point_), "the policy in force");
    EXPECT_EQ(plain(tierHeadline(*run_, costs_.row.words, *point_.tiers)),
              "Tiers at 0.35 and 0.65 cost 59,800 EUR a month");
    TodayFacts facts;
    facts.run = run_;
    facts.row = row_;
    facts.words = costs_.row.words;
    facts.point = point_;
    facts.policy = store_->policyInForce(row_.versionId);
    const TodayBlock today = todayMoney(facts);
    ASSERT_EQ(today.rows.size(), 2U) << "the policy is what is on the screen";
    EXPECT_EQ(today.rows[0].figure, "59,800 EUR");
}

TEST_F(PointMoney, AGateComparesTiersWithAThresholdSampleBySample) {
    const RunRow before = store_->resolveRun("credit-default/2.0.0@credit-applications-cv5");
    const GatedRun tiers = GatedRun::of(store_, row_), threshold = GatedRun::of(store_, before);
    Requirement requirement;
    requirement.metric = "cost_per_period";
    requirement.atMost = true;
    requirement.byAtMost = 0;
    const GateDifference difference = gateDifference(tiers, threshold, requirement);
    ASSERT_TRUE(difference.figure.value && difference.figure.interval) << difference.figure.reason;
    EXPECT_NEAR(*difference.baseline, 79'700, 50);
    EXPECT_NEAR(*difference.baseline + *difference.figure.value, pointCost(*run_, point_), 1e-6);
    EXPECT_LT(difference.figure.interval->lo, *difference.figure.value);
    EXPECT_LT(difference.figure.interval->hi, 0);
    EXPECT_EQ(difference.figure.n, 4'454U);
    // Of two thresholds both ways say the same.
    const GatedRun one = GatedRun::of(store_, row_, OperatingPoint(0.35));
    const GateDifference plain = gateDifference(one, threshold, requirement);
    EXPECT_NEAR(*plain.figure.value + *plain.baseline,
                run_->perPeriod(run_->cost.total(run_->sweep->at(0.35))), 1e-6);
}

TEST_F(PointMoney, CountsSayThatTheyAreOfTheFirstCutoff) {
    const MetricsReport metrics = report();
    EXPECT_EQ(metrics.threshold, 0.35);
    EXPECT_EQ(metrics.tally.flagged(), run_->sweep->at(0.35).flagged());
    EXPECT_NE(metricsText(metrics).find("counted from the first cut-off, 0.35"), std::string::npos);
    EXPECT_EQ(countedFromText(*run_, costs_.row.words, point_),
              "Counted from the first cut-off, 0.35; with the review tier it costs 59,800 EUR a month.");
    EXPECT_EQ(countedFromText(*run_, costs_.row.words, 0.35), "");
    EXPECT_EQ(countedFrom(point_), 0.35);
    EXPECT_EQ(countedCutoff(*point_.tiers), 0U);
}

TEST_F(PointMoney, AThresholdThatIsAskedForIsNoTier) {
    const MetricsReport metrics = report(0.35);
    EXPECT_FALSE(metrics.point.tiers);
    EXPECT_DOUBLE_EQ(metrics.total(), run_->cost.total(run_->sweep->at(0.35)));
    EXPECT_GT(metrics.total(), pointTotal(*run_, point_));
    EXPECT_FALSE(metricsJson(metrics).at("cost").contains("tiers"));
    EXPECT_EQ(startingPoint(*run_, point_), point_);
    EXPECT_EQ(startingPoint(*run_, std::nullopt), OperatingPoint(run_->startingThreshold(std::nullopt)));
}

}  // namespace
}  // namespace reckoner
