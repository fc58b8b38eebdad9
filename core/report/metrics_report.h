// Everything `metrics` says about one run at one threshold; written as JSON or as text elsewhere.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/cost/operating_point.h"
#include "core/cost/scenario_optimum.h"
#include "core/metrics/bootstrap.h"
#include "core/metrics/fairness.h"
#include "core/metrics/fairness_intervals.h"
#include "core/metrics/run_analysis.h"
#include "core/metrics/segments.h"
#include "core/wording/vocabulary.h"

namespace reckoner {

struct MetricsRequest {
    EvalTablePtr table;
    std::string where;                     // cohort expression; empty: all samples
    std::string positive;                  // empty: the run's own
    std::vector<std::string> by;           // segment columns; several make their cross
    std::optional<double> threshold;       // asked for; nothing: the starting threshold
    std::optional<OperatingPoint> policy;  // in force for the version
    std::optional<CostModel> costs;        // nothing: counted in false alarms
    AnalysisRequest::PrevalenceOf prevalenceOf = AnalysisRequest::PrevalenceOf::Run;
    std::string scenario = {};               // of stored costs; empty: costs were asked for
    bool cohortCosts = false;                // they are the cohort's own
    std::vector<NamedCosts> scenarios = {};  // all there are, where there are several
    Vocabulary words;
    std::uint32_t replicates = 0;  // bootstrap; 0: none
    bool curve = false;
    std::shared_ptr<const SampleFacts> facts = {};  // for notes and flips in `where`
};

struct MetricsReport {
    MetricsRequest request;
    RunAnalysisPtr analysis;
    OperatingPoint point;  // what money is of
    double threshold = 0;  // countedFrom(point): what counts and rates are of
    enum class From { Asked, Policy, Start } thresholdFrom = From::Start;
    Tally tally;
    std::optional<SegmentTable> segments;
    // By column of `by`, then for several columns their cross ("a,b").
    std::vector<std::pair<std::string, Fairness>> fairness;
    // With a bootstrap: of the last of them, the one the analysis was grouped by.
    std::optional<FairnessIntervals> fairnessIntervals;
    std::optional<BootstrapIntervals> bootstrap;
    // With a bootstrap and segments: by group of the analysis.
    std::vector<BootstrapIntervals> groupBootstraps;
    std::vector<ScenarioOptimum> scenarios;  // of request.scenarios, at the threshold

    // Over the run; of tiers with their reviews. Precondition: samples.
    double total() const { return pointTotal(*analysis, point); }
    bool weighted() const { return !analysis->rows.weights.empty(); }
    // By the key of the JSON contract: those of metricList(), roc_auc, average_precision, log_loss, brier,
    // ece_10, ece_15, ks.
    Value metric(std::string_view id) const;
    // Wilson, DeLong, or the bootstrap's where there is no formula; nothing when not known.
    std::optional<Interval> interval(std::string_view id) const;
    // Of one of `segments`, by the same keys, and "cost" of its total.
    std::optional<Interval> interval(const Segment& segment, std::string_view id) const;
};

// The keys of "metrics", in the contract's order; what the list of metrics has beyond it comes last.
std::vector<std::string> metricIds();
// "ROC AUC" for roc_auc.
std::string metricTitle(std::string_view id);

// executor: for the bootstrap; may be null. Throws Error{BadInput} (unknown column, bad expression).
MetricsReport metricsReport(const MetricsRequest& request, Executor* executor = nullptr,
                            const TaskContext& context = {});

// 1 - cost / the cheaper of flagging all and none; n/a without costs or samples.
Value savingsOf(const MetricsReport& report);
// In the file's score units; nothing unless scores are probabilities and costs do not vary by sample.
std::optional<double> bayesThresholdOf(const MetricsReport& report);

}  // namespace reckoner
