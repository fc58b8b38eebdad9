#include "ui/pages/today/today_row_button.h"

#include <QEvent>
#include <QPainter>
#include <QPainterPath>
#include <QTextLayout>

#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

constexpr int kText = 24;
constexpr int kRow = 48;
constexpr int kRowWithBar = 72;
constexpr int kBar = 12;
constexpr int kMark = 24;
const QString kDots = QStringLiteral("\u2026");

}  // namespace

TodayRowButton::TodayRowButton(QWidget* parent) : QAbstractButton(parent) {
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
}

void TodayRowButton::setRow(const TodayRow& row) {
    row_ = row;
    const QString figure = row.figure.empty() ? QString() : QStringLiteral(": ") + qt(row.figure);
    setText(qt(plain(row.text)));
    setAccessibleName(qt(plain(row.text)) + figure);
    const bool leads = !row.target.page.empty();
    setEnabled(leads);
    setCursor(leads ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
}

void TodayRowButton::setScale(const TodayScale& scale) {
    scale_ = scale;
    update();
}

int TodayRowButton::heightOf(const TodayRow& row, const TodayScale& scale) {
    return scale.px(row.bar ? kRowWithBar : kRow);
}

bool TodayRowButton::event(QEvent* event) {
    if (event->type() == QEvent::HoverEnter || event->type() == QEvent::HoverLeave) update();
    return QAbstractButton::event(event);
}

QColor TodayRowButton::toneColor() const {
    const Tokens& tokens = Theme::instance().tokens();
    switch (row_.tone) {
        case TodayTone::Quiet:
            return tokens.ink2;
        case TodayTone::Accent:
            return tokens.accent;
        case TodayTone::Missed:
            return tokens.fnText;
        case TodayTone::FalseAlarm:
            return tokens.fpText;
        case TodayTone::Ink:
            break;
    }
    return tokens.ink;
}

void TodayRowButton::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens& tokens = Theme::instance().tokens();
    const int reach = scale_.px(8);
    if (isEnabled() && (underMouse() || hasFocus() || isDown())) {
        painter.setPen(hasFocus() ? QPen(tokens.accent, 2) : QPen(Qt::NoPen));
        painter.setBrush(tokens.selected);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
    }
    QRectF line = QRectF(rect()).adjusted(reach, 0, -reach, 0);
    if (row_.bar) line.setHeight(scale_.px(kRow));
    if (row_.mark != TodayMark::None) {
        const qreal mark = scale_.px(kMark);
        paintMark(painter, {line.left(), line.center().y() - mark / 2, mark, mark});
        line.setLeft(line.left() + (row_.mark == TodayMark::Bullet ? scale_.px(24) : mark + scale_.px(16)));
    }
    paintText(painter, line);
    if (row_.bar)
        paintBar(painter, {qreal(reach), qreal(scale_.px(kRow - 2)), qreal(width() - 2 * reach),
                           qreal(scale_.px(kBar))});
}

