#include "ui/pages/segments/fairness_table.h"

#include <algorithm>

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

#include "ui/charts/chart_paint.h"
#include "ui/pages/segments/interval_bar.h"
#include "ui/shell/scaled.h"
#include "ui/widgets/copy_text.h"
#include "ui/widgets/keyboard_focus.h"
#include "ui/widgets/outcome_marks.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

constexpr int kRow = 32;
constexpr int kHead = 58;
constexpr int kFootLine = 20;
constexpr int kReach = 8;
constexpr double kFourFifths = 0.8;

QString oneField(QString text) {
    return text.replace(QLatin1Char('\t'), QLatin1Char(' ')).replace(QLatin1Char('\n'), QLatin1Char(' '));
}

bool lowIsHurt(FairRate rate) {
    return rate == FairRate::Tpr || rate == FairRate::Precision;
}

}  // namespace

FairnessTable::FairnessTable(QWidget* parent)
    : QAbstractScrollArea(parent), head_(new QWidget(this)), foot_(new QWidget(this)) {
    setObjectName(QStringLiteral("fairnessTable"));
    setAccessibleName(tr("Groups and how they are treated"));
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    viewport()->setObjectName(QStringLiteral("fairnessRows"));
    viewport()->setMouseTracking(true);
    head_->setObjectName(QStringLiteral("fairnessHead"));
    foot_->setObjectName(QStringLiteral("fairnessFoot"));
    for (QWidget* strip : {head_, foot_})
        strip->installEventFilter(this);
    watchFocus(this);
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        layOut();
        viewport()->update();
    });
}

void FairnessTable::setSet(FairnessBoardPtr board, std::size_t set, const Vocabulary& words) {
    view_ = FairView{};
    view_.board = std::move(board);
    view_.set = set;
    view_.words = words;
    current_.reset();
    hovered_.reset();
    order_.clear();
    if (view_.board)
        for (std::size_t g = 0; g < view_.groups().groups.size(); ++g)
            if (view_.groups().groups[g].rows > 0) order_.push_back(g);
    // Those too small to say anything come last.
    std::stable_partition(order_.begin(), order_.end(),
                          [&](std::size_t g) { return !view_.groups().groups[g].small(); });
    verticalScrollBar()->setValue(0);
    layOut();
    viewport()->update();
}

void FairnessTable::setReading(const FairReading& reading, const FairEstimates* estimates,
                               const FairThresholds* equal) {
    // A drag moves dots; the bars take their scale when it is over.
    const bool fit = !view_.reading || estimates;
    view_.reading = reading;
    if (fit) view_.fitScales();
    view_.estimates = estimates ? std::optional(*estimates) : std::nullopt;
    view_.equal = equal ? std::optional(*equal) : std::nullopt;
    viewport()->update();
    head_->update();
    foot_->update();
}

// --- geometry ---

int FairnessTable::barWidth() const {
    return verticalScrollBar()->sizeHint().width();
}

std::vector<int> FairnessTable::footLines() const {
    if (compact_) return {0, FairView::kVerdictLine, FairView::kRatioLine};
    std::vector<int> all;
    for (int line = 0; line < FairView::kFootLines; ++line)
        all.push_back(line);
    return all;
}

void FairnessTable::setCompact(bool compact) {
    if (compact_ == compact) return;
    compact_ = compact;
    layOut();
}

int FairnessTable::heightOf(int rows) const {
    const int around = scaled(kHead) + static_cast<int>(footLines().size()) * scaled(kFootLine) + scaled(8);
    return around + std::min(rows, static_cast<int>(order_.size())) * scaled(kRow);
}

int FairnessTable::heightWithin(int most) const {
    return heightOf(std::max(1, (most - heightOf(0)) / scaled(kRow)));
}

void FairnessTable::layOut() {
    const int footHigh = static_cast<int>(footLines().size()) * scaled(kFootLine) + scaled(8);
    setViewportMargins(0, scaled(kHead), 0, footHigh);
    head_->setGeometry(0, 0, width(), scaled(kHead));
    foot_->setGeometry(0, height() - footHigh, width(), footHigh);
    columns_.clear();
    if (!view_.board) return;
    columns_ = view_.columns(scaled(kReach), width() - barWidth() - 2 * scaled(kReach));
    const int total = static_cast<int>(order_.size()) * scaled(kRow);
    verticalScrollBar()->setRange(0, std::max(0, total - viewport()->height()));
    verticalScrollBar()->setPageStep(std::max(1, viewport()->height() - scaled(kRow)));
    verticalScrollBar()->setSingleStep(scaled(kRow));
    head_->update();
    foot_->update();
}

std::optional<std::size_t> FairnessTable::rowAt(int y) const {
    const int at = y + verticalScrollBar()->value();
    if (y < 0 || at < 0) return std::nullopt;
    const auto row = static_cast<std::size_t>(at / scaled(kRow));
    return row < order_.size() ? std::optional(row) : std::nullopt;
}

