// The first tab of Segments: what is found, and every segment with its figures.
#pragma once

#include <QTimer>
#include <QWidget>

#include "core/metrics/segment_board.h"
#include "ui/session/review_session.h"

class QPushButton;

namespace reckoner {

class PinnedSegments;
class PlainLabel;
class SegmentDesk;
class SegmentHeat;
class SegmentTable;
class SegmentedChoice;
class SentenceLabel;

class TablePane final : public QWidget {
    Q_OBJECT
 public:
    TablePane(ReviewSession& session, SegmentDesk& desk, QWidget* parent = nullptr);
    void refresh(Aspects aspects);
    // What is in force, on the buttons; also while another tab is shown.
    void showActions();
    // What stands at the right of the tabs.
    std::vector<QWidget*> actions() const;
    std::vector<QWidget*> allActions() const;  // also those not wanted now
    // The choice of columns, which all tabs share.
    QPushButton* columns() const { return by_; }

 Q_SIGNALS:
    void actionsChanged();

 protected:
    void resizeEvent(QResizeEvent* event) override;

 private:
    void takeBoard();
    void showReading();
    // settle: give it its place; a drag moves words only.
    void showSince(bool settle);
    void arrange();
    void showMore();
    QString legend() const;
    void offerMetrics();
    void offerColumns();
    void offerSorts();
    void openCases(std::size_t segment);
    void saveCohort(std::size_t segment);
    void makeRequirement(std::size_t segment);
    void pin(std::size_t segment);
    bool crossed() const;
    bool heated() const;
    void place();

    ReviewSession& session_;
    SegmentDesk& desk_;
    SentenceLabel* headline_;
    PlainLabel* summary_;
    PlainLabel* since_;  // what changed most since the run compared with
    SegmentTable* table_;
    SegmentHeat* heat_;  // in its place, of two columns crossed
    PlainLabel* more_;
    PlainLabel* legend_;  // what heads that are no plain words mean
    PinnedSegments* pinned_;
    QPushButton* metric_;
    QPushButton* by_;
    QPushButton* sort_;
    SegmentedChoice* view_;  // heatmap or table, of two columns crossed
    SegmentBoardPtr shown_;
    bool twoLines_ = false;  // the headline
    std::size_t known_ = 0;  // segments whose intervals are there
    QTimer rest_;            // rows take their places when the threshold comes to rest
};

}  // namespace reckoner
