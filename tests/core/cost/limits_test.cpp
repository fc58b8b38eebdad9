#include "core/cost/limits.h"

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/metrics/metric_list.h"
#include "tests/support/credit_facts.h"

namespace reckoner {
namespace {

Limits allLimits() {
    Limits limits;
    limits.precision = 0.5;
    limits.recall = 0.7;
    limits.flagRate = 0.4;
    limits.capacity = 300;
    limits.cohorts = {{"job = 'freelance'", "recall", 0.6}, {"amount > 1000", "precision", 0.25}};
    return limits;
}

TEST(Limits, SurviveBeingWritten) {
    EXPECT_EQ(Limits::fromJson(allLimits().toJson()), allLimits());
    EXPECT_EQ(Limits{}.toJson(), "");
    EXPECT_TRUE(Limits::fromJson("").empty());
}

TEST(Limits, WhatCannotBeReadIsLeftOut) {
    for (const char* text :
         {"nonsense", "[]", "{\"recall\": \"much\"}", "{\"recall\": 1.5}", "{\"capacity\": -3}",
          "{\"cohorts\": [{\"where\": \"a = 1\", \"metric\": \"no such\", \"floor\": 0.5}]}",
          "{\"cohorts\": [{\"where\": \"\", \"metric\": \"recall\", \"floor\": 0.5}]}",
          "{\"cohorts\": [{\"where\": \"a = 1\", \"metric\": \"recall\", \"floor\": 7}]}"})
        EXPECT_TRUE(Limits::fromJson(text).empty()) << text;
}

// The figures of each constraint are those of the samples it speaks of.
TEST(Limits, BecomeConstraintsOnTheRunAndItsCohorts) {
    const RunAnalysisPtr run = test::creditRun(2);
    const std::vector<Constraint> constraints = constraintsOf(allLimits(), *run);
    ASSERT_EQ(constraints.size(), 6U);
    EXPECT_EQ(listed(allLimits()).size(), 6U);
    EXPECT_EQ(constraints[3].bound, Bound::AtMost);
    EXPECT_DOUBLE_EQ(constraints[3].limit, 0.3);
    AnalysisRequest request = run->request;
    request.where = "job = 'freelance'";
    const RunAnalysisPtr cars = analyse(request);
    ASSERT_GT(cars->sweep->samples(), 0U);
    ASSERT_TRUE(constraints[4].of);
    EXPECT_EQ(*constraints[4].value(constraints[4].of->at(0.31)),
              *findMetric("recall")->value(cars->sweep->at(0.31)));
}

TEST(Limits, ACohortIsCountedInsideTheOneOnTheScreen) {
    AnalysisRequest request = test::creditRun(2)->request;
    request.where = "amount > 1000";
    const RunAnalysisPtr run = analyse(request);
    Limits limits;
    limits.cohorts = {{"job = 'freelance' or job = 'fixed'", "recall", 0.5}};
    AnalysisRequest both = request;
    both.where = "amount > 1000 and (job = 'freelance' or job = 'fixed')";
    EXPECT_EQ(constraintsOf(limits, *run).at(0).of->samples(), analyse(both)->sweep->samples());
}

TEST(Limits, AnExpressionThatDoesNotFitTheRunIsRefused) {
    Limits limits;
    limits.cohorts = {{"no_such_column = 1", "recall", 0.5}};
    EXPECT_THROW(constraintsOf(limits, *test::creditRun(2)), Error);
}

TEST(Limits, CasesAndSharesAreTwoWaysToSayTheSame) {
    const RunAnalysisPtr run = test::creditRun(2);
    EXPECT_DOUBLE_EQ(shareOfCases(*run, 300), 0.3);
    EXPECT_NEAR(casesOfShare(*run, 0.3), 300, 1e-9);
    test::VectorTable table;
    table.labels({"yes", "no", "yes", "no"}).scores({0.9, 0.6, 0.4, 0.1});
    const RunAnalysisPtr small = test::analysed(std::move(table), {});
    EXPECT_DOUBLE_EQ(shareOfCases(*small, 1), 0.25);
}

}  // namespace
}  // namespace reckoner
