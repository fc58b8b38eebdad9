#include "ui/pages/errors/filter_chip.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include "ui/charts/chart_paint.h"
#include "ui/shell/scaled.h"
#include "ui/style/theme.h"
#include "ui/widgets/keyboard_focus.h"
#include "ui/widgets/outcome_marks.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

constexpr int kHeight = 24;
constexpr int kPadding = 8;
constexpr int kMark = 10;
constexpr int kCross = 20;
constexpr int kMostText = 320;  // longer words are cut; the tip says them all

QFont chipFont() {
    return Theme::instance().font(12, QFont::Medium);
}

}  // namespace

FilterChip::FilterChip(const QString& words, std::optional<Cell> mark, QWidget* parent)
    : QAbstractButton(parent), mark_(mark) {
    setText(words);
    setAccessibleName(tr("Filter: %1").arg(words));
    setAccessibleDescription(tr("Delete takes it away, Return changes it"));
    setPlainToolTip(this, words);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    watchFocus(this);
    connect(this, &QAbstractButton::clicked, this, &FilterChip::editWanted);
}

QSize FilterChip::sizeHint() const {
    const int words = std::min(scaled(kMostText), qCeil(textSize(text(), chipFont()).width()));
    return {scaled(kPadding) + (mark_ ? scaled(kMark + 6) : 0) + words + scaled(kCross + 6), scaled(kHeight)};
}

bool FilterChip::onCross(const QPointF& at) const {
    return at.x() >= width() - scaled(kCross + 2);
}

void FilterChip::paintEvent(QPaintEvent*) {
    const Tokens& t = Theme::instance().tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(keyboardFocus(this) ? QPen(t.accent, 1) : QPen(Qt::NoPen));
    painter.setBrush(t.selected);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), height() / 2.0, height() / 2.0);
    int x = scaled(kPadding);
    if (mark_) {
        paintMark(painter, *mark_, QRectF(x, (height() - scaled(kMark)) / 2.0, scaled(kMark), scaled(kMark)));
        x += scaled(kMark + 6);
    }
    const QRect room(x, 0, width() - x - scaled(kCross), height());
    painter.setFont(chipFont());
    painter.setPen(t.ink);
    painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(text(), Qt::ElideRight, room.width()));
    const qreal arm = scaled(3);
    const QPointF middle(width() - scaled(kCross) / 2.0 - 1, height() / 2.0);
    painter.setPen(QPen(crossHot_ ? t.ink : t.ink2, 1.2));
    painter.drawLine(middle + QPointF(-arm, -arm), middle + QPointF(arm, arm));
    painter.drawLine(middle + QPointF(-arm, arm), middle + QPointF(arm, -arm));
}

void FilterChip::mouseReleaseEvent(QMouseEvent* event) {
    const bool removes = event->button() == Qt::LeftButton && isDown() && onCross(event->position());
    if (!removes) return QAbstractButton::mouseReleaseEvent(event);
    setDown(false);
    Q_EMIT removed();
}

void FilterChip::mouseMoveEvent(QMouseEvent* event) {
    const bool hot = onCross(event->position());
    if (hot != crossHot_) {
        crossHot_ = hot;
        update();
    }
    QAbstractButton::mouseMoveEvent(event);
}

void FilterChip::leaveEvent(QEvent* event) {
    crossHot_ = false;
    update();
    QAbstractButton::leaveEvent(event);
}

void FilterChip::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace) {
        Q_EMIT removed();
        return;
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        Q_EMIT editWanted();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

}  // namespace reckoner

#include "moc_filter_chip.cpp"
