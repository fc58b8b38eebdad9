// The filter expression that finds exactly the samples of a segment.
#pragma once

#include <string>
#include <vector>

#include "core/data/grouping.h"

namespace reckoner {

// One expression a column of the key: "home = 'rent'", "age > 30 and age <= 45", "job is missing".
// Precondition: the key is one of a Grouping of these columns of this table.
std::vector<std::string> segmentFilters(const EvalTable& table, const std::vector<std::string>& columns,
                                        const Grouping::Key& key);
// The same as one expression in its normal form.
std::string segmentExpression(const EvalTable& table, const std::vector<std::string>& columns,
                              const Grouping::Key& key);

}  // namespace reckoner
