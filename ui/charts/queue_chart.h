// How many are flagged a period at every threshold, the right and the wrong ones, under the team's capacity.
// The setting "log" draws the number on a log scale.
#pragma once

#include "ui/charts/threshold_chart.h"

namespace reckoner {

class QueueChart final : public ThresholdChart {
    Q_OBJECT
 public:
    explicit QueueChart(QWidget* parent = nullptr);
    ~QueueChart() override;

    ChartTable table() const override;

 protected:
    std::vector<ChartCurve> curves() const override;
    PlotScale yScale() const override;
    QString upTitle() const override;
    QString upTick(double tick) const override;
    std::vector<double> upTicks() const override;
    double heightOf(double cases) const override;
    void paintOverlay(QPainter& painter, std::vector<QRectF>& labels) const override;
    QString describe() const override;
    void settingChanged() override;

 private:
    struct Prepared;
    const Prepared& prepared() const;
    PlotScale scaleOf(const Prepared& prepared) const;
    bool log() const;
    mutable std::unique_ptr<Prepared> prepared_;
};

}  // namespace reckoner
