#include "core/review/requirement_metric.h"

#include <limits>

namespace reckoner {
namespace {

constexpr double kNoEnd = std::numeric_limits<double>::infinity();

RequirementMetric ofMatrix(const MetricEntry& entry) {
    RequirementMetric metric{entry.id, entry.title, entry.direction, RequirementSource::Decision, 0, 1};
    if (!entry.proportion) metric.source = RequirementSource::Combined;
    if (entry.id == "mcc" || entry.id == "kappa") metric.lowest = -1;
    if (entry.id == "lift") metric.highest = kNoEnd;
    return metric;
}

std::vector<RequirementMetric> allMetrics() {
    using enum RequirementSource;
    constexpr Direction kHigher = Direction::HigherIsBetter;
    constexpr Direction kLower = Direction::LowerIsBetter;
    std::vector<RequirementMetric> metrics;
    for (const MetricEntry& entry : metricList())
        metrics.push_back(ofMatrix(entry));
    const RequirementMetric more[] = {
        {"roc_auc", "ROC AUC", kHigher, Ranking, 0, 1},
        {"average_precision", "Average precision", kHigher, Ranking, 0, 1},
        {"ks", "KS", kHigher, Ranking, 0, 1},
        {"log_loss", "Log loss", kLower, Probability, 0, kNoEnd},
        {"brier", "Brier score", kLower, Probability, 0, 1},
        {"ece_10", "ECE, 10 bins", kLower, Probability, 0, 1},
        {"ece_15", "ECE, 15 bins", kLower, Probability, 0, 1},
        {"macro_precision", "Macro precision", kHigher, Classes, 0, 1},
        {"macro_recall", "Macro recall", kHigher, Classes, 0, 1},
        {"macro_f1", "Macro F1", kHigher, Classes, 0, 1},
        {"weighted_precision", "Weighted precision", kHigher, Classes, 0, 1},
        {"weighted_recall", "Weighted recall", kHigher, Classes, 0, 1},
        {"weighted_f1", "Weighted F1", kHigher, Classes, 0, 1},
        {"latency_p50", "Latency p50", kLower, Latency, 0, kNoEnd},
        {"latency_p95", "Latency p95", kLower, Latency, 0, kNoEnd},
        {"latency_p99", "Latency p99", kLower, Latency, 0, kNoEnd},
        {"selection_rate_ratio", "Selection-rate ratio", kHigher, Fairness, 0, 1},
        {"tpr_ratio", "Recall ratio", kHigher, Fairness, 0, 1},
        {"fpr_ratio", "False positive rate ratio", kHigher, Fairness, 0, 1},
        {"tpr_difference", "Recall difference", kLower, Fairness, 0, 1},
        {"fpr_difference", "False positive rate difference", kLower, Fairness, 0, 1},
        {"equalized_odds_difference", "Equalized odds difference", kLower, Fairness, 0, 1},
        {"cost_per_period", "Cost per period", kLower, Money, -kNoEnd, kNoEnd},
        {"cost_per_decision", "Cost per decision", kLower, Money, -kNoEnd, kNoEnd},
        {"sign_off_rate", "Sign-off rate", kHigher, SignOff, 0, 1},
    };
    metrics.insert(metrics.end(), std::begin(more), std::end(more));
    return metrics;
}

}  // namespace

const std::vector<RequirementMetric>& requirementMetrics() {
    static const std::vector<RequirementMetric> metrics = allMetrics();
    return metrics;
}

const RequirementMetric* findRequirementMetric(std::string_view id) {
    for (const RequirementMetric& metric : requirementMetrics())
        if (metric.id == id) return &metric;
    return nullptr;
}

}  // namespace reckoner
