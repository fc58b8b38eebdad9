#include "ui/session/run_slot.h"

#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

// On a worker thread.
RunAnalysisPtr analyseRun(RunCache& runs, const RunSlot::Wanted& wanted, const RunAnalysisPtr& sameRun,
                          const TaskContext& context) {
    const auto prevalenceOf = wanted.key.cohortPrevalence ? AnalysisRequest::PrevalenceOf::Picked
                                                          : AnalysisRequest::PrevalenceOf::Run;
    if (sameRun) return withCosts(sameRun, wanted.key.costs, prevalenceOf, context);
    AnalysisRequest request;
    request.table = runs.open(wanted.key.run);
    request.where = wanted.key.cohort;
    request.positive = wanted.key.positive;
    request.costs = wanted.key.costs;
    request.prevalenceOf = prevalenceOf;
    request.threshold = wanted.threshold;
    if (wanted.facts) request.facts = wanted.facts(request.table);
    return analyse(request, context);
}

}  // namespace

RunSlot::RunSlot(Executor& executor, AnalysisCache& cache, QObject* parent)
    : QObject(parent), cache_(cache), task_(executor) {}

void RunSlot::want(const std::shared_ptr<RunCache>& runs, const Wanted& wanted) {
    if (wanted.key == key_) return;
    task_.cancel();
    if (!wanted.key.sameButCosts(key_)) analysis_.reset();
    key_ = wanted.key;
    failure_.clear();
    if (!runs || key_.run == 0) return;
    if (RunAnalysisPtr known = cache_.find(key_)) {
        analysis_ = std::move(known);
        return;
    }
    const RunAnalysisPtr sameRun = analysis_ ? analysis_ : cache_.findUnderOtherCosts(key_);
    task_.start([runs, wanted,
                 sameRun](const TaskContext& context) { return analyseRun(*runs, wanted, sameRun, context); },
                [this, key = key_](const std::any& result) {
                    analysis_ = std::any_cast<RunAnalysisPtr>(result);
                    cache_.add(key, analysis_);
                    Q_EMIT arrived();
                },
                [this](const Error& error) {
                    analysis_.reset();
                    failure_ = QString::fromUtf8(error.what());
                    Q_EMIT arrived();
                });
}

void RunSlot::forget() {
    task_.cancel();
    key_ = {};
    analysis_.reset();
    failure_.clear();
}

}  // namespace reckoner
