// At which threshold each version is read when several are laid side by side.
#pragma once

#include <optional>
#include <vector>

#include "core/base/task_context.h"
#include "core/metrics/run_analysis.h"

namespace reckoner {

enum class ThresholdRule {
    Same,        // one threshold for all
    Best,        // each at its own lowest cost
    Policy,      // each at its policy in force; those without at the same threshold
    SameNumber,  // each flags as many as the one they are judged by
    Own,         // each where somebody set it; the others at the same threshold
};

// One version of those compared; in a rule that flags nobody or everybody `fixed` is its threshold.
struct ThresholdSide {
    RunAnalysisPtr run;
    std::optional<double> policy;
    std::optional<double> fixed = {};
    std::optional<double> chosen = {};  // where somebody set it, for Own
};

// By side. same: the threshold of Same. standard: the side whose number of flagged counts under SameNumber,
// at `same`. A side whose scores are of another kind than the standard's cannot be read at `same` and keeps
// its own starting threshold. Preconditions: every side's run has samples; standard < sides.size().
std::vector<double> thresholdsBy(ThresholdRule rule, const std::vector<ThresholdSide>& sides, double same,
                                 std::size_t standard);

}  // namespace reckoner
