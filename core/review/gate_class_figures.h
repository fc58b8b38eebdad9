// The figures of a run with several classes that requirements ask for.
#pragma once

#include "core/review/gate_figures.h"

namespace reckoner {

// Of the matrix, or with a class named: its precision, recall, F1, or its AUC against the rest.
GateFigure gateClassFigure(const GatedRun& run, const Requirement& requirement, Executor* executor = nullptr,
                           const TaskContext& context = {});

// The same of each segment of the requirement's column. O(segments x samples).
std::vector<SegmentReach> gateClassSegments(const GatedRun& run, const Requirement& requirement,
                                            Executor* executor = nullptr, const TaskContext& context = {});

}  // namespace reckoner
