// How a choice of a ChoicePopup is drawn: title, quieter detail below, section at the right, tick when
// chosen.
#pragma once

#include <QStyledItemDelegate>

namespace reckoner {

namespace choice_role {
inline constexpr int kDetail = Qt::UserRole + 1;
inline constexpr int kSection = Qt::UserRole + 2;
inline constexpr int kValue = Qt::UserRole + 3;
inline constexpr int kCurrent = Qt::UserRole + 4;
inline constexpr int kHaystack = Qt::UserRole + 5;
inline constexpr int kSearched = Qt::UserRole + 7;  // shown only while something is typed
inline constexpr int kFound = Qt::UserRole + 6;     // found by whoever listens to what is typed
}  // namespace choice_role

class ChoiceDelegate : public QStyledItemDelegate {
 public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
};

}  // namespace reckoner
