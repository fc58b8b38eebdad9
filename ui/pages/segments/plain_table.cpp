#include "ui/pages/segments/plain_table.h"

#include <algorithm>

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

#include "ui/charts/chart_paint.h"
#include "ui/shell/scaled.h"
#include "ui/widgets/copy_text.h"
#include "ui/widgets/keyboard_focus.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

constexpr int kRow = 32;
constexpr int kHead = 28;
constexpr int kReach = 8;

QString oneField(QString text) {
    return text.replace(QLatin1Char('\t'), QLatin1Char(' ')).replace(QLatin1Char('\n'), QLatin1Char(' '));
}

}  // namespace

PlainTable::PlainTable(QWidget* parent) : QAbstractScrollArea(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setMouseTracking(true);
    watchFocus(this);
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        layOut();
        viewport()->update();
    });
}

void PlainTable::setColumns(const std::vector<PlainColumn>& columns) {
    columns_ = columns;
    layOut();
    viewport()->update();
}

void PlainTable::setRows(std::vector<PlainRow> rows) {
    rows_ = std::move(rows);
    hovered_ = -1;
    if (chosen_ >= static_cast<int>(rows_.size())) chosen_ = -1;
    layOut();
    viewport()->update();
}

void PlainTable::choose(int row) {
    chosen_ = row < static_cast<int>(rows_.size()) ? row : -1;
    if (chosen_ >= 0) {
        const QStringList& cells = rows_[static_cast<std::size_t>(chosen_)].cells;
        QStringList texts;
        for (int i = 0; i < cells.size(); ++i)
            texts << (columns_[static_cast<std::size_t>(i)].title + QLatin1Char(' ') + cells[i]).trimmed();
        setAccessibleDescription(texts.join(QStringLiteral(", ")));
        QScrollBar* bar = verticalScrollBar();
        const int top = chosen_ * scaled(kRow);
        const int room = viewport()->height() - scaled(kHead);
        if (top < bar->value()) bar->setValue(top);
        if (top + scaled(kRow) > bar->value() + room) bar->setValue(top + scaled(kRow) - room);
    }
    viewport()->update();
}

int PlainTable::barWidth() const {
    return verticalScrollBar()->sizeHint().width();
}

int PlainTable::heightWithin(int most) const {
    const int rows = std::max(1, (most - scaled(kHead)) / scaled(kRow));
    return scaled(kHead) + std::min(rows, static_cast<int>(rows_.size())) * scaled(kRow);
}

void PlainTable::layOut() {
    places_.clear();
    int taken = 0;
    std::size_t widest = 0;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        taken += scaled(columns_[i].width);
        if (columns_[i].width > columns_[widest].width) widest = i;
    }
    const int over = width() - barWidth() - 2 * scaled(kReach) - taken;
    int x = scaled(kReach);
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        const int wide = scaled(columns_[i].width) + (i == widest ? over : 0);
        places_.emplace_back(x, x + wide);
        x += wide;
    }
    const int total = static_cast<int>(rows_.size()) * scaled(kRow) + scaled(kHead);
    verticalScrollBar()->setRange(0, std::max(0, total - viewport()->height()));
    verticalScrollBar()->setPageStep(std::max(1, viewport()->height() - scaled(kRow)));
    verticalScrollBar()->setSingleStep(scaled(kRow));
}

// Left-aligned text keeps off the figures before it.
int PlainTable::inset(std::size_t column) const {
    return column > 0 && columns_[column].left ? scaled(20) : 0;
}

int PlainTable::rowAt(int y) const {
    if (y < scaled(kHead)) return -1;
    const int row = (y - scaled(kHead) + verticalScrollBar()->value()) / scaled(kRow);
    return row < static_cast<int>(rows_.size()) ? row : -1;
}

void PlainTable::resizeEvent(QResizeEvent*) {
    layOut();
}

void PlainTable::scrollContentsBy(int, int) {
    viewport()->update();
}

void PlainTable::paintEvent(QPaintEvent* event) {
    const Theme& theme = Theme::instance();
    const Tokens& t = theme.tokens();
    QPainter painter(viewport());
    painter.fillRect(event->rect(), t.page);
    painter.setRenderHint(QPainter::Antialiasing);
    const int head = scaled(kHead);
    for (int row = 0; row < static_cast<int>(rows_.size()); ++row) {
        const QRect rect(0, head + row * scaled(kRow) - verticalScrollBar()->value(), width() - barWidth(),
                         scaled(kRow));
        if (rect.bottom() >= head && rect.top() <= viewport()->height()) paintRow(painter, row, rect);
    }
    painter.fillRect(QRect(0, 0, viewport()->width(), head), t.page);
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        const int from = places_[i].first + inset(i);
        const QRect place(from, 0, places_[i].second - from, head - 1);
        const QFont font = theme.font(12);
        paintText(painter, place, (columns_[i].left ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter,
                  QFontMetrics(font).elidedText(columns_[i].title, Qt::ElideRight, place.width()), font,
                  t.ink2);
    }
    painter.fillRect(QRect(scaled(kReach), head - 1, width() - barWidth() - 2 * scaled(kReach), 1), t.line);
}

