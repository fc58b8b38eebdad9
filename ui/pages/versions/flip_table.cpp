#include "ui/pages/versions/flip_table.h"

#include <algorithm>
#include <cmath>

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include "core/wording/number_format.h"
#include "core/wording/outcome_words.h"
#include "ui/charts/chart_paint.h"
#include "ui/shell/scaled.h"
#include "ui/widgets/copy_text.h"
#include "ui/widgets/keyboard_focus.h"
#include "ui/widgets/outcome_marks.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

constexpr int kReach = 8;
constexpr int kHead = 28;
constexpr int kRow = 32;
constexpr int kCounts = 5;  // n, fixed, broken, still wrong, still right
constexpr int kNarrow = 92;
constexpr int kWide = 140;
constexpr std::size_t kMostRows = 8;

std::uint64_t countOf(const Flips& flips, int column) {
    const std::uint64_t counts[] = {flips.n(), flips.fixed, flips.broken, flips.stillWrong, flips.stillRight};
    return counts[column];
}

}  // namespace

FlipTable::FlipTable(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("flipTable"));
    setAccessibleName(tr("Who changes, by segment"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    watchFocus(this);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void FlipTable::setRows(const QString& columnTitle, const QString& samples, const QString& moneyTitle,
                        Row everybody, std::vector<Row> rows) {
    columnTitle_ = columnTitle;
    samples_ = samples;
    moneyTitle_ = moneyTitle;
    rows_ = std::move(rows);
    left_ = 0;
    hovered_.reset();
    current_ = {};
    std::stable_sort(rows_.begin(), rows_.end(),
                     [](const Row& a, const Row& b) { return a.flips.n() > b.flips.n(); });
    if (rows_.size() > kMostRows) {
        left_ = static_cast<int>(rows_.size() - kMostRows);
        rows_.resize(kMostRows);
    }
    rows_.insert(rows_.begin(), std::move(everybody));
    setAccessibleDescription(tsv());
    updateGeometry();
    update();
}

int FlipTable::columns() const {
    return moneyTitle_.isEmpty() ? kCounts : kCounts + 1;
}

QSize FlipTable::sizeHint() const {
    const int rows = static_cast<int>(rows_.size()) + (left_ > 0 ? 1 : 0);
    return {scaled(760), scaled(kHead) + rows * scaled(kRow)};
}

QStringList FlipTable::head() const {
    QStringList titles{samples_, tr("Fixed"), tr("Newly broken"), tr("Still wrong"), tr("Still right")};
    if (!moneyTitle_.isEmpty()) titles << moneyTitle_;
    return titles;
}

QString FlipTable::cell(const Row& row, int column) const {
    if (column < kCounts) return qt(count(countOf(row.flips, column)));
    if (row.flips.fixed + row.flips.broken == 0) return QStringLiteral("0");
    const QString amount = qt(amountText(std::fabs(row.money)));
    return amount + (row.money < 0 ? tr(" less") : tr(" more"));
}

int FlipTable::nameWidth() const {
    const QFont font = Theme::instance().font(14, QFont::DemiBold);
    int wide = qCeil(textSize(columnTitle_, font).width());
    for (const Row& row : rows_)
        wide = std::max(wide, qCeil(textSize(row.name, font).width()));
    const int most = width() - 2 * scaled(kReach) - kCounts * scaled(kNarrow) - scaled(kWide);
    return std::clamp(wide + scaled(24), scaled(80), std::max(scaled(80), most));
}

QRect FlipTable::cellRect(int row, int column) const {
    const int left = scaled(kReach) + nameWidth() + column * scaled(kNarrow);
    const int wide = column < kCounts ? scaled(kNarrow) : scaled(kWide);
    return {left, scaled(kHead) + row * scaled(kRow), wide, scaled(kRow) - 1};
}

void FlipTable::paintCell(QPainter& painter, int row, int column) const {
    const Theme& theme = Theme::instance();
    const Tokens& t = theme.tokens();
    const Row& one = rows_[static_cast<std::size_t>(row)];
    const QRect at = cellRect(row, column);
    const Place place{row, column};
    const bool hot = hovered_ == place && opens(place);
    if (column < kCounts && keyboardFocus(this) && current_ == place) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(t.selected);
        painter.drawRoundedRect(QRectF(at).adjusted(scaled(8), 2, scaled(4), -2), 6, 6);
    }
    const bool strong = row == 0 || hot;
    const QColor quiet = column == 0 || column > 2 ? t.ink2 : t.ink;
    const QColor tone = hot                                  ? t.accent
                        : column == kCounts && one.money < 0 ? t.better
                        : column == kCounts && one.money > 0 ? t.ink
                                                             : quiet;
    const QString text = cell(one, column);
    const QFont font = theme.font(14, strong ? QFont::DemiBold : QFont::Normal);
    paintText(painter, at, Qt::AlignRight | Qt::AlignVCenter, text, font, tone);
    if ((column != 1 && column != 2) || row != 0) return;
    // The marks stand in the row of everybody alone, as a key.
    const qreal mark = scaled(10);
    const qreal x = at.right() - textSize(text, font).width() - mark - scaled(8);
    paintMark(painter, column == 1 ? Cell::Caught : Cell::Missed,
              QRectF(x, at.center().y() - mark / 2 + 1, mark, mark));
}

void FlipTable::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::instance();
    const Tokens& t = theme.tokens();
    QPainter painter(this);
    painter.fillRect(rect(), t.page);
    if (rows_.empty()) return;
    painter.setRenderHint(QPainter::Antialiasing);
    const int reach = scaled(kReach);
    const QFont small = theme.font(12);
    const QStringList titles = head();
    paintText(painter, QRect(reach, 0, nameWidth(), scaled(kHead)), Qt::AlignLeft | Qt::AlignVCenter,
              columnTitle_, small, t.ink3);
    for (int column = 0; column < columns(); ++column) {
        QRect at = cellRect(0, column);
        at.moveTop(0);
        at.setHeight(scaled(kHead));
        paintText(painter, at, Qt::AlignRight | Qt::AlignVCenter, titles[column], small, t.ink3);
    }
    const int right = cellRect(0, columns() - 1).right();
    painter.fillRect(QRect(reach, scaled(kHead) - 1, right - reach, 1), t.line);
    for (int row = 0; row < static_cast<int>(rows_.size()); ++row) {
        const QFont font = theme.font(14, row == 0 ? QFont::DemiBold : QFont::Normal);
        const QRect name(reach, scaled(kHead) + row * scaled(kRow), nameWidth() - scaled(12), scaled(kRow));
        paintText(painter, name, Qt::AlignLeft | Qt::AlignVCenter,
                  QFontMetrics(font).elidedText(rows_[static_cast<std::size_t>(row)].name, Qt::ElideRight,
                                                name.width()),
                  font, t.ink);
        for (int column = 0; column < columns(); ++column)
            paintCell(painter, row, column);
        painter.fillRect(QRect(reach, name.bottom(), right - reach, 1), t.grid);
    }
    if (left_ == 0) return;
    const QRect foot(reach, scaled(kHead) + static_cast<int>(rows_.size()) * scaled(kRow), width(),
                     scaled(kRow));
    paintText(painter, foot, Qt::AlignLeft | Qt::AlignVCenter,
              tr("%1 smaller ones are not listed; all of them are on Segments.").arg(left_), small, t.ink3);
}

