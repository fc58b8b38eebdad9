#include "ui/pages/errors/matrix_button.h"

#include <QKeyEvent>
#include <QPainter>

#include "ui/charts/chart_paint.h"
#include "ui/style/theme.h"
#include "ui/widgets/keyboard_focus.h"

namespace reckoner {
namespace {

constexpr qreal kStaleOpacity = 0.45;

constexpr int kCellPad = 12;
constexpr int kCellEnd = 4;

QString fitted(const QString& text, const QFont& font, qreal width) {
    return QFontMetricsF(font).elidedText(text, Qt::ElideMiddle, width);
}

QString shareOf(const QString& share, const QString& of) {
    return of.isEmpty() ? share : QObject::tr("%1 of %2").arg(share, of);
}

// The name is cut, the figure before it is not.
QString fittedShare(const QString& share, const QString& of, const QFont& font, qreal width) {
    const QFontMetricsF metrics(font);
    if (of.isEmpty() || metrics.horizontalAdvance(shareOf(share, of)) <= width)
        return fitted(shareOf(share, of), font, width);
    const qreal before = metrics.horizontalAdvance(shareOf(share, QStringLiteral(" ")));
    return shareOf(share, metrics.elidedText(of, Qt::ElideMiddle, width - before));
}

}  // namespace

MatrixButton::MatrixButton(std::optional<Cell> outcome, int row, int column, QWidget* parent)
    : QAbstractButton(parent), outcome_(outcome), row_(row), column_(column) {
    setCheckable(true);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    watchFocus(this);
}

int MatrixButton::widthFor(const QString& share, const QString& of) {
    const QFontMetricsF metrics(Theme::instance().font(12));
    return qCeil(metrics.horizontalAdvance(shareOf(share, of)) + typePx(kCellPad) + kCellEnd) + 1;
}

void MatrixButton::setTexts(const QString& word, const QString& figure, const QString& share,
                            const QString& of) {
    if (word == word_ && figure == figure_ && share == share_ && of == of_) return;
    word_ = word;
    figure_ = figure;
    share_ = share;
    of_ = of;
    setAccessibleName(QStringLiteral("%1 %2, %3").arg(figure, word, shareOf(share, of)));
    update();
}

void MatrixButton::setStale(bool stale) {
    if (stale == stale_) return;
    stale_ = stale;
    update();
}

void MatrixButton::paintCell(QPainter& painter) const {
    const Theme& theme = Theme::instance();
    const Tokens& t = theme.tokens();
    const OutcomeLook look = lookOf(*outcome_);
    const QRectF box(rect());
    painter.setPen(Qt::NoPen);
    painter.setBrush(look.soft);
    painter.drawRoundedRect(box, 6, 6);
    if (isChecked() || keyboardFocus(this) || underMouse()) {
        const qreal width = isChecked() ? 2 : 1;
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(isChecked() || keyboardFocus(this) ? t.accent : look.mark, width));
        painter.drawRoundedRect(box.adjusted(width / 2, width / 2, -width / 2, -width / 2), 6, 6);
    }
    const qreal pad = typePx(kCellPad);
    const qreal room = width() - 2 * pad;
    paintMark(painter, *outcome_, QRectF(pad, typePx(11), typePx(12), typePx(12)));
    const QFont word = theme.font(12, QFont::Medium);
    paintText(painter, QRectF(pad + typePx(18), typePx(9), room, typePx(16)),
              Qt::AlignLeft | Qt::AlignVCenter, fitted(word_, word, width() - pad - typePx(22)), word,
              look.text);
    paintText(painter, QRectF(pad, typePx(28), room, typePx(28)), Qt::AlignLeft | Qt::AlignVCenter, figure_,
              theme.font(20, QFont::DemiBold), t.ink);
    const QFont small = theme.font(12);
    paintText(painter, QRectF(pad, typePx(58), room, typePx(16)), Qt::AlignLeft | Qt::AlignVCenter,
              fittedShare(share_, of_, small, width() - pad - kCellEnd), small, t.ink2);
}

void MatrixButton::paintHead(QPainter& painter) const {
    const Theme& theme = Theme::instance();
    const Tokens& t = theme.tokens();
    const QRectF box = QRectF(rect()).adjusted(1, 1, -1, -1);
    painter.setPen(Qt::NoPen);
    if (isChecked() || underMouse()) {
        painter.setBrush(isChecked() ? t.selected : t.chrome);
        painter.drawRoundedRect(box, 6, 6);
    }
    if (isChecked() || keyboardFocus(this)) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(t.accent, isChecked() ? 2 : 1));
        painter.drawRoundedRect(box, 6, 6);
    }
    const bool names = row_ > 0;  // a row's head names the class, a column's says what was decided
    const QFont figure = names ? theme.font(14, QFont::DemiBold) : theme.font(12);
    const qreal pad = typePx(8);
    const qreal top = share_.isEmpty() ? (height() - typePx(20)) / 2 : height() / 2.0 - typePx(20);
    paintText(painter, QRectF(pad, top, width() - pad, typePx(20)), Qt::AlignLeft | Qt::AlignVCenter,
              fitted(figure_, figure, width() - pad - 4), figure, names ? t.ink : t.ink2);
    if (share_.isEmpty()) return;
    const QFont small = theme.font(12);
    paintText(painter, QRectF(pad, height() / 2.0, width() - pad, typePx(16)),
              Qt::AlignLeft | Qt::AlignVCenter, fitted(share_, small, width() - pad - 4), small, t.ink3);
}

void MatrixButton::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (stale_) painter.setOpacity(kStaleOpacity);
    if (outcome_)
        paintCell(painter);
    else
        paintHead(painter);
}

void MatrixButton::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
        case Qt::Key_Left:
            return Q_EMIT stepped(0, -1);
        case Qt::Key_Right:
            return Q_EMIT stepped(0, 1);
        case Qt::Key_Up:
            return Q_EMIT stepped(-1, 0);
        case Qt::Key_Down:
            return Q_EMIT stepped(1, 0);
        case Qt::Key_Return:
        case Qt::Key_Enter:
            return click();
        default:
            QAbstractButton::keyPressEvent(event);
    }
}

}  // namespace reckoner

#include "moc_matrix_button.cpp"
