// The curves of a chart, drawn by QtCharts into any painter with a plot area set by hand.
#pragma once

#include <memory>
#include <vector>

#include <QRectF>

class QPainter;

namespace reckoner {

struct ChartCurve;
struct PlotScale;

class SeriesLayer {
 public:
    SeriesLayer();
    ~SeriesLayer();

    // Points are handed over with replace(): appending to a chart is quadratic.
    void setCurves(const std::vector<ChartCurve>& curves, const PlotScale& x, const PlotScale& y);
    void paint(QPainter& painter, const QRectF& widget, const QRectF& plot) const;

 private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace reckoner
