#include "core/review/requirement.h"

#include <cmath>
#include <functional>

#include <gtest/gtest.h>

#include "core/base/error.h"

namespace reckoner {
namespace {

Requirement recallFloor(double floor = 0.8) {
    Requirement requirement;
    requirement.modelId = 1;
    requirement.metric = "recall";
    requirement.floor = floor;
    return requirement;
}

std::string refusalOf(const std::function<void(Requirement&)>& change) {
    Requirement requirement = recallFloor();
    change(requirement);
    try {
        checked(requirement);
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::Usage);
        return error.what();
    }
    ADD_FAILURE() << "accepted";
    return {};
}

RequirementEvent event(RequirementEventKind kind, const std::string& version = {},
                       const std::string& until = {}) {
    RequirementEvent result;
    result.kind = kind;
    result.version = version;
    result.until = until;
    return result;
}

TEST(Requirement, TheMetricSaysWhetherAFloorIsACeiling) {
    EXPECT_FALSE(checked(recallFloor()).atMost);
    Requirement latency = recallFloor();
    latency.metric = " latency_p95 ";
    latency.floor = 120;
    EXPECT_TRUE(checked(latency).atMost);
    EXPECT_EQ(checked(latency).metric, "latency_p95");
    Requirement flagged = recallFloor(0.2);
    flagged.metric = "selection_rate";
    flagged.atMost = true;
    EXPECT_TRUE(checked(flagged).atMost);
    EXPECT_TRUE(reaches(0.2, 0.2, true));
    EXPECT_FALSE(reaches(0.3, 0.2, true));
    EXPECT_TRUE(reaches(0.3, 0.2, false));
}

TEST(Requirement, EveryKindOfTheContractIsOne) {
    Requirement target = recallFloor();
    target.target = 0.9;
    target.cohort = "job = 'partime'";
    target.due = "2026-06-30";
    checked(target);
    Requirement segments = recallFloor();
    segments.column = "job";
    segments.share = 0.9;
    checked(segments);
    Requirement relative = recallFloor();
    relative.floor.reset();
    relative.baseline = "2.0.0";
    relative.byAtMost = 0.02;
    checked(relative);
    Requirement fair = recallFloor();
    fair.metric = "selection_rate_ratio";
    fair.column = "sex";
    checked(fair);
    Requirement cost = recallFloor();
    cost.metric = "cost_per_period";
    cost.floor = -500;
    checked(cost);
    Requirement signedOff = recallFloor(0.95);
    signedOff.metric = "sign_off_rate";
    checked(signedOff);
}

TEST(Requirement, WhatMakesNoSenseIsRefusedInOneSentence) {
    EXPECT_NE(refusalOf([](auto& r) { r.metric = "recal"; }).find("\"recall\""), std::string::npos);
    refusalOf([](auto& r) { r.floor.reset(); });
    refusalOf([](auto& r) { r.baseline = "2.0.0"; });
    refusalOf([](auto& r) { r.floor.reset(), r.baseline = "2.0.0"; });
    refusalOf([](auto& r) { r.floor.reset(), r.byAtMost = 0.1; });
    refusalOf([](auto& r) { r.floor.reset(), r.baseline = "2.0.0", r.byAtMost = -0.1; });
    EXPECT_NE(refusalOf([](auto& r) { r.floor = 80; }).find("from 0 to 1"), std::string::npos);
    refusalOf([](auto& r) { r.floor = std::nan(""); });
    refusalOf([](auto& r) { r.target = 0.7; });
    refusalOf([](auto& r) { r.metric = "brier", r.floor = 0.1, r.target = 0.2; });
    refusalOf([](auto& r) { r.column = "job"; });
    refusalOf([](auto& r) { r.share = 0.9; });
    refusalOf([](auto& r) { r.column = "job", r.share = 0; });
    refusalOf([](auto& r) { r.column = "job", r.share = 1.1; });
    refusalOf([](auto& r) { r.metric = "latency_p95", r.column = "job", r.share = 0.9; });
    refusalOf([](auto& r) { r.metric = "selection_rate_ratio"; });
    refusalOf([](auto& r) { r.metric = "selection_rate_ratio", r.column = "sex", r.share = 1; });
    refusalOf([](auto& r) { r.metric = "sign_off_rate", r.cohort = "job = 'x'"; });
    refusalOf([](auto& r) { r.cohort = "job = "; });
    refusalOf([](auto& r) { r.due = "soon"; });
}

TEST(Requirement, AWaiverHoldsForItsVersionUntilItsLastDayOrUntilItIsLifted) {
    RequirementRecord record{recallFloor(), {event(RequirementEventKind::Waived, "3.0.0", "2026-03-31")}, {}};
    EXPECT_TRUE(record.waiver("3.0.0", "2026-03-31"));
    EXPECT_FALSE(record.waiver("3.0.0", "2026-04-01"));
    EXPECT_FALSE(record.waiver("2.0.0", "2026-03-01"));
    record.events.push_back(event(RequirementEventKind::Waived));
    EXPECT_TRUE(record.waiver("2.0.0", "2030-01-01"));
    record.events.push_back(event(RequirementEventKind::Lifted, "2.0.0"));
    EXPECT_FALSE(record.waiver("2.0.0", "2026-03-01"));
    EXPECT_TRUE(record.waiver("3.0.0", "2026-03-01"));
    record.events.push_back(event(RequirementEventKind::Lifted));
    EXPECT_FALSE(record.waiver("3.0.0", "2026-03-01"));
    record.events.push_back(event(RequirementEventKind::Waived, "3.0.0"));
    EXPECT_TRUE(record.waiver("3.0.0", "2026-03-01"));
    EXPECT_TRUE(record.inForce());
    record.events.push_back(event(RequirementEventKind::Withdrawn));
    EXPECT_FALSE(record.inForce());
}

TEST(Requirement, TheOneThatReplacesItEndsIt) {
    std::vector<RequirementRecord> records(2);
    records[0].requirement.uid = "a";
    records[1].requirement.uid = "b";
    records[1].requirement.supersedes = "a";
    setSuperseded(records);
    EXPECT_FALSE(records[0].inForce());
    EXPECT_EQ(records[0].supersededBy, "b");
    EXPECT_TRUE(records[1].inForce());
}

}  // namespace
}  // namespace reckoner
