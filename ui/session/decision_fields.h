// The form of a decision, the same wherever one is recorded.
#pragma once

#include <vector>

#include "core/review/decision.h"
#include "ui/session/kept_form.h"

namespace reckoner {

// before: the decision it replaces; without a uid none.
std::vector<KeptForm::Field> decisionFields(const ReviewSession& session, const Decision& before);
// What was typed into them. Throws Error{Usage} when the tripwire is none.
Decision typedDecision(const ReviewSession& session, const KeptForm::Values& values);

}  // namespace reckoner
