// The best threshold of one run under each of several cost models: "best under likely 0.34, under worst
// 0.21".
#pragma once

#include <string>
#include <vector>

#include "core/cost/operating_point.h"
#include "core/metrics/run_analysis.h"

namespace reckoner {

struct NamedCosts {
    std::string name;
    CostModel costs;
    AnalysisRequest::PrevalenceOf prevalenceOf = AnalysisRequest::PrevalenceOf::Run;
};

struct ScenarioOptimum {
    std::string name;
    double threshold = 0;  // +infinity: flag nobody
    double perPeriod = 0;  // what it costs there
    double now = 0;        // what `at` costs a period under this scenario
};

// In the order given. Nothing without samples. Throws Error{BadInput} (unknown amount column). A walk over
// the distinct scores each; a sort where one needs amounts the run does not carry.
std::vector<ScenarioOptimum> scenarioOptima(const RunAnalysisPtr& run,
                                            const std::vector<NamedCosts>& scenarios,
                                            const OperatingPoint& at, const TaskContext& context = {});

}  // namespace reckoner
