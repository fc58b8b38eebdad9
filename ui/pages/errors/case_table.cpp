#include "ui/pages/errors/case_table.h"

#include <algorithm>

#include <QAccessible>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QScrollBar>

#include "ui/pages/errors/case_cells.h"
#include "ui/shell/scaled.h"
#include "ui/style/theme.h"
#include "ui/widgets/copy_text.h"
#include "ui/widgets/keyboard_focus.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

constexpr int kRow = 32;
constexpr std::size_t kMostCopied = 20'000;  // rows put on the clipboard at once
constexpr qreal kStaleOpacity = 0.45;

QString oneField(QString text) {
    return text.replace(QLatin1Char('\t'), QLatin1Char(' ')).replace(QLatin1Char('\n'), QLatin1Char(' '));
}

}  // namespace

CaseTable::CaseTable(Executor& executor, QWidget* parent)
    : QAbstractScrollArea(parent), texts_(executor, this) {
    setObjectName(QStringLiteral("caseTable"));
    setAccessibleName(tr("Cases"));
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    viewport()->setObjectName(QStringLiteral("caseRows"));
    watchFocus(this);
    connect(&texts_, &CaseTexts::arrived, this, [this] {
        viewport()->update();
        describe();
    });
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        measure();
        viewport()->update();
    });
}

CaseTable::~CaseTable() = default;

int CaseTable::rowHeight() const {
    return scaled(kRow);
}

std::optional<RowIndex> CaseTable::rowAt(std::size_t place) const {
    if (place >= known() || place >= content_.total) return std::nullopt;
    return (*content_.rows)[place];
}

void CaseTable::setContent(Content content, std::vector<CaseColumn> columns) {
    content_ = std::move(content);
    selection_.clear();
    stale_ = false;
    if (current_ >= content_.total) current_ = 0;
    if (content_.total > 0) selection_.add({current_, current_});
    anchor_ = current_;
    setColumns(std::move(columns));
    describe();
}

void CaseTable::setRows(std::shared_ptr<const std::vector<RowIndex>> rows) {
    content_.rows = std::move(rows);
    wantTexts();
    viewport()->update();
}

int CaseTable::verticalScrollBarWidth() const {
    return verticalScrollBar()->sizeHint().width();
}

void CaseTable::setColumns(std::vector<CaseColumn> columns) {
    columns_ = std::move(columns);
    std::vector<ColumnId> texts;
    if (content_.view) {
        // The id is read even where it is not shown: notes hang on it.
        if (const ColumnInfo* id = content_.view->table().find(ColumnRole::Id)) texts.push_back(id->id);
        for (const CaseColumn& column : columns_)
            if (column.kind == CaseColumn::Kind::Field && column.field.type == ColumnType::Text)
                texts.push_back(column.field.id);
        texts_.setSource(content_.view->tablePtr(), texts);
    }
    measure();
    wantTexts();
    viewport()->update();
}

void CaseTable::setStale(bool stale) {
    if (stale_ == stale) return;
    stale_ = stale;
    viewport()->update();
}

void CaseTable::setEmptyText(const QString& text) {
    emptyText_ = text;
    if (content_.total == 0) viewport()->update();
}

// --- geometry ---

