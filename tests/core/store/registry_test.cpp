#include "core/store/registry.h"

#include <cmath>

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/store/store.h"
#include "tests/support/staging_builder.h"
#include "tests/support/temporary_folder.h"

namespace reckoner {
namespace {

class RegistryTest : public testing::Test {
 protected:
    void SetUp() override {
        for (const char* version : {"1.0", "2.0"}) {
            test::StagingBuilder staging(folder_ / version);
            fillBinaryRun(staging, test::numberedIds("a-", 12));
            staging.run().version = version;
            staging.run().sourceSha256 = version;
            store_->publish(staging.staged(), {});
        }
        model_ = store_->models().at(0).id;
        for (const VersionRow& row : store_->versions(model_))
            versions_.push_back(row.id);
    }
    StageChange to(std::size_t version, Stage stage, const std::string& at = {}) const {
        return {0, "", versions_[version], stage, "Risk", "it pays", at};
    }

    test::TemporaryFolder folder_;
    FixedClock clock_{Clock::Time(std::chrono::milliseconds(1'772'600'767'089))};
    std::shared_ptr<Store> store_ = Store::create(folder_ / "s.reckoner", clock_);
    Registry registry_{store_};
    std::int64_t model_ = 0;
    std::vector<std::int64_t> versions_;
};

TEST_F(RegistryTest, KeepsEveryStageWithWhoAndWhy) {
    registry_.move(to(0, Stage::Production, "2024-03-05T09:00:00.000Z"));
    const auto changes = registry_.move(to(1, Stage::Production));
    ASSERT_EQ(changes.size(), 2U);
    const auto entries = registry_.entries(model_);
    ASSERT_EQ(entries.size(), 2U);
    EXPECT_EQ(entries[0].stage(), Stage::Retired);
    ASSERT_EQ(entries[0].history.size(), 2U);
    EXPECT_EQ(entries[0].history[1].at, "2024-03-05T09:00:00.000Z");
    EXPECT_EQ(entries[1].history[0].why, "it pays");
    EXPECT_EQ(entries[1].history[0].at, isoTime(clock_.now()));
    EXPECT_EQ(entries[1].version, "2.0");
    EXPECT_EQ(registry_.entry(versions_[1])->stage(), Stage::Production);
    EXPECT_FALSE(registry_.entry(99));
    EXPECT_TRUE(store_->check({}).empty());
}

TEST_F(RegistryTest, ARefusedMoveWritesNothing) {
    registry_.move(to(0, Stage::Candidate));
    EXPECT_THROW(registry_.move(to(0, Stage::Candidate)), Error);
    StageChange nobody = to(0, Stage::Production);
    nobody.who = " ";
    EXPECT_THROW(registry_.move(nobody), Error);
    StageChange unreasoned = to(0, Stage::Production);
    unreasoned.why = "";
    EXPECT_THROW(registry_.move(unreasoned), Error);
    EXPECT_THROW(registry_.move({0, "", 99, Stage::Candidate, "a", "b", ""}), Error);
    EXPECT_EQ(registry_.entry(versions_[0])->history.size(), 1U);
}

TEST_F(RegistryTest, TheNewestFactsHoldAndTheSameAgainIsNothingNew) {
    VersionFacts facts;
    facts.versionId = versions_[0];
    facts.owner = " Risk ";
    facts.rollbackPlan = "Point the router back";
    facts.learntFrom = "2001-2003";
    facts.costPerPrediction = 0.002;
    facts.currency = "EUR";
    facts.latencyP95 = 40;
    facts.baseline = true;
    facts.who = "Data";
    registry_.describe(facts);
    const VersionFacts kept = registry_.entry(versions_[0])->facts.value();
    EXPECT_EQ(kept.owner, "Risk");
    EXPECT_EQ(kept.costPerPrediction, 0.002);
    EXPECT_FALSE(kept.latencyP50);
    EXPECT_TRUE(kept.baseline);
    registry_.describe(facts);
    EXPECT_EQ(registry_.entry(versions_[0])->facts->id, kept.id);
    facts.latencyP95 = 50;
    registry_.describe(facts);
    EXPECT_EQ(registry_.entry(versions_[0])->facts->latencyP95, 50);
    facts.latencyP95 = std::nan("");
    EXPECT_THROW(registry_.describe(facts), Error);
    facts.latencyP95 = -1;
    EXPECT_THROW(registry_.describe(facts), Error);
    EXPECT_TRUE(store_->check({}).empty());
}

}  // namespace
}  // namespace reckoner
