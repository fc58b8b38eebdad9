#include "core/wording/requirement_phrase.h"

#include <gtest/gtest.h>

namespace reckoner {
namespace {

TEST(RequirementPhrase, ACohortIsCalledByItsNameElseInWords) {
    Requirement requirement;
    requirement.metric = "recall";
    requirement.floor = 0.7;
    requirement.target = 0.8;
    EXPECT_EQ(requirementInWords(requirement, {}, {}), "Recall reaches 0.7 and aims at 0.8");
    requirement.cohort = "job = 'partime'";
    requirement.due = "2027-02-21";
    Cohort cohort;
    cohort.name = "part-timers";
    cohort.expression = "job = 'partime'";
    EXPECT_EQ(requirementInWords(requirement, {cohort}, {}),
              "Recall reaches 0.7 and aims at 0.8 among part-timers, by 21 February 2027");
    const std::string words = requirementInWords(requirement, {}, {});
    EXPECT_NE(words.find("partime"), std::string::npos) << words;
    EXPECT_EQ(words.find('\''), std::string::npos) << words;
}

}  // namespace
}  // namespace reckoner
