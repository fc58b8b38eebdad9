#include "ui/pages/segments/segment_heat.h"

#include <algorithm>
#include <cmath>

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

#include "core/wording/number_format.h"
#include "core/wording/segment_words.h"
#include "ui/charts/chart_paint.h"
#include "ui/shell/scaled.h"
#include "ui/widgets/copy_text.h"
#include "ui/widgets/keyboard_focus.h"
#include "ui/widgets/outcome_marks.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

constexpr int kNames = 144;
constexpr int kHead = 44;
constexpr int kCell = 72;
constexpr int kWidest = 168;
constexpr int kHigh = 52;
constexpr int kGap = 4;

// Keeps the order values have within each row; a new one follows the one before it there.
void learn(std::vector<std::optional<std::string>>& order, const std::optional<std::string>& value,
           std::size_t& after) {
    const auto found = std::find(order.begin(), order.end(), value);
    if (found != order.end()) {
        after = static_cast<std::size_t>(found - order.begin()) + 1;
        return;
    }
    order.insert(order.begin() + static_cast<std::ptrdiff_t>(std::min(after, order.size())), value);
    ++after;
}

QString nameOf(const std::optional<std::string>& value) {
    return value ? qt(groupLabel(*value)).simplified() : SegmentHeat::tr("missing");
}

}  // namespace

SegmentHeat::SegmentHeat(QWidget* parent) : QAbstractScrollArea(parent) {
    setObjectName(QStringLiteral("segmentHeat"));
    setAccessibleName(tr("Two columns crossed"));
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    viewport()->setMouseTracking(true);
    watchFocus(this);
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        measure();
        viewport()->update();
    });
}

void SegmentHeat::setBoard(SegmentBoardPtr board, const Vocabulary& words) {
    board_ = std::move(board);
    words_ = words;
    reading_ = {};
    rows_.clear();
    columns_.clear();
    cells_.clear();
    chosen_ = hovered_ = {};
    if (board_ && (board_->sets().size() != 1 || board_->sets().front().size() != 2)) board_.reset();
    if (board_) {
        std::size_t afterRow = 0;
        std::size_t afterColumn = 0;
        std::optional<Value> before;
        for (const BoardSegment& segment : board_->segments()) {
            const Value& first = segment.key.values[0];
            if (!before || *before != first) afterColumn = 0;
            before = first;
            learn(rows_, first, afterRow);
            learn(columns_, segment.key.values[1], afterColumn);
        }
        cells_.resize(rows_.size() * columns_.size());
        for (std::size_t i = 0; i < board_->segments().size(); ++i) {
            const auto& key = board_->segments()[i].key.values;
            const auto row = std::find(rows_.begin(), rows_.end(), key[0]) - rows_.begin();
            const auto column = std::find(columns_.begin(), columns_.end(), key[1]) - columns_.begin();
            cells_[static_cast<std::size_t>(row) * columns_.size() + static_cast<std::size_t>(column)] = i;
        }
    }
    measure();
    viewport()->update();
}

void SegmentHeat::setReading(BoardReading reading) {
    reading_ = std::move(reading);
    largest_ = 0;
    for (const SegmentReading& one : reading_.segments)
        if (one.difference && (one.standing == Standing::Worse || one.standing == Standing::Better))
            largest_ = std::max(largest_, std::abs(*one.difference));
    viewport()->update();
}

// --- geometry ---

int SegmentHeat::cellWidth() const {
    if (columns_.empty()) return scaled(kCell);
    const int room = (viewport()->width() - scaled(kNames)) / static_cast<int>(columns_.size());
    return std::clamp(room, scaled(kCell), scaled(kWidest));
}

void SegmentHeat::measure() {
    const int wide = scaled(kNames) + cellWidth() * static_cast<int>(columns_.size());
    const int high = scaled(kHead) + scaled(kHigh) * static_cast<int>(rows_.size());
    horizontalScrollBar()->setRange(0, std::max(0, wide - viewport()->width()));
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setSingleStep(cellWidth());
    verticalScrollBar()->setRange(0, std::max(0, high - viewport()->height()));
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(scaled(kHigh));
}

QRect SegmentHeat::cellRect(const Place& place) const {
    return QRect(scaled(kNames) + place.column * cellWidth() - horizontalScrollBar()->value(),
                 scaled(kHead) + place.row * scaled(kHigh) - verticalScrollBar()->value(),
                 cellWidth() - scaled(kGap), scaled(kHigh) - scaled(kGap));
}

