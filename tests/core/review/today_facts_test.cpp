#include "core/review/today_facts.h"

#include <gtest/gtest.h>

#include "core/import/demo.h"
#include "core/store/review_book.h"
#include "tests/support/temporary_folder.h"

namespace reckoner {
namespace {

class TodayHistoryTest : public testing::Test {
 protected:
    static void SetUpTestSuite() {
        folder_ = std::make_unique<test::TemporaryFolder>();
        createDemo(*folder_ / "demo.reckoner", RECKONER_RESOURCES, clock_);
    }
    static void TearDownTestSuite() { folder_.reset(); }

    std::int64_t modelOf(const char* run) const { return store_->resolveRun(run).modelId; }

    static std::unique_ptr<test::TemporaryFolder> folder_;
    static FixedClock clock_;
    std::shared_ptr<Store> store_ = Store::open(*folder_ / "demo.reckoner", OpenMode::ReadWrite, clock_);
};
std::unique_ptr<test::TemporaryFolder> TodayHistoryTest::folder_;
FixedClock TodayHistoryTest::clock_{Clock::Time(std::chrono::milliseconds(1'772'600'767'089))};

TEST_F(TodayHistoryTest, TellsWhatHappenedSinceTheLastReview) {
    const std::int64_t credit = modelOf("credit-default/2.0.0@credit-applications-cv5");
    const TodayHistory history = todayHistory(store_, credit, "2026-03-04");
    ASSERT_TRUE(history.lastReview);
    EXPECT_EQ(history.lastReview->heldOn, "2026-02-25");
    ASSERT_EQ(history.newRuns.size(), 2U) << "week 30 and v3";
    EXPECT_EQ(history.newRuns[0].row.info.version, "3.0.0");
    EXPECT_FALSE(history.newRuns[0].before);
    ASSERT_TRUE(history.newRuns[1].before);
    EXPECT_EQ(history.newRuns[1].before->info.evalSet, "credit-weekly-W29");
    ASSERT_GE(history.newRuns[1].changes.size(), 2U);
    EXPECT_EQ(history.newRuns[1].changes[0].column, "") << "more defaults";
    EXPECT_EQ(history.newRuns[1].changes[1].column, "income");
    ASSERT_TRUE(history.cases);
    EXPECT_EQ(history.casesVersion, "3.0.0");
    EXPECT_EQ(history.newPolicies.size(), 2U);
}

TEST_F(TodayHistoryTest, TellsWhatIsDue) {
    const std::int64_t credit = modelOf("credit-default/2.0.0@credit-applications-cv5");
    const TodayHistory history = todayHistory(store_, credit, "2026-03-05");
    ASSERT_EQ(history.overdue.size(), 1U);
    EXPECT_EQ(history.overdue[0].version, "2.0.0");
    ASSERT_EQ(history.actions.size(), 2U);
    EXPECT_EQ(history.actions[0].due, "2026-03-05");
    EXPECT_TRUE(history.briefBegun);
    ASSERT_EQ(history.openBrief.size(), 1U) << "the demo's brief has a gap";
    EXPECT_EQ(history.openBrief[0]->id, "retrain");
    EXPECT_TRUE(history.revisit.empty());
    const TodayHistory later = todayHistory(store_, credit, "2026-04-06");
    ASSERT_EQ(later.revisit.size(), 2U) << "v3, then the threshold";
    EXPECT_EQ(later.revisit[0].revisitOn, "2026-03-29");
}

TEST_F(TodayHistoryTest, AModelWithoutReviewsHasAllItsLaterRunsAsNew) {
    const TodayHistory history =
        todayHistory(store_, modelOf("food-review-sentiment/2.0.0@fine-foods-test"), "2026-01-01");
    EXPECT_FALSE(history.lastReview);
    ASSERT_EQ(history.newRuns.size(), 1U);
    EXPECT_EQ(history.newRuns[0].row.info.version, "2.0.0");
    EXPECT_FALSE(history.briefBegun);
    EXPECT_TRUE(history.overdue.empty());
}

}  // namespace
}  // namespace reckoner
