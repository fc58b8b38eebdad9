// What the labels people corrected change in a run's numbers.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "core/data/column.h"
#include "core/report/json_text.h"

namespace reckoner {

// The corrected rows among those the numbers are over; both ascending.
std::uint64_t correctionsAmong(const std::vector<RowIndex>& corrected, const std::vector<RowIndex>& rows);

// The value of "corrected": how many corrections are in the numbers, and the numbers with them. `document`:
// metricsJson() or multiclassJson() over the corrected table.
Json correctedJson(std::uint64_t corrections, const Json& document);

// "3 labels were corrected ...", then the figures that differ, as given and corrected. Empty without
// corrections. used: the numbers above are already with them.
std::string correctedText(std::uint64_t corrections, const Json& given, const Json& corrected, bool used);

}  // namespace reckoner
