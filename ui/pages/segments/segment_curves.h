// One curve of two segments in the same axes: the first solid in ink, the second dashed in grey.
#pragma once

#include <array>

#include <QWidget>

#include "core/cost/operating_point.h"
#include "core/metrics/run_analysis.h"

namespace reckoner {

class SegmentCurves final : public QWidget {
    Q_OBJECT
 public:
    enum class Kind { Recall, Precision, CostEach, Roc };
    explicit SegmentCurves(QWidget* parent = nullptr);
    // Sides may be null.
    void setSides(const std::array<RunAnalysisPtr, 2>& sides, const OperatingPoint& point);
    void setKind(Kind kind);
    // A point every few pixels, by side: for tests and for copying.
    const std::vector<QPointF>& points(std::size_t side) const { return points_[side]; }

 protected:
    void paintEvent(QPaintEvent* event) override;

 private:
    void measure();
    std::optional<QPointF> pointOf(const RunAnalysis& run, double threshold, const Tally& tally) const;

    std::array<RunAnalysisPtr, 2> sides_;
    std::array<std::vector<QPointF>, 2> points_;
    OperatingPoint point_;
    double threshold_ = 0;  // countedFrom() of it
    Kind kind_ = Kind::Recall;
    double top_ = 1;
    double low_ = 0;
};

}  // namespace reckoner
