#include "ui/review/reason_list.h"

#include <algorithm>

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

#include "core/wording/number_format.h"
#include "ui/shell/scaled.h"
#include "ui/style/icons.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/visible_text.h"

namespace reckoner {
namespace {

constexpr int kHead = 20;
constexpr int kRow = 32;
constexpr int kPlus = 28;

}  // namespace

ReasonList::ReasonList(QWidget* parent) : QAbstractScrollArea(parent) {
    setObjectName(QStringLiteral("reasonList"));
    setAccessibleName(tr("Reasons by cost"));
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(QFrame::NoFrame);
    setKind(this, "clear");
    viewport()->setAutoFillBackground(false);
    setPlainToolTip(this, tr("Drag a reason higher or lower, or press Alt with an arrow"));
    verticalScrollBar()->setSingleStep(scaled(kRow));
}

void ReasonList::setReasons(const std::vector<ErrorReason>& reasons, const QString& currency,
                            const QString& said) {
    if (pressed_ >= 0) return;  // in the middle of a drag
    reasons_ = reasons;
    currency_ = currency;
    said_ = said;
    chosen_ = std::clamp(chosen_, 0, std::max(0, static_cast<int>(reasons.size()) - 1));
    tell();
    resizeEvent(nullptr);
    viewport()->update();
}

void ReasonList::tell() {
    QStringList lines;
    for (const ErrorReason& reason : reasons_)
        lines << tr("%1, %2 cases").arg(visibleLine(reason.tag)).arg(reason.samples);
    setAccessibleDescription(lines.isEmpty() ? said_ : lines.join(QStringLiteral("; ")));
}

int ReasonList::wantedHeight() const {
    return scaled(kHead) + scaled(kRow) * std::max(1, static_cast<int>(reasons_.size()));
}

int ReasonList::wholeRows(int height) const {
    return height - std::max(0, height - scaled(kHead)) % scaled(kRow);
}

int ReasonList::top(int row) const {
    return scaled(kHead) + row * scaled(kRow) - verticalScrollBar()->value();
}

int ReasonList::rowAt(int y) const {
    return (y + verticalScrollBar()->value() - scaled(kHead)) / scaled(kRow);
}

void ReasonList::resizeEvent(QResizeEvent*) {
    const int more = wantedHeight() - viewport()->height();
    verticalScrollBar()->setRange(0, std::max(0, more));
    verticalScrollBar()->setPageStep(viewport()->height());
}

void ReasonList::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::instance();
    const Tokens& t = theme.tokens();
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(viewport()->rect(), t.chrome);
    const int wide = viewport()->width(), plus = scaled(kPlus);
    painter.setFont(theme.font(14));
    painter.setPen(t.ink3);
    if (reasons_.empty()) {
        painter.setFont(theme.font(12));
        painter.drawText(QRect(0, 0, wide, viewport()->height()), Qt::AlignLeft | Qt::TextWordWrap, said_);
        return;
    }
    for (int i = 0; i < static_cast<int>(reasons_.size()); ++i) {
        const ErrorReason& reason = reasons_[static_cast<std::size_t>(i)];
        const QRect row(0, top(i), wide, scaled(kRow));
        const bool held = pressed_ == i && dragged_;
        if (held || (hasFocus() && chosen_ == i)) {
            painter.setPen(hasFocus() && !held ? QPen(t.accent, 1) : QPen(Qt::NoPen));
            painter.setBrush(held ? t.selected : t.chrome);
            painter.drawRoundedRect(QRectF(row).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
        }
        const QFont font = theme.font(14);
        painter.setFont(font);
        painter.setPen(t.ink3);
        painter.drawText(row.adjusted(scaled(4), 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                         QString::number(i + 1));
        const QString cost = reason.costed > 0 ? qt(money(reason.cost)) : tr("n/a");
        const int costWide = QFontMetrics(font).horizontalAdvance(cost) + 2;
        const int right = wide - plus - scaled(4);
        painter.setPen(t.ink);
        painter.drawText(QRect(right - costWide, row.y(), costWide, row.height()),
                         Qt::AlignRight | Qt::AlignVCenter, cost);
        const int from = scaled(24), room = right - costWide - scaled(8) - from;
        painter.drawText(QRect(from, row.y(), room, row.height()), Qt::AlignLeft | Qt::AlignVCenter,
                         QFontMetrics(font).elidedText(visibleLine(reason.tag), Qt::ElideRight, room));
        const int side = scaled(16);
        painter.drawPixmap(wide - plus + (plus - side) / 2, row.y() + (row.height() - side) / 2,
                           iconPixmap(QStringLiteral("plus"), t.accent, side, devicePixelRatioF()));
    }
    painter.fillRect(QRect(0, 0, wide, scaled(kHead)), t.chrome);
    painter.setFont(theme.font(12));
    painter.setPen(t.ink3);
    painter.drawText(QRect(0, 0, wide, scaled(16)), Qt::AlignLeft, tr("reasons, drag to rank"));
    painter.drawText(QRect(0, 0, wide - plus - scaled(4), scaled(16)), Qt::AlignRight,
                     currency_.isEmpty() ? tr("cost") : currency_);
}

void ReasonList::mousePressEvent(QMouseEvent* event) {
    const int row = rowAt(event->pos().y());
    if (event->button() != Qt::LeftButton || event->pos().y() < scaled(kHead) || row < 0 ||
        row >= static_cast<int>(reasons_.size()))
        return;
    pressed_ = chosen_ = row;
    dragged_ = false;
    onPlus_ = event->pos().x() >= viewport()->width() - scaled(kPlus);
    viewport()->update();
}

void ReasonList::mouseMoveEvent(QMouseEvent* event) {
    if (pressed_ < 0 || onPlus_) return;
    const int to = std::clamp(rowAt(event->pos().y()), 0, static_cast<int>(reasons_.size()) - 1);
    if (to == pressed_) return;
    dragged_ = true;
    move(pressed_, to);
    pressed_ = to;
}

void ReasonList::mouseReleaseEvent(QMouseEvent* event) {
    const int row = std::exchange(pressed_, -1);
    if (row < 0) return;
    const QString tag = qt(reasons_[static_cast<std::size_t>(row)].tag);
    viewport()->update();
    if (std::exchange(dragged_, false)) {
        std::vector<std::string> tags;
        for (const ErrorReason& reason : reasons_)
            tags.push_back(reason.tag);
        return Q_EMIT ordered(tags);
    }
    if (rowAt(event->pos().y()) != row) return;
    if (onPlus_)
        Q_EMIT actionWanted(tag);
    else
        Q_EMIT opened(tag);
}

void ReasonList::move(int from, int to) {
    const auto first = reasons_.begin();
    if (from < to)
        std::rotate(first + from, first + from + 1, first + to + 1);
    else
        std::rotate(first + to, first + from, first + from + 1);
    chosen_ = to;
    tell();
    viewport()->update();
}

void ReasonList::keyPressEvent(QKeyEvent* event) {
    const int by = event->key() == Qt::Key_Up ? -1 : event->key() == Qt::Key_Down ? 1 : 0;
    if (reasons_.empty()) return QAbstractScrollArea::keyPressEvent(event);
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        return Q_EMIT actionWanted(qt(reasons_[static_cast<std::size_t>(chosen_)].tag));
    if (by == 0) return QAbstractScrollArea::keyPressEvent(event);
    const int to = std::clamp(chosen_ + by, 0, static_cast<int>(reasons_.size()) - 1);
    if (event->modifiers() & Qt::AltModifier && to != chosen_) {
        move(chosen_, to);
        std::vector<std::string> tags;
        for (const ErrorReason& reason : reasons_)
            tags.push_back(reason.tag);
        return Q_EMIT ordered(tags);
    }
    chosen_ = to;
    viewport()->update();
}

void ReasonList::focusInEvent(QFocusEvent* event) {
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

}  // namespace reckoner

#include "moc_reason_list.cpp"
