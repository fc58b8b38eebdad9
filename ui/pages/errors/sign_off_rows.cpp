#include "ui/pages/errors/sign_off_rows.h"

#include <QMouseEvent>
#include <QPainter>

#include "core/wording/number_format.h"
#include "ui/pages/errors/case_parts.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/visible_text.h"

namespace reckoner {
namespace {

using parts::px;
using parts::write;

constexpr int kRow = 32;

// A tick for accepted, a square with a cross for rejected, a dash for open: a ring means an outcome.
void paintVerdict(QPainter& painter, const std::optional<bool>& accepted, const QRectF& box) {
    const Tokens& t = Theme::instance().tokens();
    const QPointF c = box.center();
    const qreal r = box.width() / 2;
    if (!accepted) {
        painter.setPen(QPen(t.control, 1.6, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(QPointF(c.x() - r * 0.55, c.y()), QPointF(c.x() + r * 0.55, c.y()));
        return;
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(*accepted ? t.better : t.ink);
    if (*accepted) {
        painter.drawEllipse(c, r, r);
    } else {
        painter.drawRoundedRect(box, 2, 2);
    }
    painter.setPen(QPen(t.page, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    if (*accepted) {
        painter.drawPolyline(QPolygonF({{c.x() - r * 0.45, c.y()},
                                        {c.x() - r * 0.1, c.y() + r * 0.35},
                                        {c.x() + r * 0.45, c.y() - r * 0.35}}));
        return;
    }
    painter.drawLine(QPointF(c.x() - r * 0.4, c.y() - r * 0.4), QPointF(c.x() + r * 0.4, c.y() + r * 0.4));
    painter.drawLine(QPointF(c.x() - r * 0.4, c.y() + r * 0.4), QPointF(c.x() + r * 0.4, c.y() - r * 0.4));
}

}  // namespace

SignOffRows::SignOffRows(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("signOffRows"));
    setAccessibleName(tr("Drawn outputs"));
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void SignOffRows::setItems(std::vector<SignOffItem> items, std::vector<std::string> ids) {
    items_ = std::move(items);
    ids_ = std::move(ids);
    setFixedHeight(sizeHint().height());
    update();
}

void SignOffRows::setCurrent(std::size_t item) {
    current_ = item;
    update();
}

QRect SignOffRows::rowRect(std::size_t item) const {
    return QRect(0, static_cast<int>(item) * px(kRow), width(), px(kRow));
}

QSize SignOffRows::sizeHint() const {
    return QSize(px(280), static_cast<int>(items_.size()) * px(kRow));
}

void SignOffRows::paintEvent(QPaintEvent* event) {
    const Theme& theme = Theme::instance();
    const Tokens& t = theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (std::size_t i = 0; i < items_.size(); ++i) {
        const QRect row = rowRect(i);
        if (!row.intersects(event->rect())) continue;
        const bool current = i == current_;
        if (current) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(t.selected);
            painter.drawRoundedRect(row, 6, 6);
        } else {
            painter.fillRect(QRect(px(8), row.bottom(), row.width() - px(16), 1), t.grid);
        }
        write(painter, QRectF(px(8), row.y(), px(32), row.height()), Qt::AlignRight, qt(count(i + 1)),
              theme.font(12), t.ink3);
        paintVerdict(painter, items_[i].accepted,
                     QRectF(px(54), row.y() + (row.height() - px(14)) / 2, px(14), px(14)));
        const QString word = !items_[i].accepted   ? tr("open")
                             : *items_[i].accepted ? tr("accepted")
                                                   : tr("rejected");
        const int wordWidth = px(72);
        write(painter, QRectF(px(80), row.y(), row.width() - px(96) - wordWidth, row.height()), Qt::AlignLeft,
              i < ids_.size() ? visibleLine(ids_[i]) : QString(),
              theme.font(14, current ? QFont::DemiBold : QFont::Normal), t.ink);
        write(painter, QRectF(row.width() - px(8) - wordWidth, row.y(), wordWidth, row.height()),
              Qt::AlignLeft, word, theme.font(14), items_[i].accepted ? t.ink : t.ink3);
    }
}

void SignOffRows::mousePressEvent(QMouseEvent* event) {
    const auto item = static_cast<std::size_t>(std::max(0, event->pos().y()) / px(kRow));
    if (item < items_.size()) Q_EMIT chosen(item);
}

}  // namespace reckoner

#include "moc_sign_off_rows.cpp"
