#include "ui/pages/segments/segment_table.h"

#include <algorithm>

#include <QAccessible>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

#include "core/wording/segment_words.h"
#include "ui/pages/segments/segment_head.h"
#include "ui/pages/segments/segment_order.h"
#include "ui/shell/scaled.h"
#include "ui/widgets/copy_text.h"
#include "ui/widgets/keyboard_focus.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

constexpr int kRow = 32;
constexpr int kCaption = 28;
constexpr int kHead = 28;
constexpr int kReach = 8;  // what is marked reaches this far left of the text

QString oneField(QString text) {
    return text.replace(QLatin1Char('\t'), QLatin1Char(' ')).replace(QLatin1Char('\n'), QLatin1Char(' '));
}

}  // namespace

SegmentTable::SegmentTable(QWidget* parent) : QAbstractScrollArea(parent), head_(new SegmentHead(*this)) {
    setObjectName(QStringLiteral("segmentTable"));
    setAccessibleName(tr("Segments"));
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    viewport()->setObjectName(QStringLiteral("segmentRows"));
    viewport()->setMouseTracking(true);
    watchFocus(this);
    connect(head_, &SegmentHead::sortWanted, this, &SegmentTable::sortWanted);
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        picture_.forgetTexts();
        layOut();
        viewport()->update();
    });
}

void SegmentTable::setBoard(SegmentBoardPtr board, const Vocabulary& words) {
    picture_.board = std::move(board);
    picture_.words = words;
    picture_.reading = {};
    lines_.clear();
    current_.reset();
    hovered_.reset();
    measure();
    viewport()->update();
}

void SegmentTable::setReading(BoardReading reading) {
    const bool other = picture_.reading.metric != reading.metric;
    // Names tell by their weight how a segment stands.
    const bool stand =
        !other && std::equal(reading.segments.begin(), reading.segments.end(),
                             picture_.reading.segments.begin(), picture_.reading.segments.end(),
                             [](const auto& a, const auto& b) { return a.standing == b.standing; });
    picture_.reading = std::move(reading);
    if (other) layOut();
    if (stand)
        viewport()->update(movingColumns());
    else
        viewport()->update();
}

QRegion SegmentTable::movingColumns() const {
    QRegion region;
    for (const SegmentColumn& column : picture_.columns)
        if (!column.stays())
            region += QRect(column.left, 0, column.right - column.left, viewport()->height());
    return region;
}

void SegmentTable::arrange(const std::string& sort) {
    const auto chosen = current();
    sort_ = sort;
    lines_.clear();
    current_.reset();
    hovered_.reset();
    if (picture_.board && picture_.reading.metric) {
        const bool grouped = sort.empty();
        std::optional<Standing> group;
        for (const std::size_t segment : segmentOrder(*picture_.board, picture_.reading, sort)) {
            const Standing standing = picture_.reading.segments[segment].standing;
            const bool named = group.has_value() || standing != Standing::Worse;
            if (grouped && group != standing && named) lines_.push_back({std::nullopt, standing});
            group = standing;
            if (chosen == segment) current_ = lines_.size();
            lines_.push_back({segment, standing});
        }
        picture_.fitScales();
    }
    measure();
    head_->update();
    viewport()->update();
    describe();
}

// --- geometry ---

int SegmentTable::lineHeight(const Line& line) const {
    return scaled(line.segment ? kRow : kCaption);
}

void SegmentTable::measure() {
    total_ = 0;
    for (Line& line : lines_) {
        line.top = total_;
        total_ += lineHeight(line);
    }
    verticalScrollBar()->setRange(0, std::max(0, total_ - viewport()->height()));
    verticalScrollBar()->setPageStep(std::max(1, viewport()->height() - scaled(kRow)));
    verticalScrollBar()->setSingleStep(scaled(kRow));
    Q_EMIT scrolled();
}

void SegmentTable::layOut() {
    setViewportMargins(0, scaled(kHead), 0, 0);
    head_->setGeometry(0, 0, width(), scaled(kHead));
    picture_.columns.clear();
    if (picture_.board && picture_.reading.metric)
        picture_.columns = segmentColumns(*picture_.board, *picture_.reading.metric, picture_.words,
                                          width() - barWidth() - 2 * scaled(kReach));
    for (SegmentColumn& column : picture_.columns)
        for (int* x : {&column.left, &column.right, &column.barLeft, &column.barRight})
            *x += scaled(kReach);
    measure();
    head_->update();
}

