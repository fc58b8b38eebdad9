// The board of versions of several classes on the screen, counted off the UI thread when it is first wanted.
#pragma once

#include <QObject>

#include "core/review/class_board.h"
#include "ui/pages/versions/version_sides.h"
#include "ui/session/background_task.h"

namespace reckoner {

class ClassCompareDesk final : public QObject {
    Q_OBJECT
 public:
    ClassCompareDesk(ReviewSession& session, QObject* parent);

    // Asks for the board of what is on the screen: it is there already, or changed() follows.
    void refresh();
    // Null: none yet, or it failed.
    ClassBoardPtr board() const { return board_; }
    // Of the board: which runs its sides are.
    const versions::SideChoices& choices() const { return shown_.choices; }
    bool stale() const { return !(asked_ == shown_); }
    QString failure() const { return failure_; }
    BackgroundTask& task() { return task_; }

 Q_SIGNALS:
    void changed();

 private:
    struct Wanted {
        versions::SideChoices choices;
        std::string where;
        std::optional<ClassCosts> costs;
        EvalTablePtr table;  // of the run on the screen
        SampleFactsPtr facts;
        bool operator==(const Wanted&) const = default;
    };
    Wanted wanted() const;
    void start();

    ReviewSession& session_;
    BackgroundTask task_;
    Wanted asked_;
    Wanted shown_;
    ClassBoardPtr board_;
    QString failure_;
};

}  // namespace reckoner
