#include "ui/charts/cost_overlay.h"

#include <algorithm>
#include <cmath>

#include <QPainter>

#include "core/wording/decide_sentences.h"
#include "core/wording/number_format.h"
#include "ui/charts/chart_paint.h"
#include "ui/style/theme.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

constexpr qreal kLineTop = 14;
constexpr qreal kLineGap = 10;
constexpr qreal kRoomRight = 16;  // of the picture, right of the plot

const Tokens& tokens() {
    return Theme::instance().tokens();
}

}  // namespace

CostOverlay::CostOverlay(QPainter& painter, const OperatingFacts& facts, const QRectF& plot, PlotScale x,
                         PlotScale y, qreal bottom, bool hot)
    : painter_(painter),
      facts_(facts),
      run_(*facts.run),
      plot_(plot),
      x_(x),
      y_(y),
      bottom_(bottom),
      hot_(hot),
      layout_(QRectF(plot.left() + 2, plot.top() - 2, plot.width() - 4, plot.height())) {
    now_ = at(facts.threshold);
    if (facts.policy) policy_ = at(*facts.policy);
    if (run_.best) best_ = at(run_.best->threshold);
    const bool limited = facts.limited && facts.limited->best;
    if (limited && (!run_.best || facts.limited->best->threshold != run_.best->threshold))
        limited_ = at(facts.limited->best->threshold);
}

LabelLayout& CostOverlay::layout() {
    return layout_;
}

void CostOverlay::lines() {
    const Tokens& t = tokens();
    plateau();
    if (policy_) {
        painter_.setPen(QPen(t.ink, 1));
        const qreal x = std::floor(policy_->x()) + 0.5;
        painter_.drawLine(QPointF(x, plot_.top() + kLineTop), QPointF(x, plot_.bottom()));
        layout_.block(QRectF(x - 6, plot_.top(), 12, plot_.height()));
    }
    if (limited_) {
        const qreal x = std::floor(limited_->x()) + 0.5;
        paintRequired(painter_, {x, plot_.top() + kLineTop}, {x, plot_.bottom()});
        layout_.block(QRectF(x - 4, plot_.top(), 8, plot_.height()));
    }
    QPen dashed(t.accent, hot_ ? 3 : 2, Qt::CustomDashLine, Qt::FlatCap);
    dashed.setDashPattern({6 / dashed.widthF(), 4 / dashed.widthF()});
    painter_.setPen(dashed);
    painter_.drawLine(QPointF(now_.x(), plot_.top() + kLineTop), QPointF(now_.x(), bottom_));
    layout_.block(QRectF(now_.x() - 6, plot_.top(), 12, plot_.height()));
    if (policy_) difference();
    points();
}

void CostOverlay::points() {
    if (best_) paintLowest(painter_, *best_);
    if (limited_) paintLimited(painter_, *limited_);
    if (policy_) paintPolicy(painter_, *policy_);
    paintNow(painter_, now_, hot_);
    for (const auto& [point, radius] : {std::pair(std::optional(now_), 10.0), std::pair(policy_, 6.0),
                                        std::pair(best_, 8.0), std::pair(limited_, 7.0)})
        if (point) layout_.block(QRectF(point->x() - radius, point->y() - radius, 2 * radius, 2 * radius));
}

void CostOverlay::lineLabel(const QPointF& point, const QString& word, const QString& figure,
                            const QColor& wordColor, const QColor& figureColor, QFont::Weight wordWeight,
                            bool leftFirst, std::vector<QRectF>& out) {
    const QFont small = Theme::instance().font(12, wordWeight);
    const QFont large = Theme::instance().font(14, QFont::DemiBold);
    const QSizeF top = textSize(word, small);
    const QSizeF low = textSize(figure, large);
    const QSizeF size(std::max(top.width(), low.width()), top.height() + low.height());
    std::vector<QRectF> places;
    for (qreal y = plot_.top() + kLineTop - 2; y + size.height() < plot_.bottom(); y += 8)
        for (const bool left : {leftFirst, !leftFirst})
            places.emplace_back(
                QPointF(left ? point.x() - kLineGap - size.width() : point.x() + kLineGap - 1, y), size);
    const auto rect = layout_.place(places);
    if (!rect) return;
    const int side = rect->left() < point.x() ? Qt::AlignRight : Qt::AlignLeft;
    paintText(painter_, QRectF(rect->topLeft(), QSizeF(rect->width(), top.height())), side | Qt::AlignTop,
              word, small, wordColor);
    paintText(painter_, rect->adjusted(0, top.height() + 1, 0, 1), side | Qt::AlignTop, figure, large,
              figureColor);
    out.push_back(*rect);
}

