// What a run's figures say about the requirements of its model, and whether it may pass.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/value.h"
#include "core/cost/operating_point.h"
#include "core/review/requirement.h"

namespace reckoner {

// Met and Failed: the whole interval lies on that side of the bound. Leaning: the interval straddles it, or
// nothing could be judged (then `reason` says why). TargetMet: met, and the value itself reaches the target.
enum class RequirementState { Met, TargetMet, Failed, LeaningMet, LeaningFailed, Waived };
std::string_view name(RequirementState state);  // "met", "target_met", "failed", "leaning_met", ...

// One segment of a requirement on a share of segments.
struct SegmentReach {
    std::string name;
    std::uint64_t n = 0;
    Value value;
    std::optional<Interval> interval;
    RequirementState state = RequirementState::LeaningFailed;
    std::optional<std::uint64_t> samplesNeeded;  // of this segment
};

struct RequirementResult {
    RequirementRecord record;
    RequirementState state = RequirementState::LeaningFailed;
    RequirementState unwaived = RequirementState::LeaningFailed;  // the state without its waiver
    // The metric; against a baseline: run - baseline; of segments: the share whose value reaches the floor.
    Value value;
    std::optional<Interval> interval;  // 95 %
    double bound = 0;                  // what value is held against
    bool atMost = false;               // the bound is a ceiling
    std::uint64_t n = 0;               // samples the figure is of
    // More samples, mixed as now, after which the interval would no longer straddle the bound if the value
    // stayed where it is. Nothing: it is settled, or no number would settle it (the value is the bound).
    std::optional<std::uint64_t> samplesNeeded;
    std::string reason;    // a sentence: why nothing could be judged; empty when it was
    std::string baseline;  // "VERSION@EVALSET" it was held against; empty: none
    Value baselineValue;
    std::vector<SegmentReach> segments;      // of a requirement on segments, by key
    std::optional<RequirementEvent> waiver;  // who waived it, and why

    const Requirement& requirement() const { return record.requirement; }
    bool judged() const { return reason.empty(); }
};

enum class GateVerdict { Pass, Fail, Insufficient };
std::string_view name(GateVerdict verdict);  // "pass", "fail", "insufficient"

struct GateResult {
    std::string model;
    std::string version;
    std::string evalSet;
    std::int64_t run = 0;
    OperatingPoint point;  // NaN for several classes
    std::vector<RequirementResult> results;
    // Those that would hold the run against itself: it is what is in production, say. Not judged.
    std::vector<Requirement> leftOut;
    std::uint32_t replicates = 0;  // of the bootstraps
    std::uint64_t seed = 0;

    // Fail: one failed. Insufficient: none failed and one leans. Waived ones count nowhere; without
    // requirements it passes.
    GateVerdict verdict() const;
    std::size_t count(RequirementState state) const;
};

// Where the interval lies; without one, the value leans. atMost: bound is a ceiling.
RequirementState stateOf(const Value& value, const std::optional<Interval>& interval, double bound,
                         bool atMost);

// The share of segments that reach the floor: interval from those that surely do to those that do not surely
// fail. Fills value, interval, bound, state, samplesNeeded. Precondition: n of each segment is known.
void judgeSegments(RequirementResult& result);

// Fills unwaived and state from value, interval, bound and target; then the waiver.
void settle(RequirementResult& result, const std::string& version, const std::string& today);

}  // namespace reckoner
