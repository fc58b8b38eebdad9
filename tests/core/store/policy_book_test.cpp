#include "core/store/policy_book.h"

#include <cmath>
#include <functional>

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "tests/support/sqlite_file.h"
#include "tests/support/staging_builder.h"
#include "tests/support/temporary_folder.h"

namespace reckoner {
namespace {

class PolicyBookTest : public testing::Test {
 protected:
    RunRow publish(const std::string& version) {
        test::StagingBuilder staging(folder_ / version);
        fillBinaryRun(staging, test::numberedIds("a-", 12));
        staging.run().version = version;
        staging.run().sourceSha256 = version;
        return *store_->run(store_->publish(staging.staged(), {}));
    }
    static Policy policyFor(const RunRow& run, double threshold) {
        Policy policy;
        policy.versionId = run.versionId;
        policy.threshold = threshold;
        policy.who = "Kim";
        policy.why = "fits the desk";
        policy.reviewBy = "2026-06-30";
        return policy;
    }
    static PolicyEvidence evidenceFor(const RunRow& run, double cost) {
        PolicyEvidence evidence;
        evidence.runId = run.info.id;
        evidence.fingerprint = run.fingerprint;
        evidence.adopted.figures.cost = cost;
        return evidence;
    }

    test::TemporaryFolder folder_;
    FixedClock clock_{Clock::Time(std::chrono::milliseconds(1'772'600'767'089))};
    std::filesystem::path file_ = folder_ / "s.reckoner";
    std::shared_ptr<Store> store_ = Store::create(file_, clock_);
    PolicyBook book_{store_};
};

TEST_F(PolicyBookTest, KeepsEveryPolicyWithItsFigures) {
    const RunRow first = publish("1.0"), second = publish("2.0");
    book_.adopt(policyFor(first, 0.5), std::nullopt);
    book_.adopt(policyFor(second, 0.4), evidenceFor(second, 80));
    Policy tiers = policyFor(second, 0);
    tiers.tiers = TierPlan{{0.3, 0.6}, usualTiers(2), 12.0, {}, {}, {}};
    book_.adopt(tiers, evidenceFor(second, 60));

    const auto history = book_.history(first.modelId);
    ASSERT_EQ(history.size(), 3U);
    EXPECT_EQ(history[0].policy.tiers, tiers.tiers);
    EXPECT_EQ(history[0].policy.threshold, 0.3) << "where somebody begins to act";
    EXPECT_TRUE(history[0].inForce());
    EXPECT_EQ(history[0].evidence->adopted.figures.cost, 60);
    EXPECT_EQ(history[0].evidence->runId, second.info.id);
    EXPECT_EQ(history[1].version, "2.0");
    EXPECT_EQ(history[1].until, history[0].policy.adoptedAt);
    EXPECT_FALSE(history[2].evidence);
    EXPECT_TRUE(history[2].inForce());
    EXPECT_EQ(store_->policyInForce(second.versionId)->tiers, tiers.tiers);
    EXPECT_TRUE(store_->check({}).empty());
}

TEST_F(PolicyBookTest, APastDayIsKeptAndAFutureOneIsNow) {
    const RunRow run = publish("1.0");
    Policy policy = policyFor(run, 0.5);
    policy.adoptedAt = "2024-03-04T09:00:00.000Z";
    book_.adopt(policy, std::nullopt);
    policy.adoptedAt = "2199-01-01T00:00:00.000Z";
    book_.adopt(policy, std::nullopt);
    const auto history = book_.history(run.modelId);
    EXPECT_EQ(history[1].policy.adoptedAt, "2024-03-04T09:00:00.000Z");
    EXPECT_EQ(history[0].policy.adoptedAt, isoTime(clock_.now()));
}

TEST_F(PolicyBookTest, WhatIsDueIsFoundInAllModels) {
    const RunRow run = publish("1.0");
    Policy policy = policyFor(run, 0.5);
    policy.reviewBy = "2026-01-31";
    book_.adopt(policy, std::nullopt);
    EXPECT_TRUE(book_.overdue("2026-01-31").empty());
    ASSERT_EQ(book_.overdue("2026-02-01").size(), 1U);
    EXPECT_EQ(book_.overdue("2026-02-01")[0].modelId, run.modelId);
}

TEST_F(PolicyBookTest, HalfAPolicyIsRefused) {
    const RunRow run = publish("1.0");
    const auto refused = [&](const std::function<void(Policy&)>& change) {
        Policy policy = policyFor(run, 0.5);
        change(policy);
        EXPECT_THROW(book_.adopt(policy, std::nullopt), Error);
    };
    refused([](Policy& policy) { policy.who = "  "; });
    refused([](Policy& policy) { policy.why.clear(); });
    refused([](Policy& policy) { policy.reviewBy = "next year"; });
    refused([](Policy& policy) { policy.threshold = std::nan(""); });
    refused([](Policy& policy) { policy.versionId = 99; });
    refused([](Policy& policy) { policy.tiers = TierPlan{{0.6, 0.3}, usualTiers(2), {}, {}, {}, {}}; });
    EXPECT_TRUE(book_.history(run.modelId).empty());
}

TEST_F(PolicyBookTest, EvidenceChangedOutsideIsNoticed) {
    const RunRow run = publish("1.0");
    book_.adopt(policyFor(run, 0.5), evidenceFor(run, 80));
    test::SqliteFile(file_).exec("UPDATE policy_evidence SET frozen = replace(frozen, '80', '10')");
    const auto damage = store_->check({});
    ASSERT_EQ(damage.size(), 1U);
    EXPECT_NE(damage[0].sentence.find("policy_evidence was changed outside"), std::string::npos);
}

TEST_F(PolicyBookTest, EvidenceOfARunThatIsNotHereIsKeptWithoutIt) {
    const RunRow run = publish("1.0");
    PolicyEvidence evidence = evidenceFor(run, 80);
    evidence.runId = 77;
    evidence.costModelId = 5;
    book_.adopt(policyFor(run, 0.5), evidence);
    const auto history = book_.history(run.modelId);
    EXPECT_EQ(history[0].evidence->runId, 0);
    EXPECT_EQ(history[0].evidence->costModelId, 0);
}

TEST_F(PolicyBookTest, AStoreForReadingOnlySaysSo) {
    const RunRow run = publish("1.0");
    store_.reset();
    PolicyBook reader(Store::open(file_, OpenMode::ReadOnly, clock_));
    try {
        reader.adopt(policyFor(run, 0.5), std::nullopt);
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::Store);
        EXPECT_NE(std::string(error.what()).find("reading only"), std::string::npos) << error.what();
    }
}

}  // namespace
}  // namespace reckoner
