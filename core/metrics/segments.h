// The same figures for each segment, how sure they are, and which segments differ from the rest.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/task_context.h"
#include "core/base/value.h"
#include "core/cost/cost_model.h"
#include "core/data/eval_table.h"
#include "core/data/grouping.h"
#include "core/data/row_set.h"
#include "core/data/scored_rows.h"
#include "core/metrics/metric_list.h"
#include "core/metrics/sweep.h"

namespace reckoner {

struct RunAnalysis;
struct OperatingPoint;

// What the threshold does not change, of one group.
struct SegmentScores {
    std::uint64_t n = 0;                     // scored samples
    std::uint64_t positives = 0;             // of them
    std::optional<std::uint64_t> excluded;   // samples of the cohort that are not scored; known with a cohort
    double meanScore = 0;                    // in score units, weighted; 0 without samples
    Value rocAuc;                            // weighted when there are weights
    std::optional<Interval> rocAucInterval;  // DeLong, clipped to [0, 1]; nothing with weights or one class
    Value averagePrecision;
    Value ks;
    Value logLoss;
    Value brier;
    Value ece10;
    Value ece15;
};

// By group code. One sort of the scores for all groups together, then one pass: O(n log n + groups).
// cohort: the rows the scored rows were taken from; with it `excluded` is counted.
std::vector<SegmentScores> segmentScores(const ScoredRows& rows, const Grouping& grouping, ScoreKind kind,
                                         const RowSet* cohort = nullptr, const TaskContext& context = {});

struct Segment {
    std::uint32_t group = 0;  // code in the grouping
    Grouping::Key key;        // one value a column; nullopt: missing
    Tally tally;
    SegmentScores scores;
    std::vector<Value> metrics;                      // beside metricList()
    std::vector<std::optional<Interval>> intervals;  // beside metricList(): Wilson 95 %; none for F1, MCC
    Value errorRate;                                 // (fp + fn) / n, weighted
    Value coverage;         // share of all errors of the cohort; n/a when there are none
    Value cost;             // total, of tiers with their reviews (part_costs.h); n/a without a cost model
    Value costPerDecision;  // as production is mixed
    Value pValue;           // error rate against that of the rest of the cohort
    Value qValue;           // Benjamini-Hochberg over the segments of this table
    bool small = false;     // fewer samples than the minimum: grey it, say so

    // By the metric's JSON key: those of metricList() and roc_auc, average_precision, ks, log_loss, brier,
    // ece_10, ece_15. nullptr for an unknown key.
    const Value* metric(std::string_view id) const;
    std::optional<Interval> interval(std::string_view id) const;
};

struct SegmentTable {
    std::vector<std::string> columns;
    double threshold = 0;  // what is counted from: countedFrom() of the point
    std::uint64_t minimum = 30;
    Tally whole;                    // all segments together
    std::vector<Segment> segments;  // by key; groups without a sample in the cohort are left out
};

struct SegmentOptions {
    std::uint64_t minimum = 30;
};

// All counts from the one sweep. Preconditions: sweep was built over the same rows with this grouping;
// scores = segmentScores() of them; threshold is not NaN. cost may be null. O(groups + one Sweep::at).
SegmentTable segmentTable(const Sweep& sweep, const Grouping& grouping,
                          const std::vector<SegmentScores>& scores, const BoundCost* cost, double threshold,
                          const SegmentOptions& options = {});

// Of an analysis that was asked for groups (AnalysisRequest::groupBy not empty; else Error{Internal}).
std::vector<SegmentScores> segmentScores(const RunAnalysis& analysis, const TaskContext& context = {});
SegmentTable segmentTable(const RunAnalysis& analysis, const OperatingPoint& point,
                          const SegmentOptions& options = {}, const TaskContext& context = {});

}  // namespace reckoner
