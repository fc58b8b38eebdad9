// One version against the one compared with: what a board of versions is put together from.
#pragma once

#include <vector>

#include "core/metrics/paired_rows.h"
#include "core/metrics/segment_difference.h"
#include "core/review/version_board.h"

namespace reckoner {

struct VersionPair {
    ComparisonRequest compared;
    Comparison comparison;  // its rows and sweeps are let go once the board stands
    PairedRows rows;        // empty where nothing is paired
    // Per period by total, of base and side; 1 where no volume is known.
    double baseFactor = 1;
    double sideFactor = 1;
    std::vector<std::vector<SegmentDifference>>
        segments;  // by column asked for; empty where nothing is paired
};

// side: of the board's request. Bootstrap intervals are left for addBootstrap(). Throws as compareRuns().
VersionPair versionPair(const VersionBoardRequest& request, std::size_t side,
                        const std::vector<OperatingPoint>& points, Executor* executor,
                        const TaskContext& context);

// Money a period, side - base, in its row's units.
Difference costDifference(const VersionBoardRequest& request, std::size_t side, const VersionPair& pair,
                          const std::vector<OperatingPoint>& points, const TaskContext& context);
// The 95th percentile of the latency column over the samples compared; nothing without such a column.
std::optional<Value> latency95(const EvalTable& table, const ScoredRows& rows, std::vector<double>& values,
                               const TaskContext& context);
// What changed hands, with what it costs; `where` is still open.
std::array<FlipGroup, FlipGroup::kKinds> flipGroups(const VersionBoardRequest& request,
                                                    const VersionPair& pair,
                                                    const std::vector<OperatingPoint>& points,
                                                    const TaskContext& context);
// Fills what the flips of each segment cost.
void addFlipCosts(const VersionBoardRequest& request, const VersionPair& pair,
                  const std::vector<OperatingPoint>& points, std::vector<SideSegment>& segments,
                  const TaskContext& context);
ScoreDensity scoreDensity(const VersionBoardRequest& request, const VersionPair& pair);

}  // namespace reckoner
