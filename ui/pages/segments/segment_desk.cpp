#include "ui/pages/segments/segment_desk.h"

#include "ui/pages/segments/segments_options.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {

SegmentDesk::SegmentDesk(ReviewSession& session, QObject* parent)
    : QObject(parent),
      session_(session),
      task_(session.executor(), this),
      rankingTask_(session.executor(), this) {}

SegmentBoardPtr SegmentDesk::board() const {
    return board_ && board_->run() == session_.run() && board_->sets() == sets_ ? board_ : nullptr;
}

const SegmentRanking* SegmentDesk::ranking() {
    const SegmentBoardPtr now = board();
    if (!now) return nullptr;
    if (ranked_ == now) return ranking_ ? &*ranking_ : nullptr;
    ranked_ = now;
    ranking_.reset();
    rankingTask_.start(
        [now](const TaskContext& context) -> std::any { return segmentRanking(*now, context); },
        [this](std::any result) {
            ranking_ = std::any_cast<SegmentRanking>(std::move(result));
            Q_EMIT changed();
        },
        [this](const Error& error) {
            failure_ = qt(error.what());
            Q_EMIT changed();
        });
    return nullptr;
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
