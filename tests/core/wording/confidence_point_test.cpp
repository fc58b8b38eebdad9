#include "core/wording/confidence_point.h"

#include <cmath>
#include <limits>

#include <gtest/gtest.h>

#include "tests/support/demo_table.h"

namespace reckoner {
namespace {

constexpr double kTrustAll = -std::numeric_limits<double>::infinity();

ClassAnalysisPtr jobsAnalysis() {
    static const ClassAnalysisPtr jobs =
        analyseClasses(test::demoRun("hpc_jobs/hpc_jobs_v2_forest.jsonl").build(), "", std::nullopt);
    return jobs;
}

TEST(ConfidencePoint, SaysWhatIsRightAndWhatIsReviewed) {
    const ClassAnalysis& jobs = *jobsAnalysis();
    EXPECT_EQ(plain(confidenceHeadline(jobs, 0.5)),
              "Trusting answers from confidence 0.50 up, 87.5\u202F% are right");
    EXPECT_EQ(
        confidenceDetail(jobs, 0.5, "jobs"),
        "298 of 4,331 jobs go to review, 6.9\u202F%; the model answers 4,033. Without review 85.3\u202F% are "
        "right.");
    EXPECT_EQ(plain(confidenceHeadline(jobs, kTrustAll)), "Trusting every answer, 85.3\u202F% are right");
    EXPECT_EQ(confidenceDetail(jobs, kTrustAll, "jobs"), "The model answers all 4,331 jobs; nobody reviews.");
    EXPECT_EQ(plain(confidenceHeadline(jobs, 2)), "Trusting answers from confidence 2.00 up, none is left");
}

TEST(ConfidencePoint, TheLeftEndTrustsEveryAnswer) {
    const ClassAnalysis& jobs = *jobsAnalysis();
    EXPECT_EQ(settledConfidence(jobs, 0), kTrustAll);
    EXPECT_EQ(settledConfidence(jobs, 0.2), 0.2);
    EXPECT_EQ(shownConfidence(jobs, kTrustAll), 0);
    EXPECT_EQ(confidenceText(jobs, kTrustAll), "0.00");
    EXPECT_EQ(roundedConfidence(jobs, 0.314159), 0.31);
}

TEST(ConfidencePoint, NeighboursGoFromEndToEnd) {
    const ClassAnalysis& jobs = *jobsAnalysis();
    const auto lowest = neighbourConfidence(jobs, kTrustAll, 1);
    ASSERT_TRUE(lowest);
    EXPECT_EQ(jobs.sweep->at(*lowest).reviewed.n, 0u);
    EXPECT_EQ(neighbourConfidence(jobs, *lowest, -1), kTrustAll);
    EXPECT_FALSE(neighbourConfidence(jobs, kTrustAll, -1));
    EXPECT_FALSE(neighbourConfidence(jobs, 1, 1));
}

}  // namespace
}  // namespace reckoner
