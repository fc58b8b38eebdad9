#include "core/review/operating_threshold.h"

#include <limits>

#include "core/data/default_threshold.h"
#include "core/metrics/run_analysis.h"
#include "core/review/policy_record.h"

namespace reckoner {
namespace {

double startingThreshold(const RunRow& run, const EvalTablePtr& table, const TaskContext& context) {
    if (const auto own = ownThreshold(run.info)) return *own;
    AnalysisRequest request;
    request.table = table;
    return analyse(request, context)->startingThreshold(std::nullopt);
}

}  // namespace

std::optional<std::string> decidedClass(const RunInfo& info) {
    return info.task == Task::Binary ? std::optional(info.positive) : std::nullopt;
}

std::optional<OperatingPoint> pointInForce(const Store& store, std::int64_t versionId) {
    const auto policy = store.policyInForce(versionId);
    return policy ? std::optional(pointOf(*policy)) : std::nullopt;
}

OperatingPoint operatingPoint(const Store& store, const RunRow& run, const EvalTablePtr& table,
                              const TaskContext& context) {
    if (run.info.task != Task::Binary) return std::numeric_limits<double>::quiet_NaN();
    if (auto point = pointInForce(store, run.versionId)) return *point;
    return startingThreshold(run, table, context);
}

double operatingThreshold(const Store& store, const RunRow& run, const EvalTablePtr& table,
                          const TaskContext& context) {
    return countedFrom(operatingPoint(store, run, table, context));
}

}  // namespace reckoner
