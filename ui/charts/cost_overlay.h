// One painting of what moves over the cost curve: lines and points first, then labels where there is room.
#pragma once

#include <optional>
#include <vector>

#include <QFont>
#include <QLineF>
#include <QString>

#include "core/base/value.h"
#include "ui/charts/label_layout.h"
#include "ui/charts/operating_facts.h"
#include "ui/charts/plot_scale.h"

class QColor;
class QPainter;

namespace reckoner {

class CostOverlay {
 public:
    CostOverlay(QPainter& painter, const OperatingFacts& facts, const QRectF& plot, PlotScale x, PlotScale y,
                qreal bottom, bool hot);
    LabelLayout& layout();
    void lines();
    void points();
    // A small word over a figure, beside a line.
    void lineLabel(const QPointF& point, const QString& word, const QString& figure, const QColor& wordColor,
                   const QColor& figureColor, QFont::Weight wordWeight, bool leftFirst,
                   std::vector<QRectF>& out);
    void nowLabel(std::vector<QRectF>& out);
    void policyLabel(std::vector<QRectF>& out);
    void lowestLabel(std::vector<QRectF>& out);
    void limitedLabel(std::vector<QRectF>& out);
    void areaLabel(const QString& text, const QFont& font, const QColor& color,
                   const std::vector<QRectF>& places, std::vector<QRectF>& out);
    void differenceLabel(std::vector<QRectF>& out);
    QRectF pill() const;
    void paintThePill();
    // At the right end; at the left while the line runs through there, in one word where it would anyway.
    void axisTitle();
    double total(double threshold) const;

 private:
    qreal xOf(double threshold) const;
    QPointF at(double threshold) const;
    // The stretch around the lowest without a gap, as plateauSentence() says it.
    void plateau();
    // From the policy's height to today's, beside the further of the two lines.
    void difference();

    QPainter& painter_;
    const OperatingFacts& facts_;
    const RunAnalysis& run_;
    QRectF plot_;
    PlotScale x_, y_;
    qreal bottom_;
    bool hot_;
    LabelLayout layout_;
    QPointF now_;
    std::optional<QPointF> policy_, best_;
    std::optional<QPointF> limited_;  // the cheapest within limits, where it is not the lowest
    std::optional<QLineF> arrow_;
};

}  // namespace reckoner