SegmentHeat::Place SegmentHeat::placeAt(const QPoint& at) const {
    if (at.x() < scaled(kNames) || at.y() < scaled(kHead)) return {};
    const Place place{(at.y() - scaled(kHead) + verticalScrollBar()->value()) / scaled(kHigh),
                      (at.x() - scaled(kNames) + horizontalScrollBar()->value()) / cellWidth()};
    return segmentAt(place) ? place : Place{};
}

std::optional<std::size_t> SegmentHeat::segmentAt(const Place& place) const {
    if (place.row < 0 || place.column < 0 || place.row >= static_cast<int>(rows_.size()) ||
        place.column >= static_cast<int>(columns_.size()))
        return std::nullopt;
    return cells_[static_cast<std::size_t>(place.row) * columns_.size() +
                  static_cast<std::size_t>(place.column)];
}

void SegmentHeat::resizeEvent(QResizeEvent*) {
    measure();
}

void SegmentHeat::scrollContentsBy(int, int) {
    viewport()->update();
}

// --- picture ---

QColor SegmentHeat::ground(std::size_t segment) const {
    const Tokens& t = Theme::instance().tokens();
    const SegmentReading& one = reading_.segments[segment];
    if (one.standing == Standing::TooFew) return t.page;
    if (one.standing == Standing::Same || !one.difference) return t.sunk;
    const bool worse = one.standing == Standing::Worse;
    QColor color = lookOf(worse ? toneOf(*reading_.metric) : Cell::Caught).mark;
    color.setAlphaF(static_cast<float>(0.14 + 0.36 * std::abs(*one.difference) / std::max(1e-9, largest_)));
    return color;
}

void SegmentHeat::paintCell(QPainter& painter, const Place& place) const {
    const auto segment = segmentAt(place);
    const Theme& theme = Theme::instance();
    const Tokens& t = theme.tokens();
    const QRect rect = cellRect(place);
    if (!segment) return;
    const SegmentReading& one = reading_.segments[*segment];
    const bool few = one.standing == Standing::TooFew;
    const bool current = place == chosen_ && keyboardFocus(this);
    painter.setPen(current || place == hovered_ ? QPen(current ? t.accent : t.control, 1)
                   : few                        ? QPen(t.line, 1)
                                                : QPen(Qt::NoPen));
    painter.setBrush(ground(*segment));
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    const bool told = one.standing == Standing::Worse;
    painter.setFont(theme.font(14, told ? QFont::DemiBold : QFont::Normal));
    painter.setPen(few ? t.ink3 : t.ink);
    painter.drawText(rect.adjusted(0, scaled(6), 0, -rect.height() / 2 + scaled(2)), Qt::AlignCenter,
                     qt(metricText(*reading_.metric, one.value)));
    painter.setFont(theme.font(12));
    painter.setPen(few ? t.ink3 : t.ink2);
    painter.drawText(rect.adjusted(0, rect.height() / 2, 0, -scaled(4)), Qt::AlignCenter,
                     tr("n %1").arg(qt(count(board_->segments()[*segment].n))));
}

void SegmentHeat::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::instance();
    const Tokens& t = theme.tokens();
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), t.page);
    if (!board_ || !reading_.metric) return;
    painter.setRenderHint(QPainter::Antialiasing);
    for (int row = 0; row < static_cast<int>(rows_.size()); ++row)
        for (int column = 0; column < static_cast<int>(columns_.size()); ++column) {
            const QRect rect = cellRect({row, column});
            if (rect.intersects(viewport()->rect())) paintCell(painter, {row, column});
        }
    // Names stand over what is scrolled below them.
    painter.fillRect(QRect(0, 0, viewport()->width(), scaled(kHead)), t.page);
    painter.fillRect(QRect(0, 0, scaled(kNames), viewport()->height()), t.page);
    const QFont font = theme.font(12, QFont::DemiBold);
    const QFontMetrics metrics(font);
    painter.setClipRect(QRect(scaled(kNames), 0, viewport()->width(), scaled(kHead)));
    for (int column = 0; column < static_cast<int>(columns_.size()); ++column) {
        const QRect rect = cellRect({0, column});
        paintText(painter, QRect(rect.left(), scaled(20), rect.width(), scaled(20)), Qt::AlignCenter,
                  metrics.elidedText(nameOf(columns_[static_cast<std::size_t>(column)]), Qt::ElideRight,
                                     rect.width()),
                  font, t.ink);
    }
    painter.setClipRect(QRect(0, scaled(kHead), scaled(kNames), viewport()->height()));
    for (int row = 0; row < static_cast<int>(rows_.size()); ++row) {
        const QRect rect = cellRect({row, 0});
        paintText(painter, QRect(0, rect.top(), scaled(kNames) - scaled(12), rect.height()),
                  Qt::AlignLeft | Qt::AlignVCenter,
                  metrics.elidedText(nameOf(rows_[static_cast<std::size_t>(row)]), Qt::ElideRight,
                                     scaled(kNames) - scaled(12)),
                  font, t.ink);
    }
    painter.setClipping(false);
    const auto& columns = board_->segments().front().columns;
    const EvalTable& table = *board_->run()->request.table;
    const QFont plain = theme.font(12);
    paintText(painter, QRect(0, scaled(20), scaled(kNames) - scaled(12), scaled(20)),
              Qt::AlignLeft | Qt::AlignVCenter, qt(segmentColumnName(table, {columns[0]})).simplified(),
              plain, t.ink3);
    paintText(painter, QRect(scaled(kNames), 0, viewport()->width() - scaled(kNames), scaled(20)),
              Qt::AlignLeft | Qt::AlignVCenter, qt(segmentColumnName(table, {columns[1]})).simplified(),
              plain, t.ink3);
}

