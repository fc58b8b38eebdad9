// Two figures against each other over all thresholds, as in precision-recall and ROC. The point is dragged
// along the curve.
#pragma once

#include "ui/charts/chart_frame.h"

namespace reckoner {

class LabelLayout;

class RateChart : public ChartFrame {
    Q_OBJECT
 public:
    explicit RateChart(QWidget* parent = nullptr);
    ~RateChart() override;

    QRectF plotArea() const override;
    ChartTable table() const override;
    // Where a threshold lies, in this widget; nothing where a figure is undefined.
    std::optional<QPointF> pointAt(double threshold) const;

 protected:
    // Data units; nothing where a figure is undefined.
    virtual std::optional<QPointF> rates(const Tally& tally) const = 0;
    virtual QString upTitle() const = 0;
    virtual QString acrossTitle() const = 0;
    // Said in the middle when there is no curve.
    virtual QString reason() const = 0;
    // What stands still beside the curves: chance, a perfect model.
    struct Reference {
        ChartCurve curve;
        QString name;
    };
    virtual std::vector<Reference> references() const { return {}; }
    // What is asked for: a dotted line across the plot with its words.
    struct Required {
        Qt::Orientation line;
        double at;
        QString words;
    };
    virtual std::vector<Required> required() const { return {}; }
    virtual QString nowWords() const;
    virtual QStringList tableHead() const = 0;  // of x and y
    virtual QString upTick(double tick) const;
    virtual double highest() const { return 1; }  // of the y axis

    std::vector<ChartCurve> curves() const override;
    PlotScale xScale() const override;
    PlotScale yScale() const override;
    void paintGround(QPainter& painter) const override;
    void paintOverlay(QPainter& painter, std::vector<QRectF>& labels) const override;
    std::optional<QPointF> handle() const override;
    // The threshold whose point on the curve lies nearest.
    std::optional<double> thresholdAt(const QPointF& at) const override;
    Qt::CursorShape grabCursor() const override { return Qt::SizeAllCursor; }

 private:
    std::vector<QPointF> curveOf(const RunAnalysis& run) const;
    QLineF lineOf(const Required& one) const;
    void paintRequiredWords(QPainter& painter, LabelLayout& layout, std::vector<QRectF>& labels) const;
    // What labels keep off, made anew only with the curves.
    struct Lines;
    const Lines& lines() const;
    mutable std::unique_ptr<Lines> lines_;
};

}  // namespace reckoner
