#include "core/report/report_run.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/base/error.h"
#include "core/report/scorecard_parts.h"
#include "core/review/gate_run.h"
#include "core/review/operating_threshold.h"
#include "core/store/cost_ledger.h"
#include "core/store/notebook.h"
#include "core/wording/run_names.h"

namespace reckoner {
namespace {

constexpr std::size_t kColumns = 4;
constexpr std::uint64_t kHistoryRows = 1'500'000;  // of other runs: a report is there in two seconds
constexpr std::size_t kHistoryRuns = 26;
constexpr std::size_t kCases = 8;

void setCosts(MetricsRequest& request, const std::shared_ptr<Store>& store, std::int64_t model) {
    const auto costs = CostLedger(store).book(model).inForce();
    if (!costs) return;
    request.words = costs->row.words;
    request.costs = costs->row.costs;
}

// The version's runs on sets of other samples, oldest first, and this one; the newest ones where there are
// more than a report has time for.
std::vector<VersionResult> historyOf(const ReportRunRequest& request, const ScorecardRun& run,
                                     const TaskContext& context) {
    std::vector<RunRow> others;
    for (const RunRow& other : request.store->runs(request.row.modelId))
        if (other.versionId == request.row.versionId && other.info.scored > 0) others.push_back(other);
    std::sort(others.begin(), others.end(), [](const RunRow& a, const RunRow& b) {
        return std::pair(a.info.runDate, a.info.id) > std::pair(b.info.runDate, b.info.id);
    });
    std::vector<VersionResult> results;
    std::uint64_t rows = 0;
    for (const RunRow& other : others) {
        context.checkCancelled();
        const bool own = other.info.id == request.row.info.id;
        if (!own) rows += other.info.rows;
        if (!own && (rows > kHistoryRows || results.size() >= kHistoryRuns)) continue;
        RunAnalysisPtr analysis = run.report.analysis;
        if (!own) {
            AnalysisRequest wanted;
            wanted.table = request.store->openTable(other.info.id);
            analysis = analyse(wanted, context);
        }
        VersionResult result = versionResult(*analysis, run.report.threshold, context);
        result.evalSet = other.info.evalSet;
        result.date = other.info.runDate;
        result.run = other.info.id;
        results.push_back(std::move(result));
    }
    std::reverse(results.begin(), results.end());
    return results;
}

SegmentBoardPtr segmentsOf(const ScorecardRun& run, const TaskContext& context) {
    std::vector<SegmentSet> sets;
    for (const std::string& column : usualSegmentColumns(*run.report.request.table, kColumns))
        sets.push_back({{column}});
    return sets.empty() ? nullptr : SegmentBoard::build(run.report.analysis, std::move(sets), context);
}

}  // namespace

ScorecardRun reportRun(const ReportRunRequest& request, Executor* executor, const TaskContext& context) {
    const std::shared_ptr<Store>& store = request.store;
    ScorecardRun run;
    run.row = request.row;
    run.model = reportModelTitle(*store, request.row.modelId);
    run.policy = store->policyInForce(request.row.versionId);
    run.cohorts = Notebook(store).cohorts(request.row.modelId);
    MetricsRequest wanted;
    wanted.table = store->openTable(request.row.info.id);
    wanted.policy = pointInForce(*store, request.row.versionId);
    setCosts(wanted, store, request.row.modelId);
    run.report = metricsReport(wanted, nullptr, context);
    if (run.report.analysis->sweep->samples() == 0)
        throw Error(
            ErrorCode::Usage,
            fmt::format("Run {} has no sample with a label and a score to report on.", request.row.info.id));
    run.likely = pointIntervals(*run.report.analysis, run.report.point, std::nullopt, context);
    if (request.judged) {
        GateRequest gate;
        gate.store = store;
        gate.run = request.row;
        gate.today = request.today;
        run.gate = gateRun(gate, executor, context);
    }
    if (!request.inFull) return run;
    run.segments = segmentsOf(run, context);
    run.cases = notedCases(store, request.row, wanted.table, decidedClass(request.row.info), run.report.point,
                           kCases, context);
    run.history = historyOf(request, run, context);
    return run;
}

std::string reportModelTitle(const Store& store, std::int64_t id) {
    for (const ModelRow& model : store.models())
        if (model.id == id) return modelName(model);
    return {};
}

SampleAlignment reportAlignment(const Store& store, const RunRow& base, const EvalTable& baseTable,
                                const RunRow& other, const EvalTable& otherTable,
                                const TaskContext& context) {
    if (base.evalSetId != other.evalSetId) return SampleAlignment::byId(baseTable, otherTable, context);
    return SampleAlignment::byOrdinal(store.ordinals(base.info.id, context),
                                      store.ordinals(other.info.id, context));
}

VersionBoardPtr reportComparison(const std::shared_ptr<Store>& store, const ScorecardRun& base,
                                 const ScorecardRun& run, Executor* executor, const TaskContext& context) {
    const std::vector<std::string> names = sideNames({base.row, run.row});
    VersionBoardRequest request;
    for (const ScorecardRun* one : {&base, &run}) {
        VersionSide side;
        side.name = names[request.sides.size()];
        side.run = one->report.analysis;
        // Each at what the report is of: its policy, else where the run starts.
        side.policy = one->report.threshold;
        side.tiers = one->report.point.tiers;
        request.sides.push_back(std::move(side));
    }
    request.rule = ThresholdRule::Policy;
    const EvalTable& baseTable = *base.report.request.table;
    request.columns = usualSegmentColumns(baseTable, kColumns);
    request.sides[1].fromBase =
        reportAlignment(*store, base.row, baseTable, run.row, *run.report.request.table, context);
    return versionBoard(request, executor, context);
}

}  // namespace reckoner
