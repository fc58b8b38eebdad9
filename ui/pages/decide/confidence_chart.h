// Over the confidence axis: how many of the answers that stand are right, and how many a person gives.
#pragma once

#include <QPolygonF>
#include <QWidget>

#include "core/metrics/class_analysis.h"
#include "ui/charts/chart_table.h"
#include "ui/charts/plot_scale.h"

namespace reckoner {

class ConfidenceChart final : public QWidget {
    Q_OBJECT
 public:
    explicit ConfidenceChart(QWidget* parent = nullptr);

    // confidence: -infinity while every answer is trusted. Curves are computed when the run changes.
    void setFacts(const ClassAnalysisPtr& run, double confidence);
    // Pixels of the axis in this widget: the slider below has the same.
    PlotScale xScale() const;
    ChartTable table() const;

 Q_SIGNALS:
    void dragBegan();
    void chosen(double confidence);  // unrounded
    void dragEnded();

 protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

 private:
    struct Step {
        double confidence;
        double right;     // share of the answers that stand; NaN without one
        double reviewed;  // share of all
    };
    QRectF plot() const;
    PlotScale yScale() const;
    void paintCurve(QPainter& painter, double Step::*share, const QColor& color, const QColor& textColor,
                    const std::string& name) const;

    ClassAnalysisPtr run_;
    double confidence_ = 0;
    std::vector<Step> steps_;  // along the axis
    bool dragging_ = false;
};

}  // namespace reckoner
