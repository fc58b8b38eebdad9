#include "ui/charts/series_layer.h"

#include <QAreaSeries>
#include <QChart>
#include <QGraphicsScene>
#include <QLineSeries>
#include <QPainter>
#include <QValueAxis>

#include "ui/charts/chart_frame.h"

namespace reckoner {
namespace {

QPen penOf(const ChartCurve& curve) {
    if (curve.width <= 0) return QPen(Qt::NoPen);
    QPen pen(curve.color, curve.width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    if (!curve.dash.empty()) {
        // Qt counts dashes in pen widths, the look in pixels.
        QList<qreal> dash;
        for (const qreal length : curve.dash)
            dash << length / curve.width;
        pen.setDashPattern(dash);
    }
    return pen;
}

QList<QPointF> listOf(const std::vector<QPointF>& points) {
    return {points.begin(), points.end()};
}

}  // namespace

struct SeriesLayer::Impl {
    QGraphicsScene scene;
    QChart* chart = new QChart;
    QValueAxis* x = new QValueAxis;
    QValueAxis* y = new QValueAxis;
};

SeriesLayer::SeriesLayer() : impl_(std::make_unique<Impl>()) {
    QChart* chart = impl_->chart;
    impl_->scene.addItem(chart);
    chart->setAnimationOptions(QChart::NoAnimation);
    chart->setBackgroundVisible(false);
    chart->setDropShadowEnabled(false);
    chart->setMargins({});
    chart->legend()->hide();
    chart->addAxis(impl_->x, Qt::AlignBottom);
    chart->addAxis(impl_->y, Qt::AlignLeft);
    impl_->x->setVisible(false);
    impl_->y->setVisible(false);
}

SeriesLayer::~SeriesLayer() = default;

void SeriesLayer::setCurves(const std::vector<ChartCurve>& curves, const PlotScale& x, const PlotScale& y) {
    QChart* chart = impl_->chart;
    chart->removeAllSeries();
    impl_->x->setRange(x.lo, x.hi);
    impl_->y->setRange(y.lo, y.hi);
    for (const ChartCurve& curve : curves) {
        auto* line = new QLineSeries;
        line->replace(listOf(curve.points));
        QAbstractSeries* series = line;
        if (curve.lower.empty()) {
            line->setPen(penOf(curve));
        } else {
            auto* lower = new QLineSeries;
            lower->replace(listOf(curve.lower));
            auto* area = new QAreaSeries(line, lower);
            line->setParent(area);
            lower->setParent(area);
            area->setBrush(curve.color);
            area->setPen(penOf(curve));
            series = area;
        }
        chart->addSeries(series);
        series->attachAxis(impl_->x);
        series->attachAxis(impl_->y);
    }
}

void SeriesLayer::paint(QPainter& painter, const QRectF& widget, const QRectF& plot) const {
    QChart* chart = impl_->chart;
    chart->setGeometry(widget);
    chart->setPlotArea(plot);
    impl_->scene.setSceneRect(widget);
    impl_->scene.render(&painter, widget, widget);
}

}  // namespace reckoner
