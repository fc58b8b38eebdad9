#include "ui/shell/drop_hint.h"

#include <QPainter>

#include "ui/shell/scaled.h"

namespace reckoner {

DropHint::DropHint(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("dropHint"));
    setAccessibleName(tr("Let go to import"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    hide();
}

void DropHint::cover() {
    setGeometry(parentWidget()->rect());
    raise();
    show();
}

void DropHint::paintEvent(QPaintEvent*) {
    const Tokens& t = Theme::instance().tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor veil = t.page;
    veil.setAlphaF(0.88F);
    painter.fillRect(rect(), veil);
    painter.setPen(QPen(t.accent, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect()).adjusted(12, 12, -12, -12), 6, 6);
    painter.setPen(t.ink);
    painter.setFont(Theme::instance().font(28));
    painter.drawText(rect().adjusted(0, -scaled(18), 0, -scaled(18)), Qt::AlignCenter,
                     tr("Let go to import"));
    painter.setPen(t.ink2);
    painter.setFont(Theme::instance().font(14));
    painter.drawText(rect().adjusted(0, scaled(24), 0, scaled(24)), Qt::AlignCenter,
                     tr("CSV and JSON Lines are shown first; a .reckoner file is opened."));
}

}  // namespace reckoner
