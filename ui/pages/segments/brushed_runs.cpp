#include "ui/pages/segments/brushed_runs.h"

#include "core/review/selected_rows.h"
#include "ui/pages/segments/segments_options.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

RunAnalysisPtr narrowedTo(const RunAnalysisPtr& run, const std::string& where, const TaskContext& context) {
    if (!run) return nullptr;
    AnalysisRequest request = run->request;
    request.where = joinedFilters({request.where, where});
    return analyse(request, context);
}

// The run compared with may lack the column: then there is nothing to compare.
RunAnalysisPtr comparable(const RunAnalysisPtr& run, const std::string& where, const TaskContext& context) {
    try {
        return narrowedTo(run, where, context);
    } catch (const Error& error) {
        if (error.code() != ErrorCode::BadInput) throw;
        return nullptr;
    }
}

}  // namespace

BrushedRuns::BrushedRuns(ReviewSession& session, QObject* parent)
    : QObject(parent), session_(session), task_(session.executor(), this) {}

RunAnalysisPtr BrushedRuns::run() const {
    return narrowed() ? run_ : session_.run();
}

RunAnalysisPtr BrushedRuns::baseline() const {
    return narrowed() ? baseline_ : session_.baseline();
}

void BrushedRuns::refresh() {
    const auto brush = segments::brushOf(session_.state());
    Wanted now{session_.run(), session_.baseline(), brush ? brush->expression() : std::string()};
    if (now == wanted_) return;
    wanted_ = std::move(now);
    run_.reset();
    baseline_.reset();
    failure_.clear();
    task_.cancel();
    if (!narrowed() || !wanted_.run) return;
    task_.start(
        [wanted = wanted_](const TaskContext& context) -> std::any {
            return std::pair(narrowedTo(wanted.run, wanted.where, context),
                             comparable(wanted.baseline, wanted.where, context));
        },
        [this](std::any result) {
            std::tie(run_, baseline_) = std::any_cast<std::pair<RunAnalysisPtr, RunAnalysisPtr>>(result);
            Q_EMIT changed();
        },
        [this](const Error& error) {
            failure_ = qt(error.what());
            Q_EMIT changed();
        });
}

}  // namespace reckoner

#include "moc_brushed_runs.cpp"
