// What an attach did, in one sentence.
#pragma once

#include <string>

#include "core/store/attachment.h"

namespace reckoner {

// "Attached to 1,200 samples: truth, team. 4 ids are no sample of this model; 3 labels differ from a run's
// own, which stay."
std::string attachSentence(const AttachReport& report);

}  // namespace reckoner
