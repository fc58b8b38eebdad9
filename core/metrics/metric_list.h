// Every metric that is a function of one confusion matrix. A new one is one row of metric_list.cpp.
#pragma once

#include <string_view>
#include <vector>

#include "core/base/value.h"
#include "core/metrics/tally.h"

namespace reckoner {

enum class Direction { HigherIsBetter, LowerIsBetter, Neither };

struct MetricEntry {
    std::string_view id;     // the JSON key: "precision"
    std::string_view title;  // for people: "Precision"
    Direction direction;
    Value (*value)(const Tally&);  // weighted where there are weights
    // The proportion behind it, for Wilson and Clopper-Pearson; nullptr when it is none (F1, MCC).
    struct Proportion {
        double successes;
        double trials;
        double weightSq;  // of the trials: n_eff = trials^2 / weightSq
    };
    Proportion (*proportion)(const Tally&);
};

// In the order they are shown: accuracy, precision, recall, specificity, f1, mcc, balanced_accuracy,
// selection_rate, npv, fpr, fnr, lift, kappa.
const std::vector<MetricEntry>& metricList();
const MetricEntry* findMetric(std::string_view id);

}  // namespace reckoner
