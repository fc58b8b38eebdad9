#include "ui/pages/segments/slice_table.h"

#include <algorithm>
#include <cmath>

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

#include "core/metrics/intervals.h"
#include "core/wording/number_format.h"
#include "core/wording/outcome_words.h"
#include "core/wording/segment_words.h"
#include "core/wording/slice_sentences.h"
#include "ui/charts/chart_paint.h"
#include "ui/pages/segments/interval_bar.h"
#include "ui/shell/scaled.h"
#include "ui/widgets/copy_text.h"
#include "ui/widgets/keyboard_focus.h"
#include "ui/widgets/outcome_marks.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

constexpr int kRow = 52;
constexpr int kHead = 28;
constexpr int kReach = 8;
constexpr int kFigure = 48;
constexpr int kGap = 24;
constexpr qreal kStaleOpacity = 0.45;

QString oneField(QString text) {
    return text.replace(QLatin1Char('\t'), QLatin1Char(' ')).replace(QLatin1Char('\n'), QLatin1Char(' '));
}

}  // namespace

SliceTable::SliceTable(QWidget* parent) : QAbstractScrollArea(parent) {
    setObjectName(QStringLiteral("sliceTable"));
    setAccessibleName(tr("Worst slices"));
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

void SliceTable::setReport(SlicesReportPtr report) {
    report_ = std::move(report);
    names_.clear();
    parents_.clear();
    checks_.clear();
    checkedOn_.clear();
    hovered_.reset();
    current_.reset();
    stale_ = false;
    double most = 0;
    if (report_) {
        const RunAnalysis& run = *report_->analysis;
        for (std::size_t i = 0; i < report_->shown.size(); ++i) {
            const Slice& slice = report_->search.slices[report_->shown[i].place];
            names_.push_back(
                qt(sliceNameText(*run.request.table, sliceName(report_->data, slice))).simplified());
            parents_.push_back(
                qt(sliceParentsText(run, report_->data, slice, report_->request.of)).simplified());
            const SliceFigures& figures = report_->figures[i];
            if (const auto interval =
                    wilson95(static_cast<double>(figures.errors), static_cast<double>(figures.n)))
                most = std::max(most, interval->hi);
        }
    }
    scaleHi_ = std::clamp(std::ceil(most * 10) / 10, 0.1, 1.0);
    verticalScrollBar()->setValue(0);
    layOut();
    viewport()->update();
}

void SliceTable::setChecks(std::vector<SliceCheck> checks, const QString& run) {
    checks_ = std::move(checks);
    checkedOn_ = run;
    layOut();
    viewport()->update();
}

void SliceTable::setStale(bool stale) {
    if (stale_ == stale) return;
    stale_ = stale;
    viewport()->update();
}

// --- geometry ---

int SliceTable::rowHeight() const {
    return scaled(kRow);
}

int SliceTable::barWidth() const {
    return verticalScrollBar()->sizeHint().width();
}

void SliceTable::layOut() {
    setViewportMargins(0, 0, 0, 0);
    columns_.clear();
    struct Need {
        Field field;
        int width;
    };
    std::vector<Need> needs{{Field::Count, 72}, {Field::Rate, kGap + 128 + kFigure},
                            {Field::Lift, 80},  {Field::Q, 76},
                            {Field::Cost, 132}, {Field::Overlap, 96}};
    if (!checks_.empty()) needs.push_back({Field::Check, 208});
    int taken = 0;
    for (const Need& need : needs)
        taken += scaled(need.width);
    const int all = width() - barWidth() - 2 * scaled(kReach);
    // Where a check wants room, the share in others gives way.
    if (all - taken < scaled(280)) {
        taken -= scaled(96);
        std::erase_if(needs, [](const Need& need) { return need.field == Field::Overlap; });
    }
    int x = scaled(kReach);
    columns_.push_back({Field::Name, x, x + all - taken});
    x += all - taken;
    for (const Need& need : needs) {
        columns_.push_back({need.field, x, x + scaled(need.width)});
        x += scaled(need.width);
    }
    const int rows = report_ ? static_cast<int>(report_->shown.size()) : 0;
    const int total = rows * rowHeight() + scaled(kHead);
    verticalScrollBar()->setRange(0, std::max(0, total - viewport()->height()));
    verticalScrollBar()->setPageStep(std::max(1, viewport()->height() - rowHeight()));
    verticalScrollBar()->setSingleStep(rowHeight());
}

std::optional<std::size_t> SliceTable::rowAt(int y) const {
    if (!report_ || y < scaled(kHead)) return std::nullopt;
    const auto row =
        static_cast<std::size_t>((y - scaled(kHead) + verticalScrollBar()->value()) / rowHeight());
    return row < report_->shown.size() ? std::optional(row) : std::nullopt;
}

void SliceTable::resizeEvent(QResizeEvent*) {
    layOut();
}

void SliceTable::scrollContentsBy(int, int) {
    viewport()->update();
}

// --- picture ---

QString SliceTable::title(Field field) const {
    const RunAnalysis& run = *report_->analysis;
    switch (field) {
        case Field::Name:
            return tr("slice, and what it is without one of its conditions");
        case Field::Count:
            return tr("n");
        case Field::Rate:
            return tr("wrong either way, of 100");
        case Field::Lift:
            return tr("times all");
        case Field::Q:
            return tr("q");
        case Field::Cost:
            return qt(costHead(run, report_->words));
        case Field::Overlap:
            return tr("in one above");
        case Field::Check:
            return tr("on %1").arg(checkedOn_);
    }
    return {};
}

QString SliceTable::help(Field field) const {
    const QString samples = qt(report_->words.samples);
    switch (field) {
        case Field::Name:
            return tr(
                "The conditions of the slice. Below: the same with one of them left out, so that one sees "
                "whether it matters.");
        case Field::Count:
            return tr("How many %1 the slice holds.").arg(samples);
        case Field::Rate:
            return tr("Decisions that are wrong either way, of 100, with their interval. The dashed line is "
                      "all "
                      "%1.")
                .arg(samples);
        case Field::Lift:
            return tr("How many times as much goes wrong here as among all %1.").arg(samples);
        case Field::Q:
            return tr(
                "How likely so large a difference is by luck, counting how many slices were looked at "
                "(Benjamini-Hochberg). Below 0.05 it is more than noise.");
        case Field::Cost:
            return tr("What the decisions in this slice cost.");
        case Field::Overlap:
            return tr("The largest share of this slice that lies in one listed above it.");
        case Field::Check:
            return tr("The same slice on the other run: whether it is worse there too, beyond noise.");
    }
    return {};
}

QString SliceTable::text(Field field, std::size_t shown) const {
    const Slice& slice = report_->search.slices[report_->shown[shown].place];
    const SliceFigures& figures = report_->figures[shown];
    switch (field) {
        case Field::Name:
            return names_[shown];
        case Field::Count:
            return qt(count(slice.count.n));
        case Field::Rate:
            return qt(hundredText(figures.errorRate));
        case Field::Lift:
            return qt(liftText(slice.count.rate() / report_->search.whole.rate()));
        case Field::Q:
            return qt(qText(slice.qValue));
        case Field::Cost:
            return qt(amountText(figures.costPerPeriod));
        case Field::Overlap:
            return qt(percentText(report_->shown[shown].overlap));
        case Field::Check:
            return qt(sliceCheckText(checks_[shown], report_->request.of));
    }
    return {};
}

void SliceTable::paintEvent(QPaintEvent* event) {
    const Theme& theme = Theme::instance();
    const Tokens& t = theme.tokens();
    QPainter painter(viewport());
    painter.fillRect(event->rect(), t.page);
    if (!report_ || report_->shown.empty()) return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setOpacity(stale_ ? kStaleOpacity : 1);
    const int head = scaled(kHead);
    for (std::size_t i = 0; i < report_->shown.size(); ++i) {
        const QRect row(0, head + static_cast<int>(i) * rowHeight() - verticalScrollBar()->value(),
                        columns_.back().right + scaled(kReach), rowHeight());
        if (row.bottom() < head || row.top() > viewport()->height()) continue;
        paintRow(painter, i, row);
    }
    painter.setOpacity(1);
    painter.fillRect(QRect(0, 0, viewport()->width(), head), t.page);
    for (const Column& column : columns_) {
        const bool left = column.field == Field::Name || column.field == Field::Rate;
        const int from = column.left + (column.field == Field::Rate ? scaled(kGap) : left ? 0 : scaled(4));
        const QRect place(from, 0, column.right - from, head - 1);
        const QFont font = theme.font(12, column.field == Field::Lift ? QFont::DemiBold : QFont::Normal);
        const QString shown =
            QFontMetrics(font).elidedText(title(column.field), Qt::ElideRight, place.width());
        paintText(painter, place, (left ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter, shown, font,
                  column.field == Field::Lift ? t.ink : t.ink2);
    }
    painter.fillRect(QRect(scaled(kReach), head - 1, columns_.back().right - scaled(kReach), 1), t.line);
}

void SliceTable::paintRow(QPainter& painter, std::size_t shown, const QRect& row) const {
    const Theme& theme = Theme::instance();
    const Tokens& t = theme.tokens();
    const bool chosen = current_ == shown && hasFocus();
    if (chosen || hovered_ == shown) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(chosen ? t.selected : t.chrome);
        painter.drawRoundedRect(QRectF(row).adjusted(0, 0, 0, -1), 6, 6);
    }
    painter.fillRect(QRect(scaled(kReach), row.bottom(), row.width() - 2 * scaled(kReach), 1), t.grid);
    const Slice& slice = report_->search.slices[report_->shown[shown].place];
    const bool sure = slice.qValue && *slice.qValue < kSegmentLevel;
    for (const Column& column : columns_) {
        const QRect cell(column.left, row.top(), column.right - column.left, row.height() - 1);
        if (column.field == Field::Name) {
            const QRect upper = cell.adjusted(0, scaled(7), -scaled(8), -cell.height() / 2 + scaled(2));
            const QRect lower = cell.adjusted(0, cell.height() / 2 + scaled(1), -scaled(8), -scaled(7));
            painter.setFont(theme.font(14, QFont::DemiBold));
            painter.setPen(t.ink);
            painter.drawText(upper, Qt::AlignLeft | Qt::AlignVCenter,
                             painter.fontMetrics().elidedText(names_[shown], Qt::ElideRight, upper.width()));
            painter.setFont(theme.font(12));
            painter.setPen(t.ink3);
            painter.drawText(
                lower, Qt::AlignLeft | Qt::AlignVCenter,
                painter.fontMetrics().elidedText(parents_[shown], Qt::ElideRight, lower.width()));
            continue;
        }
        if (column.field == Field::Rate) paintRate(painter, column, shown, row);
        const bool told = column.field == Field::Lift && sure;
        painter.setFont(theme.font(14, told ? QFont::DemiBold : QFont::Normal));
        const bool quiet =
            column.field == Field::Overlap || (column.field == Field::Check && !checks_[shown].confirmed());
        painter.setPen(told ? lookOf(Cell::Missed).text : quiet ? t.ink3 : t.ink);
        painter.drawText(cell.adjusted(scaled(4), 0, 0, 0), Qt::AlignRight | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(text(column.field, shown), Qt::ElideRight,
                                                          cell.width() - scaled(4)));
    }
}

void SliceTable::paintRate(QPainter& painter, const Column& column, std::size_t shown,
                           const QRect& row) const {
    const Tokens& t = Theme::instance().tokens();
    const int left = column.left + scaled(kGap);
    const int right = column.right - scaled(kFigure);
    const BarPlace place{0, scaleHi_, left, right};
    if (report_->whole.errorRate)
        paintThroughRows(painter, place, row, *report_->whole.errorRate, verticalScrollBar()->value(),
                         t.ink3);
    const SliceFigures& figures = report_->figures[shown];
    const auto interval = wilson95(static_cast<double>(figures.errors), static_cast<double>(figures.n));
    if (figures.errorRate && interval)
        paintIntervalBar(painter, place, row, *figures.errorRate, interval, lookOf(Cell::Missed).mark);
}

// --- choosing ---

void SliceTable::open(std::size_t shown, Qt::KeyboardModifiers modifiers) {
    if (modifiers & Qt::ShiftModifier)
        Q_EMIT cohortWanted(shown);
    else
        Q_EMIT opened(shown);
}

void SliceTable::choose(std::size_t shown) {
    current_ = shown;
    const int top = static_cast<int>(shown) * rowHeight();
    QScrollBar* bar = verticalScrollBar();
    const int room = viewport()->height() - scaled(kHead);
    if (top < bar->value()) bar->setValue(top);
    if (top + rowHeight() > bar->value() + room) bar->setValue(top + rowHeight() - room);
    setAccessibleDescription(names_[shown] + QStringLiteral(", ") + text(Field::Count, shown) +
                             QStringLiteral(", ") + text(Field::Rate, shown) + tr(" of 100 wrong, ") +
                             text(Field::Lift, shown) + QStringLiteral(". ") + parents_[shown]);
    viewport()->update();
}

void SliceTable::mouseReleaseEvent(QMouseEvent* event) {
    const auto row = rowAt(event->position().toPoint().y());
    if (!row || event->button() != Qt::LeftButton) return;
    choose(*row);
    open(*row, event->modifiers());
}

void SliceTable::mouseMoveEvent(QMouseEvent* event) {
    const auto row = rowAt(event->position().toPoint().y());
    if (row == hovered_) return;
    hovered_ = row;
    viewport()->setCursor(row ? Qt::PointingHandCursor : Qt::ArrowCursor);
    viewport()->update();
}

void SliceTable::contextMenuEvent(QContextMenuEvent* event) {
    const auto row = event->reason() == QContextMenuEvent::Mouse ? rowAt(event->pos().y()) : current_;
    if (!row) return;
    choose(*row);
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Show its cases"), this, [this, row] { open(*row, Qt::NoModifier); });
    menu->addAction(tr("Save as cohort..."), this, [this, row] { open(*row, Qt::ShiftModifier); });
    menu->addAction(tr("Make it a requirement..."), this, [this, row] { Q_EMIT requirementWanted(*row); });
    menu->addAction(tr("Copy the table"), this, [this] { copyPlainText(tsv()); });
    menu->popup(event->globalPos());
}

void SliceTable::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Copy)) return copyPlainText(tsv());
    const std::size_t rows = report_ ? report_->shown.size() : 0;
    if (rows == 0) return QAbstractScrollArea::keyPressEvent(event);
    switch (event->key()) {
        case Qt::Key_Down:
            return choose(current_ ? std::min(*current_ + 1, rows - 1) : 0);
        case Qt::Key_Up:
            return choose(current_ && *current_ > 0 ? *current_ - 1 : 0);
        case Qt::Key_Home:
            return choose(0);
        case Qt::Key_End:
            return choose(rows - 1);
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (current_) open(*current_, event->modifiers());
            return;
        default:
            QAbstractScrollArea::keyPressEvent(event);
    }
}

bool SliceTable::viewportEvent(QEvent* event) {
    if (event->type() == QEvent::Leave && hovered_) {
        hovered_.reset();
        viewport()->update();
    }
    if (event->type() == QEvent::ToolTip && report_) {
        const auto* asked = static_cast<QHelpEvent*>(event);
        const auto row = rowAt(asked->pos().y());
        QString told = row ? names_[*row] + QLatin1Char('\n') + parents_[*row] : QString();
        if (asked->pos().y() < scaled(kHead))
            for (const Column& column : columns_)
                if (asked->pos().x() >= column.left && asked->pos().x() < column.right)
                    told = help(column.field);
        showPlainToolTip(asked->globalPos(), told, viewport());
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

QString SliceTable::tsv() const {
    QStringList lines;
    if (!report_) return {};
    QStringList fields;
    for (const Column& column : columns_)
        fields << oneField(title(column.field));
    lines << fields.join(QLatin1Char('\t'));
    for (std::size_t i = 0; i < report_->shown.size(); ++i) {
        fields.clear();
        for (const Column& column : columns_)
            fields << oneField(text(column.field, i));
        lines << fields.join(QLatin1Char('\t'));
    }
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

}  // namespace reckoner

#include "moc_slice_table.cpp"
