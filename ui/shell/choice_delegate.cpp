#include "ui/shell/choice_delegate.h"

#include <QPainter>

#include "ui/shell/scaled.h"
#include "ui/style/icons.h"

namespace reckoner {
namespace {

QString elided(const QPainter& painter, const QString& text, int width) {
    return painter.fontMetrics().elidedText(text, Qt::ElideRight, width);
}

}  // namespace

QSize ChoiceDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const {
    const bool twoLines = !index.data(choice_role::kDetail).toString().isEmpty();
    return {scaled(200), scaled(twoLines ? 48 : 32)};
}

void ChoiceDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                           const QModelIndex& index) const {
    const Theme& theme = Theme::instance();
    const Tokens& t = theme.tokens();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (option.state & (QStyle::State_Selected | QStyle::State_MouseOver)) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(option.state & QStyle::State_Selected ? t.selected : t.sunk);
        painter->drawRoundedRect(option.rect, 6, 6);
    }
    const bool current = index.data(choice_role::kCurrent).toBool();
    const int side = scaled(16);
    QRect row = option.rect.adjusted(scaled(8), 0, -scaled(12), 0);
    if (current) {
        const QPixmap tick =
            iconPixmap(QStringLiteral("tick"), t.accent, side, painter->device()->devicePixelRatioF());
        painter->drawPixmap(row.left(), row.top() + (row.height() - side) / 2, tick);
    }
    row.setLeft(row.left() + side + scaled(8));

    const QString section = index.data(choice_role::kSection).toString();
    if (!section.isEmpty()) {
        painter->setFont(theme.font(12));
        painter->setPen(t.ink3);
        painter->drawText(row, Qt::AlignRight | Qt::AlignVCenter, section);
        row.setRight(row.right() - painter->fontMetrics().horizontalAdvance(section) - scaled(12));
    }
    const QString detail = index.data(choice_role::kDetail).toString();
    QRect titleRect = row;
    if (!detail.isEmpty()) {
        titleRect.setHeight(row.height() / 2 + scaled(2));
        const QRect detailRect(row.left(), titleRect.bottom(), row.width(),
                               row.bottom() - titleRect.bottom() - scaled(3));
        painter->setFont(theme.font(12));
        painter->setPen(t.ink3);
        painter->drawText(detailRect, Qt::AlignLeft | Qt::AlignTop, elided(*painter, detail, row.width()));
    }
    painter->setFont(theme.font(14, current ? QFont::DemiBold : QFont::Normal));
    painter->setPen(t.ink);
    painter->drawText(titleRect, Qt::AlignLeft | (detail.isEmpty() ? Qt::AlignVCenter : Qt::AlignBottom),
                      elided(*painter, index.data().toString(), row.width()));
    painter->restore();
}

}  // namespace reckoner
