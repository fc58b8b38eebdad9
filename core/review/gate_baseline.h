// How a run's figure differs from its baseline's: for requirements that a run is no worse than another.
#pragma once

#include "core/review/gate_figures.h"

namespace reckoner {

// value: run - baseline over the samples both have (of latencies: over each run's own); baseline: the
// baseline's own figure there.
struct GateDifference {
    GateFigure figure;
    Value baseline;
};
GateDifference gateDifference(const GatedRun& run, const GatedRun& baseline, const Requirement& requirement,
                              Executor* executor = nullptr, const TaskContext& context = {});

}  // namespace reckoner
