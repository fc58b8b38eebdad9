#include "ui/widgets/snap_button.h"

#include <QEvent>
#include <QPainter>

#include "ui/charts/chart_paint.h"
#include "ui/style/theme.h"
#include "ui/widgets/keyboard_focus.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

constexpr qreal kPadding = 10;
constexpr qreal kGap = 8;

}  // namespace

SnapButton::SnapButton(QWidget* parent) : QAbstractButton(parent) {
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    watchFocus(this);
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

bool SnapButton::setSnap(const Snap& snap, const QString& shown) {
    if (snap == snap_ && shown == shown_) return false;
    const int before = sizeHint().width();
    snap_ = snap;
    setText(snap.name);
    shown_ = shown;
    setEnabled(snap.threshold.has_value());
    setPlainToolTip(this, snap.why);
    setAccessibleName(shown.isEmpty() ? text() : QStringLiteral("%1 %2").arg(text(), shown));
    setAccessibleDescription(snap.why);
    update();
    return sizeHint().width() != before;
}

QSize SnapButton::sizeHint() const {
    const Theme& theme = Theme::instance();
    const qreal figure =
        shown_.isEmpty() ? 0 : kGap + textSize(shown_, theme.font(12, QFont::DemiBold)).width();
    const qreal width = textSize(text(), theme.font(12, QFont::Medium)).width() + figure + 2 * kPadding;
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
    painter.setPen(QPen(keyboardFocus(this)           ? t.accent
                        : underMouse() && isEnabled() ? t.control
                                                      : t.line,
                        1));
    painter.setBrush(isDown() ? t.selected : t.page);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    const QRectF inner = QRectF(rect()).adjusted(kPadding, 0, -kPadding, 0);
    paintText(painter, inner, Qt::AlignLeft | Qt::AlignVCenter, text(), theme.font(12, QFont::Medium),
              isEnabled() ? t.ink2 : t.ink3);
    paintText(painter, inner, Qt::AlignRight | Qt::AlignVCenter, shown_, theme.font(12, QFont::DemiBold),
              isEnabled() ? t.ink : t.ink3);
}

}  // namespace reckoner

#include "moc_snap_button.cpp"
