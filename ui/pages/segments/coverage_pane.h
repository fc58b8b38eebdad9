// The fourth tab of Segments: what the data covers, which groups are too small for a claim, and what another
// run has that this one lacks.
#pragma once

#include <optional>

#include <QWidget>

#include "core/metrics/coverage_findings.h"
#include "ui/session/background_task.h"
#include "ui/session/review_session.h"

class QPushButton;

namespace reckoner {

class BrushedRuns;
class NumberBrush;
class PlainLabel;
class PlainTable;
class ProgressStrip;
class SentenceLabel;

class CoveragePane final : public QWidget {
    Q_OBJECT
 public:
    CoveragePane(ReviewSession& session, BrushedRuns& runs, QWidget* parent = nullptr);
    // Only while it is shown.
    void refresh(Aspects aspects);
    // What stands at the right of the tabs, beside the choice of columns.
    std::vector<QWidget*> actions() const;

 Q_SIGNALS:
    void actionsChanged();

 protected:
    void resizeEvent(QResizeEvent* event) override;

 private:
    RunId other() const;
    void build();
    void showReading();
    void showColumns();
    void showColumn();
    std::size_t column() const;
    void offerRuns();
    void openValue(int row, Qt::KeyboardModifiers modifiers);
    int valuesWidth() const;   // of the right part
    int columnsWidth() const;  // of the left one
    void layOut();

    ReviewSession& session_;
    BrushedRuns& runs_;
    BackgroundTask building_;
    SentenceLabel* headline_;
    PlainLabel* summary_;
    PlainTable* columns_;
    QPushButton* fold_;   // shows or hides the columns with nothing odd
    PlainLabel* method_;  // what "tell" means
    PlainLabel* title_;
    PlainLabel* about_;
    NumberBrush* brush_;
    PlainTable* values_;
    ProgressStrip* progress_;
    QPushButton* against_;
    // What the board was asked for.
    struct Wanted {
        RunAnalysisPtr run;
        std::vector<GroupColumn> columns;
        RunId other = 0;
        bool operator==(const Wanted&) const = default;
    };
    Wanted wanted_;
    CoverageBoardPtr board_;
    std::vector<SegmentClaim> claims_;  // beside board_->segments()
    std::vector<CoverageFinding> findings_;
    std::vector<std::size_t> shown_;   // rows of columns_: columns of the board
    std::vector<std::size_t> listed_;  // rows of values_: values of the column shown
    QString failure_;
};

}  // namespace reckoner
