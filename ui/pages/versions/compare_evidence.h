// The evidence under the table: intervals by segment, what changes hands, curves over each other.
#pragma once

#include <QWidget>

#include "core/wording/version_words.h"
#include "ui/session/review_session.h"

class QPushButton;

namespace reckoner {

class FlipList;
class PlainLabel;
class SegmentIntervals;
class SegmentedChoice;
class VersionChart;

class CompareEvidence final : public QWidget {
    Q_OBJECT
 public:
    explicit CompareEvidence(ReviewSession& session, QWidget* parent = nullptr);

    void setBoard(const VersionBoardPtr& board, const VersionWords& words);
    void setStale(bool stale);
    // Follows what was chosen for the charts.
    void refresh();
    // At least; more room makes the charts higher.
    int least() const;

 protected:
    void resizeEvent(QResizeEvent* event) override;

 private:
    std::string column() const;
    void offerColumns();
    void showChart();
    void place();

    ReviewSession& session_;
    VersionBoardPtr board_;
    VersionWords words_;
    PlainLabel* segmentTitle_;
    QPushButton* by_;
    SegmentIntervals* segments_;
    PlainLabel* flipTitle_;
    FlipList* flips_;
    PlainLabel* chartTitle_;
    SegmentedChoice* chartChoice_;
    VersionChart* chart_;
};

}  // namespace reckoner
