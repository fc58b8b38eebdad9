// A view opened as it was brings the run it was compared with; the one chosen before is kept beside it and
// comes back when the view is left.
#pragma once

#include <string>

#include "ui/session/review_state.h"

namespace reckoner {

// `then` as it is to be shown: with its own baseline, and that of `now` to come back to. Others of that name
// (the uid of what is opened) are told from it.
ReviewState openedAsItWas(const ReviewState& now, ReviewState then, const std::string& name);
// Another run of the model, the Record and Today leave the view; to choose a baseline settles it for good.
void giveBackBaseline(const ReviewState& before, ReviewState& wanted);

}  // namespace reckoner
