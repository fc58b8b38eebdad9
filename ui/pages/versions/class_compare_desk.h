// The board of versions of several classes on the screen, counted off the UI thread when it is first wanted.
#pragma once

#include <QObject>

#include "core/review/class_board.h"
#include "ui/pages/versions/asked_board.h"
#include "ui/pages/versions/version_sides.h"

namespace reckoner {

class ClassCompareDesk final : public QObject {
    Q_OBJECT
 public:
    ClassCompareDesk(ReviewSession& session, QObject* parent);

    // Asks for the board of what is on the screen: it is there already, or changed() follows.
    void refresh();
    // Null: none yet, or it failed.
    ClassBoardPtr board() const { return counted_.board(); }
    // Of the board: which runs its sides are.
    const versions::SideChoices& choices() const { return counted_.shown().choices; }
    bool stale() const { return counted_.stale(); }
    QString failure() const { return counted_.failure(); }
    BackgroundTask& task() { return counted_.task(); }

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
    AskedBoard<Wanted, ClassBoardPtr> counted_;
};

}  // namespace reckoner
