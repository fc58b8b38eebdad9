#include "ui/shell/nav_item.h"

#include <algorithm>

#include <QEvent>
#include <QPainter>

#include "ui/shell/scaled.h"
#include "ui/style/icons.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {

NavItem::NavItem(Kind kind, const QString& iconName, const QString& title, QWidget* parent)
    : QAbstractButton(parent), kind_(kind), icon_(iconName) {
    setText(title);
    setAccessibleName(title);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void NavItem::setKeyHint(const QString& key) {
    key_ = key;
    setAccessibleDescription(key);
}

void NavItem::setCount(int count, const QString& what) {
    if (count == count_) return;
    count_ = count;
    setAccessibleDescription(count > 0 ? what : QString());
    setPlainToolTip(this, count > 0 ? what : QString());
    update();
}

QSize NavItem::sizeHint() const {
    return {scaled(136), scaled(kind_ == Kind::Page ? 40 : 28)};
}

void NavItem::paintEvent(QPaintEvent*) {
    const Tokens& t = Theme::instance().tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool on = isChecked() && kind_ == Kind::Page;
    const bool hovered = underMouse() || isDown();
    if (on || hovered) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(on ? t.selected : t.sunk);
        painter.drawRoundedRect(rect(), 6, 6);
    }
    if (hasFocus()) {
        painter.setPen(QPen(t.accent, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    }
    const int side = scaled(16);
    const QPixmap drawing = iconPixmap(icon_, on ? t.accent : t.ink2, side, devicePixelRatioF());
    painter.drawPixmap(scaled(12), (height() - side) / 2, drawing);

    const bool page = kind_ == Kind::Page;
    painter.setFont(Theme::instance().font(page ? 14 : 12, on ? QFont::DemiBold : QFont::Normal));
    painter.setPen(on ? t.ink : t.ink2);
    const int textLeft = scaled(40);
    painter.drawText(QRect(textLeft, 0, width() - textLeft, height()), Qt::AlignVCenter | Qt::AlignLeft,
                     text());
    if (count_ > 0) {
        const QString number = QString::number(count_);
        const QFont small = Theme::instance().font(12, QFont::Medium);
        const int wide = std::max(scaled(20), QFontMetrics(small).horizontalAdvance(number) + scaled(10));
        const QRect pill(width() - scaled(12) - wide, (height() - scaled(16)) / 2, wide, scaled(16));
        painter.setPen(Qt::NoPen);
        painter.setBrush(on ? t.page : t.sunk);
        painter.drawRoundedRect(pill, pill.height() / 2.0, pill.height() / 2.0);
        painter.setFont(small);
        painter.setPen(t.ink2);
        painter.drawText(pill, Qt::AlignCenter, number);
    }
    if (key_.isEmpty()) return;
    painter.setFont(Theme::instance().font(12));
    painter.setPen(t.ink3);
    painter.drawText(rect().adjusted(0, 0, -scaled(12), 0), Qt::AlignVCenter | Qt::AlignRight, key_);
}

}  // namespace reckoner
