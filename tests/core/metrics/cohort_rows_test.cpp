#include "core/metrics/cohort_rows.h"

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "tests/support/vector_table.h"

namespace reckoner {
namespace {

AnalysisRequest cohortRequest(const std::string& where) {
    AnalysisRequest request;
    request.table = test::VectorTable()
                        .labels({"yes", "no", "", "yes"})
                        .scores({0.9, 0.8, 0.7, 0.1})
                        .segment("g", {"a", "b", "a", "a"})
                        .build();
    request.where = where;
    return request;
}

TEST(CohortRows, AreAllRowsWithoutAnExpressionScoredOrNot) {
    const RowSet rows = cohortRows(cohortRequest({}));
    EXPECT_TRUE(rows.isAll());
    EXPECT_EQ(rows.size(), 4u);
}

TEST(CohortRows, AreThoseTheExpressionPicks) {
    const RowSet rows = cohortRows(cohortRequest("g = 'a'"));
    ASSERT_EQ(rows.size(), 3u);
    EXPECT_EQ(rows[1], 2u);
}

TEST(CohortRows, AnOutcomeIsJudgedAtTheRequestsThreshold) {
    AnalysisRequest request = cohortRequest("outcome = missed");
    request.threshold = 0.5;
    const RowSet rows = cohortRows(request);
    ASSERT_EQ(rows.size(), 1u);
    EXPECT_EQ(rows[0], 3u);
}

TEST(CohortRows, AColumnThatIsNotThereIsRefused) {
    EXPECT_THROW(cohortRows(cohortRequest("nothing = 1")), Error);
}

}  // namespace
}  // namespace reckoner