void CaseTable::measure() {
    int width = 0;
    for (const CaseColumn& column : columns_)
        width += column.width;
    horizontalScrollBar()->setRange(0, std::max(0, width - viewport()->width()));
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setSingleStep(scaled(24));
    // Pixels where they fit into an int, whole rows beyond.
    const std::size_t rows = content_.total;
    const std::size_t page = std::max<std::size_t>(1, visibleRows() - 1);
    const bool pixels = rows < 50'000'000;
    const int unit = pixels ? rowHeight() : 1;
    const auto most =
        static_cast<std::int64_t>(rows) * unit - (pixels ? viewport()->height() : static_cast<int>(page));
    verticalScrollBar()->setRange(0, static_cast<int>(std::clamp<std::int64_t>(most, 0, 2'000'000'000)));
    verticalScrollBar()->setPageStep(pixels ? static_cast<int>(page) * unit : static_cast<int>(page));
    verticalScrollBar()->setSingleStep(unit);
    verticalScrollBar()->setProperty("unit", unit);
}

std::size_t CaseTable::firstVisible() const {
    const int unit = std::max(1, verticalScrollBar()->property("unit").toInt());
    return static_cast<std::size_t>(verticalScrollBar()->value() / unit);
}

std::size_t CaseTable::visibleRows() const {
    return static_cast<std::size_t>(viewport()->height() / rowHeight()) + 2;
}

int CaseTable::yOf(std::size_t place) const {
    const int unit = std::max(1, verticalScrollBar()->property("unit").toInt());
    const auto rows = static_cast<std::int64_t>(place) - static_cast<std::int64_t>(firstVisible());
    const int offset = unit == 1 ? 0 : verticalScrollBar()->value() % unit;
    return static_cast<int>(std::clamp<std::int64_t>(rows * rowHeight() - offset, -1'000'000, 1'000'000));
}

std::optional<std::size_t> CaseTable::placeAt(const QPoint& at) const {
    if (at.y() < 0) return std::nullopt;
    const std::size_t place =
        firstVisible() + static_cast<std::size_t>((at.y() - yOf(firstVisible())) / rowHeight());
    return place < content_.total ? std::optional(place) : std::nullopt;
}

void CaseTable::ensureVisible(std::size_t place) {
    const int unit = std::max(1, verticalScrollBar()->property("unit").toInt());
    const int top = yOf(place);
    const int over = top + rowHeight() - viewport()->height();
    QScrollBar* bar = verticalScrollBar();
    if (top < 0) {
        bar->setValue(
            static_cast<int>(std::min<std::size_t>(place, 2'000'000'000 / static_cast<std::size_t>(unit))) *
            unit);
    } else if (over > 0) {
        bar->setValue(unit == 1 ? bar->value() + (over + rowHeight() - 1) / rowHeight()
                                : bar->value() + over);
    }
}

void CaseTable::resizeEvent(QResizeEvent*) {
    measure();
    wantTexts();
}

void CaseTable::scrollContentsBy(int dx, int) {
    if (dx != 0) Q_EMIT scrolledSideways(horizontalScrollBar()->value());
    wantTexts();
    viewport()->update();
}

void CaseTable::wantTexts() {
    if (!content_.view) return;
    std::vector<RowIndex> rows;
    const std::size_t first = firstVisible();
    for (std::size_t place = first; place < first + visibleRows(); ++place)
        if (const auto row = rowAt(place)) rows.push_back(*row);
    if (const auto row = rowAt(current_); row && std::find(rows.begin(), rows.end(), *row) == rows.end())
        rows.push_back(*row);
    texts_.want(rows);
}

// --- picture ---

void CaseTable::paintEvent(QPaintEvent* event) {
    const Theme& theme = Theme::instance();
    const Tokens& t = theme.tokens();
    QPainter painter(viewport());
    painter.fillRect(event->rect(), t.page);
    painter.setRenderHint(QPainter::Antialiasing);
    if (content_.total == 0) {
        painter.setFont(theme.font(14));
        painter.setPen(t.ink2);
        painter.drawText(viewport()->rect().adjusted(scaled(16), scaled(24), -scaled(16), 0),
                         Qt::AlignTop | Qt::AlignHCenter | Qt::TextWordWrap, stale_ ? QString() : emptyText_);
        return;
    }
    if (stale_) painter.setOpacity(kStaleOpacity);
    const std::size_t first = firstVisible();
    for (std::size_t place = first; place < std::min(content_.total, first + visibleRows()); ++place)
        paintRow(painter, place, yOf(place));
}

void CaseTable::paintRow(QPainter& painter, std::size_t place, int y) {
    const Tokens& t = Theme::instance().tokens();
    const QRect row(0, y, viewport()->width(), rowHeight());
    const bool chosen = selection_.contains(place);
    if (chosen) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(t.selected);
        painter.drawRoundedRect(QRectF(row).adjusted(0, 0, 0, 0), 6, 6);
    }
    if (!chosen) painter.fillRect(QRect(scaled(8), row.bottom(), row.width() - scaled(8), 1), t.grid);
    if (place == current_ && hasFocus() && keyboardFocus(this)) {
        painter.setPen(QPen(t.accent, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(row).adjusted(1, 1, -1, -1), 5, 5);
    }
    const auto index = rowAt(place);
    int x = -horizontalScrollBar()->value();
    CellPaint how;
    how.current = place == current_;
    if (index && content_.noted) {
        const ColumnInfo* id = content_.view->table().find(ColumnRole::Id);
        const CaseTexts::Line* line = id ? texts_.find(*index, id->id) : nullptr;
        how.noted = line && content_.noted(line->text);
    }
    for (const CaseColumn& column : columns_) {
        how.rect = QRect(x, y, column.width, rowHeight());
        x += column.width;
        if (x < 0 || how.rect.left() > viewport()->width()) continue;
        if (index) {
            paintCell(painter, *content_.view, texts_, column, *index, how);
        } else {
            // The order of the rest is still being worked out.
            painter.setPen(Qt::NoPen);
            painter.setBrush(t.sunk);
            painter.drawRoundedRect(how.rect.adjusted(scaled(8), scaled(12), -scaled(8), -scaled(12)), 2, 2);
        }
    }
}

// --- choosing ---

void CaseTable::setCurrent(std::size_t place) {
    if (place >= content_.total) return;
    current_ = anchor_ = place;
    selection_.clear();
    selection_.add({place, place});
    ensureVisible(place);
    wantTexts();
    viewport()->update();
    describe();
}

void CaseTable::choose(std::size_t place, Qt::KeyboardModifiers modifiers) {
    if (place >= content_.total) return;
    if (modifiers & Qt::ShiftModifier) {
        if (!(modifiers & Qt::ControlModifier)) selection_.clear();
        selection_.add({std::min(anchor_, place), std::max(anchor_, place)});
        current_ = place;
    } else if (modifiers & Qt::ControlModifier) {
        const bool takesAway = selection_.contains(place) && selection_.count() > 1;
        if (takesAway)
            selection_.remove(place);
        else
            selection_.add({place, place});
        anchor_ = current_ = place;
    } else {
        selection_.clear();
        selection_.add({place, place});
        anchor_ = current_ = place;
    }
    ensureVisible(place);
    wantTexts();
    viewport()->update();
    describe();
    Q_EMIT currentChosen(place);
}

void CaseTable::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::RightButton) return;
    if (const auto place = placeAt(event->position().toPoint())) choose(*place, event->modifiers());
}

void CaseTable::mouseMoveEvent(QMouseEvent* event) {
    if (!(event->buttons() & Qt::LeftButton)) return;
    const auto place = placeAt(event->position().toPoint());
    if (place && *place != current_) choose(*place, Qt::ShiftModifier);
}

void CaseTable::mouseDoubleClickEvent(QMouseEvent*) {
    Q_EMIT activated();
}

void CaseTable::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Copy)) {
        if (const auto text = tsv(kMostCopied))
            copyPlainText(*text);
        else
            Q_EMIT tooManyToCopy();
        return;
    }
    if (content_.total == 0) return QAbstractScrollArea::keyPressEvent(event);
    if (event->matches(QKeySequence::SelectAll)) {
        selection_.add({0, content_.total - 1});
        viewport()->update();
        Q_EMIT selectionChanged();
        return;
    }
    const auto page = static_cast<std::ptrdiff_t>(std::max<std::size_t>(1, visibleRows() - 3));
    const auto last = static_cast<std::ptrdiff_t>(content_.total) - 1;
    std::ptrdiff_t wanted = static_cast<std::ptrdiff_t>(current_);
    switch (event->key()) {
        case Qt::Key_Up:
            wanted -= 1;
            break;
        case Qt::Key_Down:
            wanted += 1;
            break;
        case Qt::Key_PageUp:
            wanted -= page;
            break;
        case Qt::Key_PageDown:
            wanted += page;
            break;
        case Qt::Key_Home:
            wanted = 0;
            break;
        case Qt::Key_End:
            wanted = last;
            break;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            Q_EMIT activated();
            return;
        default:
            return QAbstractScrollArea::keyPressEvent(event);
    }
    choose(static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(wanted, 0, last)),
           event->modifiers() & Qt::ShiftModifier);
}