void PlainTable::paintRow(QPainter& painter, int row, const QRect& rect) const {
    const Theme& theme = Theme::instance();
    const Tokens& t = theme.tokens();
    const PlainRow& one = rows_[static_cast<std::size_t>(row)];
    if (row == chosen_ || row == hovered_) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(row == chosen_ ? t.selected : t.chrome);
        painter.drawRoundedRect(QRectF(rect).adjusted(0, 0, 0, -1), 6, 6);
    }
    painter.fillRect(QRect(scaled(kReach), rect.bottom(), rect.width() - 2 * scaled(kReach), 1), t.grid);
    for (int i = 0; i < one.cells.size(); ++i) {
        const auto [left, right] = places_[static_cast<std::size_t>(i)];
        const PlainColumn& column = columns_[static_cast<std::size_t>(i)];
        const int from = inset(static_cast<std::size_t>(i));
        QRect cell(left + from, rect.top(), right - left - from - (column.left ? scaled(12) : 0),
                   rect.height() - 1);
        if (column.bar && one.share >= 0) {
            const int begin = left + scaled(16);
            const int room = right - begin - scaled(52);
            painter.setPen(Qt::NoPen);
            painter.setBrush(t.sunk);
            painter.drawRoundedRect(QRectF(begin, rect.center().y() - scaled(4), room, scaled(8)), 2, 2);
            painter.setBrush(t.baseline);
            painter.drawRoundedRect(
                QRectF(begin, rect.center().y() - scaled(4), std::max(1.0, room * one.share), scaled(8)), 2,
                2);
        }
        const bool strong = i == one.strong;
        painter.setFont(theme.font(14, strong ? QFont::DemiBold : QFont::Normal));
        painter.setPen(one.quiet ? t.ink3 : t.ink);
        painter.drawText(
            cell, Qt::AlignVCenter | (column.left ? Qt::AlignLeft : Qt::AlignRight),
            painter.fontMetrics().elidedText(one.cells[i].simplified(), Qt::ElideRight, cell.width()));
    }
    if (row == chosen_ && keyboardFocus(this)) {
        painter.setPen(QPen(t.accent, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -1.5), 6, 6);
    }
}

void PlainTable::pick(int row, Qt::KeyboardModifiers modifiers) {
    choose(row);
    Q_EMIT picked(row, modifiers);
}

void PlainTable::mouseReleaseEvent(QMouseEvent* event) {
    const int row = rowAt(event->position().toPoint().y());
    if (row >= 0 && event->button() == Qt::LeftButton) pick(row, event->modifiers());
}

void PlainTable::mouseMoveEvent(QMouseEvent* event) {
    const int row = rowAt(event->position().toPoint().y());
    if (row == hovered_) return;
    hovered_ = row;
    viewport()->setCursor(row >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    viewport()->update();
}

void PlainTable::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Copy)) return copyPlainText(tsv());
    const int last = static_cast<int>(rows_.size()) - 1;
    if (last < 0) return QAbstractScrollArea::keyPressEvent(event);
    switch (event->key()) {
        case Qt::Key_Down:
            return pick(std::min(last, chosen_ + 1), Qt::NoModifier);
        case Qt::Key_Up:
            return pick(std::max(0, chosen_ - 1), Qt::NoModifier);
        case Qt::Key_Home:
            return pick(0, Qt::NoModifier);
        case Qt::Key_End:
            return pick(last, Qt::NoModifier);
        default:
            QAbstractScrollArea::keyPressEvent(event);
    }
}

bool PlainTable::viewportEvent(QEvent* event) {
    if (event->type() == QEvent::Leave && hovered_ >= 0) {
        hovered_ = -1;
        viewport()->update();
    }
    if (event->type() == QEvent::ToolTip) {
        const auto* asked = static_cast<QHelpEvent*>(event);
        QString text;
        for (std::size_t i = 0; i < places_.size(); ++i) {
            if (asked->pos().x() < places_[i].first || asked->pos().x() >= places_[i].second) continue;
            const int row = rowAt(asked->pos().y());
            text = asked->pos().y() < scaled(kHead) ? columns_[i].help
                   : row >= 0 ? rows_[static_cast<std::size_t>(row)].cells.value(static_cast<int>(i))
                              : QString();
        }
        showPlainToolTip(asked->globalPos(), text, viewport());
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

QString PlainTable::tsv() const {
    QStringList lines;
    QStringList fields;
    for (const PlainColumn& column : columns_)
        fields << oneField(column.title);
    lines << fields.join(QLatin1Char('\t'));
    for (const PlainRow& row : rows_) {
        fields.clear();
        for (const QString& cell : row.cells)
            fields << oneField(cell);
        lines << fields.join(QLatin1Char('\t'));
    }
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

}  // namespace reckoner

#include "moc_plain_table.cpp"