void TodayRowButton::paintMark(QPainter& painter, const QRectF& box) const {
    const Tokens& tokens = Theme::instance().tokens();
    painter.setPen(Qt::NoPen);
    const qreal u = box.width() / 24;
    const auto stroke = [&](const QColor& color, std::initializer_list<QPointF> points) {
        QPainterPath path;
        for (const QPointF& point : points) {
            const QPointF at = box.topLeft() + point * u;
            path.elementCount() == 0 ? path.moveTo(at) : path.lineTo(at);
        }
        painter.setPen(QPen(color, 2.6 * u, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(path);
    };
    switch (row_.mark) {
        case TodayMark::Bullet:
            painter.setBrush(tokens.baseline);
            painter.drawEllipse(QPointF(box.left() + 4 * u, box.center().y()), 4 * u, 4 * u);
            break;
        case TodayMark::Met:
            painter.setBrush(tokens.better);
            painter.drawEllipse(box.adjusted(2 * u, 2 * u, -2 * u, -2 * u));
            stroke(tokens.page, {{7.5, 12.3}, {10.8, 15.6}, {16.6, 9}});
            break;
        case TodayMark::Failed:
            painter.setBrush(tokens.ink);
            painter.drawRoundedRect(box.adjusted(2 * u, 2 * u, -2 * u, -2 * u), 4 * u, 4 * u);
            stroke(tokens.page, {{8.2, 8.2}, {15.8, 15.8}});
            stroke(tokens.page, {{15.8, 8.2}, {8.2, 15.8}});
            break;
        case TodayMark::Leaning: {
            const QRectF disc = box.adjusted(3 * u, 3 * u, -3 * u, -3 * u);
            painter.setPen(QPen(tokens.ink2, 2 * u));
            painter.setBrush(Qt::NoBrush);
            painter.drawEllipse(disc);
            painter.setPen(Qt::NoPen);
            painter.setBrush(tokens.ink2);
            painter.drawPie(disc, -90 * 16, 180 * 16);
            break;
        }
        case TodayMark::Waived:
            painter.setPen(QPen(tokens.ink3, 2 * u));
            painter.setBrush(Qt::NoBrush);
            painter.drawEllipse(box.adjusted(3 * u, 3 * u, -3 * u, -3 * u));
            stroke(tokens.ink3, {{8, 12}, {16, 12}});
            break;
        case TodayMark::None:
            break;
    }
}

void TodayRowButton::paintText(QPainter& painter, const QRectF& box) {
    const Tokens& tokens = Theme::instance().tokens();
    const QString figure = qt(row_.figure);
    const QFont figureFont = scale_.font(kText, row_.strong ? QFont::DemiBold : QFont::Normal);
    const qreal figureWidth =
        figure.isEmpty() ? 0 : QFontMetricsF(figureFont).horizontalAdvance(figure) + scale_.px(16);
    painter.setFont(figureFont);
    painter.setPen(toneColor());
    painter.drawText(box, Qt::AlignRight | Qt::AlignVCenter, figure);

    const qreal room = box.width() - figureWidth;
    QTextLayout layout(text(), scale_.font(kText));
    QList<QTextLayout::FormatRange> ranges;
    int at = 0;
    for (const Phrase& phrase : row_.text) {
        const int length = static_cast<int>(qt(phrase.text).size());
        QTextCharFormat format;
        // A figure in the text is quiet where the row has one of its own.
        const bool strong = phrase.emphasis != Emphasis::None && figure.isEmpty();
        format.setFont(scale_.font(kText, strong ? QFont::DemiBold : QFont::Normal));
        const bool quiet = row_.tone == TodayTone::Quiet && figure.isEmpty();
        format.setForeground(strong                                       ? toneColor()
                             : phrase.emphasis != Emphasis::None || quiet ? tokens.ink2
                                                                          : tokens.ink);
        ranges.append({at, length, format});
        at += length;
    }
    layout.setFormats(ranges);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setNumColumns(static_cast<int>(text().size()));
    layout.endLayout();
    const bool cut = line.naturalTextWidth() > room;
    if (cut || !toolTip().isEmpty()) setPlainToolTip(this, cut ? text() : QString());
    if (!cut) {
        layout.draw(&painter, {box.left(), box.center().y() - line.height() / 2});
        return;
    }
    // Whole letters only, then the dots right behind them.
    const qreal dots = QFontMetricsF(scale_.font(kText)).horizontalAdvance(kDots);
    int letters = line.xToCursor(room - dots, QTextLine::CursorOnCharacter);
    while (letters > 0 && text().at(letters - 1).isSpace())
        --letters;
    const qreal end = line.cursorToX(letters);
    painter.save();
    painter.setClipRect(QRectF(box.left(), box.top(), end, box.height()));
    layout.draw(&painter, {box.left(), box.center().y() - line.height() / 2});
    painter.restore();
    painter.setFont(scale_.font(kText));
    painter.setPen(tokens.ink);
    painter.drawText(QRectF(box.left() + end, box.top(), dots + 1, box.height()),
                     Qt::AlignLeft | Qt::AlignVCenter, kDots);
}

void TodayRowButton::paintBar(QPainter& painter, const QRectF& box) const {
    const Tokens& tokens = Theme::instance().tokens();
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.sunk);
    painter.drawRoundedRect(box, 3, 3);
    QRectF filled = box;
    filled.setWidth(box.width() * std::clamp(*row_.bar, 0.0, 1.0));
    painter.setBrush(row_.tone == TodayTone::Quiet ? tokens.baseline : toneColor());
    painter.drawRoundedRect(filled, 3, 3);
}

}  // namespace reckoner

#include "moc_today_row_button.cpp"
