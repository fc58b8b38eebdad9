// How the scores of the two classes lie: one outline a class, coloured by what the threshold makes of them.
#pragma once

#include "core/metrics/run_analysis.h"
#include "ui/charts/chart_frame.h"

namespace reckoner {

class ScoreChart final : public ChartFrame {
    Q_OBJECT
 public:
    explicit ScoreChart(QWidget* parent = nullptr);
    ~ScoreChart() override;

    QRectF plotArea() const override;
    ChartTable table() const override;

 protected:
    std::vector<ChartCurve> curves() const override;
    PlotScale xScale() const override;
    PlotScale yScale() const override;
    void paintGround(QPainter& painter) const override;
    void paintOverlay(QPainter& painter, std::vector<QRectF>& labels) const override;
    std::optional<QPointF> handle() const override;
    bool grabs(const QPointF& at) const override;
    std::optional<double> thresholdAt(const QPointF& at) const override;
    QString describe() const override;

 private:
    const ScoreHistogram& histogram() const;
    // Share of a class in each bar, as a stair over the axis.
    std::vector<QPointF> stair(const std::vector<std::uint64_t>& bars) const;
    double highest() const;
    mutable RunAnalysisPtr of_;
    mutable ScoreHistogram histogram_;
};

}  // namespace reckoner
