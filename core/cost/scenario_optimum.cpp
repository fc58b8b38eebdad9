#include "core/cost/scenario_optimum.h"

namespace reckoner {

std::vector<ScenarioOptimum> scenarioOptima(const RunAnalysisPtr& run,
                                            const std::vector<NamedCosts>& scenarios,
                                            const OperatingPoint& at, const TaskContext& context) {
    std::vector<ScenarioOptimum> result;
    if (run->sweep->samples() == 0) return result;
    for (const NamedCosts& scenario : scenarios) {
        context.checkCancelled();
        const RunAnalysisPtr priced = withCosts(run, scenario.costs, scenario.prevalenceOf, context);
        result.push_back({scenario.name, priced->best->threshold, priced->perPeriod(priced->best->total),
                          pointCost(*priced, at)});
    }
    return result;
}

}  // namespace reckoner
