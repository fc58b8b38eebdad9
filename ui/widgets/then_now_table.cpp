#include "ui/widgets/then_now_table.h"

#include <algorithm>

#include <QPainter>

#include "ui/charts/chart_paint.h"
#include "ui/style/theme.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

constexpr int kRow = 36;
constexpr int kStacked = 48;
constexpr int kTitle = 32;
constexpr int kHead = 48;
constexpr int kGap = 12;

int px(int size) {
    return qRound(size * Theme::instance().typeScale());
}

}  // namespace

ThenNowTable::ThenNowTable(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("thenNowTable"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ThenNowTable::setEvidence(const std::optional<PolicyEvidence>& then,
                               const std::optional<PolicyEvidence>& now, const Vocabulary& words,
                               const QString& note) {
    rows_ = then ? thenAndNow(*then, now ? &*now : nullptr, words) : std::vector<ThenNowRow>();
    note_ = note;
    now_ = now.has_value();
    thenOf_ = then ? qt(then->evalSet) : QString();
    nowOf_ = now ? qt(now->evalSet) : QString();
    QStringList spoken;
    for (const ThenNowRow& row : rows_)
        spoken << QStringLiteral("%1: %2, %3").arg(qt(row.what), qt(row.then), qt(row.now));
    setAccessibleName(tr("The evidence, then and now"));
    setAccessibleDescription(spoken.join(QStringLiteral("; ")));
    setVisible(!rows_.empty() || !note_.isEmpty());
    updateGeometry();
    update();
}

ThenNowTable::Columns ThenNowTable::columns() const {
    const Theme& theme = Theme::instance();
    const QFontMetricsF figures(theme.font(14, QFont::DemiBold)), words(theme.font(14)),
        small(theme.font(12));
    qreal what = 0, then = 0, thenInterval = small.horizontalAdvance(tr("95 % interval")), now = 0,
          nowInterval = thenInterval;
    for (const ThenNowRow& row : rows_) {
        what = std::max(what, words.horizontalAdvance(qt(row.what)));
        then = std::max(then, figures.horizontalAdvance(qt(row.then)));
        now = std::max(now, figures.horizontalAdvance(qt(row.now)));
        thenInterval = std::max(thenInterval, small.horizontalAdvance(qt(row.thenInterval)));
        nowInterval = std::max(nowInterval, small.horizontalAdvance(qt(row.nowInterval)));
    }
    // The evaluation sets have room where their columns have; a long name does not push the figures.
    const qreal gap = px(kGap), wide = px(28);
    const qreal right = width();
    const qreal side = now_ ? now + gap + nowInterval : 0;
    Columns columns;
    columns.stacked = what + wide + then + gap + thenInterval + (now_ ? wide + side : 0) > right;
    if (columns.stacked) {
        const qreal last = std::max(now, nowInterval) + gap;
        columns.now = right;
        columns.then = now_ ? right - last - wide : right;
        return columns;
    }
    columns.nowInterval = right - nowInterval;
    columns.now = columns.nowInterval - gap;
    columns.thenInterval = now_ ? columns.now - now - wide - thenInterval : right - thenInterval;
    columns.then = columns.thenInterval - gap;
    return columns;
}

int ThenNowTable::rowHeight() const {
    return px(columns().stacked ? kStacked : kRow);
}

int ThenNowTable::noteHeight() const {
    if (note_.isEmpty()) return 0;
    const QFontMetrics metrics(Theme::instance().font(14));
    return metrics.boundingRect(QRect(0, 0, std::max(200, width()), 1000), Qt::TextWordWrap, note_).height() +
           px(kGap);
}

QSize ThenNowTable::sizeHint() const {
    const int table = rows_.empty() ? 0 : px(kTitle + kHead) + static_cast<int>(rows_.size()) * rowHeight();
    return {400, table + noteHeight()};
}

void ThenNowTable::resizeEvent(QResizeEvent*) {
    // What stands beside each other depends on the width.
    updateGeometry();
}

void ThenNowTable::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Theme& theme = Theme::instance();
    const Tokens& t = theme.tokens();
    const Columns at = columns();
    const qreal right = width(), wide = px(28);
    const qreal nowFrom = at.stacked ? at.then + wide : at.thenInterval + px(60);
    const auto text = [&](const QRectF& rect, const QString& words, Qt::Alignment side, int size,
                          QFont::Weight weight, const QColor& color) {
        const QFont font = theme.font(size, weight);
        paintText(painter, rect, static_cast<int>(side | Qt::AlignVCenter),
                  QFontMetricsF(font).elidedText(words, Qt::ElideRight, rect.width()), font, color);
    };
    const auto figure = [&](qreal from, qreal to, qreal intervalFrom, qreal intervalTo, qreal y,
                            const QString& value, const QString& interval) {
        if (at.stacked && interval.isEmpty())
            return text({from, y, to - from, 1.0 * px(kStacked)}, value, Qt::AlignRight, 14, QFont::DemiBold,
                        t.ink);
        if (at.stacked) {
            text({from, y + px(4), to - from, 1.0 * px(22)}, value, Qt::AlignRight, 14, QFont::DemiBold,
                 t.ink);
            text({from, y + px(25), to - from, 1.0 * px(18)}, interval, Qt::AlignRight, 12, QFont::Normal,
                 t.ink3);
            return;
        }
        text({from, y, to - from, 1.0 * px(kRow)}, value, Qt::AlignRight, 14, QFont::DemiBold, t.ink);
        text({intervalFrom, y, intervalTo - intervalFrom, 1.0 * px(kRow)}, interval, Qt::AlignLeft, 12,
             QFont::Normal, t.ink3);
    };
    const qreal thenEnd = now_ ? at.now : right;
    qreal y = 0;
    if (!rows_.empty()) {
        text({0, y, right, 1.0 * px(kTitle)}, now_ ? tr("The evidence, then and now") : tr("The evidence"),
             Qt::AlignLeft, 14, QFont::DemiBold, t.ink);
        y += px(kTitle);
        const auto head = [&](qreal from, qreal to, qreal intervalFrom, const QString& name,
                              const QString& of) {
            text({from, y, to - from, 1.0 * px(24)}, name, Qt::AlignRight, 14, QFont::DemiBold, t.ink);
            text({from, y + px(22), to - from, 1.0 * px(20)}, of, Qt::AlignRight, 12, QFont::Normal, t.ink3);
            if (!at.stacked)
                text({intervalFrom, y + px(22), right - intervalFrom, 1.0 * px(20)}, tr("95 % interval"),
                     Qt::AlignLeft, 12, QFont::Normal, t.ink3);
        };
        head(0, at.then, at.thenInterval, tr("then"), thenOf_);
        // Beside the figures stacked up there is room from the column before; else its caption ends there.
        const qreal free = at.stacked
                               ? at.then + px(16)
                               : at.thenInterval + px(kGap) +
                                     QFontMetricsF(theme.font(12)).horizontalAdvance(tr("95 % interval"));
        if (now_) head(free, at.now, at.nowInterval, tr("now"), nowOf_);
        y += px(kHead);
        paintRule(painter, {0, y - 1}, {right, y - 1}, t.line);
    }
    for (const ThenNowRow& row : rows_) {
        text({0, y, right, 1.0 * rowHeight()}, qt(row.what), Qt::AlignLeft, 14, QFont::Normal, t.ink);
        figure(0, at.then, at.thenInterval, thenEnd, y, qt(row.then), qt(row.thenInterval));
        if (now_) figure(nowFrom, at.now, at.nowInterval, right, y, qt(row.now), qt(row.nowInterval));
        y += rowHeight();
        paintRule(painter, {0, y - 1}, {right, y - 1}, t.grid);
    }
    if (!note_.isEmpty())
        paintText(painter, QRectF(0, y + px(4), right, noteHeight()),
                  Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, note_, theme.font(14), t.ink2);
}

}  // namespace reckoner

#include "moc_then_now_table.cpp"
