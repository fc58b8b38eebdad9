#include "ui/pages/decide/policy_list.h"

#include <algorithm>

#include <QPainter>
#include <QStyledItemDelegate>

#include "core/wording/policy_words.h"
#include "ui/charts/chart_paint.h"
#include "ui/style/theme.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

constexpr int kRow = 72;
enum Role { When = Qt::UserRole, Year, What, Why, Who, Due, Late };

int px(int size) {
    return qRound(size * Theme::instance().typeScale());
}

class PolicyDelegate final : public QStyledItemDelegate {
 public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override {
        return QSize(300, px(kRow));
    }

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
        const auto text = [&](Role role) { return index.data(role).toString(); };
        const int left = row.left() + 8, what = left + px(96), right = row.right() - 8;
        const auto one = [&](const QRect& rect, const QString& words, int pixels, QFont::Weight weight,
                             const QColor& color, Qt::Alignment side = Qt::AlignLeft) {
            const QFont font = theme.font(pixels, weight);
            paintText(*painter, rect, static_cast<int>(side | Qt::AlignVCenter),
                      QFontMetrics(font).elidedText(words, Qt::ElideRight, rect.width()), font, color);
        };
        const int top = row.top() + px(8), line = px(20);
        one(QRect(left, top, what - left - 8, line), text(When), 14, QFont::Normal, t.ink2);
        one(QRect(left, top + line, what - left - 8, line), text(Year), 12, QFont::Normal, t.ink3);
        // What was decided in full; who decided it in the room that is left.
        const int wanted = QFontMetrics(theme.font(14, QFont::DemiBold)).horizontalAdvance(text(What)) + 2;
        const int width = std::min(wanted, right - what - px(56));
        one(QRect(what, top, width, line), text(What), 14, QFont::DemiBold, t.ink);
        one(QRect(what + width + 12, top, right - what - width - 12, line), text(Who), 12, QFont::Normal,
            t.ink3, Qt::AlignRight);
        one(QRect(what, top + line, right - what, line), text(Why), 14, QFont::Normal, t.ink);
        const bool late = index.data(Late).toBool();
        int due = what;
        if (late) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(t.ink);
            painter->drawRect(QRectF(what, top + 2 * line + px(4), 9, 9));
            due += 16;
        }
        one(QRect(due, top + 2 * line, right - due, px(16)), text(Due), 12,
            late ? QFont::DemiBold : QFont::Normal, late ? t.ink : t.ink3);
    }
};

}  // namespace

PolicyList::PolicyList(QWidget* parent) : QListWidget(parent) {
    setObjectName(QStringLiteral("policyList"));
    setAccessibleName(tr("Policies, newest first"));
    setItemDelegate(new PolicyDelegate(this));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setUniformItemSizes(true);
    connect(&Theme::instance(), &Theme::changed, this, [this] { doItemsLayout(); });
}

void PolicyList::setRecords(const std::vector<PolicyRecord>& records, const Vocabulary& words,
                            const std::string& today) {
    clear();
    for (const PolicyRecord& record : records) {
        auto* item = new QListWidgetItem(this);
        const QString what = qt(policyTitle(record, words));
        const QString due = qt(dueText(record, today));
        const std::string& at = record.policy.adoptedAt;
        item->setData(When, qt(shortDayText(at, at)));
        item->setData(Year, qt(at.substr(0, 4)));
        item->setData(What, what);
        item->setData(Why, qt(record.policy.why));
        item->setData(Who, qt(record.policy.who));
        item->setData(Due, due);
        item->setData(Late, daysOverdue(record, today).has_value());
        item->setData(Qt::AccessibleTextRole,
                      QStringLiteral("%1, %2, %3").arg(what, qt(policyCaption(record)), due));
    }
}

}  // namespace reckoner

#include "moc_policy_list.cpp"
