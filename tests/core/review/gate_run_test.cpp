#include "core/review/gate_run.h"

#include <cmath>

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/base/executor.h"
#include "core/metrics/intervals.h"
#include "core/store/notebook.h"
#include "core/store/registry.h"
#include "core/store/requirement_book.h"
#include "tests/support/staging_builder.h"
#include "tests/support/temporary_folder.h"

namespace reckoner {
namespace {

using State = RequirementState;

// Two versions over the same 300 samples: "yes" is every third; 1.0 is right, 2.0 misses half of those in
// "b".
class GateRunTest : public testing::Test {
 protected:
    void SetUp() override {
        publish("1.0", false);
        publish("2.0", true);
        for (const RunRow& run : store_->runs())
            runs_.push_back(run);
    }
    void publish(const std::string& version, bool misses) {
        std::vector<std::uint32_t> labels, segments;
        std::vector<double> scores, latencies, amounts;
        for (std::uint32_t i = 0; i < 300; ++i) {
            const bool positive = i % 3 == 0;
            const bool missed = misses && i % 2 == 1 && i % 4 == 3;
            labels.push_back(positive ? 1 : 0);
            segments.push_back(i % 2);
            scores.push_back(positive ? (missed ? 0.2 : 0.8)
                                      : (i % 7 == 0 ? 0.6 : 0.1) + (misses ? 1e-3 : 0));
            latencies.push_back((misses ? 30 : 20) + i % 10);
            amounts.push_back(100);
        }
        test::StagingBuilder staging(folder_ / version);
        staging.run().version = version;
        staging.run().sourceSha256 = version;
        staging.ids(test::numberedIds("s", 300))
            .category("label", ColumnRole::Label, {"no", "yes"}, labels)
            .real("score", ColumnRole::Score, scores)
            .real("ms", ColumnRole::Latency, latencies)
            .category("group", ColumnRole::Segment, {"a", "b"}, segments);
        store_->publish(staging.staged(), {});
    }
    Requirement about(const std::string& metric, double floor) const {
        Requirement requirement;
        requirement.modelId = runs_[0].modelId;
        requirement.metric = metric;
        requirement.floor = floor;
        return requirement;
    }
    Requirement noWorse(const std::string& metric, const std::string& baseline, double by) const {
        Requirement requirement = about(metric, 0);
        requirement.floor.reset();
        requirement.baseline = baseline;
        requirement.byAtMost = by;
        return requirement;
    }
    RequirementResult judged(const Requirement& requirement, std::size_t run = 1) {
        book_.add(requirement);
        const GateResult gate = gateRun({store_, runs_[run], {}, {}, "2026-03-04"});
        return gate.results.back();
    }

