// A small cost curve: what one missed case is worth moves it while the figure is typed.
#pragma once

#include <optional>
#include <vector>

#include <QWidget>

#include "core/metrics/run_analysis.h"

namespace reckoner {

// What is drawn; made off the UI thread.
struct CostPreviewCurve {
    CostModel costs;
    std::vector<std::pair<double, double>> points;  // threshold ascending, cost as shown
    double lo = 0, hi = 1;                          // of the axis
    double bestThreshold = 0;
    double bestShown = 0;
};
// Null run or no samples: nothing. O(distinct scores).
std::optional<CostPreviewCurve> costPreviewOf(const RunAnalysis& run, const CostModel& costs,
                                              const TaskContext& context = {});

class CostPreview : public QWidget {
    Q_OBJECT
 public:
    explicit CostPreview(QWidget* parent = nullptr);
    void setCurve(std::optional<CostPreviewCurve> curve);
    QSize sizeHint() const override;

 protected:
    void paintEvent(QPaintEvent* event) override;

 private:
    std::optional<CostPreviewCurve> curve_;
};

}  // namespace reckoner