std::optional<std::size_t> SegmentTable::lineAt(int y) const {
    const int at = y + verticalScrollBar()->value();
    if (y < 0 || at < 0 || at >= total_) return std::nullopt;
    const auto found = std::upper_bound(lines_.begin(), lines_.end(), at,
                                        [](int value, const Line& line) { return value < line.top; });
    return static_cast<std::size_t>(found - lines_.begin()) - 1;
}

std::vector<std::size_t> SegmentTable::below() const {
    std::vector<std::size_t> result;
    const int edge = verticalScrollBar()->value() + viewport()->height();
    for (const Line& line : lines_)
        if (line.segment && line.top + lineHeight(line) > edge) result.push_back(*line.segment);
    return result;
}

int SegmentTable::barWidth() const {
    return verticalScrollBar()->sizeHint().width();
}

void SegmentTable::resizeEvent(QResizeEvent*) {
    layOut();
}

void SegmentTable::scrollContentsBy(int, int) {
    viewport()->update();
    Q_EMIT scrolled();
}

// --- picture ---

void SegmentTable::paintEvent(QPaintEvent* event) {
    const Tokens& t = Theme::instance().tokens();
    QPainter painter(viewport());
    for (const QRect& part : event->region())
        painter.fillRect(part, t.page);
    if (!picture_.board || !picture_.reading.metric) return;
    painter.setRenderHint(QPainter::Antialiasing);
    const int offset = verticalScrollBar()->value();
    for (std::size_t i = lineAt(0).value_or(lines_.size()); i < lines_.size(); ++i) {
        const int y = lines_[i].top - offset;
        // A row that is cut at the foot is not begun; what is below is told under the table.
        const int needed = lineHeight(lines_[i]) + (lines_[i].segment ? 0 : scaled(kRow));
        if (y + needed > viewport()->height() && i > 0) break;
        const QRect row(0, y, width() - barWidth(), lineHeight(lines_[i]));
        if (lines_[i].segment && (hovered_ == i || (current_ == i && hasFocus()))) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(current_ == i && hasFocus() ? t.selected : t.chrome);
            painter.drawRoundedRect(QRectF(row).adjusted(0, 0, 0, -1), 6, 6);
        }
        paintLine(painter, lines_[i], y, event->region());
        if (current_ == i && keyboardFocus(this)) {
            painter.setPen(QPen(t.accent, 1));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(QRectF(row).adjusted(0.5, 0.5, -0.5, -1.5), 6, 6);
        }
    }
}

void SegmentTable::paintLine(QPainter& painter, const Line& line, int y, const QRegion& wanted) const {
    const Theme& theme = Theme::instance();
    const Tokens& t = theme.tokens();
    const QRect row(0, y, width() - barWidth(), lineHeight(line));
    if (line.segment)
        return picture_.paint(painter, *line.segment, row, verticalScrollBar()->value(), wanted);
    painter.setFont(theme.font(12));
    painter.setPen(t.ink3);
    painter.drawText(
        row.adjusted(scaled(kReach), 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft,
        qt(standingCaption(line.standing, *picture_.reading.metric, *picture_.board->run(), picture_.words)));
}

// --- choosing ---

std::optional<std::size_t> SegmentTable::current() const {
    return current_ ? lines_[*current_].segment : std::nullopt;
}

void SegmentTable::choose(std::size_t line) {
    current_ = line;
    QScrollBar* bar = verticalScrollBar();
    const int top = lines_[line].top;
    const int foot = top + lineHeight(lines_[line]);
    if (top < bar->value()) bar->setValue(top);
    if (foot > bar->value() + viewport()->height()) bar->setValue(foot - viewport()->height());
    viewport()->update();
    describe();
}

void SegmentTable::move(int by) {
    std::vector<std::size_t> rows;
    std::size_t at = 0;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        if (!lines_[i].segment) continue;
        if (current_ && i <= *current_) at = rows.size();
        rows.push_back(i);
    }
    if (rows.empty()) return;
    const auto last = static_cast<std::ptrdiff_t>(rows.size()) - 1;
    const std::ptrdiff_t wanted = current_ ? static_cast<std::ptrdiff_t>(at) + by : 0;
    choose(rows[static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(wanted, 0, last))]);
}

