#include "core/wording/case_sentences.h"

#include <gtest/gtest.h>

namespace reckoner {
namespace {

CaseOutcomes outcomesOf(std::size_t fixed, std::size_t wrong, std::size_t fresh) {
    CaseOutcomes outcomes;
    const auto add = [&](std::size_t n, CaseOutcome outcome) {
        for (std::size_t i = 0; i < n; ++i)
            outcomes.cases.push_back({"s" + std::to_string(outcomes.cases.size()), outcome});
    };
    add(fixed, CaseOutcome::Fixed);
    add(wrong, CaseOutcome::StillWrong);
    add(fresh, CaseOutcome::NewlyWrong);
    return outcomes;
}

TEST(CaseSentences, SayWhatBecameOfTheCases) {
    EXPECT_EQ(casesSentence(outcomesOf(14, 4, 2)), "Of your 20 cases 14 are fixed, 4 still wrong, 2 new.");
    EXPECT_EQ(casesSentence(outcomesOf(1, 0, 0)), "Of your 1 case 1 is fixed, 0 still wrong.");
    EXPECT_EQ(casesSentence(outcomesOf(1'200, 0, 0)), "Of your 1,200 cases 1,200 are fixed, 0 still wrong.");
}

}  // namespace
}  // namespace reckoner
