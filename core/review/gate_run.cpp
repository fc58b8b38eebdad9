#include "core/review/gate_run.h"

#include <algorithm>
#include <map>

#include "core/base/error.h"
#include "core/metrics/resampler.h"
#include "core/review/gate_baseline.h"
#include "core/review/gate_figures.h"
#include "core/store/registry.h"
#include "core/store/requirement_book.h"

namespace reckoner {
namespace {

// A baseline is opened once, however many requirements name it.
class Judge {
 public:
    Judge(const GateRequest& request, Executor* executor, const TaskContext& context)
        : request_(request),
          executor_(executor),
          context_(context),
          run_(GatedRun::of(request.store, request.run, request.point, context)) {}

    const GatedRun& run() const { return run_; }

    bool againstItself(const Requirement& requirement) const {
        // Whoever names a baseline on the command line means it.
        if (requirement.baseline.empty() || request_.baseline) return false;
        try {
            const RunRow baseline = baselineRun(request_.store, request_.run, requirement.baseline);
            return baseline.info.id == request_.run.info.id;
        } catch (const Error& error) {
            if (error.code() != ErrorCode::Usage && error.code() != ErrorCode::BadInput) throw;
            return false;  // judging it says why
        }
    }

    RequirementResult judge(const RequirementRecord& record) {
        RequirementResult result;
        result.record = record;
        try {
            judgeFigures(result);
        } catch (const Error& error) {
            if (error.code() != ErrorCode::Usage && error.code() != ErrorCode::BadInput) throw;
            result.value = Reason::NotComparable;
            result.reason = error.what();
        }
        settle(result, request_.run.info.version, request_.today);
        return result;
    }

 private:
    void judgeFigures(RequirementResult& result) {
        const Requirement& requirement = result.requirement();
        result.atMost = requirement.atMost;
        if (requirement.share) return judgeShare(result);
        if (requirement.floor) {
            result.bound = *requirement.floor;
            return take(result, gateFigure(run_, requirement, executor_, context_));
        }
        const GatedRun& baseline = baselineOf(requirement);
        result.baseline = baseline.name();
        result.bound = requirement.atMost ? *requirement.byAtMost : -*requirement.byAtMost;
        const GateDifference difference = gateDifference(run_, baseline, requirement, executor_, context_);
        result.baselineValue = difference.baseline;
        take(result, difference.figure);
    }

    void judgeShare(RequirementResult& result) {
        result.segments = gateSegments(run_, result.requirement(), executor_, context_);
        for (const SegmentReach& segment : result.segments)
            result.n += segment.n;
        judgeSegments(result);
        if (!result.value) result.reason = "No segment has such a figure.";
    }

    static void take(RequirementResult& result, const GateFigure& figure) {
        result.value = figure.value;
        result.interval = figure.interval;
        result.n = figure.n;
        result.reason = figure.reason;
        result.samplesNeeded = moreFor(figure, result.bound, result.atMost);
    }

    const GatedRun& baselineOf(const Requirement& requirement) {
        const RunRow row = request_.baseline
                               ? *request_.baseline
                               : baselineRun(request_.store, request_.run, requirement.baseline);
        const auto known = baselines_.find(row.info.id);
        if (known != baselines_.end()) return known->second;
        return baselines_.emplace(row.info.id, GatedRun::of(request_.store, row, {}, context_)).first->second;
    }

    const GateRequest& request_;
    Executor* executor_;
    const TaskContext& context_;
    GatedRun run_;
    std::map<RunId, GatedRun> baselines_;
};

std::optional<RunRow> runOfVersion(const std::vector<RunRow>& runs, const RunRow& run,
                                   const std::string& version) {
    std::vector<RunRow> all;
    for (const RunRow& other : runs) {
        if (other.info.version != version) continue;
        if (other.evalSetId == run.evalSetId) return other;
        all.push_back(other);
    }
    if (all.empty()) return std::nullopt;
    if (all.size() > 1)
        throw Error(ErrorCode::Usage, "The baseline " + version + " has no run on " + run.info.evalSet +
                                          " and several on other sets: say which with --baseline.");
    return all.front();
}

}  // namespace

RunRow baselineRun(const std::shared_ptr<Store>& store, const RunRow& run, const std::string& baseline) {
    std::string version = baseline;
    if (baseline == "production") {
        const std::vector<RegistryEntry> entries = Registry(store).entries(run.modelId);
        const RegistryEntry* there = inProduction(entries);
        if (!there)
            throw Error(ErrorCode::Usage, "No version of " + run.info.model +
                                              " is in production: there is no baseline to compare with.");
        version = there->version;
    }
    if (auto found = runOfVersion(store->runs(run.modelId), run, version)) return *found;
    if (version != baseline)
        throw Error(ErrorCode::Usage,
                    "The version in production, " + version + ", has no run to compare with.");
    RunRow row = store->resolveRun(baseline);
    if (row.modelId != run.modelId)
        throw Error(ErrorCode::Usage, "The baseline is a run of another model: " + row.info.model + ".");
    return row;
}

GateResult gateRun(const GateRequest& request, Executor* executor, const TaskContext& context) {
    const std::vector<RequirementRecord> records =
        RequirementBook(request.store).inForce(request.run.modelId);
    GateResult gate;
    gate.model = request.run.info.model;
    gate.version = request.run.info.version;
    gate.evalSet = request.run.info.evalSet;
    gate.run = request.run.info.id;
    gate.replicates = kReplicates;
    gate.seed = kBootstrapSeed;
    const TaskContext quiet(context.stopToken());
    Judge judge(request, executor, quiet);
    gate.point = judge.run().point;
    for (std::size_t i = 0; i < records.size(); ++i) {
        context.checkCancelled();
        context.report(static_cast<double>(i) / static_cast<double>(records.size()), "judging");
        if (judge.againstItself(records[i].requirement))
            gate.leftOut.push_back(records[i].requirement);
        else
            gate.results.push_back(judge.judge(records[i]));
    }
    return gate;
}

RequirementResult judge(const GateRequest& request, const RequirementRecord& record, Executor* executor,
                        const TaskContext& context) {
    return Judge(request, executor, context).judge(record);
}

}  // namespace reckoner
