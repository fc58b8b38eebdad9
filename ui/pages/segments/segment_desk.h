// The board of segments of the run on the screen, built off the UI thread when it is first wanted.
#pragma once

#include <memory>
#include <optional>

#include <QObject>

#include "core/metrics/segment_bootstrap.h"
#include "core/metrics/segment_ranking.h"
#include "ui/pages/segments/brushed_runs.h"
#include "ui/session/background_task.h"
#include "ui/session/review_session.h"

namespace reckoner {

class SegmentDesk final : public QObject {
    Q_OBJECT
 public:
    // Counts the runs of `runs`, which outlives it.
    SegmentDesk(ReviewSession& session, BrushedRuns& runs, QObject* parent);
    BrushedRuns& runs() { return runs_; }

    // Asks for the board of what is on the screen: it is there already, or changed() follows.
    void refresh();
    // Of the run counted; null: not there (yet).
    SegmentBoardPtr board() const;
    // Of board(), asked for by the first call; null: not there yet, changed() follows.
    const SegmentRanking* ranking(const MetricEntry& metric);
    // Bootstrap intervals for this reading of board(), beside its segments; drawn from the first call on, in
    // this order: intervalsChanged() follows each time some more are there. Another reading drops what is
    // under way. null: the metric needs none.
    using Intervals = std::vector<std::optional<SegmentInterval>>;
    const Intervals* intervals(const BoardReading& reading, const std::vector<std::size_t>& order);
    // The same segments of the run compared with, where its scores are of the same kind; null: none, or not
    // there yet.
    SegmentBoardPtr before() const;
    QString failure() const { return failure_; }
    BackgroundTask& task() { return task_; }

 Q_SIGNALS:
    void changed();
    void beforeChanged();
    void intervalsChanged();

 private:
    ReviewSession& session_;
    BrushedRuns& runs_;
    BackgroundTask task_;
    RunAnalysisPtr run_;  // of the board wanted
    std::vector<SegmentSet> sets_;
    SegmentBoardPtr board_;
    BackgroundTask beforeTask_;
    RunAnalysisPtr beforeRun_;
    std::vector<SegmentSet> beforeSets_;
    SegmentBoardPtr before_;
    void refreshBefore();
    BackgroundTask rankingTask_;
    SegmentBoardPtr ranked_;  // what ranking_ is of, or is to be of
    const MetricEntry* rankedBy_ = nullptr;
    std::optional<SegmentRanking> ranking_;

    void drawMore();
    BackgroundTask intervalTask_;
    SegmentBoardPtr drawnBoard_;  // what intervals_ are of, with the next two
    const MetricEntry* drawnMetric_ = nullptr;
    double drawnAt_ = 0;
    std::shared_ptr<SegmentBootstrap> draws_;
    std::vector<std::size_t> toDraw_;  // in their order
    std::size_t drawn_ = 0;            // of them
    Intervals intervals_;
    QString failure_;
};

}  // namespace reckoner
