// What `metrics --threshold` adds for a run of several classes: the answers below the confidence go to a
// person.
#pragma once

#include <string>

#include <nlohmann/json_fwd.hpp>

#include "core/metrics/confidence.h"
#include "core/report/json_text.h"

namespace reckoner {

struct ConfidenceReport {
    double threshold = 0;
    std::vector<std::string> classes;
    bool weighted = false;
    ConfusionTable table;
    ConfidenceSweep::Split split;
};
ConfidenceReport confidenceReport(const EvalTable& table, const ClassifiedRows& rows, double threshold,
                                  const TaskContext& context = {});

// {"threshold", "reviewed", "answered", "accuracy", "interval", "matrix", "review", "by_class"}: matrix (rows
// = truth) and accuracy are of the answers that stand, review counts the others by true class. Weighted where
// the run is; "reviewed" and "answered" are samples.
Json confidenceJson(const ConfidenceReport& report);
std::string confidenceText(const ConfidenceReport& report);

}  // namespace reckoner
