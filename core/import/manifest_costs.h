// The costs a manifest states ("cost_matrix"), as a cost model.
#pragma once

#include <optional>
#include <string>

#include "core/cost/cost_model.h"

namespace reckoner {

// manifestJson: as read; empty gives nothing, as does a manifest without "cost_matrix" or with one of classes
// (an array). An outcome that is not named costs 0; "amounts" are factors of the manifest's first amount
// column. Throws Error{BadInput} naming fileName and the key that is wrong.
std::optional<CostModel> manifestCosts(const std::string& manifestJson, const std::string& fileName);

}  // namespace reckoner
