#include "ui/widgets/history_list.h"

#include <QPainter>
#include <QStyledItemDelegate>
#include <QTextLayout>

#include "ui/charts/chart_paint.h"
#include "ui/style/theme.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

constexpr int kRow = 72;
enum Role { When = Qt::UserRole, Year, What, Line, Who, Late };

int px(int size) {
    return qRound(size * Theme::instance().typeScale());
}

// One line, or two where one is too short; only what two cannot hold is cut.
QStringList broken(const QString& text, const QFont& font, int width) {
    const QFontMetrics metrics(font);
    if (metrics.horizontalAdvance(text) <= width) return {text};
    QTextLayout layout(text, font);
    layout.beginLayout();
    QTextLine first = layout.createLine();
    first.setLineWidth(std::max(1, width));
    layout.endLayout();
    const int end = first.textStart() + first.textLength();
    return {text.left(end).trimmed(), metrics.elidedText(text.mid(end), Qt::ElideRight, width)};
}

class HistoryDelegate final : public QStyledItemDelegate {
 public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {300, px(kRow)}; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const Theme& theme = Theme::instance();
        const Tokens& t = theme.tokens();
        painter->setRenderHint(QPainter::Antialiasing);
        const QRect row = option.rect;
        if (option.state & QStyle::State_Selected) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(t.selected);
            painter->drawRoundedRect(row.adjusted(0, 0, 0, -1), 6, 6);
        }
        paintRule(*painter, QPointF(row.left() + 8, row.bottom()), QPointF(row.right() - 8, row.bottom()),
                  t.grid);
        const int left = row.left() + 8, what = left + px(80), right = row.right() - 8;
        const int line = px(20);
        const QFont words = theme.font(14), strong = theme.font(14, QFont::DemiBold), small = theme.font(12);
        const int mark = index.data(Late).toBool() ? 16 : 0;
        const int who = std::min(QFontMetrics(small).horizontalAdvance(index.data(Who).toString()) + 4,
                                 (right - what) / 2);
        const QStringList titles = broken(index.data(What).toString(), strong, right - what - who - 12);
        QStringList lines = broken(index.data(Line).toString(), words, right - what - mark);
        // Three lines fit; a title is cut last.
        if (titles.size() > 1 && lines.size() > 1)
            lines = {QFontMetrics(words).elidedText(index.data(Line).toString(), Qt::ElideRight,
                                                    right - what - mark)};
        const int top = row.top() + px(titles.size() + lines.size() > 2 ? 6 : 16);
        const auto one = [&](const QRect& rect, Role role, int pixels, QFont::Weight weight,
                             const QColor& color, Qt::Alignment side = Qt::AlignLeft) {
            const QFont font = theme.font(pixels, weight);
            paintText(
                *painter, rect, static_cast<int>(side | Qt::AlignVCenter),
                QFontMetrics(font).elidedText(index.data(role).toString(), Qt::ElideRight, rect.width()),
                font, color);
        };
        one({left, top, what - left - 8, line}, When, 14, QFont::Normal, t.ink2);
        one({left, top + line, what - left - 8, line}, Year, 12, QFont::Normal, t.ink3);
        for (int i = 0; i < titles.size(); ++i)
            paintText(*painter, QRect(what, top + line * i, right - what - who - 12, line),
                      static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter), titles[i], strong, t.ink);
        const int below = top + line * static_cast<int>(titles.size());
        one({right - who, top, who, line}, Who, 12, QFont::Normal, t.ink3, Qt::AlignRight);
        if (mark > 0) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(t.ink);
            painter->drawRect(QRectF(what, below + (line - 9) / 2.0, 9, 9));
        }
        for (int i = 0; i < lines.size(); ++i)
            paintText(*painter, QRect(what + mark, below + line * i, right - what - mark, line),
                      static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter), lines[i], words, t.ink);
    }
};

}  // namespace

HistoryList::HistoryList(const QString& name, QWidget* parent) : QListWidget(parent) {
    setAccessibleName(name);
    setItemDelegate(new HistoryDelegate(this));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setUniformItemSizes(true);
    connect(&Theme::instance(), &Theme::changed, this, [this] { doItemsLayout(); });
}

void HistoryList::setRows(const std::vector<RecordRow>& rows) {
    const int current = currentRow();
    const QSignalBlocker quiet(this);
    clear();
    for (const RecordRow& row : rows) {
        auto* item = new QListWidgetItem(this);
        item->setData(When, qt(row.when));
        item->setData(Year, qt(row.year));
        item->setData(What, qt(row.what));
        item->setData(Line, qt(row.line));
        item->setData(Who, qt(row.who));
        item->setData(Late, row.late);
        item->setData(Qt::AccessibleTextRole,
                      QStringLiteral("%1: %2, %3 %4, %5")
                          .arg(qt(row.what), qt(row.line), qt(row.when), qt(row.year), qt(row.who)));
    }
    if (!rows.empty()) setCurrentRow(std::clamp(current, 0, static_cast<int>(rows.size()) - 1));
}

}  // namespace reckoner

#include "moc_history_list.cpp"
