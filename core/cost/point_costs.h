// What each sample of a run costs under one operating point, one by one.
#pragma once

#include "core/cost/operating_point.h"
#include "core/cost/sample_costs.h"

namespace reckoner {

// What is done at last with a score: it is flagged, passed, or a person decides.
TierAct actAt(const OperatingPoint& point, double score);

// A sample that people look at costs its review and then what they decide, on average. Run and costs must
// outlive it.
class PointCosts {
 public:
    PointCosts(const RunAnalysis& run, const SampleCosts& costs, OperatingPoint point);

    // By place in run.rows, times the sample's weight, as production is mixed.
    double at(std::size_t i) const { return as(i, actAt(point_, run_.rows.scores[i])); }
    // The same if `act` were done with it, with the reviews of this point.
    double as(std::size_t i, TierAct act) const;

 private:
    const RunAnalysis& run_;
    const SampleCosts& costs_;
    OperatingPoint point_;
    ReviewTerms terms_;
};

}  // namespace reckoner
