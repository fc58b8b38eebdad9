#include "ui/pages/segments/segment_head.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>

#include "core/wording/segment_words.h"
#include "ui/charts/chart_paint.h"
#include "ui/pages/segments/segment_table.h"
#include "ui/shell/scaled.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

// The direction a first click sorts in: names and q from the start, figures from the highest.
QString firstSort(const QString& key) {
    const bool up = key == QLatin1String("name") || key == QLatin1String("q") ||
                    key == QLatin1String("value") || key == QLatin1String("difference");
    return up ? key : QLatin1Char('-') + key;
}

QString turned(const QString& sort) {
    return sort.startsWith(QLatin1Char('-')) ? sort.mid(1) : QLatin1Char('-') + sort;
}

}  // namespace

SegmentHead::SegmentHead(SegmentTable& table) : QWidget(&table), table_(table) {
    setObjectName(QStringLiteral("segmentHead"));
    setAccessibleName(tr("Columns: a click sorts"));
    setCursor(Qt::PointingHandCursor);
}

void SegmentHead::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::instance();
    const Tokens& t = theme.tokens();
    QPainter painter(this);
    painter.fillRect(rect(), t.page);
    const QString sort = QString::fromStdString(table_.sort_);
    const QString key = sort.startsWith(QLatin1Char('-')) ? sort.mid(1) : sort;
    int taken = 0;
    for (const SegmentColumn& column : table_.picture_.columns) {
        const bool sorted = sort.isEmpty() ? column.field == SegmentField::Difference
                                           : key == sortKey(column.field) && !key.isEmpty();
        const bool strong = sorted || column.field == SegmentField::Value;
        const QFont font = theme.font(12, strong ? QFont::DemiBold : QFont::Normal);
        const QString arrow = !sorted                                               ? QString()
                              : sort.isEmpty() || sort.startsWith(QLatin1Char('-')) ? QStringLiteral(" ↓")
                                                                                    : QStringLiteral(" ↑");
        const bool left = column.field == SegmentField::Name || column.interval();
        const int from = column.interval() ? column.barLeft : left ? column.left : taken + scaled(8);
        const QRect place(from, 0, std::max(0, column.right - from), height() - 1);
        const QString title =
            QFontMetrics(font).elidedText(column.title + arrow, Qt::ElideRight, place.width());
        paintText(painter, place, (left ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter, title, font,
                  strong ? t.ink : t.ink2);
        const int wide = qCeil(textSize(title, font).width());
        taken = left ? place.left() + wide : column.right;
    }
    painter.fillRect(QRect(scaled(8), height() - 1, table_.width() - table_.barWidth() - 2 * scaled(8), 1),
                     t.line);
}

const SegmentColumn* SegmentHead::columnAt(int x) const {
    for (const SegmentColumn& column : table_.picture_.columns)
        if (x >= column.left && x < column.right) return &column;
    return nullptr;
}

void SegmentHead::mouseReleaseEvent(QMouseEvent* event) {
    const SegmentColumn* column = columnAt(event->position().toPoint().x());
    if (!column || event->button() != Qt::LeftButton) return;
    const QString key = sortKey(column->field);
    if (key.isEmpty()) return;
    const QString now = QString::fromStdString(table_.sort_);
    Q_EMIT sortWanted(now == key || now == turned(key) ? turned(now) : firstSort(key));
}

bool SegmentHead::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    const auto* asked = static_cast<QHelpEvent*>(event);
    const SegmentColumn* column = columnAt(asked->pos().x());
    const SegmentPicture& picture = table_.picture_;
    const bool known = column && picture.board && picture.reading.metric;
    showPlainToolTip(
        asked->globalPos(),
        known ? qt(segmentHelp(sortKey(column->field).toStdString(),
                               column->field == SegmentField::Companion ? companionOf(*picture.reading.metric)
                                                                        : *picture.reading.metric,
                               *picture.board->run(), picture.words))
              : QString(),
        this);
    return true;
}

}  // namespace reckoner

#include "moc_segment_head.cpp"
