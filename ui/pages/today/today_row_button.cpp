#include "ui/pages/today/today_row_button.h"

#include <QEvent>
#include <QPainter>
#include <QPainterPath>

#include "ui/pages/today/today_row_layout.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

constexpr int kRow = 48;
constexpr int kRowWithBar = 72;
constexpr int kBar = 12;
constexpr int kMark = 24;
constexpr int kLine = 30;
constexpr int kAround = 8;  // above and below several lines together

// Inside the ground, right of the mark.
QRectF textBox(const TodayScale& scale, int edge, QRectF box) {
    const int reach = scale.px(8);
    return box.adjusted(reach + scale.px(edge), 0, -reach, 0);
}

}  // namespace

TodayRowButton::TodayRowButton(QWidget* parent) : QAbstractButton(parent) {
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
}

void TodayRowButton::setRow(const TodayRow& row, int edge) {
    row_ = row;
    edge_ = edge;
    const QString figure = row.figure.empty() ? QString() : QStringLiteral(": ") + qt(row.figure);
    setText(qt(plain(row.text)));
    const QString all = row.full.empty() ? text() + figure : qt(row.full);
    setAccessibleName(all);
    setPlainToolTip(this, all);
    const bool leads = !row.target.page.empty();
    setEnabled(leads);
    setCursor(leads ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
}

void TodayRowButton::setScale(const TodayScale& scale) {
    scale_ = scale;
    update();
}

int TodayRowButton::heightOf(const TodayRow& row, int edge, const TodayScale& scale, int width) {
    const int lines = layOut(row, scale, textBox(scale, edge, QRectF(0, 0, width, 0)).width()).lines();
    const int text = lines == 1 ? scale.px(kRow) : scale.px(kAround + lines * kLine);
    return text + (row.bar ? scale.px(kRowWithBar - kRow) : 0);
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
    QRectF box = QRectF(rect());
    if (row_.bar) box.setHeight(height() - scale_.px(kRowWithBar - kRow));
    if (row_.mark != TodayMark::None) {
        const qreal mark = scale_.px(kMark);
        const bool several = box.height() > scale_.px(kRow);
        const qreal middle = several ? scale_.px(kAround / 2.0 + kLine / 2.0) : box.center().y();
        paintMark(painter, {qreal(reach), middle - mark / 2, mark, mark});
    }
    drawRow(painter, row_, scale_, textBox(scale_, edge_, box),
            {tokens.ink, tokens.ink2, toneColor(), toneColor()});
    if (row_.bar)
        paintBar(painter, {qreal(reach), box.bottom() - scale_.px(2), qreal(width() - 2 * reach),
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
            // Under the middle of the marks where there are some.
            painter.drawEllipse(QPointF(box.left() + (edge_ == kBesideMarks ? 12 : 4) * u, box.center().y()),
                                4 * u, 4 * u);
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