void CostOverlay::nowLabel(std::vector<QRectF>& out) {
    const bool left = !policy_ || now_.x() <= policy_->x();
    lineLabel(now_, QObject::tr("Now"), qt(amountText(total(facts_.threshold))), tokens().accent,
              tokens().accent, QFont::DemiBold, left, out);
}

void CostOverlay::policyLabel(std::vector<QRectF>& out) {
    if (!policy_ || std::fabs(policy_->x() - now_.x()) < 1) return;
    const QString word = QObject::tr("Policy in force %1").arg(qt(shortThreshold(run_, *facts_.policy)));
    lineLabel(*policy_, word, qt(amountText(total(*facts_.policy))), tokens().ink2, tokens().ink,
              QFont::Normal, policy_->x() < now_.x(), out);
}

void CostOverlay::lowestLabel(std::vector<QRectF>& out) {
    if (!best_ || (std::fabs(best_->x() - now_.x()) < 8 && std::fabs(best_->y() - now_.y()) < 8)) return;
    const QFont font = Theme::instance().font(12);
    const QString text = QObject::tr("Lowest %1").arg(qt(amountText(run_.perPeriod(run_.best->total))));
    const QSizeF size = textSize(text, font);
    std::vector<QRectF> places;
    for (const qreal above : {104.0, 88.0, 72.0, 56.0, 120.0, 40.0, 28.0})
        for (const bool left : {true, false})
            places.emplace_back(QPointF(left ? best_->x() + 4 - size.width() : best_->x() - 4,
                                        best_->y() - above - size.height() / 2),
                                size);
    for (const qreal below : {20.0, 36.0})
        places.emplace_back(QPointF(best_->x() - size.width() / 2, best_->y() + below - size.height() / 2),
                            size);
    const auto rect = layout_.place(places);
    if (!rect) return;
    const qreal x = std::floor(best_->x()) + 0.5;
    painter_.setPen(QPen(tokens().ink3, 1));
    if (rect->bottom() < best_->y())
        painter_.drawLine(QPointF(x, rect->bottom() + 4), QPointF(x, best_->y() - 7));
    paintText(painter_, *rect, Qt::AlignCenter, text, font, tokens().ink2);
    out.push_back(*rect);
}

void CostOverlay::limitedLabel(std::vector<QRectF>& out) {
    if (!limited_ || std::fabs(limited_->x() - now_.x()) < 1) return;
    const double threshold = facts_.limited->best->threshold;
    lineLabel(*limited_, QObject::tr("Within limits %1").arg(qt(shortThreshold(run_, threshold))),
              qt(amountText(total(threshold))), tokens().ink2, tokens().ink, QFont::Normal,
              limited_->x() < now_.x(), out);
}

void CostOverlay::areaLabel(const QString& text, const QFont& font, const QColor& color,
                            const std::vector<QRectF>& places, std::vector<QRectF>& out) {
    const auto rect = layout_.place(places);
    if (!rect) return;
    paintText(painter_, *rect, Qt::AlignCenter, text, font, color);
    out.push_back(*rect);
}

void CostOverlay::differenceLabel(std::vector<QRectF>& out) {
    if (!arrow_) return;
    const QFont font = Theme::instance().font(14, QFont::DemiBold);
    const QString text =
        qt(differenceText(total(facts_.threshold) - total(*facts_.policy), total(facts_.threshold)));
    const QSizeF size = textSize(text, font) + QSizeF(12, 4);
    std::vector<QRectF> places;
    const qreal middle = (arrow_->p1().y() + arrow_->p2().y()) / 2;
    for (const qreal shift : {0.0, 12.0, -12.0, 24.0, -24.0, 40.0, -40.0, 56.0})
        for (const bool right : {true, false})
            places.emplace_back(QPointF(right ? arrow_->x1() + 10 : arrow_->x1() - 10 - size.width(),
                                        middle + shift - size.height() / 2),
                                size);
    // The pill has a ground of its own: it may lie on curves, not on points, lines or other labels.
    LabelLayout onCurves(plot_);
    for (const QRectF& label : out)
        onCurves.block(label);
    for (const auto& point : {std::optional(now_), policy_, best_})
        if (point) onCurves.block(QRectF(point->x() - 9, point->y() - 9, 18, 18));
    for (const qreal x : {now_.x(), policy_->x()})
        onCurves.blockLine({x, plot_.top()}, {x, plot_.bottom()});
    const auto rect = onCurves.place(places);
    if (!rect) return;
    QColor ground = tokens().page;
    ground.setAlphaF(0.86F);
    paintPill(painter_, *rect, text, font, ground, tokens().accent);
    layout_.block(*rect);
    out.push_back(*rect);
}

