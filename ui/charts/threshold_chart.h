// A chart over the threshold: the operating point is a dashed line with its number on the axis, the policy a
// thin one.
#pragma once

#include "ui/charts/chart_frame.h"
#include "ui/charts/label_layout.h"

namespace reckoner {

class ThresholdChart : public ChartFrame {
    Q_OBJECT
 public:
    explicit ThresholdChart(QWidget* parent = nullptr);

    QRectF plotArea() const override;
    PlotScale xScale() const override;

 protected:
    virtual QString upTitle() const = 0;
    virtual QString upTick(double tick) const = 0;
    virtual std::vector<double> upTicks() const;
    // A height as it is drawn; something else than itself on a log scale.
    virtual double heightOf(double value) const { return value; }

    qreal xOf(double threshold) const;  // on the plot, whatever the threshold
    std::optional<qreal> policyX() const;
    // Lines of now and policy; labels keep off them.
    void paintLines(QPainter& painter, LabelLayout& layout) const;
    // Beside the policy's line; not while both lie together.
    void paintPolicyLabel(QPainter& painter, LabelLayout& layout, std::vector<QRectF>& labels) const;
    // Ticks, the pill with the exact threshold, the axis' title.
    void paintFoot(QPainter& painter) const;
    // A level that is asked for: dotted, with its words.
    void paintLevel(QPainter& painter, LabelLayout& layout, double height, const QString& words,
                    std::vector<QRectF>& labels) const;
    void paintLabel(QPainter& painter, LabelLayout& layout, const QString& text, QFont::Weight weight,
                    const QColor& color, const std::vector<QRectF>& places,
                    std::vector<QRectF>& labels) const;

    void paintGround(QPainter& painter) const override;
    std::optional<QPointF> handle() const override;
    bool grabs(const QPointF& at) const override;
    std::optional<double> thresholdAt(const QPointF& at) const override;
    QString describe() const override;
};

}  // namespace reckoner
