// What the demo's models call their samples, decisions and mistakes.
#pragma once

#include <string_view>

#include "core/wording/vocabulary.h"

namespace reckoner {

// Plain words for any other model.
Vocabulary demoWords(std::string_view model);

}  // namespace reckoner
