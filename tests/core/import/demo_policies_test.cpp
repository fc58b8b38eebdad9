#include "core/import/demo_policies.h"

#include <set>

#include <gtest/gtest.h>

#include "core/import/demo.h"
#include "core/store/policy_book.h"
#include "tests/support/temporary_folder.h"

namespace reckoner {
namespace {

class DemoPolicies : public testing::Test {
 protected:
    std::shared_ptr<Store> demo(const char* name) {
        createDemo(folder_ / name, RECKONER_RESOURCES, clock_);
        return Store::open(folder_ / name, OpenMode::ReadOnly, clock_);
    }
    static std::vector<PolicyRecord> history(const std::shared_ptr<Store>& store) {
        return PolicyBook(store).history(
            store->resolveRun("credit-default/2.0.0@credit-applications-cv5").modelId);
    }

    test::TemporaryFolder folder_;
    FixedClock clock_{Clock::Time(std::chrono::milliseconds(1'772'600'767'089))};
};

TEST_F(DemoPolicies, TellAHistoryOverThreeVersionsWithTrueFigures) {
    const auto store = demo("a.reckoner");
    const auto records = history(store);
    ASSERT_EQ(records.size(), 6U);
    std::set<std::string> versions;
    for (const PolicyRecord& record : records) {
        versions.insert(record.version);
        EXPECT_FALSE(record.policy.why.empty());
        EXPECT_NE(record.policy.who.find("illustrative"), std::string::npos);
        ASSERT_TRUE(record.evidence) << record.policy.why;
        EXPECT_EQ(record.evidence->samples, 4'454U);
    }
    EXPECT_EQ(versions.size(), 3U);
    EXPECT_EQ(records[0].policy.threshold, 0.42);
    EXPECT_TRUE(records[1].policy.tiers);
    EXPECT_EQ(records[2].evidence->adopted.figures.mix.tp - records[2].evidence->before->figures.mix.tp, 162)
        << "as its reason says";
}

TEST_F(DemoPolicies, OneReviewIsOverdue) {
    const PolicyBook book(demo("a.reckoner"));
    EXPECT_TRUE(book.overdue("2026-03-01").empty());
    ASSERT_EQ(book.overdue("2026-03-04").size(), 1U);
    EXPECT_EQ(book.overdue("2026-03-04")[0].version, "2.0.0");
    EXPECT_EQ(daysOverdue(book.overdue("2026-03-04")[0], "2026-03-04"), 2);
}

TEST_F(DemoPolicies, AreTheSameInEveryDemoOfADay) {
    const auto a = demo("a.reckoner");
    clock_.set(clock_.now() + std::chrono::hours(1));
    const auto b = demo("b.reckoner");
    const auto first = history(a), second = history(b);
    ASSERT_EQ(first.size(), second.size());
    for (std::size_t i = 0; i < first.size(); ++i) {
        EXPECT_EQ(first[i].policy.adoptedAt, second[i].policy.adoptedAt);
        EXPECT_EQ(evidenceJson(*first[i].evidence), evidenceJson(*second[i].evidence));
    }
}

}  // namespace
}  // namespace reckoner
