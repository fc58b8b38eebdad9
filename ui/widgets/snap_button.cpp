#include "ui/widgets/snap_button.h"

#include <QEvent>
#include <QPainter>

#include "ui/charts/chart_paint.h"
#include "ui/style/theme.h"
#include "ui/widgets/keyboard_focus.h"

namespace reckoner {
namespace {

constexpr qreal kPadding = 10;
constexpr qreal kGap = 8;

}  // namespace

SnapButton::SnapButton(const QString& name, QWidget* parent) : QAbstractButton(parent) {
    setText(name);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    watchFocus(this);
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void SnapButton::setTarget(double threshold, const QString& shown) {
    target_ = threshold;
    shown_ = shown;
    setAccessibleName(QStringLiteral("%1 %2").arg(text(), shown));
    updateGeometry();
    update();
}

QSize SnapButton::sizeHint() const {
    const Theme& theme = Theme::instance();
    const qreal width = textSize(text(), theme.font(12, QFont::Medium)).width() + kGap +
                        textSize(shown_, theme.font(12, QFont::DemiBold)).width() + 2 * kPadding;
    return QSize(qCeil(width), qRound(28 * theme.typeScale()));
}

bool SnapButton::event(QEvent* event) {
    if (event->type() == QEvent::Enter || event->type() == QEvent::Leave) update();
    return QAbstractButton::event(event);
}

void SnapButton::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::instance();
    const Tokens& t = theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(keyboardFocus(this) ? t.accent : underMouse() ? t.control : t.line, 1));
    painter.setBrush(isDown() ? t.selected : t.page);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    const QRectF inner = QRectF(rect()).adjusted(kPadding, 0, -kPadding, 0);
    paintText(painter, inner, Qt::AlignLeft | Qt::AlignVCenter, text(), theme.font(12, QFont::Medium),
              t.ink2);
    paintText(painter, inner, Qt::AlignRight | Qt::AlignVCenter, shown_, theme.font(12, QFont::DemiBold),
              t.ink);
}

}  // namespace reckoner

#include "moc_snap_button.cpp"
