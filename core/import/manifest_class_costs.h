// The costs by class that a manifest states ("cost_matrix" as rows and columns, or by class name).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/cost/class_costs.h"

namespace reckoner {

// "cost_matrix": [[0, 5], [30, 0]] (rows = truth, in class order), or an object with that array as "matrix"
// beside "unit", "review", "volume", "period", or an object of objects by class name ({"cat": {"dog": 5}};
// what is not named costs 0). Nothing where a manifest states none of these. Throws Error{BadInput} for an
// array of another size, a class that does not exist or a cost that is no number.
std::optional<ClassCosts> manifestClassCosts(const std::string& manifestJson,
                                             const std::vector<std::string>& classes);

}  // namespace reckoner
