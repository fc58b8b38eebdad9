// Text that stays in the store: chunks are read when a row is asked for, the last few are kept.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/data/column.h"
#include "core/store/chunk_series.h"
#include "core/store/database.h"

namespace reckoner {

std::shared_ptr<const TextColumn> storedTexts(std::shared_ptr<ReadConnections> readers,
                                              const ChunkSeries& series, std::uint64_t rows,
                                              std::string what);

// Row i is text ordinals[i] of `samples` texts. A sequence costs no memory. A scan in another order reads
// each chunk once per window of a million rows. Throws Error{Store} when an ordinal is out of range.
std::shared_ptr<const TextColumn> storedIds(std::shared_ptr<const TextColumn> texts,
                                            std::vector<std::uint32_t> ordinals, std::uint64_t samples,
                                            const std::string& what);

}  // namespace reckoner