const FairColumn* FairnessTable::columnAt(int x) const {
    for (const FairColumn& column : columns_)
        if (x >= column.left && x < column.right) return &column;
    return nullptr;
}

void FairnessTable::resizeEvent(QResizeEvent*) {
    layOut();
}

void FairnessTable::scrollContentsBy(int, int) {
    viewport()->update();
}

// --- text ---

QString FairnessTable::tsv() const {
    QStringList lines;
    QStringList fields;
    for (const FairColumn& column : columns_)
        fields << oneField((qt(column.title.upper) + QLatin1Char(' ') + qt(column.title.lower)).trimmed());
    lines << fields.join(QLatin1Char('\t'));
    for (const std::size_t group : order_) {
        fields.clear();
        for (const FairColumn& column : columns_)
            fields << oneField(view_.text(column, group));
        lines << fields.join(QLatin1Char('\t'));
    }
    for (int line = 0; line < FairView::kFootLines; ++line) {
        fields.clear();
        for (const FairColumn& column : columns_)
            fields << oneField(view_.footText(column, line));
        lines << fields.join(QLatin1Char('\t'));
    }
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

// --- picture ---

// The group a rate could hurt most wears the colour of that mistake, where it is more than chance.
QColor FairnessTable::toneOf(const FairColumn& column, std::size_t group) const {
    const Tokens& t = Theme::instance().tokens();
    const RateSpread& spread = spreadOf(view_.reading->figures, column.rate);
    const bool end = spread.groups > 1 && (group == spread.groupMin || group == spread.groupMax);
    if (!end || view_.groups().groups[group].small()) return t.baseline;
    if (!beyondChance(view_.reading->figures, view_.gaps(), column.rate).value_or(false)) return t.baseline;
    if (column.rate == FairRate::Selection) return t.ink2;
    const bool hurt = group == (lowIsHurt(column.rate) ? spread.groupMin : spread.groupMax);
    if (!hurt) return t.baseline;
    const bool alarm = column.rate == FairRate::Fpr || column.rate == FairRate::Precision;
    return lookOf(alarm ? Cell::FalseAlarm : Cell::Missed).mark;
}

void FairnessTable::paintRate(QPainter& painter, const FairColumn& column, std::size_t group,
                              const QRect& rect) const {
    const Tokens& t = Theme::instance().tokens();
    const MetricEntry& metric = metricOf(column.rate);
    const Interval& scale = view_.scales[static_cast<std::size_t>(column.rate)];
    const BarPlace place{scale.lo, scale.hi, column.barLeft, column.barRight};
    const int scrolled = verticalScrollBar()->value();
    if (const Value whole = metric.value(view_.reading->whole))
        paintThroughRows(painter, place, rect, *whole, scrolled, t.ink3);
    const RateSpread& spread = view_.reading->figures.selectionRate;
    if (column.rate == FairRate::Selection && spread.max)
        paintThroughRows(painter, place, rect, kFourFifths * *spread.max, scrolled, t.ink, 1, 3);
    const Value value = metric.value(view_.reading->tallies[group]);
    if (value)
        paintIntervalBar(painter, place, rect, *value,
                         fairInterval(column.rate, view_.reading->tallies[group]), toneOf(column, group));
}

void FairnessTable::paintRow(QPainter& painter, std::size_t row, const QRect& rect) const {
    const Theme& theme = Theme::instance();
    const Tokens& t = theme.tokens();
    const std::size_t group = order_[row];
    const FairGroup& one = view_.groups().groups[group];
    const bool chosen = current_ == row && hasFocus();
    if (chosen || hovered_ == row) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(chosen ? t.selected : t.chrome);
        painter.drawRoundedRect(QRectF(rect).adjusted(0, 0, 0, -1), 6, 6);
    }
    painter.fillRect(QRect(scaled(kReach), rect.bottom(), rect.width() - 2 * scaled(kReach), 1), t.grid);
    for (const FairColumn& column : columns_) {
        const QRect cell(column.left, rect.top(), column.right - column.left, rect.height() - 1);
        if (column.field == FairField::Rate && view_.reading) paintRate(painter, column, group, rect);
        const auto& calibration = one.calibrationInterval;
        const bool strong = column.field == FairField::Calibration && !one.small() && calibration &&
                            (calibration->lo > 0 || calibration->hi < 0);
        painter.setFont(theme.font(14, strong ? QFont::DemiBold : QFont::Normal));
        painter.setPen(one.small() ? t.ink3 : t.ink);
        const bool left = column.field == FairField::Name;
        painter.drawText(
            left ? cell.adjusted(0, 0, -scaled(8), 0) : cell,
            Qt::AlignVCenter | (left ? Qt::AlignLeft : Qt::AlignRight),
            painter.fontMetrics().elidedText(view_.text(column, group).simplified(), Qt::ElideRight,
                                             cell.width() - (left ? scaled(8) : 0)));
    }
    if (current_ == row && keyboardFocus(this)) {
        painter.setPen(QPen(t.accent, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -1.5), 6, 6);
    }
}

