#include "ui/pages/versions/state_mark.h"

#include <QPainter>

#include "core/wording/requirement_words.h"
#include "ui/shell/scaled.h"
#include "ui/style/theme.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {

StateMark::StateMark(RequirementState state, bool judged, QWidget* parent)
    : QWidget(parent), state_(state), judged_(judged) {
    const std::string_view name = title(state);
    setAccessibleName(QString::fromUtf8(name.data(), static_cast<int>(name.size())));
    setFixedSize(sizeHint());
}

QSize StateMark::sizeHint() const {
    return {scaled(20), scaled(20)};
}

void StateMark::paintEvent(QPaintEvent*) {
    const Tokens& t = Theme::instance().tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal size = width();
    const QRectF box = QRectF(rect()).adjusted(1, 1, -1, -1);
    QPen stroke(t.page, size / 10, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    painter.setPen(Qt::NoPen);
    const bool leaning = state_ == RequirementState::LeaningMet || state_ == RequirementState::LeaningFailed;
    if (state_ == RequirementState::Waived || (leaning && !judged_)) {
        painter.setPen(QPen(t.control, 1.6));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(box.adjusted(1, 1, -1, -1));
        return;
    }
    if (leaning) {
        painter.setPen(QPen(t.ink, 1.6));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(box.adjusted(1, 1, -1, -1));
        painter.setPen(Qt::NoPen);
        painter.setBrush(t.ink);
        // The filled half lies on the side it leans to.
        painter.drawPie(box.adjusted(1, 1, -1, -1),
                        state_ == RequirementState::LeaningMet ? -90 * 16 : 90 * 16, 180 * 16);
        return;
    }
    if (state_ == RequirementState::Failed) {
        painter.setBrush(t.ink);
        painter.drawRoundedRect(box, 3, 3);
        painter.setPen(stroke);
        const qreal inset = size * 0.3;
        painter.drawLine(QPointF(inset, inset), QPointF(size - inset, size - inset));
        painter.drawLine(QPointF(size - inset, inset), QPointF(inset, size - inset));
        return;
    }
    painter.setBrush(t.better);
    painter.drawEllipse(box);
    painter.setPen(stroke);
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(
        QPolygonF({{size * 0.28, size * 0.52}, {size * 0.44, size * 0.68}, {size * 0.74, size * 0.36}}));
}

}  // namespace reckoner

#include "moc_state_mark.cpp"
