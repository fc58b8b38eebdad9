#include "core/wording/requirement_phrase.h"

#include "core/wording/filter_words.h"
#include "core/wording/requirement_words.h"
#include "core/wording/run_names.h"

namespace reckoner {

std::string requirementInWords(const Requirement& requirement, const std::vector<Cohort>& cohorts,
                               const Vocabulary& words) {
    Requirement everybody = requirement;
    everybody.cohort.clear();
    everybody.due.clear();
    std::string text = requirementText(everybody);
    if (!requirement.cohort.empty()) {
        const Cohort* named = cohortOf(cohorts, requirement.cohort);
        text += " among " + (named ? named->name : filterPhrase(requirement.cohort, words));
    }
    if (!requirement.due.empty()) text += ", by " + dateName(requirement.due);
    return text;
}

}  // namespace reckoner