void SegmentTable::open(std::size_t line, Qt::KeyboardModifiers modifiers) {
    if (!lines_[line].segment) return;
    if (modifiers & Qt::ShiftModifier)
        Q_EMIT cohortWanted(*lines_[line].segment);
    else
        Q_EMIT opened(*lines_[line].segment);
}

void SegmentTable::mousePressEvent(QMouseEvent* event) {
    const auto line = lineAt(event->position().toPoint().y());
    if (event->button() == Qt::LeftButton && line && lines_[*line].segment) choose(*line);
}

void SegmentTable::mouseReleaseEvent(QMouseEvent* event) {
    const auto line = lineAt(event->position().toPoint().y());
    if (event->button() == Qt::LeftButton && line && line == current_) open(*line, event->modifiers());
}

void SegmentTable::mouseMoveEvent(QMouseEvent* event) {
    auto line = lineAt(event->position().toPoint().y());
    if (line && !lines_[*line].segment) line.reset();
    if (line == hovered_) return;
    hovered_ = line;
    viewport()->setCursor(line ? Qt::PointingHandCursor : Qt::ArrowCursor);
    viewport()->update();
}

void SegmentTable::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Copy)) return copyPlainText(tsv());
    const int page = std::max(1, viewport()->height() / scaled(kRow) - 1);
    switch (event->key()) {
        case Qt::Key_Up:
            return move(-1);
        case Qt::Key_Down:
            return move(1);
        case Qt::Key_PageUp:
            return move(-page);
        case Qt::Key_PageDown:
            return move(page);
        case Qt::Key_Home:
            return move(-static_cast<int>(lines_.size()));
        case Qt::Key_End:
            return move(static_cast<int>(lines_.size()));
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (current_) open(*current_, event->modifiers());
            return;
        case Qt::Key_P:
            if (const auto segment = current()) Q_EMIT pinWanted(*segment);
            return;
        default:
            QAbstractScrollArea::keyPressEvent(event);
    }
}

void SegmentTable::contextMenuEvent(QContextMenuEvent* event) {
    const auto line = event->reason() == QContextMenuEvent::Mouse ? lineAt(event->pos().y()) : current_;
    if (!line || !lines_[*line].segment) return;
    choose(*line);
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Show its cases"), this, [this, line] { open(*line, Qt::NoModifier); });
    menu->addAction(tr("Save as cohort..."), this, [this, line] { open(*line, Qt::ShiftModifier); });
    menu->addAction(tr("Make it a requirement..."), this,
                    [this, line] { Q_EMIT requirementWanted(*lines_[*line].segment); });
    menu->addAction(tr("Pin to compare"), this, [this, line] { Q_EMIT pinWanted(*lines_[*line].segment); });
    menu->addAction(tr("Copy the table"), this, [this] { copyPlainText(tsv()); });
    menu->popup(event->globalPos());
}

bool SegmentTable::viewportEvent(QEvent* event) {
    if (event->type() == QEvent::Leave && hovered_) {
        hovered_.reset();
        viewport()->update();
    }
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const auto line = lineAt(help->pos().y());
        const bool known = line && lines_[*line].segment && picture_.board;
        showPlainToolTip(
            help->globalPos(),
            known ? qt(segmentText(*picture_.board, *lines_[*line].segment, picture_.reading, picture_.words))
                  : QString(),
            viewport());
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

// --- text ---

QString SegmentTable::tsv() const {
    QStringList lines;
    QStringList fields;
    for (const SegmentColumn& column : picture_.columns)
        if (column.field != SegmentField::Scores) fields << oneField(column.title);
    lines << fields.join(QLatin1Char('\t'));
    for (const Line& line : lines_) {
        if (!line.segment) continue;
        fields.clear();
        for (const SegmentColumn& column : picture_.columns)
            if (column.field != SegmentField::Scores)
                fields << oneField(picture_.text(column.field, *line.segment));
        lines << fields.join(QLatin1Char('\t'));
    }
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

void SegmentTable::describe() {
    const auto segment = current();
    setAccessibleDescription(segment && picture_.board ? qt(segmentText(*picture_.board, *segment,
                                                                        picture_.reading, picture_.words))
                                                       : QString());
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
}

}  // namespace reckoner

#include "moc_segment_table.cpp"
