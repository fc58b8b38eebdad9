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
constexpr int kLine = 30;
constexpr int kAround = 8;  // above and below several lines together

// A figure in the text is quiet where the row has one of its own.
bool isStrong(const TodayRow& row, const Phrase& phrase) {
    return phrase.emphasis != Emphasis::None && row.figure.empty();
}

// Inside the ground, right of the mark.
QRectF textBox(const TodayRow& row, const TodayScale& scale, QRectF box) {
    const int reach = scale.px(8);
    box.adjust(reach, 0, -reach, 0);
    if (row.mark == TodayMark::Bullet)
        box.setLeft(box.left() + scale.px(24));
    else if (row.mark != TodayMark::None)
        box.setLeft(box.left() + scale.px(kMark + 16));
    return box;
}

// A laid out text: how many lines, and how far the last one reaches.
struct Lines {
    int count = 0;
    qreal end = 0;
};

Lines layLines(QTextLayout& layout, qreal width) {
    Lines lines;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        lines.end = line.naturalTextWidth();
        ++lines.count;
    }
    layout.endLayout();
    return lines;
}

QFont figureFont(const TodayRow& row, const TodayScale& scale) {
    return scale.font(kText, row.strong ? QFont::DemiBold : QFont::Normal);
}

// The text, and the figure at the right of its last line where there is room, else below it.
struct RowLayout {
    int text = 1;
    int figure = 0;  // lines of its own
    QString said;    // the figure, in full or brief
    int lines() const { return text + figure; }
};

RowLayout layoutOf(const TodayRow& row, const TodayScale& scale, qreal width) {
    QTextLayout text(qt(plain(row.text)), scale.font(kText));
    QList<QTextLayout::FormatRange> ranges;
    int at = 0;
    for (const Phrase& phrase : row.text) {
        QTextCharFormat format;
        format.setFont(scale.font(kText, isStrong(row, phrase) ? QFont::DemiBold : QFont::Normal));
        const int length = static_cast<int>(qt(phrase.text).size());
        ranges.append({at, length, format});
        at += length;
    }
    text.setFormats(ranges);
    const Lines lines = layLines(text, width);
    const auto with = [&](const std::string& figure) {
        RowLayout result{std::max(lines.count, 1), 0, qt(figure)};
        if (figure.empty()) return result;
        QTextLayout laid(result.said, figureFont(row, scale));
        const Lines figures = layLines(laid, width);
        if (figures.count > 1 || lines.end + scale.px(16) + figures.end > width)
            result.figure = figures.count;
        return result;
    };
    const RowLayout whole = with(row.figure);
    if (row.brief.empty()) return whole;
    const RowLayout brief = with(row.brief);
    return brief.lines() < whole.lines() ? brief : whole;
}

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

int TodayRowButton::heightOf(const TodayRow& row, const TodayScale& scale, int width) {
    const int lines = layoutOf(row, scale, textBox(row, scale, QRectF(0, 0, width, 0)).width()).lines();
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
    paintText(painter, textBox(row_, scale_, box));
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
    QTextLayout layout(text(), scale_.font(kText));
    QList<QTextLayout::FormatRange> ranges;
    int at = 0;
    for (const Phrase& phrase : row_.text) {
        const int length = static_cast<int>(qt(phrase.text).size());
        QTextCharFormat format;
        const bool strong = isStrong(row_, phrase);
        format.setFont(scale_.font(kText, strong ? QFont::DemiBold : QFont::Normal));
        const bool quiet = row_.tone == TodayTone::Quiet && row_.figure.empty();
        format.setForeground(strong                                       ? toneColor()
                             : phrase.emphasis != Emphasis::None || quiet ? tokens.ink2
                                                                          : tokens.ink);
        ranges.append({at, length, format});
        at += length;
    }
    layout.setFormats(ranges);
    const RowLayout rows = layoutOf(row_, scale_, box.width());
    const qreal lineHeight = scale_.px(kLine);
    qreal y = box.center().y() - rows.lines() * lineHeight / 2;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(box.width());
        line.setPosition({box.left(), y + (lineHeight - line.height()) / 2});
        y += lineHeight;
    }
    layout.endLayout();
    layout.draw(&painter, {});
    if (row_.figure.empty()) return;
    QTextLayout figure(rows.said, figureFont(row_, scale_));
    if (rows.figure == 0) y -= lineHeight;
    figure.beginLayout();
    for (QTextLine line = figure.createLine(); line.isValid(); line = figure.createLine()) {
        line.setLineWidth(box.width());
        const qreal left = rows.figure == 0 ? box.right() - line.naturalTextWidth() : box.left();
        line.setPosition({left, y + (lineHeight - line.height()) / 2});
        y += lineHeight;
    }
    figure.endLayout();
    painter.setPen(toneColor());
    figure.draw(&painter, {});
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
