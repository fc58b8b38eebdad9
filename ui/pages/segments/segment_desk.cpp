#include "ui/pages/segments/segment_desk.h"

#include "ui/pages/segments/segments_options.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {

SegmentDesk::SegmentDesk(ReviewSession& session, QObject* parent)
    : QObject(parent), session_(session), task_(session.executor(), this) {}

SegmentBoardPtr SegmentDesk::board() const {
    return board_ && board_->run() == session_.run() && board_->sets() == sets_ ? board_ : nullptr;
}

void SegmentDesk::refresh() {
    const RunAnalysisPtr run = session_.run();
    if (!run || !run->sweep || run->sweep->samples() == 0) {
        task_.cancel();
        run_.reset();
        board_.reset();
        return;
    }
    std::vector<SegmentSet> sets = segments::setsFor(session_.state(), *run->request.table);
    if (run == run_ && sets == sets_) return;
    run_ = run;
    sets_ = std::move(sets);
    failure_.clear();
    task_.start(
        [run, wanted = sets_](const TaskContext& context) -> std::any {
            return SegmentBoardPtr(SegmentBoard::build(run, wanted, context));
        },
        [this](std::any result) {
            board_ = std::any_cast<SegmentBoardPtr>(result);
            Q_EMIT changed();
        },
        [this](const Error& error) {
            failure_ = qt(error.what());
            Q_EMIT changed();
        });
}

}  // namespace reckoner

#include "moc_segment_desk.cpp"
