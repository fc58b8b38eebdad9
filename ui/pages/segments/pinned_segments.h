// Two segments side by side: each counted as a run of its own, compared curve by curve.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include <QWidget>

#include "ui/session/background_task.h"
#include "ui/session/review_session.h"

class QPushButton;

namespace reckoner {

class BrushedRuns;
class PlainLabel;
class PlainTable;
class SegmentCurves;
class SegmentedChoice;

// A segment as the page keeps it: what it is called, and the filter that finds it.
struct SegmentPin {
    std::string name;
    std::string where;
    bool operator==(const SegmentPin&) const = default;
};
// In ReviewState::options["segments.pins"]; at most two.
std::vector<SegmentPin> pinsOf(const ReviewState& state);
// Takes a pin away where it is there, else adds it; the older of two gives way.
void togglePin(ReviewState& state, const SegmentPin& pin);

class PinnedSegments final : public QWidget {
    Q_OBJECT
 public:
    PinnedSegments(ReviewSession& session, BrushedRuns& runs, QWidget* parent = nullptr);
    void refresh();
    // Something is pinned.
    bool wanted() const;

 protected:
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

 private:
    struct Side {
        SegmentPin pin;
        RunAnalysisPtr of;  // the run it was made within
        RunAnalysisPtr run;
        QString failure;
    };
    void analyseSide(std::size_t side);
    void show();
    void layOut();

    ReviewSession& session_;
    BrushedRuns& runs_;
    std::array<Side, 2> sides_;
    std::array<BackgroundTask*, 2> tasks_{};
    PlainLabel* title_;
    std::array<QPushButton*, 2> chips_{};
    PlainLabel* hint_;
    SegmentedChoice* which_;
    SegmentCurves* curves_;
    PlainTable* figures_;
};

}  // namespace reckoner
