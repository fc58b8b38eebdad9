#include "ui/widgets/tier_strip.h"

#include <QPainter>

#include "ui/charts/chart_paint.h"
#include "ui/style/theme.h"
#include "ui/widgets/outcome_marks.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

constexpr float kPeople = 0.5F;  // how much of a colour is left where people decide

}  // namespace

std::vector<BarPart> barParts(const TierPlan& plan, const PlotScale& scale,
                              const std::function<qreal(std::size_t)>& handleX) {
    std::vector<BarPart> parts;
    qreal from = scale.from;
    for (std::size_t i = 0; i < plan.tiers.size(); ++i) {
        const qreal to = i < plan.cutoffs.size() ? handleX(i) : scale.to;
        parts.push_back({from, to, plan.tiers[i].act});
        from = to;
    }
    return parts;
}

QColor barColor(TierAct act, bool positive) {
    if (act == TierAct::None) return lookOf(positive ? Cell::Missed : Cell::LetThrough).mark;
    if (act == TierAct::Automatic) return lookOf(positive ? Cell::Caught : Cell::FalseAlarm).mark;
    QColor color = lookOf(positive ? Cell::Caught : Cell::LetThrough).mark;
    color.setAlphaF(kPeople);
    return color;
}

void paintReviewGround(QPainter& painter, const std::vector<BarPart>& parts, qreal top, qreal bottom) {
    for (const BarPart& part : parts)
        if (part.act == TierAct::Review && part.to > part.from)
            painter.fillRect(QRectF(part.from, top, part.to - part.from, bottom - top),
                             Theme::instance().tokens().sunk);
}

void paintTierTrack(QPainter& painter, const std::vector<BarPart>& parts, qreal y) {
    painter.setPen(Qt::NoPen);
    for (const BarPart& part : parts) {
        if (part.act == TierAct::None || part.to <= part.from) continue;
        QColor color = Theme::instance().tokens().accent;
        if (part.act == TierAct::Review) color.setAlphaF(kPeople);
        painter.setBrush(color);
        painter.drawRect(QRectF(part.from, y - 2, part.to - part.from, 4));
    }
}

void paintTierNames(QPainter& painter, const TierPlan& plan, const std::vector<BarPart>& parts,
                    const QRectF& row) {
    const Theme& theme = Theme::instance();
    const QFont font = theme.font(12, QFont::DemiBold);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const QString name = qt(plan.tiers[i].name);
        if (name.isEmpty() || textSize(name, font).width() + 8 > parts[i].to - parts[i].from) continue;
        paintText(painter, QRectF(parts[i].from, row.top(), parts[i].to - parts[i].from, row.height()),
                  Qt::AlignCenter, name, font, theme.tokens().ink2);
    }
}

}  // namespace reckoner
