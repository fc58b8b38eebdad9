#include "ui/pages/versions/segment_intervals.h"

#include <algorithm>
#include <cmath>

#include <QMouseEvent>
#include <QPainter>

#include "core/data/segment_filter.h"
#include "core/metrics/intervals.h"
#include "core/wording/number_format.h"
#include "core/wording/segment_words.h"
#include "ui/charts/chart_paint.h"
#include "ui/shell/scaled.h"
#include "ui/widgets/outcome_marks.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

constexpr std::size_t kMostLines = 5;
constexpr int kTop = 8;
constexpr int kBottom = 28;
constexpr int kPitch = 44;
constexpr std::uint64_t kFewestPositives = 5;

}  // namespace

SegmentIntervals::SegmentIntervals(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("segmentIntervals"));
    setAccessibleName(tr("Recall by segment, both versions"));
    setMouseTracking(true);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

SegmentIntervals::Line SegmentIntervals::lineOf(std::size_t place) const {
    const SideSegment& segment = board_->segments[place];
    const MetricEntry& recall = *findMetric("recall");
    const auto barOf = [&](std::size_t side) {
        const Tally& tally = segment.tallies[side];
        const MetricEntry::Proportion share = recall.proportion(tally);
        return Bar{recall.value(tally), wilson95Weighted(share.successes, share.trials, share.weightSq)};
    };
    Line line;
    line.segment = place;
    line.name = qt(versionSegmentName(*board_, segment.column, segment.key, words_)).simplified();
    if (!namedSegment(*board_, segment.column, segment.key, words_))
        line.name = qt(segmentValueName(segment.key)).simplified();
    line.base = barOf(board_->request.base);
    line.judged = barOf(board_->request.judged);
    for (const FigureRow& row : board_->rows)
        if (row.metric == "recall" && row.column == segment.column && row.key.values == segment.key.values)
            line.verdict = verdictOf(row, board_->request.judged);
    return line;
}

void SegmentIntervals::setBoard(VersionBoardPtr board, const VersionWords& words, const std::string& column,
                                const RequiredOf& requiredOf) {
    board_ = std::move(board);
    words_ = words;
    lines_.clear();
    left_ = 0;
    stale_ = false;
    for (std::size_t i = 0; board_ && i < board_->segments.size(); ++i) {
        const SideSegment& segment = board_->segments[i];
        if (segment.column != column) continue;
        if (segment.tallies[board_->request.base].positives() < kFewestPositives)
            ++left_;
        else
            lines_.push_back(lineOf(i));
        if (requiredOf && !lines_.empty() && lines_.back().segment == i)
            lines_.back().required =
                requiredOf(segmentExpression(*board_->base().run->request.table, {column}, segment.key));
    }
    // The largest stay where there is no room for all; then the one that falls furthest stands first.
    std::stable_sort(lines_.begin(), lines_.end(), [this](const Line& a, const Line& b) {
        return board_->segments[a.segment].n > board_->segments[b.segment].n;
    });
    if (lines_.size() > kMostLines) {
        left_ += static_cast<int>(lines_.size() - kMostLines);
        lines_.resize(kMostLines);
    }
    const auto change = [](const Line& line) {
        return line.judged.value && line.base.value ? *line.judged.value - *line.base.value : 0;
    };
    std::stable_sort(lines_.begin(), lines_.end(),
                     [&](const Line& a, const Line& b) { return change(a) < change(b); });
    setScale();
    QStringList said;
    for (const Line& line : lines_)
        said << tr("%1: %2 %3, %4 %5")
                    .arg(line.name, qt(board_->base().name), qt(hundredText(line.base.value)),
                         qt(board_->judged().name), qt(hundredText(line.judged.value)));
    setAccessibleDescription(said.join(QStringLiteral("; ")));
    updateGeometry();
    update();
}

void SegmentIntervals::setStale(bool stale) {
    stale_ = stale;
    update();
}

