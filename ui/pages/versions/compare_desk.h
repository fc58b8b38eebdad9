// The board of versions of what is on the screen, counted off the UI thread when it is first wanted.
#pragma once

#include <map>

#include <QObject>

#include "core/review/version_board.h"
#include "ui/pages/versions/asked_board.h"
#include "ui/pages/versions/version_sides.h"
#include "ui/session/model_memory.h"

namespace reckoner {

class CompareDesk final : public QObject {
    Q_OBJECT
 public:
    CompareDesk(ReviewSession& session, QObject* parent);

    // Asks for the board of what is on the screen: it is there already, or changed() follows.
    void refresh();
    // As counted last; stale() while another is being counted. Null: none yet, or it failed.
    VersionBoardPtr board() const { return counted_.board(); }
    // Of the board: which runs its sides are.
    const versions::SideChoices& choices() const { return counted_.shown().choices; }
    bool stale() const { return counted_.stale(); }
    QString failure() const { return counted_.failure(); }
    BackgroundTask& task() { return counted_.task(); }
    // Whether what is wanted differs from what is counted only in the threshold.
    bool onlyThresholdMoved();

 Q_SIGNALS:
    void changed();

 private:
    struct Wanted {
        versions::SideChoices choices;
        RunAnalysisPtr run;  // of the session: carries cohort, class and costs
        ThresholdRule rule = ThresholdRule::Same;
        double same = 0;
        bool own = false;
        std::vector<std::optional<double>> chosen;  // by side, with ThresholdRule::Own
        bool operator==(const Wanted&) const = default;
    };
    struct Work;
    Wanted wanted();
    std::vector<std::string> protectedColumns(const EvalTable& table);
    void start();

    ReviewSession& session_;
    QMetaObject::Connection early_;  // to what is counted now
    AskedBoard<Wanted, VersionBoardPtr> counted_;
    // Runs beside the session's own, under the cohort, class and costs of `keptFor_`.
    std::map<RunId, RunAnalysisPtr> kept_;
    ModelMemory protected_;  // columns that people are protected by, as Segments keeps them
    RunAnalysisPtr keptFor_;
};

}  // namespace reckoner
