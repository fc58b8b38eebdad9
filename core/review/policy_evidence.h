// What a policy was adopted on: the run, the costs and the figures of that moment, frozen.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/base/task_context.h"
#include "core/cost/operating_point.h"
#include "core/data/eval_table.h"

namespace reckoner {

struct FrozenPoint {
    OperatingPoint point;
    PointFigures figures;
    std::optional<Interval> cost;  // 95 %, a period
};

struct PolicyEvidence {
    RunId runId = 0;  // in this store; 0: not here
    std::string version;
    std::string evalSet;
    std::string runDate;
    std::string sourceSha256;
    std::string fingerprint;  // of the labelled samples
    std::string cohort;       // filter expression; empty: all
    std::uint64_t samples = 0;
    std::uint64_t positives = 0;

    std::int64_t costModelId = 0;  // row of the costs in force; 0: none, costs count in false alarms
    std::string scenario;          // of the costs; empty: the only one
    std::string currency;
    std::string period;
    double volume = 0;  // decisions a period; 0: not known

    FrozenPoint adopted;
    std::optional<FrozenPoint> before;   // what was in force for the version, on the same samples
    std::optional<FrozenPoint> best;     // the lowest cost
    std::optional<Interval> difference;  // 95 %, adopted minus before, a period
};

// What the figures are of; filled by whoever knows the store.
struct EvidenceSource {
    std::string sourceSha256;
    std::string fingerprint;
    std::int64_t costModelId = 0;
    std::string scenario;
};

// Freezes what the run says of `adopted` now. Bootstraps: not for the UI thread. Precondition: samples.
PolicyEvidence freezeEvidence(const RunAnalysis& run, const EvidenceSource& source,
                              const OperatingPoint& adopted, const std::optional<OperatingPoint>& before,
                              const TaskContext& context = {});

// JSON with keys that are never renamed; undefined is null, infinity is text.
std::string evidenceJson(const PolicyEvidence& evidence);
// What is not there keeps its default; nothing when the text is no such document.
std::optional<PolicyEvidence> evidenceFromJson(const std::string& text);

}  // namespace reckoner
