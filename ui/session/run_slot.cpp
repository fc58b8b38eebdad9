#include "ui/session/run_slot.h"

#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

// On a worker thread.
RunAnalysisPtr analyseRun(const Store& store, const RunSlot::Wanted& wanted, const TaskContext& context) {
    AnalysisRequest request;
    request.table = store.openTable(wanted.key.run);
    request.where = wanted.key.cohort;
    request.positive = wanted.key.positive;
    request.costs = wanted.costs;
    request.threshold = wanted.threshold;
    const RunInfo& info = request.table->info();
    const bool needsClass = request.positive.empty() && info.positive.empty();
    if (needsClass && !info.classes.empty()) request.positive = info.classes.front();
    return analyse(request, context);
}

}  // namespace

RunSlot::RunSlot(Executor& executor, AnalysisCache& cache, QObject* parent)
    : QObject(parent), cache_(cache), task_(executor) {}

void RunSlot::want(const std::shared_ptr<Store>& store, const Wanted& wanted) {
    if (wanted.key == key_) return;
    task_.cancel();
    key_ = wanted.key;
    analysis_.reset();
    failure_.clear();
    if (!store || key_.run == 0) return;
    if (RunAnalysisPtr known = cache_.find(key_)) {
        analysis_ = std::move(known);
        return;
    }
    task_.start([store, wanted](const TaskContext& context) { return analyseRun(*store, wanted, context); },
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
