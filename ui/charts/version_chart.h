// One kind of curve of up to four versions over each other: cost over the threshold, precision-recall or ROC.
#pragma once

#include "ui/charts/chart_frame.h"

namespace reckoner {

class LabelLayout;

struct VersionCurve {
    RunAnalysisPtr run;
    QString name;
    double threshold = 0;  // where the version is read; infinite: nowhere on the curve
    bool judged = false;
    bool base = false;
    std::optional<double> cost = {};  // a period, of one in tiers: off the curve, which is of one threshold
};

class VersionChart final : public ChartFrame {
    Q_OBJECT
 public:
    enum class Kind { Cost, PrecisionRecall, Roc };
    explicit VersionChart(QWidget* parent = nullptr);
    ~VersionChart() override;

    // shared: the threshold all are read at, with its word; nothing: each has its own.
    void setVersions(Kind kind, const std::vector<VersionCurve>& versions, std::optional<double> shared,
                     const QString& sharedWord, const Vocabulary& words);
    // What is asked of everybody; nothing: no line. Set before setVersions().
    struct Required {
        std::optional<double> recall;
        std::optional<double> precision;
        std::optional<double> costAtMost;  // a period
    };
    void setRequired(const Required& required) { required_ = required; }
    QRectF plotArea() const override;
    ChartTable table() const override;

 protected:
    std::vector<ChartCurve> curves() const override;
    PlotScale xScale() const override;
    PlotScale yScale() const override;
    void paintGround(QPainter& painter) const override;
    void paintOverlay(QPainter& painter, std::vector<QRectF>& labels) const override;
    std::optional<QPointF> handle() const override { return std::nullopt; }
    std::optional<double> thresholdAt(const QPointF&) const override { return std::nullopt; }
    QString describe() const override;
    void resizeEvent(QResizeEvent* event) override;

 private:
    struct Line {
        std::vector<QPointF> points;
        QString name;
        std::optional<QPointF> at;
        bool judged = false;
        bool base = false;
        int order = 0;  // of those that are neither
    };
    std::optional<QPointF> pointOf(const RunAnalysis& run, const Tally& tally, double threshold) const;
    void prepare();
    void paintRequiredLines(QPainter& painter, LabelLayout& layout, std::vector<QRectF>& labels) const;
    QColor colorOf(const Line& line) const;

    Kind kind_ = Kind::Cost;
    std::vector<VersionCurve> versions_;
    std::vector<Line> lines_;
    std::optional<double> shared_;
    QString sharedWord_;
    Required required_;
    double lowest_ = 0;
    double highest_ = 1;
    double from_ = 0;
    double to_ = 1;
};

}  // namespace reckoner
