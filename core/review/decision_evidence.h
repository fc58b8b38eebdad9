// What a decision was made on: the view of that moment, the run's figures, every rate with its interval.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/review/policy_evidence.h"

namespace reckoner {

struct FrozenMetric {
    std::string id;  // of the metric list, or "roc_auc"
    Value value;
    std::optional<Interval> interval;  // 95 %
};

struct DecisionEvidence {
    std::string state;                    // JSON of the ReviewState; opens the view again
    std::optional<PolicyEvidence> point;  // the run on the screen at its operating point; binary
    std::vector<FrozenMetric> metrics;    // at the threshold; empty for tiers and several classes
    std::string agendaPoint{};            // uid of the point of the agenda it was made at; may be empty
};

// The rates of one threshold with their Wilson intervals, and the AUC with DeLong's.
std::vector<FrozenMetric> frozenMetrics(const RunAnalysis& run, double threshold);

// JSON with keys that are never renamed. Nothing when the text is no such document.
std::string decisionEvidenceJson(const DecisionEvidence& evidence);
std::optional<DecisionEvidence> decisionEvidenceFromJson(const std::string& text);

}  // namespace reckoner
