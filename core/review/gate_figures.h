// The figures of one run that its model's requirements ask for, with how sure they are.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/task_context.h"
#include "core/base/value.h"
#include "core/cost/operating_point.h"
#include "core/data/sample_facts.h"
#include "core/review/gate.h"
#include "core/store/store.h"

namespace reckoner {

class Executor;

// A run as the gate looks at it.
struct GatedRun {
    std::shared_ptr<Store> store;
    RunRow row;
    EvalTablePtr table;
    OperatingPoint point;  // what money is of; NaN for several classes
    double threshold = 0;  // countedFrom(point): what counts and rates are of
    std::optional<CostModelRow> costs;
    std::shared_ptr<const SampleFacts> facts;

    // at: nothing is the point in force, else where the run starts.
    static GatedRun of(const std::shared_ptr<Store>& store, const RunRow& row,
                       const std::optional<OperatingPoint>& at = {}, const TaskContext& context = {});
    std::string name() const { return row.info.version + "@" + row.info.evalSet; }
};

struct GateFigure {
    Value value;
    std::optional<Interval> interval;  // 95 %; Clopper-Pearson for shares
    std::uint64_t n = 0;
    // Of a share: how many count and out of how many, where they differ from n.
    std::optional<double> successes, trials;
    std::string reason;  // a sentence: why there is none; empty otherwise

    // No figure, and the sentence that says why.
    static GateFigure unknown(std::string sentence);
};

// The metric over the requirement's cohort; of cases named by their ids it is exact, for they stand for no
// others. O(n) and for most that are no shares a bootstrap. Throws
// Error{BadInput} for a cohort that does not fit the run.
GateFigure gateFigure(const GatedRun& run, const Requirement& requirement, Executor* executor = nullptr,
                      const TaskContext& context = {});
// The metric of each segment of the requirement's column, with its state against the floor.
std::vector<SegmentReach> gateSegments(const GatedRun& run, const Requirement& requirement,
                                       Executor* executor = nullptr, const TaskContext& context = {});

// Of two classes a run scores one: whether that is the one the requirement is about.
bool looksForItsClass(const GatedRun& run, const Requirement& requirement);

// How many more samples, mixed as now, would settle the figure against the bound (samples_needed.h).
std::optional<std::uint64_t> moreFor(const GateFigure& figure, double bound, bool atMost);

// A segment's figure held against the requirement's floor.
SegmentReach segmentReach(const std::string& name, std::uint64_t n, const GateFigure& figure,
                          const Requirement& requirement);

// Milliseconds over the cohort, ascending; empty without a latency column.
std::vector<double> latenciesOf(const GatedRun& run, const std::string& cohort,
                                const TaskContext& context = {});
// The quantile a latency metric is: 0.95 for "latency_p95".
double latencyQuantile(std::string_view metric);

}  // namespace reckoner
