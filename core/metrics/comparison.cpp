#include "core/metrics/comparison.h"

#include <algorithm>
#include <cmath>

#include "core/cost/tier_prices.h"
#include "core/data/default_threshold.h"
#include "core/data/filter.h"
#include "core/metrics/bootstrap_figures.h"
#include "core/metrics/matching_threshold.h"
#include "core/metrics/measure_columns.h"
#include "core/metrics/newcombe.h"

namespace reckoner {
namespace {

RowSet cohortOf(const ComparisonRequest& request, const EvalTablePtr& table, double threshold,
                const std::string& positive, const TaskContext& context) {
    if (request.where.empty()) return RowSet::all(table->rows());
    return Filter::parse(request.where)
        .apply(*table, {positive, threshold, {}, table == request.first ? request.facts : nullptr}, context);
}

// To production's share of positives, where the costs say one.
BoundCost costOf(const ComparedRun& run, const CostModel& costs) {
    const Tally nobody = run.sweep->at(std::numeric_limits<double>::infinity());
    return {costs, costs.measures(), classShift(costs.prevalence, nobody.fn.weight, nobody.tn.weight)};
}

double totalOf(const ComparedRun& run, const CostModel& costs) {
    const BoundCost cost = costOf(run, costs);
    if (!run.tiers) return cost.total(run.tally);
    return tierTotals(*run.sweep, cost, reviewTerms(costs, *run.tiers), *run.tiers).total;
}

// Where a run in tiers is counted from, whatever else is asked.
std::optional<double> askedOf(const std::optional<double>& threshold, const std::optional<TierPlan>& tiers) {
    return tiers ? std::optional(actingThreshold(*tiers)) : threshold;
}

ComparedRun comparedRun(const EvalTablePtr& table, ScoredRows rows, std::optional<double> asked,
                        const std::optional<TierPlan>& tiers, const CostModel& costs,
                        const TaskContext& context) {
    ComparedRun run;
    run.tiers = tiers;
    run.table = table;
    run.rows = std::move(rows);
    const std::vector<std::string> measures = costs.measures();
    run.sweep = ThresholdSweep::build(*table, run.rows, measures, nullptr, context);
    run.ranking = rankingNumbers(*run.sweep, context);
    run.probability = probabilityNumbers(run.rows, table->info().kind, context);
    if (!asked) asked = ownThreshold(table->info());
    run.threshold = asked ? *asked : prevalenceThreshold(*run.sweep);
    run.tally = run.sweep->at(run.threshold);
    run.cost = run.tally.n() > 0 ? Value(totalOf(run, costs)) : Reason::NoSamples;
    return run;
}

// What one side's replicates are counted with.
struct SideMoney {
    BoundCost cost;
    std::vector<std::vector<double>> amounts;

