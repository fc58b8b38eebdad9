#include "ui/session/run_slot.h"

#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

// On a worker thread.
RunAnalysisPtr analyseRun(RunCache& runs, const RunSlot::Wanted& wanted, const TaskContext& context) {
    AnalysisRequest request;
    request.table = runs.open(wanted.key.run);
    request.where = wanted.key.cohort;
    request.positive = wanted.key.positive;
    request.costs = wanted.costs;
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
    key_ = wanted.key;
    analysis_.reset();
    failure_.clear();
    if (!runs || key_.run == 0) return;
    if (RunAnalysisPtr known = cache_.find(key_)) {
        analysis_ = std::move(known);
        return;
    }
    task_.start([runs, wanted](const TaskContext& context) { return analyseRun(*runs, wanted, context); },
                [this, key = key_](const std::any& result) {
                    analysis_ = std::any_cast<RunAnalysisPtr>(result);
                    cache_.add(key, analysis_);
                    Q_EMIT arrived();
                },
                [this](const Error& error) {
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