// --- choosing ---

void SegmentHeat::open(std::size_t segment, Qt::KeyboardModifiers modifiers) {
    if (modifiers & Qt::ShiftModifier)
        Q_EMIT cohortWanted(segment);
    else
        Q_EMIT opened(segment);
}

void SegmentHeat::choose(const Place& place) {
    const auto segment = segmentAt(place);
    if (!segment) return;
    chosen_ = place;
    setAccessibleDescription(qt(segmentText(*board_, *segment, reading_, words_)));
    viewport()->update();
}

void SegmentHeat::mouseReleaseEvent(QMouseEvent* event) {
    const Place place = placeAt(event->position().toPoint());
    if (event->button() != Qt::LeftButton || place.row < 0 || !reading_.metric) return;
    choose(place);
    open(*segmentAt(place), event->modifiers());
}

void SegmentHeat::mouseMoveEvent(QMouseEvent* event) {
    const Place place = placeAt(event->position().toPoint());
    if (place == hovered_) return;
    hovered_ = place;
    viewport()->setCursor(place.row >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    viewport()->update();
}

void SegmentHeat::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Copy)) return copyPlainText(tsv());
    Place next = chosen_.row < 0 ? Place{0, 0} : chosen_;
    switch (event->key()) {
        case Qt::Key_Left:
            --next.column;
            break;
        case Qt::Key_Right:
            ++next.column;
            break;
        case Qt::Key_Up:
            --next.row;
            break;
        case Qt::Key_Down:
            ++next.row;
            break;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (const auto segment = segmentAt(chosen_)) open(*segment, event->modifiers());
            return;
        default:
            return QAbstractScrollArea::keyPressEvent(event);
    }
    choose(chosen_.row < 0 ? Place{0, 0} : next);
}

bool SegmentHeat::viewportEvent(QEvent* event) {
    if (event->type() == QEvent::Leave && hovered_.row >= 0) {
        hovered_ = {};
        viewport()->update();
    }
    if (event->type() == QEvent::ToolTip) {
        const auto* asked = static_cast<QHelpEvent*>(event);
        const auto segment = segmentAt(placeAt(asked->pos()));
        showPlainToolTip(
            asked->globalPos(),
            segment && reading_.metric ? qt(segmentText(*board_, *segment, reading_, words_)) : QString(),
            viewport());
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

QString SegmentHeat::tsv() const {
    if (!board_ || !reading_.metric) return {};
    QStringList lines;
    QStringList fields{QString()};
    for (const Value& column : columns_)
        fields << nameOf(column);
    lines << fields.join(QLatin1Char('\t'));
    for (std::size_t row = 0; row < rows_.size(); ++row) {
        fields = {nameOf(rows_[row])};
        for (std::size_t column = 0; column < columns_.size(); ++column) {
            const auto segment = cells_[row * columns_.size() + column];
            fields << (segment ? qt(metricText(*reading_.metric, reading_.segments[*segment].value))
                               : QString());
        }
        lines << fields.join(QLatin1Char('\t'));
    }
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

}  // namespace reckoner

#include "moc_segment_heat.cpp"
