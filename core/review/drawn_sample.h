// Rows drawn at random for people to judge, the same for the same seed on every machine.
#pragma once

#include <cstdint>
#include <vector>

#include "core/data/row_set.h"

namespace reckoner {

// min(count, rows.size()) distinct rows in the order they were drawn, each set of that size as likely.
// O(count) memory, O(count log count) time (Floyd's algorithm, then shuffled).
std::vector<RowIndex> drawSample(const RowSet& rows, std::size_t count, std::uint64_t seed);

}  // namespace reckoner
