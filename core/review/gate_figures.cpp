#include "core/review/gate_figures.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/data/filter_condition.h"
#include "core/metrics/fairness.h"
#include "core/metrics/fairness_intervals.h"
#include "core/metrics/intervals.h"
#include "core/metrics/latency.h"
#include "core/metrics/latency_interval.h"
#include "core/metrics/quick_bootstrap.h"
#include "core/metrics/run_analysis.h"
#include "core/metrics/segments.h"
#include "core/metrics/tally_bootstrap.h"
#include "core/review/case_outcomes.h"
#include "core/review/gate_class_figures.h"
#include "core/review/operating_threshold.h"
#include "core/review/samples_needed.h"
#include "core/store/notebook.h"
#include "core/store/registry.h"
#include "core/store/stored_facts.h"

namespace reckoner {
namespace {

constexpr std::uint64_t kFewestOfGroup = 30;  // a group with fewer says nothing about fairness

AnalysisRequest requestFor(const GatedRun& run, const Requirement& requirement) {
    AnalysisRequest request;
    request.table = run.table;
    request.where = requirement.cohort;
    request.positive = requirement.classOf;
    if (run.costs) request.costs = run.costs->costs;
    request.threshold = run.threshold;
    request.facts = run.facts;
    return request;
}

GateFigure fromValue(const Value& value, std::uint64_t n) {
    GateFigure figure;
    figure.value = value;
    figure.n = n;
    if (!value) figure.reason = "There is no such figure here: " + std::string(describe(value.why)) + ".";
    return figure;
}

// Weighted shares count with their effective trials.
void addShare(GateFigure& figure, const MetricEntry::Proportion& share, double weight) {
    if (!(share.trials > 0) || !(share.weightSq > 0)) return;
    const double effective = share.trials * share.trials / share.weightSq;
    figure.successes = share.successes / share.trials * effective;
    figure.trials = effective;
    figure.interval = clopperPearson95(*figure.successes, effective);
    // Of so many samples in all that many are trials.
    if (weight > 0) figure.n = static_cast<std::uint64_t>(std::llround(effective * weight / share.trials));
}

GateFigure ofTally(const MetricEntry& entry, const Tally& tally) {
    GateFigure figure = fromValue(entry.value(tally), tally.n());
    if (!figure.value) return figure;
    if (entry.proportion)
        addShare(figure, entry.proportion(tally), tally.weight());
    else
        figure.interval = tallyInterval(tally, entry.value);
    return figure;
}

std::optional<Interval> bootstrapped(const BootstrapIntervals& intervals, const std::string& id) {
    const auto found = intervals.intervals.find(id);
    return found == intervals.intervals.end() ? std::nullopt : std::optional(found->second);
}

Value scoreFigure(const RunAnalysis& analysis, std::string_view id) {
    const std::pair<std::string_view, Value> figures[] = {
        {"roc_auc", analysis.ranking.rocAuc},  {"average_precision", analysis.ranking.averagePrecision},
        {"ks", analysis.ranking.ks},           {"log_loss", analysis.probability.logLoss},
        {"brier", analysis.probability.brier}, {"ece_10", analysis.probability.ece10},
        {"ece_15", analysis.probability.ece15}};
    for (const auto& [name, value] : figures)
        if (name == id) return value;
    return Reason::NotComparable;
}

GateFigure binaryFigure(const GatedRun& run, const Requirement& requirement, Executor* executor,
                        const TaskContext& context) {
    const RunAnalysisPtr analysis = analyse(requestFor(run, requirement), context);
    const bool weighted = !analysis->rows.weights.empty();
    GateFigure figure;
    if (const MetricEntry* entry = findMetric(requirement.metric)) {
        figure = ofTally(*entry, analysis->sweep->at(run.threshold));
        if (entry->proportion || !weighted || !figure.value) return figure;
    } else {
        figure = fromValue(scoreFigure(*analysis, requirement.metric), analysis->sweep->samples());
        if (!figure.value) return figure;
        if (requirement.metric == "roc_auc" && analysis->aucInterval) {
            figure.interval = analysis->aucInterval->ci95;
            return figure;
        }
    }
    std::vector<std::vector<double>> amounts;
    const BootstrapRequest request = bootstrapRequest(*analysis, run.threshold, amounts, context);
    figure.interval = bootstrapped(usualBootstrap(request, executor, context), requirement.metric);
    return figure;
}

GateFigure latencyFigure(const GatedRun& run, const Requirement& requirement, const TaskContext& context) {
    const std::vector<double> values = latenciesOf(run, requirement.cohort, context);
    const double q = latencyQuantile(requirement.metric);
    if (!values.empty()) {
        GateFigure figure = fromValue(quantile(values, q), values.size());
        figure.interval = quantileInterval(values, q);
        return figure;
    }
    const auto entry = Registry(run.store).entry(run.row.versionId);
    if (entry && entry->facts && requirement.cohort.empty()) {
        const VersionFacts& facts = *entry->facts;
        const auto stated = q < 0.9 ? facts.latencyP50 : q < 0.97 ? facts.latencyP95 : facts.latencyP99;
        if (stated) {
            GateFigure figure = fromValue(*stated, 0);
            figure.interval = Interval{*stated, *stated};
            return figure;
        }
    }
    return GateFigure::unknown("The run has no latency column, and nobody stated a latency of the version.");
}

// "id = 'A-17'", "id in ('A-17', 'A-18')": these very cases, no sample of others.
bool namesCases(const EvalTable& table, const std::string& cohort) {
    using Test = FilterCondition::Test;
    const ColumnInfo* id = table.find(ColumnRole::Id);
    const auto condition = id && !cohort.empty() ? filterCondition(cohort) : std::nullopt;
    return condition && !condition->ours && condition->column == id->name &&
           (condition->test == Test::Equal || condition->test == Test::In);
}

Value fairnessFigure(const Fairness& fairness, std::string_view id) {
    if (id == "selection_rate_ratio") return fairness.selectionRate.ratio;
    if (id == "tpr_ratio") return fairness.tpr.ratio;
    if (id == "fpr_ratio") return fairness.fpr.ratio;
    if (id == "tpr_difference") return fairness.tpr.difference;
    if (id == "fpr_difference") return fairness.fpr.difference;
    return fairness.equalizedOddsDifference;
}

GateFigure fairnessOf(const GatedRun& run, const Requirement& requirement, Executor* executor,
                      const TaskContext& context) {
    AnalysisRequest request = requestFor(run, requirement);
    request.groupBy = {requirement.column};
    const RunAnalysisPtr analysis = analyse(request, context);
    std::vector<Tally> groups(analysis->grouping->groups());
    analysis->sweep->at(run.threshold, groups);
    GateFigure figure = fromValue(fairnessFigure(fairness(groups, kFewestOfGroup), requirement.metric),
                                  analysis->sweep->samples());
    if (!figure.value) return figure;
    const FairnessIntervals intervals =
        fairnessIntervals(*analysis, run.threshold, kFewestOfGroup, kReplicates, executor, context);
    if (const auto found = intervals.intervals.find(requirement.metric); found != intervals.intervals.end())
        figure.interval = found->second;
    return figure;
}

GateFigure moneyFigure(const GatedRun& run, const Requirement& requirement, const TaskContext& context) {
    if (!run.costs) return GateFigure::unknown("The model has no costs yet: money cannot be judged.");
    const RunAnalysisPtr analysis = analyse(requestFor(run, requirement), context);
    const bool period = requirement.metric == "cost_per_period";
    if (period && !(run.costs->costs.volumePerPeriod > 0))
        return GateFigure::unknown("The model's costs do not say how many decisions a period has.");
    const double weight = analysis->weight();
    if (!(weight > 0)) return fromValue(Reason::NoSamples, 0);
    // The interval is a period's, or the run's own total where no volume is known.
    const double decisions = analysis->volume() > 0 ? analysis->volume() : weight;
    const double scale = period ? 1 : 1 / decisions;
    GateFigure figure = fromValue(pointCost(*analysis, run.point) * scale, analysis->sweep->samples());
    if (const auto interval = pointIntervals(*analysis, run.point, {}, context).now)
        figure.interval = Interval{interval->lo * scale, interval->hi * scale};
    return figure;
}

// Of the newest sign-off in which something was judged.
GateFigure signOffFigure(const GatedRun& run) {
    for (const SignOff& signOff : Notebook(run.store).signOffs(run.row.info.id)) {
        double accepted = 0, judged = 0;
        for (const SignOffItem& item : signOff.items) {
            judged += item.accepted ? 1 : 0;
            accepted += item.accepted && *item.accepted ? 1 : 0;
        }
        if (judged == 0) continue;
        GateFigure figure = fromValue(accepted / judged, static_cast<std::uint64_t>(judged));
        addShare(figure, {accepted, judged, judged}, judged);
        return figure;
    }
    return GateFigure::unknown("Nobody has judged outputs of this run yet.");
}

// Samples of one group, for a bootstrap of their own.
ScoredRows rowsOf(const RunAnalysis& analysis, std::uint32_t group) {
    ScoredRows rows;
    rows.positive = analysis.rows.positive;
    for (std::size_t i = 0; i < analysis.rows.rows.size(); ++i) {
        if (analysis.grouping->codes[analysis.rows.rows[i]] != group) continue;
        rows.rows.push_back(analysis.rows.rows[i]);
        rows.scores.push_back(analysis.rows.scores[i]);
        rows.positiveBits.push_back(analysis.rows.positiveBits[i]);
        if (!analysis.rows.weights.empty()) rows.weights.push_back(analysis.rows.weights[i]);
    }
    return rows;
}

GateFigure segmentFigure(const RunAnalysis& analysis, const Segment& segment, const GatedRun& run,
                         const std::string& metric, Executor* executor, const TaskContext& context) {
    const MetricEntry* entry = findMetric(metric);
    if (entry && (entry->proportion || analysis.rows.weights.empty())) return ofTally(*entry, segment.tally);
    const Value* value = segment.metric(metric);
    GateFigure figure = fromValue(value ? *value : Value(Reason::NotComparable), segment.tally.n());
    figure.interval = segment.interval(metric);
    if (!figure.value || figure.interval) return figure;
    const ScoredRows rows = rowsOf(analysis, segment.group);
    BootstrapRequest request;
    request.rows = &rows;
    request.kind = run.table->info().kind;
    request.threshold = run.threshold;
    figure.interval = bootstrapped(usualBootstrap(request, executor, context), metric);
    return figure;
}

}  // namespace

GateFigure GateFigure::unknown(std::string sentence) {
    GateFigure figure;
    figure.value = Reason::NotComparable;
    figure.reason = std::move(sentence);
    return figure;
}

GatedRun GatedRun::of(const std::shared_ptr<Store>& store, const RunRow& row,
                      const std::optional<OperatingPoint>& at, const TaskContext& context) {
    GatedRun run;
    run.store = store;
    run.row = row;
    run.table = store->openTable(row.info.id);
    run.point = at && row.info.task == Task::Binary ? *at : operatingPoint(*store, row, run.table, context);
    run.threshold = countedFrom(run.point);
    run.costs = store->costModel(row.modelId);
    run.facts =
        std::make_shared<const SampleFacts>(run.table, storedFacts(store, row, predecessorOf(*store, row)));
    return run;
}

std::optional<std::uint64_t> moreFor(const GateFigure& figure, double bound, bool atMost) {
    if (!figure.value || !figure.interval) return std::nullopt;
    if (!figure.trials) return moreSamples(*figure.value, *figure.interval, figure.n, bound, atMost);
    const auto trials = moreTrials(*figure.successes, *figure.trials, bound, atMost);
    if (!trials) return std::nullopt;
    return samplesFor(*trials, *figure.trials, figure.n);
}

SegmentReach segmentReach(const std::string& name, std::uint64_t n, const GateFigure& figure,
                          const Requirement& requirement) {
    const double floor = requirement.floor.value_or(0);
    return {name,
            n,
            figure.value,
            figure.interval,
            stateOf(figure.value, figure.interval, floor, requirement.atMost),
            moreFor(figure, floor, requirement.atMost)};
}

double latencyQuantile(std::string_view metric) {
    return metric == "latency_p50" ? 0.5 : metric == "latency_p99" ? 0.99 : 0.95;
}

std::vector<double> latenciesOf(const GatedRun& run, const std::string& cohort, const TaskContext& context) {
    const ColumnInfo* column = run.table->find(ColumnRole::Latency);
    if (!column || column->type != ColumnType::Real) return {};
    RowSet rows = RowSet::all(run.table->rows());
    if (!cohort.empty()) {
        std::optional<double> threshold;
        if (!std::isnan(run.threshold)) threshold = run.threshold;
        rows = Filter::parse(cohort).apply(*run.table, {run.row.info.positive, threshold, {}, run.facts},
                                           context);
    }
    const auto values = run.table->real(column->id, context);
    std::vector<double> latencies;
    rows.forEach([&](RowIndex row) {
        if (std::isfinite(values->values()[row])) latencies.push_back(values->values()[row]);
    });
    std::sort(latencies.begin(), latencies.end());
    return latencies;
}

bool looksForItsClass(const GatedRun& run, const Requirement& requirement) {
    return run.row.info.task != Task::Binary || requirement.classOf.empty() ||
           requirement.classOf == run.row.info.positive;
}

namespace {

GateFigure measured(const GatedRun& run, const Requirement& requirement, Executor* executor,
                    const TaskContext& context) {
    const RequirementMetric* metric = findRequirementMetric(requirement.metric);
    if (!metric) return GateFigure::unknown("This version of the program does not know the metric.");
    switch (metric->source) {
        case RequirementSource::Latency:
            return latencyFigure(run, requirement, context);
        case RequirementSource::SignOff:
            return signOffFigure(run);
        default:
            break;
    }
    if (run.row.info.task != Task::Binary) return gateClassFigure(run, requirement, executor, context);
    if (!looksForItsClass(run, requirement))
        return GateFigure::unknown("The run looks for \"" + run.row.info.positive +
                                   "\": its scores say nothing about \"" + requirement.classOf + "\".");
    switch (metric->source) {
        case RequirementSource::Classes:
            return GateFigure::unknown("The run has two classes: this figure is of several.");
        case RequirementSource::Fairness:
            return fairnessOf(run, requirement, executor, context);
        case RequirementSource::Money:
            return moneyFigure(run, requirement, context);
        default:
            return binaryFigure(run, requirement, executor, context);
    }
}

}  // namespace

GateFigure gateFigure(const GatedRun& run, const Requirement& requirement, Executor* executor,
                      const TaskContext& context) {
    GateFigure figure = measured(run, requirement, executor, context);
    if (!figure.value || !namesCases(*run.table, requirement.cohort)) return figure;
    figure.interval = Interval{*figure.value, *figure.value};
    figure.successes.reset();
    figure.trials.reset();
    return figure;
}

std::vector<SegmentReach> gateSegments(const GatedRun& run, const Requirement& requirement,
                                       Executor* executor, const TaskContext& context) {
    if (run.row.info.task != Task::Binary) return gateClassSegments(run, requirement, executor, context);
    if (!looksForItsClass(run, requirement)) return {};
    AnalysisRequest request = requestFor(run, requirement);
    request.groupBy = {requirement.column};
    const RunAnalysisPtr analysis = analyse(request, context);
    std::vector<SegmentReach> segments;
    for (const Segment& segment : segmentTable(*analysis, run.threshold, {}, context).segments) {
        context.checkCancelled();
        const GateFigure figure =
            segmentFigure(*analysis, segment, run, requirement.metric, executor, context);
        segments.push_back(segmentReach(segment.key.values.at(0).value_or("(missing)"), segment.tally.n(),
                                        figure, requirement));
    }
    return segments;
}

}  // namespace reckoner
