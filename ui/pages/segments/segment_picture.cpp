#include "ui/pages/segments/segment_picture.h"

#include <algorithm>
#include <cmath>

#include <QPainter>
#include <QTextLayout>

#include "core/metrics/intervals.h"
#include "core/metrics/tally_error.h"
#include "core/wording/number_format.h"
#include "core/wording/segment_words.h"
#include "ui/pages/segments/interval_bar.h"
#include "ui/shell/scaled.h"
#include "ui/widgets/outcome_marks.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

constexpr int kReach = 8;  // what is marked reaches this far left of the text
constexpr double kScaleStep = 0.1;
constexpr int kMostTexts = 4000;

}  // namespace

void SegmentPicture::fitScales() {
    if (!reading.metric) return;
    valueScale = scaleOf(*reading.metric);
    companionScale = scaleOf(companionOf(*reading.metric));
}

// Both ends on whole tenths, so that small moves of the threshold leave the scale alone.
SegmentPicture::Scale SegmentPicture::scaleOf(const MetricEntry& metric) const {
    const bool main = &metric == reading.metric;
    const Interval range = rangeOf(metric);
    double lo = range.hi;
    double hi = range.lo;
    for (const SegmentReading& one : reading.segments) {
        if (one.standing == Standing::TooFew) continue;
        const auto interval = intervalOf(metric, one);
        if (!interval || (!main && metric.proportion(one.tally).trials < kFewestTrials)) continue;
        lo = std::min(lo, interval->lo);
        hi = std::max(hi, interval->hi);
    }
    if (const Value whole = main ? reading.wholeValue : metric.value(reading.whole)) {
        lo = std::min(lo, *whole - 0.05);
        hi = std::max(hi, *whole + 0.05);
    }
    const Scale scale{std::max(range.lo, std::floor(lo / kScaleStep) * kScaleStep),
                      std::min(range.hi, std::ceil(hi / kScaleStep) * kScaleStep)};
    return scale.hi - scale.lo < kScaleStep ? Scale{} : scale;
}

std::optional<Interval> SegmentPicture::intervalOf(const MetricEntry& metric,
                                                   const SegmentReading& one) const {
    if (&metric == reading.metric) return one.interval;
    const auto share = metric.proportion(one.tally);
    return wilson95Weighted(share.successes, share.trials, share.weightSq);
}

void SegmentPicture::paint(QPainter& painter, std::size_t segment, const QRect& row, int scrolled,
                           const QRegion& wanted) const {
    const Theme& theme = Theme::instance();
    const Tokens& t = theme.tokens();
    const SegmentReading& now = reading.segments[segment];
    const bool worse = now.standing == Standing::Worse;
    const bool few = now.standing == Standing::TooFew;
    const QFont plain = theme.font(14);
    const QFont strong = theme.font(14, QFont::DemiBold);
    painter.fillRect(QRect(scaled(kReach), row.bottom(), row.width() - 2 * scaled(kReach), 1), t.grid);
    for (const SegmentColumn& column : columns) {
        const QRect cell(column.left, row.top(), column.right - column.left, row.height() - 1);
        if (!wanted.intersects(cell)) continue;
        if (column.field == SegmentField::Scores) {
            paintScores(painter, column, row, board->segments()[segment]);
            continue;
        }
        if (column.interval()) paintInterval(painter, column, row, segment, scrolled);
        if (column.field == SegmentField::Name) {
            const BoardSegment& one = board->segments()[segment];
            // Of one cross the head names the columns.
            const bool named = board->sets().size() > 1 || one.columns.size() == 1;
            const QString name =
                named ? qt(segmentColumnName(*board->run()->request.table, one.columns)).simplified()
                      : QString();
            painter.setFont(plain);
            painter.setPen(t.ink3);
            const QRect column1 = cell.adjusted(0, 0, -cell.width() / 3, 0);
            const int used = named ? draw(painter, column1, name, false, Qt::AlignLeft) + scaled(8) : 0;
            painter.setFont(worse ? strong : plain);
            painter.setPen(few ? t.ink3 : t.ink);
            draw(painter, cell.adjusted(used, 0, -scaled(8), 0), qt(segmentValueName(one.key)).simplified(),
                 worse, Qt::AlignLeft);
            continue;
        }
        const bool told = column.field == SegmentField::Difference && worse;
        painter.setFont(told ? strong : plain);
        painter.setPen(few ? t.ink3 : told ? lookOf(toneOf(*reading.metric)).text : t.ink);
        draw(painter, cell, text(column.field, segment), told, Qt::AlignRight);
    }
}

void SegmentPicture::forgetTexts() {
    for (auto& texts : texts_)
        texts.clear();
}

const SegmentPicture::LaidOut& SegmentPicture::laidOut(const QPainter& painter, const QString& text,
                                                       int width, bool strong) const {
    QHash<QString, LaidOut>& texts = texts_[strong ? 1 : 0];
    const QString key = text + QChar(QChar::LineSeparator) + QString::number(width);
    const auto known = texts.constFind(key);
    if (known != texts.constEnd()) return *known;
    if (texts.size() > kMostTexts) texts.clear();
    QTextLayout layout(QFontMetricsF(painter.font()).elidedText(text, Qt::ElideRight, width), painter.font());
    layout.beginLayout();
    QTextLine line = layout.createLine();
    layout.endLayout();
    return *texts.insert(key, {layout.glyphRuns(), line.isValid() ? line.naturalTextWidth() : 0});
}