void FairnessTable::paintEvent(QPaintEvent* event) {
    QPainter painter(viewport());
    painter.fillRect(event->rect(), Theme::instance().tokens().page);
    if (!view_.board) return;
    painter.setRenderHint(QPainter::Antialiasing);
    for (std::size_t row = 0; row < order_.size(); ++row) {
        const QRect rect(0, static_cast<int>(row) * scaled(kRow) - verticalScrollBar()->value(),
                         width() - barWidth(), scaled(kRow));
        if (rect.bottom() >= 0 && rect.top() <= viewport()->height()) paintRow(painter, row, rect);
    }
}

void FairnessTable::paintHead() {
    const Theme& theme = Theme::instance();
    const Tokens& t = theme.tokens();
    QPainter painter(head_);
    painter.fillRect(head_->rect(), t.page);
    for (const FairColumn& column : columns_) {
        const bool left = column.field == FairField::Name || column.field == FairField::Rate;
        const int from = column.field == FairField::Rate ? column.barLeft : column.left;
        const QRect upper(from, scaled(4), column.right - from, scaled(16));
        const Qt::Alignment side = (left ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter;
        const auto line = [&](const QRect& place, const std::string& text, bool strong) {
            const QFont font = theme.font(12, strong ? QFont::DemiBold : QFont::Normal);
            paintText(painter, place, side,
                      QFontMetrics(font).elidedText(qt(text).simplified(), Qt::ElideRight, place.width()),
                      font, strong ? t.ink : t.ink3);
        };
        // Plain columns stand on the rows, those with lines leave room for their names.
        const int down = column.field == FairField::Rate ? 0 : scaled(16);
        line(upper.translated(0, down), column.title.upper, true);
        line(upper.translated(0, scaled(16) + down), column.title.lower, false);
        if (column.field == FairField::Rate && view_.reading) paintLineNames(painter, column);
    }
    painter.fillRect(
        QRect(scaled(kReach), head_->height() - 1, head_->width() - barWidth() - 2 * scaled(kReach), 1),
        t.line);
}

void FairnessTable::paintLineNames(QPainter& painter, const FairColumn& column) const {
    const Theme& theme = Theme::instance();
    const Tokens& t = theme.tokens();
    const Interval& scale = view_.scales[static_cast<std::size_t>(column.rate)];
    const BarPlace place{scale.lo, scale.hi, column.barLeft, column.barRight};
    struct Name {
        QString text;
        double x;
        bool strong;
    };
    std::vector<Name> names;
    if (const Value whole = metricOf(column.rate).value(view_.reading->whole))
        names.push_back({tr("all"), place.at(*whole), false});
    const RateSpread& spread = view_.reading->figures.selectionRate;
    if (column.rate == FairRate::Selection && spread.max && spread.groups > 1)
        names.push_back({tr("4/5"), place.at(kFourFifths * *spread.max), true});
    std::sort(names.begin(), names.end(), [](const Name& a, const Name& b) { return a.x < b.x; });
    const QFont plain = theme.font(12);
    const double gap = scaled(4);
    const auto wide = [&](const Name& name) { return textSize(name.text, plain).width(); };
    // Names that would touch turn away from each other.
    const bool touch =
        names.size() == 2 && names[1].x - names[0].x < wide(names[0]) / 2 + wide(names[1]) / 2 + gap;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const double width = wide(names[i]) + 1;
        const double from = !touch   ? names[i].x - width / 2
                            : i == 0 ? names[i].x - width + gap
                                     : names[i].x - gap + 1;
        paintText(painter, QRectF(from, scaled(39), width, scaled(16)).toRect(),
                  Qt::AlignVCenter | Qt::AlignLeft, names[i].text, plain, names[i].strong ? t.ink : t.ink3);
    }
}

