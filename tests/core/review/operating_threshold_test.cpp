#include "core/review/operating_threshold.h"

#include <cmath>

#include <gtest/gtest.h>

#include "tests/support/noted_store.h"
#include "tests/support/vector_table.h"

namespace reckoner {
namespace {

TEST(OperatingThreshold, IsThePolicyElseTheStartingThreshold) {
    test::NotedStore noted;
    const RunId id = noted.publish("1.0", {{"a", "yes", 0.9}, {"b", "no", 0.1}});
    RunRow run = *noted.store->run(id);
    const EvalTablePtr table = noted.store->openTable(id);
    EXPECT_EQ(operatingThreshold(*noted.store, run, table), 0.5) << "the manifest's";
    run.info.decisionThreshold.reset();
    run.info.kind = ScoreKind::Percent;
    EXPECT_EQ(operatingThreshold(*noted.store, run, table), 50);
    run.info.kind = ScoreKind::Logit;
    EXPECT_EQ(operatingThreshold(*noted.store, run, table), 0);
    run.info.kind = ScoreKind::Raw;
    test::VectorTable raw;
    raw.info.kind = ScoreKind::Raw;
    EXPECT_EQ(operatingThreshold(*noted.store, run,
                                 raw.labels({"yes", "no", "no", "no"}).scores({9, 7, 3, 1}).build()),
              9)
        << "as many flagged as there are positives";
    Policy policy;
    policy.versionId = run.versionId;
    policy.threshold = 0.25;
    policy.who = "Ann";
    noted.store->adoptPolicy(policy);
    EXPECT_EQ(operatingThreshold(*noted.store, run, table), 0.25);
    run.info.task = Task::Multiclass;
    EXPECT_TRUE(std::isnan(operatingThreshold(*noted.store, run, table)));
    EXPECT_FALSE(decidedClass(run.info));
}

}  // namespace
}  // namespace reckoner