int SegmentPicture::draw(QPainter& painter, const QRect& cell, const QString& text, bool strong,
                         Qt::Alignment side) const {
    const LaidOut& one = laidOut(painter, text, std::max(0, cell.width()), strong);
    const QFontMetricsF metrics(painter.font());
    const qreal top = cell.top() + std::round((cell.height() - metrics.height()) / 2);
    const qreal x = side == Qt::AlignLeft ? cell.left() : cell.right() + 1 - one.width;
    for (const QGlyphRun& run : one.glyphs)
        painter.drawGlyphRun(QPointF(x, top), run);
    return qCeil(one.width);
}

void SegmentPicture::paintInterval(QPainter& painter, const SegmentColumn& column, const QRect& row,
                                   std::size_t segment, int scrolled) const {
    const Tokens& t = Theme::instance().tokens();
    const bool main = column.field == SegmentField::Value;
    const MetricEntry& metric = main ? *reading.metric : companionOf(*reading.metric);
    const Scale& scale = main ? valueScale : companionScale;
    const BarPlace place{scale.lo, scale.hi, column.barLeft, column.barRight};
    if (const Value whole = main ? reading.wholeValue : metric.value(reading.whole))
        paintThroughRows(painter, place, row, *whole, scrolled, t.ink3);
    const SegmentReading& now = reading.segments[segment];
    const Value value = main ? now.value : metric.value(now.tally);
    if (!value) return;
    const bool worse = main && now.standing == Standing::Worse;
    paintIntervalBar(painter, place, row, *value, intervalOf(metric, now),
                     worse ? lookOf(toneOf(metric)).mark : t.baseline);
}

// The shape of the scores in this segment, its highest bar as high as the row allows.
void SegmentPicture::paintScores(QPainter& painter, const SegmentColumn& column, const QRect& row,
                                 const BoardSegment& segment) const {
    const Tokens& t = Theme::instance().tokens();
    const int left = column.left + scaled(24);
    const int foot = row.bottom() - scaled(7);
    const int tall = row.height() - scaled(14);
    const auto bars = static_cast<int>(segment.scores.size());
    const std::uint32_t most = *std::max_element(segment.scores.begin(), segment.scores.end());
    const RunAnalysis& run = *board->run();
    const double wide = (column.right - left) / static_cast<double>(bars);
    const double cut = (reading.threshold - run.axisLo) / std::max(1e-300, run.axisHi - run.axisLo) * bars;
    for (int i = 0; i < bars && most > 0; ++i) {
        const double high = tall * (static_cast<double>(segment.scores[static_cast<std::size_t>(i)]) / most);
        const QRectF bar(left + i * wide, foot - high, std::max(1.0, wide - 1), high);
        painter.fillRect(bar, i + 0.5 < cut ? t.tnMark : t.baseline);
    }
    painter.fillRect(QRect(left, foot, column.right - left, 1), t.line);
    if (std::isfinite(cut))
        painter.fillRect(QRectF(left + std::clamp(cut, 0.0, double(bars)) * wide, row.top() + scaled(6), 1,
                                row.height() - scaled(11)),
                         t.accent);
}

QString SegmentPicture::text(SegmentField field, std::size_t segment) const {
    const BoardSegment& one = board->segments()[segment];
    const SegmentReading& now = reading.segments[segment];
    const RunAnalysis& run = *board->run();
    switch (field) {
        case SegmentField::Name:
            return qt(segmentColumnName(*run.request.table, one.columns)) + QLatin1Char(' ') +
                   qt(segmentValueName(one.key));
        case SegmentField::Count:
            return qt(count(one.n));
        case SegmentField::Prevalence:
            return qt(percentText(static_cast<double>(one.positives) / static_cast<double>(one.n)));
        case SegmentField::Selected:
            return qt(percentText(findMetric("selection_rate")->value(now.tally)));
        case SegmentField::Errors:
            return qt(
                percentText(ratio(now.tally.fp.weight + now.tally.fn.weight,
                                  reading.whole.fp.weight + reading.whole.fn.weight, Reason::NoErrors)));
        case SegmentField::Value:
            return qt(metricText(*reading.metric, now.value));
        case SegmentField::Difference:
            return qt(contrastText(*reading.metric, now.difference));
        case SegmentField::Q:
            return qt(qText(now.qValue));
        case SegmentField::Companion:
            return qt(hundredText(companionOf(*reading.metric).value(now.tally)));
        case SegmentField::Cost:
            return qt(amountText(now.cost));
        case SegmentField::Best:
            return qt(shortThreshold(run, one.cheapest.threshold));
        case SegmentField::Saves:
            return qt(amountText(board->ownBestSaves(one, now)));
        case SegmentField::Scores:
            break;
    }
    return {};
}

}  // namespace reckoner
