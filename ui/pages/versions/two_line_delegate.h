// A list's row of two lines: a name in weight with what belongs to it, and a quieter line below.
#pragma once

#include <QStyledItemDelegate>

namespace reckoner {

class TwoLineDelegate final : public QStyledItemDelegate {
    Q_OBJECT
 public:
    // Of an item: all text but Live, which puts the second line in weight.
    enum Role { Name = Qt::UserRole + 1, Beside, Below, Tag, Live };
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
};

}  // namespace reckoner
