#include "core/wording/case_sentences.h"

#include "core/wording/number_format.h"

namespace reckoner {

std::string casesSentence(const CaseOutcomes& outcomes) {
    struct Part {
        CaseOutcome outcome;
        const char* words;
        bool always;
    };
    static constexpr Part kParts[] = {
        {CaseOutcome::Fixed, "", true},
        {CaseOutcome::StillWrong, " still wrong", true},
        {CaseOutcome::NewlyWrong, " new", false},
        {CaseOutcome::StillRight, " right as before", false},
        {CaseOutcome::AwaitingLabel, " awaiting the outcome", false},
        {CaseOutcome::NotInRun, " not in this run", false},
    };
    const std::uint64_t all = outcomes.cases.size();
    std::string text = all == 1 ? "Of your 1 case" : "Of your " + count(all) + " cases";
    const char* separator = " ";
    for (const Part& part : kParts) {
        const std::uint64_t n = outcomes.count(part.outcome);
        if (n == 0 && !part.always) continue;
        text += separator + count(n);
        text += part.outcome == CaseOutcome::Fixed ? (n == 1 ? " is fixed" : " are fixed") : part.words;
        separator = ", ";
    }
    return text + ".";
}

}  // namespace reckoner
