// Rows of a list with a tick box, and how many there are of each at the right.
#pragma once

#include <QPainter>
#include <QStyledItemDelegate>

#include "ui/shell/choice_delegate.h"
#include "ui/shell/scaled.h"
#include "ui/style/theme.h"

namespace reckoner {

// The figure is the item's choice_role::kSection.
class CountedItems final : public QStyledItemDelegate {
 public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const QString figure = index.data(choice_role::kSection).toString();
        const QFont font = Theme::instance().font(12);
        const int room = figure.isEmpty() ? 0 : QFontMetrics(font).horizontalAdvance(figure) + scaled(16);
        QStyleOptionViewItem left = option;
        left.textElideMode = Qt::ElideRight;
        left.rect.setRight(option.rect.right() - room);
        QStyledItemDelegate::paint(painter, left, index);
        if (figure.isEmpty()) return;
        painter->save();
        painter->setFont(font);
        painter->setPen(Theme::instance().tokens().ink3);
        painter->drawText(option.rect.adjusted(0, 0, -scaled(8), 0), Qt::AlignRight | Qt::AlignVCenter,
                          figure);
        painter->restore();
    }
};

}  // namespace reckoner