void SegmentIntervals::setScale() {
    lo_ = 1;
    hi_ = 0;
    for (const Line& line : lines_)
        if (line.required) {
            lo_ = std::min(lo_, *line.required);
            hi_ = std::max(hi_, *line.required);
        }
    for (const Line& line : lines_)
        for (const Bar* bar : {&line.base, &line.judged})
            if (bar->interval) {
                lo_ = std::min(lo_, bar->interval->lo);
                hi_ = std::max(hi_, bar->interval->hi);
            }
    lo_ = std::max(0.0, std::floor(lo_ * 10) / 10);
    hi_ = std::min(1.0, std::ceil(hi_ * 10) / 10);
    if (hi_ - lo_ < 0.2) {
        lo_ = std::max(0.0, lo_ - 0.1);
        hi_ = std::min(1.0, hi_ + 0.1);
    }
}

QSize SegmentIntervals::sizeHint() const {
    return {scaled(320), scaled(kTop + kBottom) + scaled(kPitch) * static_cast<int>(lines_.size())};
}

int SegmentIntervals::pitch() const {
    if (lines_.empty()) return scaled(kPitch);
    const int room = height() - scaled(kTop + kBottom);
    return std::clamp(room / static_cast<int>(lines_.size()), scaled(34), scaled(52));
}

QRectF SegmentIntervals::plot() const {
    int name = scaled(48);
    for (const Line& line : lines_)
        name =
            std::max(name, qCeil(textSize(line.name, Theme::instance().font(14, QFont::DemiBold)).width()));
    name = std::min(name, width() * 2 / 5) + scaled(20);
    return {static_cast<qreal>(name), static_cast<qreal>(scaled(kTop)),
            static_cast<qreal>(std::max(40, width() - name - scaled(16))),
            static_cast<qreal>(pitch() * static_cast<int>(lines_.size()))};
}

std::optional<std::size_t> SegmentIntervals::lineAt(int y) const {
    const int line = (y - scaled(kTop)) / pitch();
    if (y < scaled(kTop) || line >= static_cast<int>(lines_.size())) return std::nullopt;
    return static_cast<std::size_t>(line);
}

