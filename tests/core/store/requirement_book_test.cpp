#include "core/store/requirement_book.h"

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/store/store.h"
#include "tests/support/sqlite_file.h"
#include "tests/support/staging_builder.h"
#include "tests/support/temporary_folder.h"

namespace reckoner {
namespace {

class RequirementBookTest : public testing::Test {
 protected:
    void SetUp() override {
        test::StagingBuilder staging(folder_ / "staging");
        fillBinaryRun(staging, test::numberedIds("a-", 12));
        store_->publish(staging.staged(), {});
        model_ = store_->models().at(0).id;
    }
    Requirement recall(double floor) const {
        Requirement requirement;
        requirement.modelId = model_;
        requirement.metric = "recall";
        requirement.floor = floor;
        requirement.target = 0.9;
        requirement.cohort = "country = 'DE'";
        requirement.due = "2026-06-30";
        requirement.owner = "Risk";
        requirement.because = "a missed one costs half the amount";
        requirement.who = "Product";
        return requirement;
    }
    RequirementEvent about(std::int64_t requirement) const {
        RequirementEvent event;
        event.requirementId = requirement;
        event.who = "Risk";
        event.why = "the week is not over";
        return event;
    }

    test::TemporaryFolder folder_;
    FixedClock clock_{Clock::Time(std::chrono::milliseconds(1'772'600'767'089))};
    std::filesystem::path file_ = folder_ / "s.reckoner";
    std::shared_ptr<Store> store_ = Store::create(file_, clock_);
    RequirementBook book_{store_};
    std::int64_t model_ = 0;
};

TEST_F(RequirementBookTest, KeepsWhatWasSaid) {
    const Requirement kept = book_.add(recall(0.8));
    EXPECT_EQ(kept.id, 1);
    EXPECT_EQ(kept.uid.size(), 32U);
    EXPECT_EQ(kept.createdAt, isoTime(clock_.now()));
    Requirement given = recall(0.8);
    given.id = kept.id;
    given.uid = kept.uid;
    given.createdAt = kept.createdAt;
    EXPECT_EQ(kept, given);
    Requirement relative = recall(0);
    relative.floor.reset();
    relative.target.reset();
    relative.baseline = "1.0";
    relative.byAtMost = 0.02;
    book_.add(relative);
    Requirement segments = recall(0.5);
    segments.column = "country";
    segments.share = 0.75;
    book_.add(segments);

    const auto records = book_.inForce(model_);
    ASSERT_EQ(records.size(), 3U);
    EXPECT_EQ(records[0].requirement, kept);
    EXPECT_FALSE(records[1].requirement.floor);
    EXPECT_EQ(records[1].requirement.byAtMost, 0.02);
    EXPECT_EQ(records[2].requirement.share, 0.75);
    EXPECT_TRUE(book_.inForce(99).empty());
    EXPECT_EQ(book_.all().size(), 3U);
    EXPECT_TRUE(store_->check({}).empty());
}

TEST_F(RequirementBookTest, AnotherTakesItsPlace) {
    const Requirement first = book_.add(recall(0.8));
    Requirement second = recall(0.7);
    second.supersedes = first.uid;
    book_.add(second);
    ASSERT_EQ(book_.inForce(model_).size(), 1U);
    EXPECT_EQ(book_.inForce(model_)[0].requirement.floor, 0.7);
    EXPECT_EQ(book_.all(model_).size(), 2U);
    EXPECT_THROW(book_.add(second), Error) << "it is replaced already";
    second.supersedes = "nobody";
    EXPECT_THROW(book_.add(second), Error);
}

TEST_F(RequirementBookTest, WaivedAskedForAgainAndWithdrawn) {
    const std::int64_t id = book_.add(recall(0.8)).id;
    RequirementEvent waiver = about(id);
    waiver.version = "3.0.0";
    book_.waive(waiver);
    EXPECT_EQ(book_.find(id)->waiver("3.0.0", "2026-03-04")->why, "the week is not over");
    EXPECT_FALSE(book_.find(id)->waiver("2.0.0", "2026-03-04"));
    book_.lift(about(id));
    EXPECT_FALSE(book_.find(id)->waiver("3.0.0", "2026-03-04"));
    book_.withdraw(about(id));
    EXPECT_TRUE(book_.inForce(model_).empty());
    EXPECT_EQ(book_.find(id)->events.size(), 3U);
    EXPECT_THROW(book_.waive(about(id)), Error);
    EXPECT_TRUE(store_->check({}).empty());
}

TEST_F(RequirementBookTest, NobodyOrNoReasonIsRefused) {
    const std::int64_t id = book_.add(recall(0.8)).id;
    const auto refused = [&](auto&& change) {
        RequirementEvent event = about(id);
        change(event);
        EXPECT_THROW(book_.waive(event), Error);
    };
    refused([](auto& event) { event.who = " "; });
    refused([](auto& event) { event.why = ""; });
    refused([](auto& event) { event.until = "next week"; });
    refused([](auto& event) { event.requirementId = 7; });
    Requirement elsewhere = recall(0.8);
    elsewhere.modelId = 9;
    EXPECT_THROW(book_.add(elsewhere), Error);
    EXPECT_TRUE(book_.find(id)->events.empty());
    EXPECT_FALSE(book_.find(7));
}

TEST_F(RequirementBookTest, ARequirementChangedOutsideIsNoticed) {
    book_.add(recall(0.8));
    test::SqliteFile(file_).exec("UPDATE requirement SET floor = 0.1");
    ASSERT_EQ(store_->check({}).size(), 1U);
    EXPECT_NE(store_->check({})[0].sentence.find("requirement was changed outside"), std::string::npos);
}

}  // namespace
}  // namespace reckoner
