#include "ui/widgets/threshold_field.h"

#include <cmath>
#include <limits>

#include <QKeyEvent>
#include <QPainter>

#include "core/base/numbers.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

constexpr int kSteps = 22;

}  // namespace

std::optional<double> typedThreshold(const QString& text) {
    QString plainText = text.trimmed().toLower();
    if (plainText == QLatin1String("nobody")) return std::numeric_limits<double>::infinity();
    plainText.replace(QChar(0x2212), u'-');
    if (!plainText.contains(u'.') && plainText.count(u',') == 1) plainText.replace(u',', u'.');
    const std::optional<double> number = parseNumber(plainText.toStdString());
    if (!number || std::isnan(*number)) return std::nullopt;
    return number;
}

ThresholdField::ThresholdField(QWidget* parent) : QLineEdit(parent) {
    setAccessibleName(tr("Threshold"));
    setObjectName(QStringLiteral("thresholdField"));
    dress(this, 14, QFont::DemiBold);
    setKind(this, "threshold");
    setTextMargins(0, 0, kSteps - 4, 0);
    setMouseTracking(true);
    connect(this, &QLineEdit::returnPressed, this, [this] {
        take();
        selectAll();
    });
}

void ThresholdField::setThreshold(double threshold, const QString& shown) {
    const bool same = threshold == threshold_ && shown == shown_;
    threshold_ = threshold;
    shown_ = shown;
    if (!same) display();
}

void ThresholdField::display() {
    setText(hasFocus() ? qt(shortestNumber(threshold_)) : shown_);
    setCursorPosition(0);
}

void ThresholdField::take() {
    if (!isModified()) return;
    const std::optional<double> number = typedThreshold(text());
    if (!number) {
        showPlainToolTip(mapToGlobal(QPoint(0, height())), tr("Type a score, such as 0.31, or \"nobody\"."),
                         this);
        display();
        return;
    }
    Q_EMIT thresholdTyped(*number);
    display();
}

bool ThresholdField::onSteps(const QPointF& at) const {
    return at.x() >= width() - kSteps;
}

void ThresholdField::paintEvent(QPaintEvent* event) {
    QLineEdit::paintEvent(event);
    QPainter painter(this);
    const QPixmap steps =
        iconPixmap(QStringLiteral("steps"), Theme::instance().tokens().ink3, 16, devicePixelRatioF());
    painter.drawPixmap(QPointF(width() - 22, (height() - 16) / 2.0), steps);
}

void ThresholdField::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down) {
        take();
        Q_EMIT nudged(event->key() == Qt::Key_Up ? 1 : -1);
        selectAll();
        return;
    }
    if (event->key() == Qt::Key_Escape && isModified()) {
        display();
        selectAll();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void ThresholdField::mousePressEvent(QMouseEvent* event) {
    if (!onSteps(event->position())) {
        QLineEdit::mousePressEvent(event);
        return;
    }
    take();
    Q_EMIT nudged(event->position().y() < height() / 2.0 ? 1 : -1);
}

void ThresholdField::mouseMoveEvent(QMouseEvent* event) {
    setCursor(onSteps(event->position()) ? Qt::ArrowCursor : Qt::IBeamCursor);
    QLineEdit::mouseMoveEvent(event);
}

void ThresholdField::focusInEvent(QFocusEvent* event) {
    QLineEdit::focusInEvent(event);
    display();
    selectAll();
}

void ThresholdField::focusOutEvent(QFocusEvent* event) {
    QLineEdit::focusOutEvent(event);
    take();
    display();
}

}  // namespace reckoner

#include "moc_threshold_field.cpp"