    test::TemporaryFolder folder_;
    FixedClock clock_{Clock::Time(std::chrono::milliseconds(1'772'600'767'089))};
    std::shared_ptr<Store> store_ = Store::create(folder_ / "s.reckoner", clock_);
    RequirementBook book_{store_};
    std::vector<RunRow> runs_;
};

TEST_F(GateRunTest, AShareIsJudgedByItsExactInterval) {
    const RequirementResult recall = judged(about("recall", 0.6));
    EXPECT_EQ(*recall.value, 0.75);
    const Interval expected = *clopperPearson95(75, 100);
    EXPECT_EQ(recall.interval->lo, expected.lo);
    EXPECT_EQ(recall.interval->hi, expected.hi);
    EXPECT_EQ(recall.state, State::Met);
    EXPECT_EQ(judged(about("recall", 0.9)).state, State::Failed);
    const RequirementResult leaning = judged(about("recall", 0.7));
    EXPECT_EQ(leaning.state, State::LeaningMet);
    // The share stays; a third of the samples are trials.
    const std::uint64_t more = leaning.samplesNeeded.value();
    const double trials = 100 + static_cast<double>(more) / 3;
    EXPECT_GE(clopperPearson95(0.75 * trials, trials)->lo, 0.7);
    EXPECT_LT(clopperPearson95(0.75 * (trials - 2), trials - 2)->lo, 0.7);
}

TEST_F(GateRunTest, ACohortAndATargetCount) {
    Requirement ofA = about("recall", 0.9);
    ofA.cohort = "group = 'a'";
    ofA.target = 1;
    EXPECT_EQ(judged(ofA).state, State::TargetMet);
    Requirement ofB = about("recall", 0.9);
    ofB.cohort = "group = 'b'";
    EXPECT_EQ(judged(ofB).state, State::Failed);
    Requirement gone = about("recall", 0.9);
    gone.cohort = "nobody = 'b'";
    const RequirementResult lost = judged(gone);
    EXPECT_EQ(lost.state, State::LeaningFailed);
    EXPECT_NE(lost.reason.find("nobody"), std::string::npos);
    Requirement empty = about("recall", 0.9);
    empty.cohort = "group = 'c'";
    EXPECT_FALSE(judged(empty).judged());
}

TEST_F(GateRunTest, OtherFiguresHaveIntervalsOfTheirOwn) {
    for (const char* metric : {"f1", "mcc", "roc_auc", "average_precision", "balanced_accuracy"}) {
        const RequirementResult result = judged(about(metric, 0.5));
        ASSERT_TRUE(result.interval) << metric;
        EXPECT_LT(result.interval->lo, *result.value) << metric;
        EXPECT_GE(result.interval->hi, *result.value) << metric;
    }
    EXPECT_EQ(judged(about("brier", 0.3)).state, State::Met);
    EXPECT_TRUE(judged(about("brier", 0.3)).atMost);
    EXPECT_EQ(judged(about("macro_f1", 0.3)).state, State::LeaningFailed) << "of several classes";
}

TEST_F(GateRunTest, SegmentsOfAColumn) {
    Requirement all = about("recall", 0.7);
    all.column = "group";
    all.share = 1;
    const RequirementResult result = judged(all);
    EXPECT_EQ(result.state, State::Failed);
    ASSERT_EQ(result.segments.size(), 2U);
    EXPECT_EQ(result.segments[0].name, "a");
    EXPECT_EQ(result.segments[0].state, State::Met);
    EXPECT_EQ(*result.segments[1].value, 0.5);
    all.share = 0.5;
    EXPECT_EQ(judged(all).state, State::Met);
    Requirement auc = about("brier", 0.5);
    auc.column = "group";
    auc.share = 1;
    EXPECT_EQ(judged(auc).state, State::Met);
}

TEST_F(GateRunTest, NoWorseThanABaseline) {
    const RequirementResult worse = judged(noWorse("recall", "1.0", 0.1));
    EXPECT_EQ(*worse.value, -0.25);
    EXPECT_EQ(worse.bound, -0.1);
    EXPECT_EQ(*worse.baselineValue, 1);
    EXPECT_EQ(worse.baseline, "1.0@week-1");
    EXPECT_EQ(worse.state, State::Failed);
    EXPECT_EQ(judged(noWorse("recall", "1.0", 0.4)).state, State::Met);
    EXPECT_EQ(judged(noWorse("recall", "1.0", 0)).state, State::Failed);
    const RequirementResult nobody = judged(noWorse("recall", "9.0", 0));
    EXPECT_EQ(nobody.state, State::LeaningFailed);
    EXPECT_FALSE(nobody.reason.empty());
    EXPECT_NE(judged(noWorse("recall", "production", 0)).reason.find("production"), std::string::npos);
    Registry(store_).move({0, "", runs_[0].versionId, Stage::Production, "Risk", "first", ""});
    EXPECT_EQ(judged(noWorse("recall", "production", 0)).baseline, "1.0@week-1");
    EXPECT_EQ(judged(noWorse("latency_p95", "1.0", 15)).state, State::Met);
    EXPECT_EQ(judged(noWorse("latency_p95", "1.0", 5)).state, State::Failed);
    const GateResult other = gateRun({store_, runs_[1], runs_[1], {}, "2026-03-04"});
    EXPECT_EQ(other.results[0].state, State::Met) << "--baseline takes the place of the one named";
}

TEST_F(GateRunTest, LatencyFairnessMoneyAndSignOffs) {
    EXPECT_EQ(judged(about("latency_p95", 39)).state, State::Met);
    EXPECT_EQ(judged(about("latency_p95", 30)).state, State::Failed);
    Requirement fair = about("selection_rate_ratio", 0.8);
    fair.column = "group";
    const RequirementResult ratio = judged(fair);
    EXPECT_LT(*ratio.value, 0.8);
    EXPECT_TRUE(ratio.interval);
    EXPECT_NE(judged(about("cost_per_period", 500)).reason.find("costs"), std::string::npos);
    CostModel costs;
    costs.fn.fixed = 10;
    costs.fp.fixed = 1;
    costs.currency = "EUR";
    costs.volumePerPeriod = 3'000;
    store_->addCostModel(runs_[0].modelId, costs, {}, "Risk", "start");
    const RequirementResult money = judged(about("cost_per_period", 4'000));
    const double falseAlarms = [] {
        double n = 0;
        for (int i = 0; i < 300; ++i)
            n += i % 3 != 0 && i % 7 == 0 ? 1 : 0;
        return n;
    }();
    EXPECT_NEAR(*money.value, 10 * (25 * 10 + falseAlarms), 1e-9);
    EXPECT_NEAR(*judged(about("cost_per_decision", 4)).value, *money.value / 3'000, 1e-12);
    EXPECT_NEAR(*judged(noWorse("cost_per_period", "1.0", 100)).value, 10 * 25 * 10, 1e-9);

    EXPECT_NE(judged(about("sign_off_rate", 0.9)).reason.find("judged"), std::string::npos);
    SignOff signOff;
    signOff.run = runs_[1].info.id;
    for (RowIndex row = 0; row < 40; ++row)
        signOff.items.push_back({row, row != 7});
    Notebook(store_).startSignOff(signOff);
    const RequirementResult signedOff = judged(about("sign_off_rate", 0.8));
    EXPECT_EQ(*signedOff.value, 39.0 / 40);
    EXPECT_EQ(signedOff.state, State::Met);
}

TEST_F(GateRunTest, TheOtherOfTwoClassesHasNoScore) {
    Requirement other = about("recall", 0.1);
    other.classOf = "no";
    const RequirementResult result = judged(other);
    EXPECT_EQ(result.state, State::LeaningFailed);
    EXPECT_NE(result.reason.find("\"yes\""), std::string::npos) << result.reason;
    other.classOf = "yes";
    EXPECT_EQ(judged(other).state, State::Met);
    Requirement relative = noWorse("recall", "1.0", 0.5);
    relative.classOf = "no";
    EXPECT_FALSE(judged(relative).judged());
}

TEST_F(GateRunTest, IsTheSameOnEveryNumberOfThreads) {
    for (const char* metric : {"recall", "f1", "average_precision", "brier"})
        book_.add(about(metric, 0.5));
    Requirement fair = about("selection_rate_ratio", 0.8);
    fair.column = "group";
    book_.add(fair);
    book_.add(noWorse("f1", "1.0", 0.1));
    Executor executor(3);
    const GateRequest request{store_, runs_[1], {}, {}, "2026-03-04"};
    const GateResult alone = gateRun(request), together = gateRun(request, &executor);
    ASSERT_EQ(alone.results.size(), 6U);
    for (std::size_t i = 0; i < alone.results.size(); ++i) {
        EXPECT_EQ(alone.results[i].interval->lo, together.results[i].interval->lo) << i;
        EXPECT_EQ(alone.results[i].interval->hi, together.results[i].interval->hi) << i;
    }
}

TEST_F(GateRunTest, WhatWasStatedServesWhereNoColumnIs) {
    test::StagingBuilder staging(folder_ / "3.0");
    staging.run().version = "3.0";
    staging.run().sourceSha256 = "3.0";
    fillBinaryRun(staging, test::numberedIds("s", 30));
    const RunRow run = *store_->run(store_->publish(staging.staged(), {}));
    book_.add(about("latency_p95", 50));
    const auto latency = [&] { return gateRun({store_, run, {}, {}, "2026-03-04"}).results.at(0); };
    EXPECT_FALSE(latency().judged());
    VersionFacts facts;
    facts.versionId = run.versionId;
    facts.latencyP95 = 45;
    facts.who = "Data";
    Registry(store_).describe(facts);
    EXPECT_EQ(latency().state, State::Met);
}

TEST_F(GateRunTest, TheVerdictAndTheWaiver) {
    EXPECT_EQ(gateRun({store_, runs_[1], {}, {}, "2026-03-04"}).verdict(), GateVerdict::Pass)
        << "nothing is asked";
    judged(about("recall", 0.7));
    EXPECT_EQ(gateRun({store_, runs_[1], {}, {}, "2026-03-04"}).verdict(), GateVerdict::Insufficient);
    EXPECT_EQ(gateRun({store_, runs_[0], {}, {}, "2026-03-04"}).verdict(), GateVerdict::Pass);
    const std::int64_t failed = judged(about("recall", 0.95)).requirement().id;
    EXPECT_EQ(gateRun({store_, runs_[1], {}, {}, "2026-03-04"}).verdict(), GateVerdict::Fail);
    RequirementEvent waiver;
    waiver.requirementId = failed;
    waiver.version = "2.0";
    waiver.who = "Risk";
    waiver.why = "one month";
    waiver.until = "2026-03-31";
    book_.waive(waiver);
    EXPECT_EQ(gateRun({store_, runs_[1], {}, {}, "2026-03-04"}).verdict(), GateVerdict::Insufficient);
    EXPECT_EQ(gateRun({store_, runs_[1], {}, {}, "2026-04-01"}).verdict(), GateVerdict::Fail);
    EXPECT_EQ(gateRun({store_, runs_[1], {}, 0.1, "2026-03-04"}).verdict(), GateVerdict::Pass)
        << "at another threshold";
}

TEST_F(GateRunTest, ARunIsNotHeldAgainstItself) {
    book_.add(noWorse("roc_auc", "2.0", 0.01));
    book_.add(about("recall", 0.5));
    const GateResult itself = gateRun({store_, runs_[1], {}, {}, "2026-03-04"});
    ASSERT_EQ(itself.results.size(), 1U);
    ASSERT_EQ(itself.leftOut.size(), 1U);
    EXPECT_EQ(itself.leftOut[0].metric, "roc_auc");
    EXPECT_EQ(gateRun({store_, runs_[0], {}, {}, "2026-03-04"}).results.size(), 2U);
}

// Cases that are named stand for no others: right or wrong, there is nothing to estimate.
TEST_F(GateRunTest, ANamedCaseIsMetOrFailed) {
    Requirement right = about("accuracy", 1);
    right.cohort = "id = 's0'";
    EXPECT_EQ(judged(right).state, State::Met);
    Requirement wrong = about("accuracy", 1);
    wrong.cohort = "id in ('s0', 's3')";
    const RequirementResult result = judged(wrong);
    EXPECT_EQ(result.state, State::Failed);
    EXPECT_EQ(result.n, 2U);
    EXPECT_FALSE(result.samplesNeeded);
}

}  // namespace
}  // namespace reckoner
