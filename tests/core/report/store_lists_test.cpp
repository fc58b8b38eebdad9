#include "core/report/store_lists.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/support/staging_builder.h"
#include "tests/support/temporary_folder.h"

namespace reckoner {
namespace {

class StoreListsTest : public testing::Test {
 protected:
    void publish(const std::string& model, const std::string& version) {
        test::StagingBuilder staging(folder_ / (model + version));
        fillBinaryRun(staging, test::numberedIds("a-", 12));
        staging.run().model = model;
        staging.run().version = version;
        store_->publish(staging.staged(), {});
    }
    test::TemporaryFolder folder_;
    FixedClock clock_{Clock::Time(std::chrono::milliseconds(1'772'600'767'089))};
    std::shared_ptr<Store> store_ = Store::create(folder_ / "s.reckoner", clock_);
};

TEST_F(StoreListsTest, AnEmptyStoreSaysWhatToDo) {
    EXPECT_EQ(runsJson(*store_, 0), (Json{{"runs", Json::array()}}));
    EXPECT_NE(runsText(*store_, 0).find("reckoner import"), std::string::npos);
    EXPECT_NE(modelsText(*store_, 0).find("reckoner import"), std::string::npos);
    EXPECT_NE(versionsText(*store_, 0).find("reckoner import"), std::string::npos);
}

TEST_F(StoreListsTest, RunsModelsAndVersions) {
    publish("churn", "1.0");
    publish("churn", "2.0");
    publish("fraud", "1.0");
    const Json runs = runsJson(*store_, 0)["runs"];
    ASSERT_EQ(runs.size(), 3u);
    EXPECT_EQ(runs[0]["rows"], 12);
    EXPECT_EQ(runs[0]["scored"], 12);
    EXPECT_EQ(runs[0]["eval_set"], "week-1");

    const Json models = modelsJson(*store_, 0)["models"];
    ASSERT_EQ(models.size(), 2u);
    EXPECT_EQ(models[0]["model"], "churn");
    EXPECT_EQ(models[0]["versions"], 2);
    EXPECT_EQ(models[0]["classes"], (Json{"no", "yes"}));

    const std::int64_t churn = store_->models().front().id;
    Policy policy;
    policy.versionId = store_->versions(churn).back().id;
    policy.threshold = 0.4;
    policy.who = "tester";
    policy.why = "because";
    store_->adoptPolicy(policy);
    const Json versions = versionsJson(*store_, churn)["versions"];
    ASSERT_EQ(versions.size(), 2u);
    EXPECT_TRUE(versions[0]["policy_threshold"].is_null());
    EXPECT_EQ(versions[1]["policy_threshold"], 0.4);
    EXPECT_EQ(runsJson(*store_, churn)["runs"].size(), 2u);
    EXPECT_NE(versionsText(*store_, churn).find("0.4"), std::string::npos);
    EXPECT_EQ(versionsText(*store_, churn).find("fraud"), std::string::npos);
}

}  // namespace
}  // namespace reckoner
