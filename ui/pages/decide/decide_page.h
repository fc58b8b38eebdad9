// Decide: where the threshold goes and what a month then costs.
#pragma once

#include <optional>

#include <QTimer>

#include "core/cost/operating_point.h"
#include "core/review/policy_record.h"
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
class PolicyPane;
class SegmentedChoice;
class TierDesk;

class DecidePage final : public Page {
    Q_OBJECT
 public:
    explicit DecidePage(ReviewSession& session, QWidget* parent = nullptr);
    ~DecidePage() override;
    static std::vector<std::string> modelOptions();  // as PageEntry says

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
    void connectTiers();
    void showAdopt(const RunAnalysis& run);
    void adopt();
    void adoptAgain(const PolicyRecord& record);
    void askToAdopt(const OperatingPoint& point, const QString& why);
    bool canAdopt();
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
    QPushButton* policies_;
    TierDesk* tiers_;
    PolicyPane* policyPane_;
    std::uint64_t drag_ = 0;
    // Intervals of one run at one operating point against one policy: shown only while all three hold.
    struct Known {
        RunAnalysisPtr run;
        OperatingPoint point;
        std::optional<OperatingPoint> policy;
        CostIntervals intervals;
    };
    std::optional<Known> known_;
    BackgroundTask task_;
    QTimer pause_;  // a drag asks for intervals only where it rests
};

}  // namespace reckoner
