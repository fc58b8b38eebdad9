#include "ui/pages/versions/two_line_delegate.h"

#include <QPainter>

#include "ui/charts/chart_paint.h"
#include "ui/shell/scaled.h"

namespace reckoner {
namespace {

constexpr int kRow = 56;

}  // namespace

QSize TwoLineDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
    return QSize(280, scaled(kRow));
}

void TwoLineDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const {
    const Theme& theme = Theme::instance();
    const Tokens& t = theme.tokens();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect row = option.rect;
    if (option.state & QStyle::State_Selected) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(t.selected);
        painter->drawRoundedRect(row.adjusted(0, 0, 0, -1), 6, 6);
    }
    paintRule(*painter, QPointF(row.left() + 8, row.bottom()), QPointF(row.right() - 8, row.bottom()),
              t.grid);
    const QRect inner = row.adjusted(8, scaled(8), -8, -scaled(8));
    const QRect upper(inner.left(), inner.top(), inner.width(), scaled(20));
    const QRect lower = upper.translated(0, scaled(20));
    const auto text = [&](int role) { return index.data(role).toString(); };
    const QFont bold = theme.font(14, QFont::DemiBold);
    const QFont plain = theme.font(14);
    const QFont small = theme.font(12);
    const QString tag = text(Tag);
    const int tagWidth = tag.isEmpty() ? 0 : qCeil(textSize(tag, small).width()) + 8;
    paintText(*painter, upper, Qt::AlignLeft | Qt::AlignVCenter, text(Name), bold, t.ink);
    const int name = qCeil(textSize(text(Name), bold).width()) + 8;
    const QRect beside = upper.adjusted(name, 0, -tagWidth, 0);
    paintText(*painter, beside, Qt::AlignLeft | Qt::AlignVCenter,
              QFontMetrics(plain).elidedText(text(Beside), Qt::ElideRight, beside.width()), plain, t.ink2);
    paintText(*painter, upper, Qt::AlignRight | Qt::AlignVCenter, tag, small, t.ink3);
    const bool live = index.data(Live).toBool();
    paintText(*painter, lower, Qt::AlignLeft | Qt::AlignVCenter,
              QFontMetrics(small).elidedText(text(Below), Qt::ElideRight, lower.width()),
              live ? theme.font(12, QFont::DemiBold) : small, live ? t.ink : t.ink3);
}

}  // namespace reckoner

#include "moc_two_line_delegate.cpp"
