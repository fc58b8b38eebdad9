// The board of segments of the run on the screen, built off the UI thread when it is first wanted.
#pragma once

#include <QObject>

#include "core/metrics/segment_board.h"
#include "ui/session/background_task.h"
#include "ui/session/review_session.h"

namespace reckoner {

class SegmentDesk final : public QObject {
    Q_OBJECT
 public:
    SegmentDesk(ReviewSession& session, QObject* parent);

    // Asks for the board of what is on the screen: it is there already, or changed() follows.
    void refresh();
    // Of the run on the screen; null: not there (yet).
    SegmentBoardPtr board() const;
    QString failure() const { return failure_; }
    BackgroundTask& task() { return task_; }

 Q_SIGNALS:
    void changed();

 private:
    ReviewSession& session_;
    BackgroundTask task_;
    RunAnalysisPtr run_;  // of the board wanted
    std::vector<SegmentSet> sets_;
    SegmentBoardPtr board_;
    QString failure_;
};

}  // namespace reckoner
