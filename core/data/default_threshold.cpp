#include "core/data/default_threshold.h"

namespace reckoner {

std::optional<double> ownThreshold(const RunInfo& run) {
    if (run.decisionThreshold) return run.decisionThreshold;
    switch (run.kind) {
        case ScoreKind::Probability:
            return 0.5;
        case ScoreKind::Percent:
            return 50;
        case ScoreKind::Logit:
        case ScoreKind::Margin:
            return 0;
        case ScoreKind::Raw:
            break;
    }
    return std::nullopt;
}

}  // namespace reckoner