void FairnessTable::paintFoot() {
    const Theme& theme = Theme::instance();
    const Tokens& t = theme.tokens();
    QPainter painter(foot_);
    painter.fillRect(foot_->rect(), t.page);
    painter.fillRect(QRect(scaled(kReach), 0, foot_->width() - barWidth() - 2 * scaled(kReach), 1), t.line);
    if (!view_.reading) return;
    const RateSpread& selection = view_.reading->figures.selectionRate;
    const std::vector<int> lines = footLines();
    for (const FairColumn& column : columns_) {
        for (std::size_t place = 0; place < lines.size(); ++place) {
            const int line = lines[place];
            const bool name = column.field == FairField::Name;
            const QString text = view_.footText(column, line);
            const bool below = line == FairView::kRatioLine && column.field == FairField::Rate &&
                               column.rate == FairRate::Selection && selection.ratio &&
                               *selection.ratio < kFourFifths;
            const bool gap = (line == 0 || line == FairView::kVerdictLine) && !name;
            const QFont font = theme.font(12, gap || below ? QFont::DemiBold : QFont::Normal);
            const int from = name ? column.left : column.left + scaled(4);
            paintText(painter,
                      QRect(from, scaled(4) + static_cast<int>(place) * scaled(kFootLine),
                            column.right - from, scaled(kFootLine)),
                      Qt::AlignVCenter | (name ? Qt::AlignLeft : Qt::AlignRight),
                      QFontMetrics(font).elidedText(text, Qt::ElideRight, column.right - from), font,
                      gap || below ? t.ink
                      : name       ? t.ink3
                                   : t.ink2);
        }
    }
}

bool FairnessTable::eventFilter(QObject* watched, QEvent* event) {
    if (watched != head_ && watched != foot_) return QAbstractScrollArea::eventFilter(watched, event);
    if (event->type() == QEvent::Paint) {
        watched == head_ ? paintHead() : paintFoot();
        return true;
    }
    if (event->type() == QEvent::ToolTip && view_.board) {
        const auto* asked = static_cast<QHelpEvent*>(event);
        const FairColumn* column = columnAt(asked->pos().x());
        QString text = column && watched == head_ ? view_.help(*column) : QString();
        if (watched == foot_)
            text =
                tr("How far the groups lie apart, without those that are too small; where that gap likely "
                   "lies; the gap that luck alone stays below in 95 of 100 cases when all groups are "
                   "treated alike; whether the gap is larger than that; and the lowest rate over the "
                   "highest, which the four-fifths rule wants to be 0.80 or more.");
        showPlainToolTip(asked->globalPos(), text, static_cast<QWidget*>(watched));
        return true;
    }
    return QAbstractScrollArea::eventFilter(watched, event);
}

// --- choosing ---

void FairnessTable::choose(std::size_t row) {
    current_ = row;
    QScrollBar* bar = verticalScrollBar();
    const int top = static_cast<int>(row) * scaled(kRow);
    if (top < bar->value()) bar->setValue(top);
    if (top + scaled(kRow) > bar->value() + viewport()->height())
        bar->setValue(top + scaled(kRow) - viewport()->height());
    setAccessibleDescription(view_.rowText(columns_, order_[row]));
    viewport()->update();
}

void FairnessTable::open(std::size_t row, Qt::KeyboardModifiers modifiers) {
    if (modifiers & Qt::ShiftModifier)
        Q_EMIT cohortWanted(order_[row]);
    else
        Q_EMIT opened(order_[row]);
}

void FairnessTable::mousePressEvent(QMouseEvent* event) {
    const auto row = rowAt(event->position().toPoint().y());
    if (row && event->button() == Qt::LeftButton) choose(*row);
}

void FairnessTable::mouseReleaseEvent(QMouseEvent* event) {
    const auto row = rowAt(event->position().toPoint().y());
    if (row && row == current_ && event->button() == Qt::LeftButton) open(*row, event->modifiers());
}

void FairnessTable::mouseMoveEvent(QMouseEvent* event) {
    const auto row = rowAt(event->position().toPoint().y());
    if (row == hovered_) return;
    hovered_ = row;
    viewport()->setCursor(row ? Qt::PointingHandCursor : Qt::ArrowCursor);
    viewport()->update();
}

void FairnessTable::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Copy)) return copyPlainText(tsv());
    if (order_.empty()) return QAbstractScrollArea::keyPressEvent(event);
    switch (event->key()) {
        case Qt::Key_Down:
            return choose(current_ ? std::min(*current_ + 1, order_.size() - 1) : 0);
        case Qt::Key_Up:
            return choose(current_ && *current_ > 0 ? *current_ - 1 : 0);
        case Qt::Key_Home:
            return choose(0);
        case Qt::Key_End:
            return choose(order_.size() - 1);
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (current_) open(*current_, event->modifiers());
            return;
        default:
            QAbstractScrollArea::keyPressEvent(event);
    }
}

bool FairnessTable::viewportEvent(QEvent* event) {
    if (event->type() == QEvent::Leave && hovered_) {
        hovered_.reset();
        viewport()->update();
    }
    if (event->type() == QEvent::ToolTip) {
        const auto* asked = static_cast<QHelpEvent*>(event);
        const auto row = rowAt(asked->pos().y());
        showPlainToolTip(asked->globalPos(),
                         row && view_.board ? view_.rowText(columns_, order_[*row]) : QString(), viewport());
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

}  // namespace reckoner

#include "moc_fairness_table.cpp"
