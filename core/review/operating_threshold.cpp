#include "core/review/operating_threshold.h"

#include <limits>

#include "core/metrics/run_analysis.h"

namespace reckoner {

std::optional<std::string> decidedClass(const RunInfo& info) {
    return info.task == Task::Binary ? std::optional(info.positive) : std::nullopt;
}

double operatingThreshold(const Store& store, const RunRow& run, const EvalTablePtr& table,
                          const TaskContext& context) {
    if (run.info.task != Task::Binary) return std::numeric_limits<double>::quiet_NaN();
    if (const auto policy = store.policyInForce(run.versionId)) return policy->threshold;
    if (run.info.decisionThreshold) return *run.info.decisionThreshold;
    switch (run.info.kind) {
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
    AnalysisRequest request;
    request.table = table;
    return analyse(request, context)->startingThreshold(std::nullopt);
}

}  // namespace reckoner
