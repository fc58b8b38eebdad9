// How people agree with the model, as JSON and for people.
#pragma once

#include <string>

#include <nlohmann/json_fwd.hpp>

#include "core/metrics/override_agreement.h"
#include "core/report/json_text.h"

namespace reckoner {

// The value of "overrides"; null when the run has no override column.
Json overridesJson(const OverrideAgreement& agreement);
std::string overridesText(const OverrideAgreement& agreement);

}  // namespace reckoner
