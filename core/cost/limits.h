// What people ask a threshold to hold besides being cheap, as they say it; kept as text with what is shown.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/cost/constraints.h"
#include "core/data/sample_facts.h"
#include "core/metrics/run_analysis.h"

namespace reckoner {

struct CohortFloor {
    std::string where;   // filter expression
    std::string metric;  // id of metricList(), one that is a share: "recall"
    double floor = 0;    // in [0, 1]
    bool operator==(const CohortFloor&) const = default;
};

struct Limits {
    std::optional<double> precision;  // at least; shares in [0, 1]
    std::optional<double> recall;     // at least
    std::optional<double> flagRate;   // at most
    std::optional<double> capacity;   // flagged a period at most (of this run where no volume is known)
    std::vector<CohortFloor> cohorts;
    bool operator==(const Limits&) const = default;

    bool empty() const;
    std::string toJson() const;  // "" when empty
    // What cannot be read, or lies outside its range, is left out.
    static Limits fromJson(const std::string& text);
};

// One of them, in the order of constraintsOf().
struct Limit {
    enum class Kind { Precision, Recall, FlagRate, Capacity, Cohort };
    Kind kind;
    double asked;            // a share; cases a period for Capacity
    std::size_t cohort = 0;  // place in Limits::cohorts
};
std::vector<Limit> listed(const Limits& limits);

// Sorts the rows of each cohort: O(rows). A cohort's floor is counted inside the run's own cohort. Throws
// Error{BadInput} when an expression does not fit the run, Error{Cancelled}.
std::vector<Constraint> constraintsOf(const Limits& limits, const RunAnalysis& run,
                                      const TaskContext& context = {});

// As many cases a period as this share of the samples is, as production is mixed, and back.
double casesOfShare(const RunAnalysis& run, double share);
double shareOfCases(const RunAnalysis& run, double cases);

}  // namespace reckoner
