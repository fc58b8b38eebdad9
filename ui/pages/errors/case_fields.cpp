#include "ui/pages/errors/case_fields.h"

#include <algorithm>

#include <QHelpEvent>

#include "core/wording/errors_case.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/visible_text.h"

namespace reckoner {
namespace {

using parts::px;
using parts::write;

constexpr int kRow = 24;
constexpr int kLeastForTwo = 280;

QFont valueFont(const CaseField& field) {
    return Theme::instance().font(14, field.missing() ? QFont::DemiBold : QFont::Normal);
}

}  // namespace

FieldGrid::FieldGrid(FieldKind kind, QWidget* parent) : CasePart(parent), kind_(kind) {
    setObjectName(kind == FieldKind::Own ? QStringLiteral("caseFields") : QStringLiteral("laterFields"));
    setAccessibleName(kind == FieldKind::Own ? tr("Fields") : tr("What became known later"));
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

const std::vector<CaseField>& FieldGrid::fields() const {
    return kind_ == FieldKind::Own ? facts().fields : facts().later;
}

QString FieldGrid::nameOf(const CaseField& field) const {
    return kind_ == FieldKind::Own ? visibleLine(fieldName(field.column)) : qt(laterName(field.column.role));
}

bool FieldGrid::hasSomething() const {
    return view_.facts && !fields().empty();
}

// Filled down the left column first, as a page is read; a value too long for its half takes a row of its own
// below.
std::vector<FieldGrid::Place> FieldGrid::places(int width) const {
    std::vector<Place> result;
    if (!view_.facts) return result;
    const QFontMetrics metrics(Theme::instance().font(14));
    int widestName = px(40);
    for (const CaseField& field : fields())
        widestName = std::max(widestName, metrics.horizontalAdvance(nameOf(field)));
    const bool two = width >= px(kLeastForTwo) && fields().size() > 3;
    const int gap = px(16);
    const int half = two ? (width - gap) / 2 : width;
    const int name = std::min(widestName + px(12), half * 11 / 20);
    std::vector<std::size_t> small, large;
    for (std::size_t i = 0; i < fields().size(); ++i) {
        const int needed =
            QFontMetrics(valueFont(fields()[i])).horizontalAdvance(visibleLine(fieldValue(fields()[i])));
        (!two || needed <= half - name ? small : large).push_back(i);
    }
    const std::size_t rows = two ? (small.size() + 1) / 2 : small.size();
    for (std::size_t i = 0; i < small.size(); ++i) {
        const int x = i < rows ? 0 : half + gap;
        const int y = static_cast<int>(i % std::max<std::size_t>(rows, 1)) * px(kRow);
        result.push_back(
            {small[i], QRect(x, y, name - px(8), px(kRow)), QRect(x + name, y, half - name, px(kRow))});
    }
    for (std::size_t i = 0; i < large.size(); ++i) {
        const int y = static_cast<int>(rows + i) * px(kRow);
        result.push_back(
            {large[i], QRect(0, y, name - px(8), px(kRow)), QRect(name, y, width - name, px(kRow))});
    }
    return result;
}

int FieldGrid::heightForWidth(int width) const {
    int height = 0;
    for (const Place& place : places(width))
        height = std::max(height, place.name.bottom() + 1);
    return height;
}

QSize FieldGrid::sizeHint() const {
    return QSize(px(320), heightForWidth(std::max(width(), px(200))));
}

void FieldGrid::paintEvent(QPaintEvent*) {
    const Tokens& t = Theme::instance().tokens();
    QPainter painter(this);
    for (const Place& place : places(width())) {
        const CaseField& field = fields()[place.field];
        write(painter, place.name, Qt::AlignLeft, nameOf(field), Theme::instance().font(14), t.ink3);
        write(painter, place.value, Qt::AlignLeft, visibleLine(fieldValue(field)), valueFont(field), t.ink);
    }
}

void FieldGrid::resizeEvent(QResizeEvent*) {
    updateGeometry();
}

bool FieldGrid::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip || !view_.facts) return CasePart::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    QString text;
    for (const Place& place : places(width())) {
        const CaseField& field = fields()[place.field];
        const QString value = visibleLine(fieldValue(field));
        const bool cut = QFontMetrics(valueFont(field)).horizontalAdvance(value) > place.value.width();
        if (cut && (place.value | place.name).contains(help->pos()))
            text = QStringLiteral("%1: %2").arg(nameOf(field), value.left(2000));
    }
    showPlainToolTip(help->globalPos(), text, this);
    return true;
}

}  // namespace reckoner

#include "moc_case_fields.cpp"