void CaseTable::contextMenuEvent(QContextMenuEvent* event) {
    Q_EMIT menuWanted(event->globalPos());
}

bool CaseTable::viewportEvent(QEvent* event) {
    if (event->type() == QEvent::Leave || event->type() == QEvent::Enter) viewport()->update();
    return QAbstractScrollArea::viewportEvent(event);
}

void CaseTable::focusInEvent(QFocusEvent* event) {
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

// --- text ---

QString CaseTable::tsvLine(RowIndex row) const {
    QStringList fields;
    for (const CaseColumn& column : columns_) {
        if (column.kind == CaseColumn::Kind::Mark || column.kind == CaseColumn::Kind::Note) continue;
        const CellText cell = cellText(*content_.view, texts_, column, row);
        QString text = cell.text;
        if (cell.waiting) {
            const ColumnInfo* id = content_.view->table().find(ColumnRole::Id);
            const ColumnId from = column.kind == CaseColumn::Kind::Id && id ? id->id : column.field.id;
            text = qt(content_.view->table().text(from)->at(row));
        }
        fields << oneField(text);
    }
    return fields.join(QLatin1Char('\t'));
}

std::optional<QString> CaseTable::tsv(std::size_t most) const {
    if (selection_.count() > most) return std::nullopt;
    QStringList lines;
    QStringList titles;
    for (const CaseColumn& column : columns_)
        if (column.kind != CaseColumn::Kind::Mark && column.kind != CaseColumn::Kind::Note)
            titles << oneField(column.title);
    lines << titles.join(QLatin1Char('\t'));
    for (const PlaceRange& range : selection_.ranges())
        for (std::size_t place = range.first; place <= range.last; ++place)
            if (const auto row = rowAt(place)) lines << tsvLine(*row);
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

void CaseTable::describe() {
    const auto row = rowAt(current_);
    if (!row || !content_.view) {
        setAccessibleDescription({});
        return;
    }
    QStringList parts;
    for (const CaseColumn& column : columns_) {
        if (column.title.isEmpty()) continue;
        const CellText cell = cellText(*content_.view, texts_, column, *row);
        parts << column.title + QStringLiteral(" ") + (cell.missing ? tr("missing") : cell.text);
    }
    const QString text = parts.join(QStringLiteral(", "));
    if (text == accessibleDescription()) return;
    setAccessibleDescription(text);
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
}

}  // namespace reckoner

#include "moc_case_table.cpp"
