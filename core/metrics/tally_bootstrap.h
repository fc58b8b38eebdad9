// Bootstrap of figures that are functions of counts: cells are resampled instead of samples.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>

#include "core/base/value.h"
#include "core/metrics/multiclass.h"
#include "core/metrics/resampler.h"
#include "core/metrics/tally.h"

namespace reckoner {

// 95 % percentile interval, not stratified, R type 7; the same distribution as drawing sample by sample, in
// O(replicates x cells). Replicates where the figure is undefined are dropped; nothing with fewer than two.
// Without weights only: with them a cell's samples differ (bootstrap()).
std::optional<Interval> tallyInterval(const Tally& tally, const std::function<Value(const Tally&)>& figure,
                                      std::uint32_t replicates = kReplicates,
                                      std::uint64_t seed = kBootstrapSeed);
std::optional<Interval> matrixInterval(const ClassMatrix& matrix,
                                       const std::function<Value(const MatrixNumbers&)>& figure,
                                       std::uint32_t replicates = kReplicates,
                                       std::uint64_t seed = kBootstrapSeed);
// With weights: sample by sample. O(replicates x samples).
std::optional<Interval> classifiedInterval(const ClassifiedRows& rows,
                                           const std::function<Value(const MatrixNumbers&)>& figure,
                                           std::uint32_t replicates = kReplicates,
                                           Executor* executor = nullptr, const TaskContext& context = {});

// The 95 % percentile interval of replicates; NaN: undefined in that one. Nothing with fewer than two.
std::optional<Interval> percentile95(std::vector<double> replicates);

}  // namespace reckoner
