#include "ui/widgets/then_now_table.h"

#include <QPainter>

#include "ui/charts/chart_paint.h"
#include "ui/style/theme.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

constexpr int kRow = 36;
constexpr int kNote = 44;

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
    QStringList spoken;
    for (const ThenNowRow& row : rows_)
        spoken << QStringLiteral("%1: %2, %3").arg(qt(row.what), qt(row.then), qt(row.now));
    setAccessibleName(tr("The evidence, then and now"));
    setAccessibleDescription(spoken.join(QStringLiteral("; ")));
    setVisible(!rows_.empty() || !note_.isEmpty());
    updateGeometry();
    update();
}

QSize ThenNowTable::sizeHint() const {
    const int table = rows_.empty() ? 0 : px(32 + kRow) + static_cast<int>(rows_.size()) * px(kRow);
    return {400, table + (note_.isEmpty() ? 0 : px(kNote))};
}

void ThenNowTable::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Theme& theme = Theme::instance();
    const Tokens& t = theme.tokens();
    const qreal right = width();
    const qreal then = right * 0.50, thenInterval = then + px(12), now = right * 0.80,
                nowInterval = now + px(12);
    const auto text = [&](qreal from, qreal to, qreal y, const QString& words, Qt::Alignment side, int size,
                          QFont::Weight weight, const QColor& color) {
        paintText(painter, QRectF(from, y, to - from, px(kRow)), static_cast<int>(side | Qt::AlignVCenter),
                  words, theme.font(size, weight), color);
    };
    qreal y = 0;
    if (!rows_.empty()) {
        text(0, right, y, now_ ? tr("The evidence, then and now") : tr("The evidence"), Qt::AlignLeft, 14,
             QFont::DemiBold, t.ink);
        y += px(32);
        text(0, then, y, tr("then"), Qt::AlignRight, 14, QFont::DemiBold, t.ink);
        text(thenInterval, now, y, tr("95 % interval"), Qt::AlignLeft, 12, QFont::Normal, t.ink3);
        if (now_) {
            text(thenInterval, now, y, tr("now"), Qt::AlignRight, 14, QFont::DemiBold, t.ink);
            text(nowInterval, right, y, tr("95 % interval"), Qt::AlignLeft, 12, QFont::Normal, t.ink3);
        }
        y += px(kRow);
        paintRule(painter, {0, y - 1}, {right, y - 1}, t.line);
    }
    for (const ThenNowRow& row : rows_) {
        text(0, then, y, qt(row.what), Qt::AlignLeft, 14, QFont::Normal, t.ink);
        text(0, then, y, qt(row.then), Qt::AlignRight, 14, QFont::DemiBold, t.ink);
        text(thenInterval, now, y, qt(row.thenInterval), Qt::AlignLeft, 12, QFont::Normal, t.ink3);
        if (now_) {
            text(thenInterval, now, y, qt(row.now), Qt::AlignRight, 14, QFont::DemiBold, t.ink);
            text(nowInterval, right, y, qt(row.nowInterval), Qt::AlignLeft, 12, QFont::Normal, t.ink3);
        }
        y += px(kRow);
        paintRule(painter, {0, y - 1}, {right, y - 1}, t.grid);
    }
    if (!note_.isEmpty())
        paintText(painter, QRectF(0, y + px(4), right, px(kNote - 4)),
                  Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap, note_, theme.font(14), t.ink2);
}

}  // namespace reckoner

#include "moc_then_now_table.cpp"
