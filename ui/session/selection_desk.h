// The one selection of the Errors page. Headline, matrix, list, picks, reasons and sign-off draw from here:
// which rows cohort, chips and cell leave, and what stands in the matrix for cohort and chips.
//
// Rows are worked out in the background by whoever needs them first and kept (SelectedRows); counts are
// analysed off the UI thread when somebody first asks, the last few are kept, stale results are dropped.
#pragma once

#include <list>
#include <optional>

#include <QObject>
#include <QTimer>

#include "core/data/sample_facts.h"
#include "core/metrics/class_analysis.h"
#include "core/review/selected_rows.h"
#include "ui/session/background_task.h"
#include "ui/session/review_session.h"

namespace reckoner {

class SelectionDesk final : public QObject {
    Q_OBJECT
 public:
    // The session's own; made at the first call.
    static SelectionDesk& of(ReviewSession& session);

    // What `outcome`, `predicted`, `note` and `flip` mean for the run on the screen.
    OutcomeContext outcome();
    // Of cohort, chips and cell. Null while no run is loaded. The same object until other rows are asked for.
    SelectedRowsPtr rows();
    // Whether chips are in force: else the selection is the run or cohort itself.
    bool narrowed() const;

    // One class against the rest, for cohort and chips. Null: not known yet (changed() follows), or no run.
    // While another choice is worked out: the last one of the same run, and stale() is true.
    RunAnalysisPtr run();
    // The same for all classes; null in a binary run.
    ClassAnalysisPtr classes();
    bool stale() const { return stale_; }
    // Why there is none; empty while it is under way.
    QString failure() const { return failure_; }

 Q_SIGNALS:
    void changed();

 private:
    explicit SelectionDesk(ReviewSession& session);
    struct Key {
        EvalTablePtr table;
        std::string where;  // empty: nothing is to be worked out
        std::string positive;
        std::int64_t costs = 0;
        std::optional<double> threshold;   // where the rows depend on it
        std::optional<double> confidence;  // where the rows depend on it
        SampleFactsPtr facts;              // where the rows depend on them
        ClassAnalysisPtr whole;            // of several classes: of the cohort
        bool operator==(const Key&) const = default;
    };
    struct Known {
        Key key;
        RunAnalysisPtr run;
        ClassAnalysisPtr classes;
        std::uint64_t samples() const;
    };
    void leaveOldStore();
    Key wanted();
    void demand();
    void start();
    void take(const Known& known);
    void remember(const Known& known);

    ReviewSession& session_;
    BackgroundTask task_;
    QTimer pause_;
    std::weak_ptr<Store> store_;
    Key key_;
    Known shown_;
    bool stale_ = false;
    QString failure_;
    std::list<Known> known_;  // most recent first
    SelectedRowsPtr rows_;
};

}  // namespace reckoner
