#include "ui/pages/segments/segment_desk.h"

#include <algorithm>

#include "ui/pages/segments/segments_options.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {

SegmentDesk::SegmentDesk(ReviewSession& session, BrushedRuns& runs, QObject* parent)
    : QObject(parent),
      session_(session),
      runs_(runs),
      task_(session.executor(), this),
      beforeTask_(session.executor(), this),
      rankingTask_(session.executor(), this),
      intervalTask_(session.executor(), this) {}

SegmentBoardPtr SegmentDesk::board() const {
    return board_ && board_->run() == runs_.run() && board_->sets() == sets_ ? board_ : nullptr;
}

const SegmentRanking* SegmentDesk::ranking(const MetricEntry& metric) {
    const SegmentBoardPtr now = board();
    if (!now) return nullptr;
    if (ranked_ == now && rankedBy_ == &metric) return ranking_ ? &*ranking_ : nullptr;
    ranked_ = now;
    rankedBy_ = &metric;
    ranking_.reset();
    rankingTask_.start(
        [now, &metric](const TaskContext& context) -> std::any {
            return segmentRanking(*now, metric, context);
        },
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

const SegmentDesk::Intervals* SegmentDesk::intervals(const BoardReading& reading,
                                                     const std::vector<std::size_t>& order) {
    const SegmentBoardPtr now = board();
    if (!now || !needsBootstrap(*reading.metric, *now)) {
        intervalTask_.cancel();
        drawnBoard_.reset();
        draws_.reset();
        return nullptr;
    }
    // No threshold changes what is read from the scores.
    const double at = findMetric(reading.metric->id) ? reading.threshold : 0;
    if (drawnBoard_ == now && drawnMetric_ == reading.metric && drawnAt_ == at) return &intervals_;
    drawnBoard_ = now;
    drawnMetric_ = reading.metric;
    drawnAt_ = at;
    draws_ = std::make_shared<SegmentBootstrap>(now, reading);
    toDraw_ = order;
    drawn_ = 0;
    intervals_.assign(now->segments().size(), std::nullopt);
    drawMore();
    return &intervals_;
}

void SegmentDesk::drawMore() {
    if (drawn_ == toDraw_.size()) return;
    const std::size_t end = std::min(toDraw_.size(), drawn_ + draws_->step());
    std::vector<std::size_t> next(toDraw_.begin() + static_cast<std::ptrdiff_t>(drawn_),
                                  toDraw_.begin() + static_cast<std::ptrdiff_t>(end));
    intervalTask_.start(
        [draws = draws_, next, executor = &session_.executor()](const TaskContext& context) -> std::any {
            return draws->of(next, executor, context);
        },
        [this, next, end](std::any result) {
            const auto some = std::any_cast<std::vector<SegmentInterval>>(std::move(result));
            for (std::size_t i = 0; i < next.size(); ++i)
                intervals_[next[i]] = some[i];
            drawn_ = end;
            drawMore();
            Q_EMIT intervalsChanged();
        },
        [this](const Error& error) {
            failure_ = qt(error.what());
            Q_EMIT intervalsChanged();
        });
}

SegmentBoardPtr SegmentDesk::before() const {
    return before_ && before_->run() == runs_.baseline() && before_->sets() == sets_ ? before_ : nullptr;
}

void SegmentDesk::refreshBefore() {
    const RunAnalysisPtr baseline = runs_.baseline();
    const RunAnalysisPtr run = runs_.run();
    const bool comparable = baseline && baseline->sweep && baseline->sweep->samples() > 0 &&
                            baseline->request.table->info().kind == run->request.table->info().kind;
    if (!comparable) {
        beforeTask_.cancel();
        beforeRun_.reset();
        before_.reset();
        return;
    }
    if (baseline == beforeRun_ && beforeSets_ == sets_) return;
    beforeRun_ = baseline;
    beforeSets_ = sets_;
    beforeTask_.start(
        [baseline, wanted = sets_](const TaskContext& context) -> std::any {
            return SegmentBoardPtr(SegmentBoard::build(baseline, wanted, context));
        },
        [this](std::any result) {
            before_ = std::any_cast<SegmentBoardPtr>(result);
            Q_EMIT beforeChanged();
        },
        // Its columns are others: nothing is compared.
        [this](const Error&) { before_.reset(); });
}

void SegmentDesk::refresh() {
    const RunAnalysisPtr run = runs_.run();
    if (!run || !run->sweep || run->sweep->samples() == 0) {
        task_.cancel();
        beforeTask_.cancel();
        run_.reset();
        board_.reset();
        return;
    }
    std::vector<SegmentSet> sets = segments::setsFor(session_.state(), *run->request.table);
    const bool same = run == run_ && sets == sets_;
    run_ = run;
    sets_ = std::move(sets);
    refreshBefore();
    if (same) return;
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
