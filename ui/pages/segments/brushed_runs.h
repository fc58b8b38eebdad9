// The runs the Segments page counts: those of the session, narrowed to the range drawn over a histogram.
#pragma once

#include <string>

#include <QObject>

#include "ui/session/background_task.h"
#include "ui/session/review_session.h"

namespace reckoner {

class BrushedRuns final : public QObject {
    Q_OBJECT
 public:
    BrushedRuns(ReviewSession& session, QObject* parent);

    // Asks for what is on the screen: it is there already, or changed() follows.
    void refresh();
    // Null: none, or still being worked out.
    RunAnalysisPtr run() const;
    RunAnalysisPtr baseline() const;
    // Whether a range is in force: run() is less than the session's.
    bool narrowed() const { return !wanted_.where.empty(); }
    // Why the range cannot be counted; empty when it can.
    QString failure() const { return failure_; }

 Q_SIGNALS:
    void changed();

 private:
    struct Wanted {
        RunAnalysisPtr run;
        RunAnalysisPtr baseline;
        std::string where;  // the range; empty: none
        bool operator==(const Wanted&) const = default;
    };
    ReviewSession& session_;
    BackgroundTask task_;
    Wanted wanted_;
    RunAnalysisPtr run_;
    RunAnalysisPtr baseline_;
    QString failure_;
};

}  // namespace reckoner
