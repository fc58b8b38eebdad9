// What a month costs at every threshold: the page's first picture, and the scale the operating bar lies on.
#pragma once

#include "ui/charts/chart_frame.h"

namespace reckoner {

class CostChart final : public ChartFrame {
    Q_OBJECT
 public:
    explicit CostChart(QWidget* parent = nullptr);
    ~CostChart() override;

    // Pixels of the threshold axis, in this widget: what the operating bar is laid out by.
    PlotScale xScale() const override;
    QRectF plotArea() const override;
    ChartTable table() const override;

 protected:
    std::vector<ChartCurve> curves() const override;
    PlotScale yScale() const override;
    void paintGround(QPainter& painter) const override;
    void paintOverlay(QPainter& painter, std::vector<QRectF>& labels) const override;
    std::optional<QPointF> handle() const override;
    bool grabs(const QPointF& at) const override;
    std::optional<double> thresholdAt(const QPointF& at) const override;
    std::optional<std::size_t> cutoffAt(const QPointF& at) const override;
    QString describe() const override;
    void resizeEvent(QResizeEvent* event) override;

 private:
    struct Prepared;
    const Prepared& prepared() const;
    void paintTiers(QPainter& painter, std::vector<QRectF>& labels) const;
    mutable std::unique_ptr<Prepared> prepared_;
};

}  // namespace reckoner
