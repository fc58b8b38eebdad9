#include "core/review/policy_record.h"

#include <gtest/gtest.h>

namespace reckoner {
namespace {

PolicyRecord policyOf(std::int64_t id, std::int64_t version, const std::string& at,
                      const std::string& reviewBy) {
    PolicyRecord record;
    record.policy.id = id;
    record.policy.versionId = version;
    record.policy.adoptedAt = at;
    record.policy.reviewBy = reviewBy;
    return record;
}

TEST(PolicyRecord, IsInForceUntilItsVersionsNext) {
    std::vector<PolicyRecord> records{policyOf(3, 1, "2024-06-24T09:00:00.000Z", ""),
                                      policyOf(2, 2, "2024-06-10T09:00:00.000Z", ""),
                                      policyOf(1, 1, "2024-03-04T09:00:00.000Z", "")};
    setPeriods(records);
    EXPECT_TRUE(records[0].inForce());
    EXPECT_TRUE(records[1].inForce()) << "another version";
    EXPECT_EQ(records[2].until, "2024-06-24T09:00:00.000Z");
}

TEST(PolicyRecord, IsOverdueTheDayAfterItsDate) {
    const PolicyRecord record = policyOf(1, 1, "2024-06-24T09:00:00.000Z", "2024-09-30");
    EXPECT_FALSE(daysOverdue(record, "2024-09-30"));
    EXPECT_EQ(daysOverdue(record, "2024-10-01"), 1);
    EXPECT_EQ(daysOverdue(record, "2025-10-01"), 366);
    EXPECT_FALSE(daysOverdue(policyOf(1, 1, "", ""), "2025-10-01"));
    EXPECT_FALSE(daysOverdue(policyOf(1, 1, "", "soon"), "2025-10-01"));
    PolicyRecord replaced = record;
    replaced.until = "2024-10-02T00:00:00.000Z";
    EXPECT_FALSE(daysOverdue(replaced, "2025-10-01"));
}

TEST(PolicyRecord, TheLongestOverdueComesFirst) {
    const std::vector<PolicyRecord> records{
        policyOf(1, 1, "", "2024-09-30"), policyOf(2, 2, "", "2024-06-01"), policyOf(3, 3, "", "2030-01-01")};
    const auto overdue = overduePolicies(records, "2025-01-01");
    ASSERT_EQ(overdue.size(), 2U);
    EXPECT_EQ(overdue[0].policy.id, 2);
    EXPECT_EQ(overdue[1].policy.id, 1);
}

TEST(PolicyRecord, ADateIsADayThatExists) {
    EXPECT_TRUE(isDate("2024-02-29"));
    EXPECT_FALSE(isDate("2023-02-29"));
    EXPECT_FALSE(isDate("2024-13-01"));
    EXPECT_FALSE(isDate("2024-2-1"));
    EXPECT_FALSE(isDate("2024-02-01T00:00:00.000Z"));
    EXPECT_FALSE(isDate("20x4-02-01"));
}

}  // namespace
}  // namespace reckoner
