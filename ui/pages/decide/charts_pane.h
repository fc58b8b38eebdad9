// The charts with the operating bar under them, of one threshold or of tiers: what the session holds, what
// takes a while to know, and what people do with it.
#pragma once

#include <optional>

#include <QTimer>

#include "core/cost/operating_point.h"
#include "ui/pages/decide/decide_pane.h"
#include "ui/session/background_task.h"

namespace reckoner {

class DecideEstimates;
class DecideView;
class TierDesk;

class ChartsPane final : public DecidePane {
    Q_OBJECT
 public:
    ChartsPane(const DecideParts& parts, QWidget* parent);
    ~ChartsPane() override;

    bool wanted() const override { return canDecide(session_); }
    void refresh(Aspects aspects) override;

 protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

 private:
    void wire();
    void connectTiers();
    void choose(double threshold);
    void showFacts();
    void showActions(const RunAnalysis& run);
    void placeActions(bool anew = false);
    void askForIntervals();
    void askForLimits();
    void adopt();

    ReviewSession& session_;
    PolicyDesk& desk_;
    QPushButton* costs_;
    DecideView* view_;
    DecideEstimates* estimates_;
    TierDesk* tiers_;
    QPushButton* adopt_;
    QPushButton* policies_;
    std::vector<QPushButton*> actions_;  // beside the headline now
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
