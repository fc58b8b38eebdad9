// The form of an action, the same wherever one is agreed.
#pragma once

#include <vector>

#include "core/review/action.h"
#include "ui/session/kept_form.h"

namespace reckoner {

// What came of it is asked of one that is kept already.
std::vector<KeptForm::Field> actionFields(const Action& action);
// The action with what was typed, written by whoever writes now.
Action typedAction(Action action, const KeptForm::Values& values);

}  // namespace reckoner
