// Bootstrap replicates of every figure in the time of reading the samples a few times, for runs of a million.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/metrics/bootstrap.h"

namespace reckoner {

// Replicates of one figure, NaN where it is undefined; called on the calling thread as soon as they are
// there: figures of the decisions first, then cost and losses, then AUC, average precision, KS and ECE.
using ReplicateSink = std::function<void(const std::string& figure, std::vector<double> replicates)>;

struct QuickDraw {
    const BootstrapRequest* first = nullptr;  // null: the second run alone, not a difference
    const BootstrapRequest* second = nullptr;
    std::uint64_t seed = kBootstrapSeed;
    std::uint32_t replicates = kReplicates;
};

// Of second - first, sample i of both being the same one, for every figure of figureNames() that both have:
// - Figures of the decisions: multinomial over the eight cells of label x first's x second's decision; with
//   weights, the weights inside a cell by BinnedDraws.
// - cost, log_loss, brier: sums of per-sample differences (BinnedDraws).
// - roc_auc and average_precision: what each sample does to the difference (RankParts) about the exact
//   difference; what this leaves out of a replicate is of the order 1 / positives.
// - ks and ECE: sums over joint bins (JointCells), for KS about the exact difference.
// Returns by replicate whether it holds both classes. Samples of one class: nothing is drawn and all is 0.
// The same for every executor. O(n log n + replicates x cells). Throws Error{Cancelled}; reports progress.
std::vector<std::uint8_t> quickReplicates(const QuickDraw& draw, Executor* executor,
                                          const TaskContext& context, const ReplicateSink& sink);

}  // namespace reckoner
