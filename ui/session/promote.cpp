#include "ui/session/promote.h"

namespace reckoner {

void promote(ReviewSession& session, const RequirementDraft& draft) {
    session.apply([&](ReviewState& state) {
        state.page = "versions";
        state.options["versions.tab"] = "requirements";
        state.options[kDraftCohort] = draft.cohort;
        for (const auto& [key, text] :
             {std::pair(kDraftMetric, draft.metric), std::pair(kDraftBecause, draft.because)})
            if (text.empty())
                state.options.erase(key);
            else
                state.options[key] = text;
    });
}

std::string within(const ReviewSession& session, const std::string& expression) {
    const std::string& cohort = session.state().cohort;
    return cohort.empty() ? expression : "(" + cohort + ") and " + expression;
}

}  // namespace reckoner