void SegmentIntervals::paintBar(QPainter& painter, const Bar& bar, qreal y, const QColor& color) const {
    if (!bar.value || !bar.interval) return;
    const QRectF area = plot();
    const auto x = [&](double share) { return area.left() + (share - lo_) / (hi_ - lo_) * area.width(); };
    const qreal half = scaled(8) / 2.0;
    QColor soft = color;
    soft.setAlphaF(0.28F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(soft);
    painter.drawRoundedRect(
        QRectF(QPointF(x(bar.interval->lo), y - half / 1.5), QPointF(x(bar.interval->hi), y + half / 1.5)), 2,
        2);
    painter.setBrush(color);
    painter.drawEllipse(QPointF(x(*bar.value), y), half, half);
}

// On the side where the other version is not.
void SegmentIntervals::paintLabel(QPainter& painter, const Bar& bar, const std::string& name, qreal y,
                                  bool above, const QColor& color) const {
    if (!bar.value) return;
    const QRectF area = plot();
    const QFont font = Theme::instance().font(12, QFont::DemiBold);
    const QString text = qt(name + " " + hundredText(bar.value));
    const QSizeF size = textSize(text, font);
    const qreal x = area.left() + (*bar.value - lo_) / (hi_ - lo_) * area.width();
    const qreal left = std::clamp(x - size.width() / 2, area.left(), width() - size.width());
    const qreal gap = scaled(4);
    paintText(painter, QRectF(QPointF(left, above ? y - gap - size.height() : y + gap), size),
              Qt::AlignCenter, text, font, color);
}

// What is asked of these, dotted through their line.
void SegmentIntervals::paintFloor(QPainter& painter, const Line& line, qreal top) const {
    if (!line.required) return;
    const QRectF area = plot();
    const Theme& theme = Theme::instance();
    const qreal x = std::floor(area.left() + (*line.required - lo_) / (hi_ - lo_) * area.width()) + 0.5;
    paintRequired(painter, {x, top + 2}, {x, top + pitch() - 2});
    const QString text = tr("required %1").arg(qt(ofHundred(*line.required)));
    const QSizeF size = textSize(text, theme.font(12));
    // On the side where the versions are not.
    const auto at = [&](const Bar& bar) { return bar.value ? *bar.value : lo_; };
    const bool right = at(line.base) < *line.required && at(line.judged) < *line.required;
    const qreal left = right ? x + scaled(4) : x - scaled(4) - size.width();
    const bool between = !right && (at(line.base) < *line.required || at(line.judged) < *line.required);
    const qreal y = between ? top + pitch() - size.height() - 1 : top + (pitch() - size.height()) / 2;
    const qreal clear = between ? x + scaled(4) : left;
    if (clear < area.left() || clear + size.width() > width()) return;
    paintText(painter, QRectF(QPointF(clear, y), size), Qt::AlignCenter, text, theme.font(12),
              theme.tokens().ink3);
}

void SegmentIntervals::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::instance();
    const Tokens& t = theme.tokens();
    QPainter painter(this);
    painter.fillRect(rect(), t.page);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setOpacity(stale_ ? 0.45 : 1);
    if (lines_.empty()) {
        paintText(painter, QRectF(0, 0, width(), scaled(24)), Qt::AlignLeft | Qt::AlignVCenter,
                  board_ ? tr("No segment has enough to draw.") : QString(), theme.font(14), t.ink3);
        return;
    }
    const QRectF area = plot();
    const std::vector<double> ticks = niceTicks(lo_ * 100, hi_ * 100, 4);
    PlotScale x{lo_ * 100, hi_ * 100, area.left(), area.right()};
    for (const double tick : ticks)
        paintRule(painter, {x.pixel(tick), area.top()}, {x.pixel(tick), area.bottom()}, t.grid);
    paintXTicks(painter, area, x, ticks, [](double tick) { return qt(fixed(tick, 0)); }, {});
    // Where a version falls furthest its numbers stand beside it; else on the first line, as a key.
    std::size_t named = 0;
    for (std::size_t i = 0; i < lines_.size(); ++i)
        if (lines_[i].verdict == Verdict::Worse) {
            named = i;
            break;
        }
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        const Line& line = lines_[i];
        const qreal top = area.top() + static_cast<qreal>(i) * pitch();
        const qreal upper = top + pitch() / 2.0 - scaled(7);
        const qreal lower = top + pitch() / 2.0 + scaled(7);
        const bool worse = line.verdict == Verdict::Worse;
        const QFont font = theme.font(14, worse ? QFont::DemiBold : QFont::Normal);
        const QRectF name(0, top, area.left() - scaled(12), pitch());
        paintText(painter, name, Qt::AlignLeft | Qt::AlignVCenter,
                  QFontMetrics(font).elidedText(line.name, Qt::ElideRight, static_cast<int>(name.width())),
                  font, t.ink);
        paintFloor(painter, line, top);
        const QColor judged = worse ? t.fnMark : t.ink;
        paintBar(painter, line.base, upper, t.baseline);
        paintBar(painter, line.judged, lower, judged);
        if (i != named) continue;
        paintLabel(painter, line.base, board_->base().name, upper, true, t.ink2);
        paintLabel(painter, line.judged, board_->judged().name, lower, false, worse ? t.fnText : t.ink);
    }
}

void SegmentIntervals::mouseMoveEvent(QMouseEvent* event) {
    const auto line = lineAt(event->position().toPoint().y());
    setCursor(line ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (!line) return setPlainToolTip(this, {});
    const Line& one = lines_[*line];
    const auto text = [](const Bar& bar) {
        if (!bar.value) return QString::fromUtf8(describe(bar.value.why).data());
        const QString value = qt(fixed(*bar.value * 100, 1));
        if (!bar.interval) return value;
        return SegmentIntervals::tr("%1, between %2 and %3")
            .arg(value, qt(fixed(bar.interval->lo * 100, 1)), qt(fixed(bar.interval->hi * 100, 1)));
    };
    setPlainToolTip(this, tr("%1\n%2: %3\n%4: %5")
                              .arg(one.name, qt(board_->base().name), text(one.base),
                                   qt(board_->judged().name), text(one.judged)));
}

void SegmentIntervals::mouseReleaseEvent(QMouseEvent* event) {
    const auto line = lineAt(event->position().toPoint().y());
    if (line && event->button() == Qt::LeftButton) Q_EMIT opened(lines_[*line].segment);
}

}  // namespace reckoner

#include "moc_segment_intervals.cpp"
