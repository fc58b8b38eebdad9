// Up to three metrics over the threshold, chosen by the reader; each line carries its name and its value at
// the operating point. The setting is their ids: "precision,recall,f1".
#pragma once

#include "core/metrics/metric_list.h"
#include "ui/charts/threshold_chart.h"

namespace reckoner {

class MetricsChart final : public ThresholdChart {
    Q_OBJECT
 public:
    explicit MetricsChart(QWidget* parent = nullptr);
    ~MetricsChart() override;

    ChartTable table() const override;

 protected:
    std::vector<ChartCurve> curves() const override;
    PlotScale yScale() const override;
    QString upTitle() const override;
    QString upTick(double tick) const override;
    void paintOverlay(QPainter& painter, std::vector<QRectF>& labels) const override;
    QString describe() const override;
    void settingChanged() override;

 private:
    // Of one metric, in data units; nothing where it is undefined.
    struct Line {
        const MetricEntry* metric;
        std::vector<QPointF> own;
        std::vector<QPointF> other;
    };
    struct Prepared;
    const Prepared& prepared() const;
    std::vector<const MetricEntry*> chosen() const;
    void offer();
    void toggle(const MetricEntry& metric);
    mutable std::unique_ptr<Prepared> prepared_;
};

}  // namespace reckoner