    SideMoney(const ComparedRun& run, const CostModel& costs, const TaskContext& context)
        : cost(costOf(run, costs)),
          amounts(measureAmounts(*run.table, costs.measures(), run.rows.rows, context)) {
        if (!run.tiers) return;
        TierPrices prices =
            tierPrices(run.rows, amounts, cost, reviewTerms(costs, *run.tiers), *run.tiers, context);
        cost = prices.cost;
        amounts = {std::move(prices.amounts)};
    }
    BootstrapRequest requestFor(const ComparedRun& run, std::uint32_t replicates) const {
        BootstrapRequest request;
        request.rows = &run.rows;
        request.kind = run.table->info().kind;
        request.threshold = run.threshold;
        request.cost = &cost;
        request.amounts.assign(amounts.begin(), amounts.end());
        request.replicates = replicates;
        return request;
    }
};

BootstrapIntervals bootstrapOf(const Comparison& comparison, const CostModel& costs,
                               const ComparisonRequest& request, Executor* executor,
                               const TaskContext& context) {
    const std::uint32_t replicates = request.replicates;
    const SideMoney moneyOfFirst(comparison.first, costs, context);
    const SideMoney moneyOfSecond(comparison.second, costs, context);
    const BootstrapRequest first = moneyOfFirst.requestFor(comparison.first, replicates);
    const BootstrapRequest second = moneyOfSecond.requestFor(comparison.second, replicates);
    const bool quick = !request.sampleBySample &&
                       std::min(first.rows->scores.size(), second.rows->scores.size()) >= kQuickFrom;
    if (quick)
        return comparison.paired ? quickPairedBootstrap(first, second, executor, context, request.sink)
                                 : quickIndependentBootstrap(first, second, executor, context, request.sink);
    return comparison.paired ? pairedBootstrap(first, second, executor, context)
                             : independentBootstrap(first, second, executor, context);
}

Value differenceOf(const Value& first, const Value& second) {
    if (!first) return first;
    if (!second) return second;
    return *second - *first;
}

void addAuc(Difference& difference, const Comparison& comparison, const TaskContext& context) {
    const ScoredRows& first = comparison.first.rows;
    const ScoredRows& second = comparison.second.rows;
    if (!first.weights.empty() || !second.weights.empty()) return;
    std::optional<AucDifference> auc;
    if (comparison.paired) {
        auc = aucDifferencePaired(first.scores, second.scores, first.positiveBits, context);
    } else {
        const auto a = delong(*comparison.first.sweep, false, context);
        const auto b = delong(*comparison.second.sweep, false, context);
        if (a && b) auc = aucDifferenceUnpaired(*a, *b);
    }
    if (!auc) return;
    difference.z = auc->z;
    difference.p = auc->p;
    difference.interval = auc->interval;
}

Difference differenceOf(const std::string& id, const Comparison& comparison, const TaskContext& context) {
    Difference difference;
    difference.value = differenceOf(comparison.first.figure(id), comparison.second.figure(id));
    const MetricEntry* entry = findMetric(id);
    if (!comparison.paired && entry && entry->proportion)
        difference.interval =
            newcombe95(entry->proportion(comparison.first.tally), entry->proportion(comparison.second.tally));
    if (id == "roc_auc") addAuc(difference, comparison, context);
    if (!difference.value) difference.interval.reset();
    difference.verdict = verdictOf(difference, directionOf(id));
    return difference;
}

void addDecisions(Comparison& comparison) {
    const ComparedRun& a = comparison.first;
    const ComparedRun& b = comparison.second;
    for (std::size_t i = 0; i < a.rows.scores.size(); ++i) {
        const bool positive = a.rows.positiveBits[i] != 0;
        comparison.flips.add((a.rows.scores[i] >= a.threshold) == positive,
                             (b.rows.scores[i] >= b.threshold) == positive);
    }
    comparison.decisions = mcnemar(comparison.flips.broken, comparison.flips.fixed);
}

// No sample in common: each run over its own samples of the cohort.
void takeApart(PairedRows& rows, const ComparisonRequest& request, double secondThreshold,
               const RowSet& cohort, const TaskContext& context) {
    rows.first = ScoredRows::of(*request.first, cohort, request.positive, context);
    rows.second = ScoredRows::of(
        *request.second, cohortOf(request, request.second, secondThreshold, rows.first.positive, context),
        rows.first.positive, context);
}

}  // namespace

Verdict verdictOf(const Difference& difference, Direction direction) {
    if (!difference.value || !difference.interval || direction == Direction::Neither)
        return Verdict::NotComparable;
    if (difference.interval->lo <= 0 && difference.interval->hi >= 0) return Verdict::NoDifferenceSeen;
    const bool rises = difference.interval->lo > 0;
    return rises == (direction == Direction::HigherIsBetter) ? Verdict::Better : Verdict::Worse;
}

Value ComparedRun::figure(const std::string& id) const {
    if (const MetricEntry* entry = findMetric(id)) return entry->value(tally);
    if (id == "roc_auc") return ranking.rocAuc;
    if (id == "average_precision") return ranking.averagePrecision;
    if (id == "ks") return ranking.ks;
    if (id == "log_loss") return probability.logLoss;
    if (id == "brier") return probability.brier;
    if (id == "ece_10") return probability.ece10;
    if (id == "ece_15") return probability.ece15;
    if (id == "cost") return cost;
    return Reason::NotComparable;
}

const Difference* Comparison::difference(const std::string& id) const {
    for (const auto& [name, difference] : differences)
        if (name == id) return &difference;
    return nullptr;
}

Direction directionOf(const std::string& figure) {
    if (const MetricEntry* entry = findMetric(figure)) return entry->direction;
    const bool loss = figure == "log_loss" || figure == "brier" || figure == "ece_10" || figure == "ece_15" ||
                      figure == "cost";
    return loss ? Direction::LowerIsBetter : Direction::HigherIsBetter;
}

Comparison compareRuns(const ComparisonRequest& request, Executor* executor, const TaskContext& context) {
    const CostModel costs = request.costs.value_or(CostModel());
    const auto starting = [](const std::optional<double>& asked, const EvalTable& table) {
        return asked ? asked : ownThreshold(table.info());
    };
    const std::string& positive =
        request.positive.empty() ? request.first->info().positive : request.positive;
    const auto firstAsked = askedOf(request.firstThreshold, request.firstTiers);
    const auto secondAsked = askedOf(request.secondThreshold, request.secondTiers);
    const double first = starting(firstAsked, *request.first).value_or(0);
    const double second = starting(secondAsked, *request.second).value_or(0);
    const RowSet cohort = cohortOf(request, request.first, first, positive, context);
    PairedRows rows =
        pairRows(*request.first, *request.second, request.alignment, cohort, request.positive, context);

    Comparison comparison;
    comparison.both = rows.size();
    comparison.onlyFirst = rows.onlyFirst;
    comparison.onlySecond = rows.onlySecond;
    comparison.conflicting = rows.conflicting;
    comparison.unscored = rows.unscored;
    comparison.paired = rows.size() + rows.conflicting + rows.unscored > 0;
    if (!comparison.paired) takeApart(rows, request, second, cohort, context);

    const bool segments = comparison.paired && !request.by.empty();
    const Grouping grouping =
        segments ? Grouping::byColumns(*request.first, request.by, context) : Grouping();
    const PairedRows kept = segments ? rows : PairedRows();
    comparison.first =
        comparedRun(request.first, std::move(rows.first), firstAsked, request.firstTiers, costs, context);
    comparison.second =
        comparedRun(request.second, std::move(rows.second), secondAsked, request.secondTiers, costs, context);
    if (comparison.paired) addDecisions(comparison);
    if (segments)
        comparison.segments =
            segmentDifferences(kept, grouping, comparison.first.threshold, comparison.second.threshold);
    for (const std::string& id : figureNames())
        comparison.differences.emplace_back(id, differenceOf(id, comparison, context));
    if (request.replicates > 0) addBootstrap(comparison, request, executor, context);
    return comparison;
}

void addBootstrap(Comparison& comparison, const ComparisonRequest& request, Executor* executor,
                  const TaskContext& context) {
    comparison.bootstrap =
        bootstrapOf(comparison, request.costs.value_or(CostModel()), request, executor, context);
    for (auto& [id, difference] : comparison.differences) {
        const auto found = comparison.bootstrap->intervals.find(id);
        // An interval with a formula stands.
        if (difference.interval || !difference.value || found == comparison.bootstrap->intervals.end())
            continue;
        difference.interval = found->second;
        difference.verdict = verdictOf(difference, directionOf(id));
    }
}

}  // namespace reckoner
