#include "core/report/case_outcome_text.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace reckoner {
namespace {

TEST(CaseOutcomeText, CountsAndNamesTheSamples) {
    const CaseOutcomes outcomes{
        2, 1, "1.0", {{"a", CaseOutcome::Fixed}, {"b", CaseOutcome::Fixed}, {"c", CaseOutcome::NewlyWrong}}};
    const Json document = caseOutcomesJson(outcomes);
    EXPECT_EQ(document["noted"], 3);
    EXPECT_EQ(document["fixed"], 2);
    EXPECT_EQ(document["still_wrong"], 0);
    EXPECT_EQ(document["new"], 1);
    EXPECT_EQ(document["samples"]["fixed"], (Json{"a", "b"}));
    EXPECT_EQ(document["before_run"], 1);
    EXPECT_EQ(document["before_version"], "1.0");
    EXPECT_EQ(document["sentence"], "Of your 3 cases 2 are fixed, 0 still wrong, 1 new.");
}

}  // namespace
}  // namespace reckoner
