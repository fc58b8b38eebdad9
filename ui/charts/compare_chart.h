// Now, the policy in force and the lowest cost side by side: a table in the place of a chart.
#pragma once

#include "core/wording/point_words.h"
#include "ui/charts/chart_frame.h"

namespace reckoner {

class CompareChart final : public ChartFrame {
    Q_OBJECT
 public:
    explicit CompareChart(QWidget* parent = nullptr);

    QRectF plotArea() const override;
    ChartTable table() const override;

 protected:
    std::vector<ChartCurve> curves() const override { return {}; }
    PlotScale xScale() const override;
    PlotScale yScale() const override;
    void paintGround(QPainter&) const override {}
    void paintOverlay(QPainter& painter, std::vector<QRectF>& labels) const override;
    std::optional<QPointF> handle() const override { return std::nullopt; }
    std::optional<double> thresholdAt(const QPointF&) const override { return std::nullopt; }
    QString describe() const override;

 private:
    std::vector<ComparedPoint> points() const;
    std::optional<OperatingPoint> policy() const;
    std::vector<PointRow> rows() const;
};

}  // namespace reckoner