QRectF CostOverlay::pill() const {
    const QFont font = Theme::instance().font(12, QFont::DemiBold);
    const qreal width =
        std::max(44.0, textSize(qt(fullThreshold(run_, facts_.threshold)), font).width() + 10);
    const qreal height = typePx(20);
    // At the right edge it stays in the picture, a little off its line.
    const qreal left = std::min(now_.x() - width / 2, plot_.right() + kRoomRight - width);
    return QRectF(std::round(left), plot_.bottom() + 4, width, height);
}

void CostOverlay::paintThePill() {
    paintPill(painter_, pill(), qt(fullThreshold(run_, facts_.threshold)),
              Theme::instance().font(12, QFont::DemiBold), tokens().accent, tokens().onAccent);
}

void CostOverlay::axisTitle() {
    const QFont font = Theme::instance().font(12);
    const QRectF row(plot_.left(), plot_.bottom() + typePx(24), plot_.width(), typePx(20));
    for (const QString& text : {qt(thresholdAxisTitle(facts_.words)), QObject::tr("threshold")}) {
        const qreal width = textSize(text, font).width();
        const bool right = now_.x() + 8 < row.right() - width;
        if (!right && now_.x() - 8 < row.left() + width) continue;
        paintText(painter_, row, (right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter, text, font,
                  tokens().ink3);
        return;
    }
}

double CostOverlay::total(double threshold) const {
    return run_.perPeriod(run_.cost.total(run_.sweep->at(threshold)));
}

qreal CostOverlay::xOf(double threshold) const {
    return x_.pixel(std::min(std::max(threshold, run_.axisLo), run_.axisHi));
}

QPointF CostOverlay::at(double threshold) const {
    return {xOf(threshold), y_.pixel(total(threshold))};
}

void CostOverlay::plateau() {
    if (!run_.best) return;
    const qreal lo = xOf(run_.best->plateauLo);
    const qreal hi = xOf(run_.best->plateauHi);
    const qreal half = std::max(3.0, (hi - lo) / 2);
    painter_.setPen(Qt::NoPen);
    painter_.setBrush(tokens().accent);
    painter_.drawRoundedRect(QRectF((lo + hi) / 2 - half, std::round(y_.pixel(0)) - 2.5, 2 * half, 6), 2, 2);
}

void CostOverlay::difference() {
    if (std::fabs(policy_->y() - now_.y()) < 12) return;
    const bool room = std::max(policy_->x(), now_.x()) + 130 < plot_.right();
    const qreal x = room ? std::max(policy_->x(), now_.x()) + 22 : std::min(policy_->x(), now_.x()) - 22;
    if (x < plot_.left() + 8) return;
    const Tokens& t = tokens();
    QPen dots(t.accent, 1.25, Qt::CustomDashLine, Qt::FlatCap);
    dots.setDashPattern({2 / 1.25, 3 / 1.25});
    painter_.setPen(dots);
    painter_.drawLine(now_, QPointF(x + 5, now_.y()));
    dots.setColor(t.ink);
    dots.setDashPattern({3 / 1.25, 2 / 1.25});
    painter_.setPen(dots);
    painter_.drawLine(*policy_, QPointF(x + 5, policy_->y()));
    painter_.setPen(QPen(t.accent, 2, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
    const qreal tip = now_.y() > policy_->y() ? -1 : 1;
    painter_.drawLine(QPointF(x, policy_->y() - tip), QPointF(x, now_.y()));
    painter_.setBrush(Qt::NoBrush);
    painter_.drawPolyline(
        QPolygonF({{x - 4, now_.y() + tip * 5}, {x, now_.y() + tip * 0.8}, {x + 4, now_.y() + tip * 5}}));
    arrow_ = QLineF(x, policy_->y(), x, now_.y());
    layout_.blockLine(arrow_->p1(), arrow_->p2());
    layout_.blockLine(now_, arrow_->p2());
}

}  // namespace reckoner
