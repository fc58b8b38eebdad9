#include "ui/shell/picker_button.h"

#include <QFontMetrics>
#include <QPainter>

#include "ui/shell/scaled.h"
#include "ui/style/icons.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

constexpr int kPadding = 8;
constexpr int kGap = 6;
constexpr int kDash = 20;
constexpr int kChevron = 14;

int widthOf(const QFont& font, const QString& text) {
    return QFontMetrics(font).horizontalAdvance(text);
}

}  // namespace

PickerButton::PickerButton(const QString& word, QWidget* parent) : QAbstractButton(parent), word_(word) {
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void PickerButton::setValue(const QString& value) {
    if (value == value_) return;
    value_ = value;
    setAccessibleName(word_.isEmpty() ? value : word_ + QStringLiteral(": ") + value);
    setPlainToolTip(this, value);
    updateGeometry();
    update();
}

QFont PickerButton::valueFont() const {
    return Theme::instance().font(14, strong_ ? QFont::DemiBold : QFont::Medium);
}

int PickerButton::leading() const {
    int width = scaled(kPadding);
    if (!word_.isEmpty()) width += widthOf(Theme::instance().font(12), word_) + scaled(kGap);
    if (dash_) width += scaled(kDash + kGap);
    return width;
}

QSize PickerButton::sizeHint() const {
    const int trailing = scaled(kGap + kChevron + kPadding);
    return {leading() + widthOf(valueFont(), value_) + 2 + trailing, scaled(32)};
}

QSize PickerButton::minimumSizeHint() const {
    // The model's name is the last to be cut.
    const int value = std::min(widthOf(valueFont(), value_) + 2, scaled(strong_ ? 160 : 56));
    return {leading() + value + scaled(kGap + kChevron + kPadding), scaled(32)};
}

void PickerButton::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::instance();
    const Tokens& t = theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    if (isEnabled() && (underMouse() || isDown())) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(isDown() ? t.selected : t.sunk);
        painter.drawRoundedRect(box, 6, 6);
    }
    if (hasFocus()) {
        painter.setPen(QPen(t.accent, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(box, 6, 6);
    }
    int x = scaled(kPadding);
    if (!word_.isEmpty()) {
        painter.setFont(theme.font(12));
        painter.setPen(t.ink3);
        const int width = widthOf(painter.font(), word_);
        // On the value's baseline, which is a little lower than the middle of 12-pixel type.
        painter.drawText(QRect(x, 1, width, height()), Qt::AlignVCenter, word_);
        x += width + scaled(kGap);
    }
    if (dash_) {
        QPen pen(t.baseline, 1.5);
        pen.setDashPattern({10.0 / 3, 5.0 / 3});
        pen.setCapStyle(Qt::FlatCap);
        painter.setPen(pen);
        painter.drawLine(QPointF(x, height() / 2.0 + 0.5), QPointF(x + scaled(kDash), height() / 2.0 + 0.5));
        x += scaled(kDash + kGap);
    }
    const int end = width() - scaled(kPadding + kChevron);
    painter.setFont(valueFont());
    painter.setPen(isEnabled() ? t.ink : t.ink3);
    const QString shown =
        painter.fontMetrics().elidedText(value_, Qt::ElideRight, end - scaled(kGap) - x + 2);
    painter.drawText(QRect(x, 0, end - x, height()), Qt::AlignVCenter, shown);
    const int side = scaled(kChevron);
    const QPixmap chevron = iconPixmap(QStringLiteral("chevron-down"), t.ink2, side, devicePixelRatioF());
    painter.drawPixmap(end, (height() - side) / 2, chevron);
}

}  // namespace reckoner
