#include "ui/charts/tier_overlay.h"

#include <algorithm>
#include <cmath>

#include <QPainter>

#include "core/cost/tier_figures.h"
#include "core/wording/decide_sentences.h"
#include "ui/charts/chart_paint.h"
#include "ui/style/theme.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

constexpr qreal kLineTop = 14;

qreal pixelOf(const OperatingFacts& facts, const PlotScale& x, double threshold) {
    return x.pixel(std::min(std::max(threshold, facts.run->axisLo), facts.run->axisHi));
}

void paintPolicyLines(QPainter& painter, const OperatingFacts& facts, const QRectF& plot, const PlotScale& x,
                      LabelLayout& layout) {
    if (!facts.policyTiers) return;
    for (const double cutoff : facts.policyTiers->cutoffs) {
        const qreal at = std::floor(pixelOf(facts, x, cutoff)) + 0.5;
        painter.setPen(QPen(Theme::instance().tokens().ink, 1));
        painter.drawLine(QPointF(at, plot.top() + kLineTop), QPointF(at, plot.bottom()));
        layout.block(QRectF(at - 4, plot.top(), 8, plot.height()));
    }
}

// What all tiers cost together, as a level over the whole axis: the curve is of one threshold.
void paintLevel(QPainter& painter, const OperatingFacts& facts, const QRectF& plot, const PlotScale& y,
                LabelLayout& layout, std::vector<QRectF>& labels) {
    const Theme& theme = Theme::instance();
    const double cost = planCost(*facts.run, *facts.tiers);
    const qreal at = y.pixel(cost);
    if (at < plot.top() || at > plot.bottom()) return;
    QPen dots(theme.tokens().accent, 1.25, Qt::CustomDashLine, Qt::FlatCap);
    dots.setDashPattern({2 / 1.25, 3 / 1.25});
    painter.setPen(dots);
    painter.drawLine(QPointF(plot.left(), at), QPointF(plot.right(), at));
    layout.blockLine({plot.left(), at}, {plot.right(), at});
    const QFont font = theme.font(14, QFont::DemiBold);
    const QString text = QObject::tr("With tiers %1").arg(qt(amountText(cost)));
    const QSizeF size = textSize(text, font) + QSizeF(12, 4);
    std::vector<QRectF> places;
    for (const qreal right : {0.0, 120.0, 240.0, 360.0})
        for (const bool above : {true, false})
            places.emplace_back(
                QPointF(plot.right() - 8 - right - size.width(), above ? at - size.height() - 4 : at + 5),
                size);
    // On a ground of its own: curves may run behind it.
    LabelLayout onCurves(plot);
    for (const QRectF& label : labels)
        onCurves.block(label);
    for (const double cutoff : facts.tiers->cutoffs) {
        const qreal line =
            pixelOf(facts, {facts.run->axisLo, facts.run->axisHi, plot.left(), plot.right()}, cutoff);
        onCurves.blockLine({line, plot.top()}, {line, plot.bottom()});
    }
    const auto rect = onCurves.place(places);
    if (!rect) return;
    QColor ground = theme.tokens().page;
    ground.setAlphaF(0.86F);
    paintPill(painter, *rect, text, font, ground, theme.tokens().accent);
    layout.block(*rect);
    labels.push_back(*rect);
}

void paintNames(QPainter& painter, const OperatingFacts& facts, const QRectF& plot, const PlotScale& x,
                LabelLayout& layout, std::vector<QRectF>& labels) {
    const Theme& theme = Theme::instance();
    const QFont font = theme.font(12, QFont::DemiBold);
    const TierPlan& plan = *facts.tiers;
    for (std::size_t i = 0; i < plan.tiers.size(); ++i) {
        const qreal from = i == 0 ? plot.left() : pixelOf(facts, x, plan.cutoffs[i - 1]);
        const qreal to = i == plan.cutoffs.size() ? plot.right() : pixelOf(facts, x, plan.cutoffs[i]);
        const QString name = qt(plan.tiers[i].name);
        const QSizeF size = textSize(name, font);
        if (name.isEmpty() || size.width() + 12 > to - from) continue;
        const QRectF rect((from + to - size.width()) / 2, plot.top() - 1, size.width(), size.height());
        if (!layout.free(rect)) continue;
        // On a ground of its own: a curve may run behind it.
        QColor ground = theme.tokens().page;
        ground.setAlphaF(0.86F);
        paintPill(painter, rect.adjusted(-4, 0, 4, 0), name, font, ground, theme.tokens().ink2);
        layout.block(rect);
        labels.push_back(rect);
    }
}

}  // namespace

