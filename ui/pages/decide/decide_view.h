// The Decide page as a picture of facts: headline, cost curve, one chart beside it, and the operating bar
// under both on the same scale. Knows no session.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include <QWidget>

#include "core/base/value.h"
#include "core/cost/broken_limits.h"
#include "core/cost/cross_fit.h"
#include "core/cost/operating_point.h"
#include "core/wording/sentence.h"
#include "ui/charts/chart_list.h"
#include "ui/charts/operating_facts.h"
#include "ui/widgets/outcome_marks.h"

class QPushButton;

namespace reckoner {

class ChartFrame;
class CostChart;
class FigureNotes;
class OperatingBar;
class SegmentedChoice;
class SentenceLabel;
class TierPane;
class TierQueue;

struct DecideFacts {
    OperatingFacts point;
    std::optional<Interval> likely;       // of the cost a period at the threshold
    std::optional<Interval> difference;   // to the policy in force
    QString chart;                        // id of chartList(); unknown or empty: the first
    std::map<QString, QString> settings;  // of the charts, by their id
    std::optional<Cell> cell;             // chosen in the matrix
    std::optional<CrossFit> crossFit;     // of the lowest cost against the policy
    QString limitsFailure;                // why the limits could not be looked at; empty: they could
    std::vector<BrokenLimit> broken{};    // limits that the threshold does not hold
    std::string costsNote{};              // which costs these are, where that is not plain
    // In force; of thresholds the same as point.policy.
    std::optional<OperatingPoint> policy;
};

class DecideView final : public QWidget {
    Q_OBJECT
 public:
    explicit DecideView(QWidget* parent = nullptr);
    ~DecideView() override;

    void setFacts(const DecideFacts& facts);
    // Buttons at the right of the headline, from right to left.
    void setActions(const std::vector<QPushButton*>& actions);
    // What people set about tiers; shown while there are some.
    TierPane* tierPane() const { return tierPane_; }
    TierQueue* tierQueue() const { return tierQueue_; }

 Q_SIGNALS:
    void dragBegan();
    void thresholdChosen(double threshold);
    void dragEnded();
    void chartChosen(const QString& id);
    void chartSettingChosen(const QString& id, const QString& setting);
    void cellChosen(std::optional<reckoner::Cell> cell);
    void saveFailed(const QString& path);
    void limitsWanted();  // the form behind "Limits..."
    void modeChosen(bool tiers);
    void cutoffPicked(int cutoff);

 protected:
    void resizeEvent(QResizeEvent* event) override;

 private:
    void place();
    void wire(ChartFrame* chart);
    void showChart();
    void showLimits();
    void placeLimits();
    void showDetail();
    void showErrors();
    void showAssumptions();
    std::vector<std::string> notes() const;
    void showSentences();
    void showHeadline();
    void showSecond();
    void showTiers();
    void placeTiers();

    DecideFacts facts_;
    SentenceLabel* headline_;
    SentenceLabel* second_;
    SentenceLabel* errors_;
    SentenceLabel* third_;
    FigureNotes* notes_;
    std::vector<ChartEntry> entries_;
    SegmentedChoice* choice_;
    CostChart* cost_;
    std::vector<ChartFrame*> charts_;  // beside entries_
    QPushButton* limits_;
    OperatingBar* bar_;
    SegmentedChoice* mode_;  // one threshold, or tiers
    TierPane* tierPane_;
    TierQueue* tierQueue_;
    std::vector<QPushButton*> actions_;
};

}  // namespace reckoner