// --- choosing ---

std::optional<FlipTable::Place> FlipTable::placeAt(const QPoint& point) const {
    for (int row = 0; row < static_cast<int>(rows_.size()); ++row)
        for (int column = 0; column < kCounts; ++column)
            if (cellRect(row, column).contains(point)) return Place{row, column};
    return std::nullopt;
}

bool FlipTable::opens(const Place& place) const {
    return countOf(rows_[static_cast<std::size_t>(place.row)].flips, place.column) > 0;
}

void FlipTable::choose(const Place& place) {
    current_ = place;
    const Row& row = rows_[static_cast<std::size_t>(place.row)];
    setAccessibleDescription(
        tr("%1: %2 %3").arg(row.name, cell(row, place.column), head()[place.column].toLower()));
    update();
}

void FlipTable::open(const Place& place) {
    if (!opens(place)) return;
    Q_EMIT opened(rows_[static_cast<std::size_t>(place.row)].segment, static_cast<Kind>(place.column));
}

void FlipTable::mouseMoveEvent(QMouseEvent* event) {
    const auto place = placeAt(event->position().toPoint());
    if (place == hovered_) return;
    hovered_ = place;
    setCursor(place && opens(*place) ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
}

void FlipTable::mouseReleaseEvent(QMouseEvent* event) {
    const auto place = placeAt(event->position().toPoint());
    if (!place || event->button() != Qt::LeftButton) return;
    choose(*place);
    open(*place);
}

void FlipTable::leaveEvent(QEvent*) {
    hovered_.reset();
    update();
}

void FlipTable::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Copy)) return copyPlainText(tsv());
    if (rows_.empty()) return QWidget::keyPressEvent(event);
    const int last = static_cast<int>(rows_.size()) - 1;
    switch (event->key()) {
        case Qt::Key_Down:
            return choose({std::min(current_.row + 1, last), current_.column});
        case Qt::Key_Up:
            return choose({std::max(current_.row - 1, 0), current_.column});
        case Qt::Key_Right:
            return choose({current_.row, std::min(current_.column + 1, kCounts - 1)});
        case Qt::Key_Left:
            return choose({current_.row, std::max(current_.column - 1, 0)});
        case Qt::Key_Return:
        case Qt::Key_Enter:
            return open(current_);
        default:
            QWidget::keyPressEvent(event);
    }
}

QString FlipTable::tsv() const {
    if (rows_.empty()) return {};
    QStringList lines{(QStringList(columnTitle_) + head()).join(QLatin1Char('\t'))};
    for (const Row& row : rows_) {
        QStringList fields{row.name};
        for (int column = 0; column < columns(); ++column)
            fields << cell(row, column);
        lines << fields.join(QLatin1Char('\t'));
    }
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

}  // namespace reckoner

#include "moc_flip_table.cpp"
