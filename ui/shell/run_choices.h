// What the pickers of the context bar and the go-to box offer.
#pragma once

#include <vector>

#include "ui/session/review_session.h"
#include "ui/session/state_rules.h"
#include "ui/shell/choice_popup.h"

namespace reckoner {

// "v2 · random forest"; where several runs of a version would read the same, the eval set instead.
QString runLabel(const StoreContents& contents, const RunRow& run);
// "All 4,454 applications", or the cohort's expression.
QString cohortLabel(ReviewSession& session);

std::vector<Choice> modelChoices(const ReviewSession& session);     // value: model id
std::vector<Choice> runChoices(const ReviewSession& session);       // value: run id
std::vector<Choice> baselineChoices(const ReviewSession& session);  // value: run id, 0: nothing
std::vector<Choice> classChoices(const ReviewSession& session);     // value: class

}  // namespace reckoner
