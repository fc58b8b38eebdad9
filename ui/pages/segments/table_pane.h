// The first tab of Segments: what is found, and every segment with its figures.
#pragma once

#include <QTimer>
#include <QWidget>

#include "core/metrics/segment_board.h"
#include "ui/session/review_session.h"

class QPushButton;

namespace reckoner {

class PlainLabel;
class SegmentDesk;
class SegmentTable;
class SentenceLabel;

class TablePane final : public QWidget {
    Q_OBJECT
 public:
    TablePane(ReviewSession& session, SegmentDesk& desk, QWidget* parent = nullptr);
    void refresh(Aspects aspects);
    // What is in force, on the buttons; also while another tab is shown.
    void showActions();
    // What stands at the right of the tabs.
    std::vector<QPushButton*> actions() const { return {metric_, by_, sort_}; }
    // The choice of columns, which all tabs share.
    QPushButton* columns() const { return by_; }

 Q_SIGNALS:
    void actionsChanged();

 protected:
    void resizeEvent(QResizeEvent* event) override;

 private:
    void takeBoard();
    void showReading();
    void arrange();
    void showMore();
    void offerMetrics();
    void offerColumns();
    void offerSorts();
    void openCases(std::size_t segment);
    void saveCohort(std::size_t segment);
    void place();

    ReviewSession& session_;
    SegmentDesk& desk_;
    SentenceLabel* headline_;
    PlainLabel* summary_;
    SegmentTable* table_;
    PlainLabel* more_;
    QPushButton* metric_;
    QPushButton* by_;
    QPushButton* sort_;
    SegmentBoardPtr shown_;
    QTimer rest_;  // rows take their places when the threshold comes to rest
};

}  // namespace reckoner
