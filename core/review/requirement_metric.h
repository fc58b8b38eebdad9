// What a requirement may be about: every figure a run is gated by.
#pragma once

#include <string_view>
#include <vector>

#include "core/metrics/metric_list.h"

namespace reckoner {

// Where a figure comes from, and with it what it takes to judge one.
enum class RequirementSource {
    Decision,     // a share of the confusion matrix (recall): exact binomial intervals
    Combined,     // a figure of several of its cells (F1): bootstrap
    Ranking,      // over all thresholds (ROC AUC)
    Probability,  // of scores as probabilities (Brier score)
    Classes,      // of a run with several classes (macro F1)
    Latency,      // milliseconds of one prediction
    Fairness,     // of the groups of a column
    Money,        // a period
    SignOff,      // share of drawn outputs that people accepted
};

struct RequirementMetric {
    std::string_view id;     // "recall", "latency_p95", "selection_rate_ratio", "cost_per_period", ...
    std::string_view title;  // "Recall"
    Direction direction;
    RequirementSource source;
    double lowest;  // the range a value can be in
    double highest;
};

const std::vector<RequirementMetric>& requirementMetrics();
// nullptr when there is none of that name.
const RequirementMetric* findRequirementMetric(std::string_view id);

}  // namespace reckoner
