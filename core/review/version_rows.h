// The lines of a board of versions.
#pragma once

#include <vector>

#include "core/review/version_pair.h"

namespace reckoner {

// By side; nothing for the base.
using VersionPairs = std::vector<std::optional<VersionPair>>;

// Money, quality, segments beyond noise, ratios, latency, further quality.
std::vector<FigureRow> versionRows(const VersionBoardRequest& request, const VersionPairs& pairs,
                                   const std::vector<OperatingPoint>& points, const TaskContext& context);

// The judged side's worst beyond noise: segments by how far they fall, then everybody's. Nothing: none is
// worse.
std::optional<std::size_t> worstRow(const std::vector<FigureRow>& rows, std::size_t judged);

}  // namespace reckoner
