// What stands under the slider while Decide is on tiers: how many there are, the ways to better ones, the
// table.
#pragma once

#include <QWidget>

#include "core/cost/tier_figures.h"
#include "core/metrics/run_analysis.h"
#include "core/wording/vocabulary.h"

class QPushButton;

namespace reckoner {

class SegmentedChoice;
class TierTable;

class TierPane final : public QWidget {
    Q_OBJECT
 public:
    explicit TierPane(QWidget* parent = nullptr);

    void setTiers(const RunAnalysisPtr& run, const Vocabulary& words, const TierPlan& plan,
                  const TierSheet& sheet);
    // Where its first row begins: what chooses between threshold and tiers stands before.
    void setLead(int pixels);
    QSize sizeHint() const override;

 Q_SIGNALS:
    void edited(const reckoner::TierPlan& plan);
    void cutoffTyped(int cutoff, double value);
    void cutoffsChosen(int count);
    void bestWanted();
    void fitWanted();

 protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

 private:
    void place();
    int lead_ = 0;
    SegmentedChoice* count_;
    QPushButton* best_;
    QPushButton* fit_;
    TierTable* table_;
};

}  // namespace reckoner
