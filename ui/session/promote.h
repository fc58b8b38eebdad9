// From what somebody sees, a tag, a case, a slice, to the requirement that every version is held to: the form
// of the Versions page opens with the cohort in its sentence.
#pragma once

#include <string>

#include "ui/session/review_session.h"

namespace reckoner {

// Keys of ReviewState::options that the form reads and takes away when it closes.
inline constexpr const char* kDraftCohort = "versions.draft";
inline constexpr const char* kDraftMetric = "versions.draft.metric";
inline constexpr const char* kDraftBecause = "versions.draft.because";

struct RequirementDraft {
    std::string cohort;     // filter expression; not empty
    std::string metric{};   // id of requirementMetrics(); empty or unknown: the form's own
    std::string because{};  // what is known of why; may be empty
};

// One step of Back.
void promote(ReviewSession& session, const RequirementDraft& draft);

// Of several conditions of the cohort on the screen and its part: "(a) and b".
std::string within(const ReviewSession& session, const std::string& expression);

}  // namespace reckoner
