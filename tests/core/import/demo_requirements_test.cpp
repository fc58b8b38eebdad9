#include "core/import/demo_requirements.h"

#include <set>

#include <gtest/gtest.h>

#include "core/import/demo.h"
#include "core/review/gate_run.h"
#include "core/store/registry.h"
#include "core/store/requirement_book.h"
#include "tests/support/temporary_folder.h"

namespace reckoner {
namespace {

class DemoRequirements : public testing::Test {
 protected:
    void SetUp() override {
        createDemo(folder_ / "demo.reckoner", RECKONER_RESOURCES, clock_);
        store_ = Store::open(folder_ / "demo.reckoner", OpenMode::ReadOnly, clock_);
        run_ = store_->resolveRun("credit-default/3.0.0@credit-applications-cv5");
    }
    GateResult gate(const std::string& version) const {
        return gateRun({store_,
                        store_->resolveRun("credit-default/" + version + "@credit-applications-cv5"),
                        {},
                        {},
                        "2026-03-04"});
    }
    test::TemporaryFolder folder_;
    FixedClock clock_{Clock::Time(std::chrono::milliseconds(1'772'600'767'089))};
    std::shared_ptr<Store> store_;
    RunRow run_;
};

TEST_F(DemoRequirements, TheStagesTellHowTheVersionsFollowedEachOther) {
    const auto entries = Registry(store_).entries(run_.modelId);
    ASSERT_EQ(entries.size(), 3U);
    EXPECT_EQ(entries[0].stage(), Stage::Retired);
    EXPECT_EQ(entries[1].stage(), Stage::Production);
    EXPECT_EQ(entries[2].stage(), Stage::Candidate);
    EXPECT_TRUE(entries[0].facts->baseline);
    for (const RegistryEntry& entry : entries) {
        EXPECT_FALSE(entry.facts->rollbackPlan.empty());
        for (const StageChange& change : entry.history) {
            EXPECT_LT(change.at, "2026-03-04");
            EXPECT_GT(change.at, "2025-09");
            EXPECT_FALSE(change.why.empty());
        }
    }
    EXPECT_TRUE(store_->check({}).empty());
}

TEST_F(DemoRequirements, EveryStateIsToBeSeen) {
    std::set<std::string_view> seen;
    for (const char* version : {"1.0.0", "2.0.0", "3.0.0"})
        for (const RequirementResult& result : gate(version).results) {
            EXPECT_TRUE(result.judged()) << result.reason;
            EXPECT_FALSE(result.requirement().because.empty());
            seen.insert(name(result.state));
        }
    EXPECT_EQ(seen, (std::set<std::string_view>{"met", "target_met", "failed", "leaning_met",
                                                "leaning_failed", "waived"}));
    EXPECT_EQ(gate("2.0.0").verdict(), GateVerdict::Insufficient);
    EXPECT_EQ(gate("3.0.0").verdict(), GateVerdict::Fail);
}

TEST_F(DemoRequirements, AtThePolicyOfVersionTwoPartTimersAreNoLongerCaught) {
    const GateResult at42 = gateRun({store_, run_, {}, 0.42, "2026-03-04"});
    EXPECT_EQ(at42.results.at(0).state, RequirementState::Failed);
    EXPECT_NEAR(*at42.results.at(0).value, 0.627, 0.001);
}

}  // namespace
}  // namespace reckoner
