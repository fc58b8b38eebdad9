// Two rates against each other over all thresholds: precision-recall or ROC. The point is dragged along the
// curve.
#pragma once

#include "ui/charts/chart_frame.h"

namespace reckoner {

enum class RatePair { PrecisionRecall, Roc };

class RateChart final : public ChartFrame {
    Q_OBJECT
 public:
    explicit RateChart(RatePair pair, QWidget* parent = nullptr);
    ~RateChart() override;

    QRectF plotArea() const override;
    ChartTable table() const override;

 protected:
    std::vector<ChartCurve> curves() const override;
    PlotScale xScale() const override;
    PlotScale yScale() const override;
    void paintGround(QPainter& painter) const override;
    void paintOverlay(QPainter& painter, std::vector<QRectF>& labels) const override;
    std::optional<QPointF> handle() const override;
    // The threshold whose point on the curve lies nearest.
    std::optional<double> thresholdAt(const QPointF& at) const override;
    Qt::CursorShape grabCursor() const override { return Qt::SizeAllCursor; }
    QString describe() const override;

 private:
    // Data units; nothing where a rate is undefined.
    std::optional<QPointF> rates(const Tally& tally) const;
    std::optional<QPointF> pointAt(double threshold) const;  // in pixels
    std::vector<QPointF> curveOf(const RunAnalysis& run) const;
    RatePair pair_;
};

}  // namespace reckoner
