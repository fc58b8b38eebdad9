#include "ui/pages/errors/case_header.h"

#include <QContextMenuEvent>
#include <QPainter>
#include <QStandardItemModel>

#include "ui/shell/scaled.h"
#include "ui/style/theme.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

constexpr int kLeast = 24;

}  // namespace

CaseHeader::CaseHeader(QWidget* parent)
    : QHeaderView(Qt::Horizontal, parent), model_(new QStandardItemModel(this)) {
    setObjectName(QStringLiteral("caseHeader"));
    setAccessibleName(tr("Columns of the cases"));
    setModel(model_);
    setSectionsMovable(true);
    setSectionsClickable(true);
    setStretchLastSection(false);
    setMinimumSectionSize(kLeast);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(this, &QHeaderView::sectionClicked, this, &CaseHeader::choose);
    connect(this, &QHeaderView::sectionMoved, this, [this] {
        if (!filling_) Q_EMIT arranged();
    });
    connect(this, &QHeaderView::sectionResized, this, [this](int logical, int, int width) {
        if (filling_ || logical >= static_cast<int>(columns_.size())) return;
        columns_[static_cast<std::size_t>(logical)].width = width;
        Q_EMIT arranged();
    });
    connect(&Theme::instance(), &Theme::changed, this, [this] { updateGeometry(); });
}

QSize CaseHeader::sizeHint() const {
    return {scaled(200), scaled(40)};
}

void CaseHeader::setColumns(const std::vector<CaseColumn>& columns) {
    filling_ = true;
    columns_ = columns;
    // Anew, so that what was moved before is forgotten.
    model_->clear();
    model_->setColumnCount(static_cast<int>(columns.size()));
    for (int i = 0; i < count(); ++i) {
        const CaseColumn& column = columns_[static_cast<std::size_t>(i)];
        model_->setHeaderData(i, Qt::Horizontal, column.title);
        model_->setHeaderData(i, Qt::Horizontal, column.name, Qt::AccessibleTextRole);
        resizeSection(i, column.width);
    }
    filling_ = false;
    viewport()->update();
}

void CaseHeader::setSort(const CaseSort& sort, bool drawn) {
    sort_ = sort;
    drawn_ = drawn;
    viewport()->update();
}

std::vector<CaseColumn> CaseHeader::columns() const {
    std::vector<CaseColumn> result;
    for (int visual = 0; visual < count(); ++visual)
        result.push_back(columns_[static_cast<std::size_t>(logicalIndex(visual))]);
    return result;
}

void CaseHeader::choose(int logical) {
    const CaseColumn& column = columns_[static_cast<std::size_t>(logical)];
    if (column.sort.empty()) return;
    CaseSort now = sort_;
    now.descending = false;
    const bool again = !drawn_ && now.text() == column.sort;
    const bool descending = again ? !sort_.descending : column.descendsFirst;
    Q_EMIT sortChosen((descending ? QStringLiteral("-") : QString()) + qt(column.sort));
}

void CaseHeader::paintSection(QPainter* painter, const QRect& rect, int logical) const {
    if (logical >= static_cast<int>(columns_.size())) return;
    const CaseColumn& column = columns_[static_cast<std::size_t>(logical)];
    const Theme& theme = Theme::instance();
    const Tokens& t = theme.tokens();
    CaseSort plain = sort_;
    plain.descending = false;
    const bool sorted = !drawn_ && !column.sort.empty() && plain.text() == column.sort;
    painter->save();
    painter->fillRect(rect, t.page);
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), t.line);
    painter->setFont(theme.font(12, sorted ? QFont::DemiBold : QFont::Normal));
    painter->setPen(sorted ? t.ink : t.ink2);
    QRect room = rect.adjusted(scaled(8), 0, -scaled(8), 0);
    const QString arrow = !sorted            ? QString()
                          : sort_.descending ? QStringLiteral(" ↓")
                                             : QStringLiteral(" ↑");
    const int arrowWidth = painter->fontMetrics().horizontalAdvance(arrow);
    const QString title =
        painter->fontMetrics().elidedText(column.title, Qt::ElideRight, room.width() - arrowWidth) + arrow;
    if (column.title.isEmpty())
        painter->drawText(rect, Qt::AlignCenter, title.trimmed());
    else
        painter->drawText(room, Qt::AlignVCenter | (column.right ? Qt::AlignRight : Qt::AlignLeft), title);
    painter->restore();
}

void CaseHeader::contextMenuEvent(QContextMenuEvent* event) {
    Q_EMIT menuWanted(event->globalPos());
}

}  // namespace reckoner

#include "moc_case_header.cpp"