void paintTierLines(QPainter& painter, const OperatingFacts& facts, const QRectF& plot, const PlotScale& x,
                    const PlotScale& y, qreal bottom, bool hot, LabelLayout& layout,
                    std::vector<QRectF>& labels) {
    const Tokens& t = Theme::instance().tokens();
    paintPolicyLines(painter, facts, plot, x, layout);
    for (std::size_t i = 0; i < facts.tiers->cutoffs.size(); ++i) {
        const qreal at = pixelOf(facts, x, facts.tiers->cutoffs[i]);
        QPen dashed(t.accent, i == facts.cutoff ? (hot ? 3 : 2) : 1.5, Qt::CustomDashLine, Qt::FlatCap);
        dashed.setDashPattern({6 / dashed.widthF(), 4 / dashed.widthF()});
        painter.setPen(dashed);
        painter.drawLine(QPointF(at, plot.top() + kLineTop), QPointF(at, bottom));
        layout.block(QRectF(at - 4, plot.top() + kLineTop, 8, plot.height() - kLineTop));
    }
    paintNames(painter, facts, plot, x, layout, labels);
    paintLevel(painter, facts, plot, y, layout, labels);
}

std::vector<QRectF> tierPills(const OperatingFacts& facts, const QRectF& plot, const PlotScale& x) {
    const QFont font = Theme::instance().font(12, QFont::DemiBold);
    std::vector<QRectF> pills;
    for (const double cutoff : facts.tiers->cutoffs) {
        const qreal width =
            std::max(44.0, textSize(qt(fullThreshold(*facts.run, cutoff)), font).width() + 10);
        pills.emplace_back(std::round(pixelOf(facts, x, cutoff) - width / 2), plot.bottom() + 4, width,
                           typePx(20));
    }
    // Those that would lie on each other stand side by side.
    for (std::size_t i = 1; i < pills.size(); ++i)
        if (pills[i].left() < pills[i - 1].right() + 2) pills[i].moveLeft(pills[i - 1].right() + 2);
    return pills;
}

void paintTierPills(QPainter& painter, const OperatingFacts& facts, const QRectF& plot, const PlotScale& x) {
    const Theme& theme = Theme::instance();
    const std::vector<QRectF> pills = tierPills(facts, plot, x);
    for (std::size_t i = 0; i < pills.size(); ++i)
        paintPill(painter, pills[i], qt(fullThreshold(*facts.run, facts.tiers->cutoffs[i])),
                  theme.font(12, QFont::DemiBold), theme.tokens().accent, theme.tokens().onAccent);
}

void paintTierAxisTitle(QPainter& painter, const OperatingFacts& facts, const QRectF& plot,
                        const PlotScale& x) {
    const Theme& theme = Theme::instance();
    const QFont font = theme.font(12);
    const QString text = QObject::tr("score: a tier begins at its cut-off");
    const QSizeF size = textSize(text, font);
    const qreal top = plot.bottom() + typePx(24);
    // At the right end, else at the first place left of the lines that run down there.
    for (qreal right = plot.right(); right - size.width() > plot.left(); right -= 8) {
        const QRectF rect(right - size.width(), top, size.width(), typePx(20));
        const auto crossed = [&](double cutoff) {
            const qreal at = pixelOf(facts, x, cutoff);
            return at > rect.left() - 6 && at < rect.right() + 6;
        };
        if (std::any_of(facts.tiers->cutoffs.begin(), facts.tiers->cutoffs.end(), crossed)) continue;
        paintText(painter, rect, Qt::AlignRight | Qt::AlignVCenter, text, font, theme.tokens().ink3);
        return;
    }
}

std::optional<std::size_t> cutoffNear(const OperatingFacts& facts, const PlotScale& x, qreal at,
                                      qreal reach) {
    std::optional<std::size_t> nearest;
    for (std::size_t i = 0; i < facts.tiers->cutoffs.size(); ++i) {
        const qreal distance = std::fabs(pixelOf(facts, x, facts.tiers->cutoffs[i]) - at);
        if (distance > reach) continue;
        reach = distance;
        nearest = i;
    }
    return nearest;
}

}  // namespace reckoner
