#include "core/report/class_report_run.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include <fmt/format.h>

#include "core/base/error.h"
#include "core/data/grouping.h"
#include "core/import/manifest_class_costs.h"
#include "core/metrics/class_probability.h"
#include "core/metrics/intervals.h"
#include "core/report/scorecard_parts.h"
#include "core/review/gate_run.h"
#include "core/store/cost_ledger.h"
#include "core/store/notebook.h"
#include "core/wording/run_names.h"
#include "core/wording/segment_words.h"

namespace reckoner {
namespace {

constexpr std::size_t kColumns = 4;
constexpr std::size_t kCases = 8;
constexpr std::size_t kSegments = 12;
constexpr std::uint64_t kFew = 30;

// Of the usual columns, the least right first; values with too few samples to say anything are left out.
std::vector<ClassSegmentShare> segmentShares(const EvalTable& table, const ClassifiedRows& rows,
                                             const TaskContext& context) {
    std::vector<ClassSegmentShare> shares;
    for (const std::string& column : usualSegmentColumns(table, kColumns)) {
        const Grouping grouping = Grouping::byColumns(table, {column}, context);
        struct Sums {
            std::uint64_t n = 0;
            double right = 0, all = 0, allSq = 0;
        };
        std::vector<Sums> sums(grouping.groups());
        for (std::size_t i = 0; i < rows.rows.size(); ++i) {
            const double weight = rows.weights.empty() ? 1 : rows.weights[i];
            Sums& to = sums[grouping.codes[rows.rows[i]]];
            ++to.n;
            to.all += weight;
            to.allSq += weight * weight;
            if (rows.truth[i] == rows.predicted[i]) to.right += weight;
        }
        for (std::size_t group = 0; group < sums.size(); ++group)
            if (sums[group].n >= kFew)
                shares.push_back({fmt::format("{}: {}", segmentColumnName(table, {column}),
                                              segmentValueName(grouping.keys[group])),
                                  sums[group].n, ratio(sums[group].right, sums[group].all, Reason::NoSamples),
                                  wilson95Weighted(sums[group].right, sums[group].all, sums[group].allSq)});
    }
    std::stable_sort(shares.begin(), shares.end(), [](const auto& a, const auto& b) {
        return a.accuracy.v.value_or(2) < b.accuracy.v.value_or(2);
    });
    if (shares.size() > kSegments) shares.resize(kSegments);
    return shares;
}

// Those of the run's manifest; costs that cannot be read are no reason for no report.
std::optional<ClassCosts> ownCosts(const Store& store, const RunInfo& info) {
    try {
        return manifestClassCosts(store.manifest(info.id), info.classes);
    } catch (const Error&) {
        return std::nullopt;
    }
}

LatencyNumbers latencyOf(const EvalTable& table, const TaskContext& context) {
    const ColumnInfo* column = table.find(ColumnRole::Latency);
    if (!column || column->type != ColumnType::Real) return {};
    const auto values = table.real(column->id, context)->values();
    std::vector<double> known;
    std::copy_if(values.begin(), values.end(), std::back_inserter(known),
                 [](double value) { return std::isfinite(value); });
    return latencyNumbers(known);
}

}  // namespace

ClassScorecardRun classReportRun(const ClassReportRequest& request, Executor* executor,
                                 const TaskContext& context) {
    const std::shared_ptr<Store>& store = request.run.store;
    const RunRow& row = request.run.row;
    ClassScorecardRun run;
    run.row = row;
    run.model = reportModelTitle(*store, row.modelId);
    run.policy = store->policyInForce(row.versionId);
    run.cohorts = Notebook(store).cohorts(row.modelId);
    const EvalTablePtr table = store->openTable(row.info.id);
    std::optional<ClassCosts> costs;
    if (const auto book = CostLedger(store).book(row.modelId).inForce()) {
        run.words = book->row.words;
        costs = classCosts(book->row.costs, row.info.classes);
    }
    if (!costs) costs = ownCosts(*store, row.info);
    run.analysis = analyseClasses(table, {}, costs, context);
    if (run.analysis->samples() == 0)
        throw Error(
            ErrorCode::Usage,
            fmt::format("Run {} has no sample with a class and an answer to report on.", row.info.id));
    run.numbers = matrixNumbers(run.analysis->everything.called);
    run.intervals = classIntervals(run.analysis->everything.called, run.analysis->costs, context);
    run.confidence = request.confidence;
    if (!run.confidence && run.policy && !run.policy->tiers) run.confidence = run.policy->threshold;
    if (run.confidence && !std::isfinite(*run.confidence)) run.confidence.reset();
    if (!run.analysis->sweep->known()) run.confidence.reset();
    const RowSet all = RowSet::all(table->rows());
    run.rocAuc = classScoreNumbers(*table, all, context).rocAucOvrMacro;
    const ClassifiedRows rows = ClassifiedRows::of(*table, all, context);
    run.logLoss = classProbability(*table, rows, context).logLoss;
    if (request.run.judged) {
        GateRequest gate;
        gate.store = store;
        gate.run = row;
        gate.today = request.run.today;
        run.gate = gateRun(gate, executor, context);
    }
    if (!request.run.inFull) return run;
    run.latency = latencyOf(*table, context);
    run.segments = segmentShares(*table, rows, context);
    run.cases = notedCases(store, row, table, std::nullopt, 0, kCases, context);
    return run;
}

ClassBoardPtr classReportComparison(const std::shared_ptr<Store>& store, const ClassScorecardRun& base,
                                    const ClassScorecardRun& run, const TaskContext& context) {
    const std::vector<std::string> names = sideNames({base.row, run.row});
    ClassBoardRequest request;
    request.sides.push_back({names[0], base.analysis->table, {}});
    request.sides.push_back(
        {names[1], run.analysis->table,
         reportAlignment(*store, base.row, *base.analysis->table, run.row, *run.analysis->table, context)});
    request.costs = base.analysis->costs;
    return classBoard(request, context);
}

}  // namespace reckoner
