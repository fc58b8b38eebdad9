// Decide: where the threshold goes and what a month then costs.
#pragma once

#include <optional>

#include <QTimer>

#include "core/cost/cost_interval.h"
#include "ui/pages/page.h"
#include "ui/session/background_task.h"

class QPushButton;

namespace reckoner {

class ConfidenceView;
class DecideEstimates;
class CostDrawer;
class DecideView;
class EmptyState;
class InlineMessage;
class SegmentedChoice;

class DecidePage final : public Page {
    Q_OBJECT
 public:
    explicit DecidePage(ReviewSession& session, QWidget* parent = nullptr);
    ~DecidePage() override;

    void refresh(Aspects aspects) override;

 protected:
    void resizeEvent(QResizeEvent* event) override;

 private:
    bool manyClasses() const;
    bool onConfidence() const;
    void showEmpty();
    void showFacts();
    void askForIntervals();
    void askForLimits();
    void choose(double threshold);
    void placeActions();
    void showAdopt(const RunAnalysis& run, std::optional<double> policy);
    void adopt();
    void say(const QString& sentence);
    void place();

    ReviewSession& session_;
    DecideView* view_;
    EmptyState* empty_;
    InlineMessage* message_;
    SegmentedChoice* basis_;  // of several classes: one against the rest, or confidence
    ConfidenceView* confidence_;
    CostDrawer* costs_;
    QPushButton* adopt_;
    DecideEstimates* estimates_;
    std::uint64_t drag_ = 0;
    // Intervals of one run at one threshold against one policy: shown only while all three hold.
    struct Known {
        RunAnalysisPtr run;
        double threshold = 0;
        std::optional<double> policy;
        CostIntervals intervals;
    };
    std::optional<Known> known_;
    BackgroundTask task_;
    QTimer pause_;  // a drag asks for intervals only where it rests
};

}  // namespace reckoner
