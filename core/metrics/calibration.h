// Whether a score of 0.3 means 3 in 10: reliability bins and the errors read from them. Sources:
// DEFINITIONS.md, "Probabilities".
#pragma once

#include <cstdint>
#include <vector>

#include "core/base/task_context.h"
#include "core/base/value.h"
#include "core/data/scored_rows.h"

namespace reckoner {

// Which bin a score on an edge belongs to, and how inner edges are computed.
enum class BinRule {
    RightClosed,          // (lo, hi], the first also holds 0; edges i * (1.0 / bins): ours
    LeftClosed,           // [lo, hi), the last also holds 1; the same edges
    RightClosedQuotient,  // (lo, hi], edges i / bins in doubles
};

struct CalibrationBin {
    double lo = 0;
    double hi = 1;
    std::uint64_t count = 0;  // samples, without weights
    std::uint64_t positives = 0;
    double weight = 0;
    double positiveWeight = 0;
    double weightSq = 0;
    Value meanScore;      // mean probability; n/a in an empty bin
    Value sharePositive;  // n/a in an empty bin
};

struct Calibration {
    std::vector<CalibrationBin> bins;
    Value ece;                      // expected calibration error: mean gap, weighted by the bins
    Value mce;                      // the largest gap
    std::uint64_t onInnerEdge = 0;  // samples for which the rule decides the bin
};

// Equal-width bins over [0, 1]. n/a as a whole (no bins) for margin and raw scores, a score outside [0, 1] or
// no samples. Precondition: bins > 0. O(n).
Calibration calibration(const ScoredRows& rows, ScoreKind kind, int bins = 10,
                        BinRule rule = BinRule::RightClosed, const TaskContext& context = {});

// 1 - brier / (prevalence x (1 - prevalence)); n/a with one class.
Value brierSkillScore(const Value& brier, const ScoredRows& rows);

}  // namespace reckoner
