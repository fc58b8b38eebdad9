// How the scores of the two classes lie: one outline a class, coloured by what the threshold makes of them.
// The setting "log" draws the shares on a log scale.
#pragma once

#include "core/metrics/run_analysis.h"
#include "ui/charts/threshold_chart.h"

namespace reckoner {

class ScoreChart final : public ThresholdChart {
    Q_OBJECT
 public:
    explicit ScoreChart(QWidget* parent = nullptr);
    ~ScoreChart() override;

    ChartTable table() const override;

 protected:
    std::vector<ChartCurve> curves() const override;
    PlotScale yScale() const override;
    QString upTitle() const override;
    QString upTick(double tick) const override;
    std::vector<double> upTicks() const override;
    double heightOf(double share) const override;
    void paintOverlay(QPainter& painter, std::vector<QRectF>& labels) const override;
    void settingChanged() override;

 private:
    // Shares of a class in each bar.
    struct Bars {
        std::vector<double> positives;
        std::vector<double> negatives;
    };
    struct Prepared;
    const Prepared& prepared() const;
    static Bars barsOf(const RunAnalysis& run, double lo, double hi);
    // Data units of the axes, as a stair.
    std::vector<QPointF> stair(const std::vector<double>& shares) const;
    bool log() const;
    mutable std::unique_ptr<Prepared> prepared_;
};

}  // namespace reckoner
