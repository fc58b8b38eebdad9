#include "ui/widgets/key_cap.h"

#include <QPainter>

#include "ui/style/theme.h"

namespace reckoner {
namespace {

int px(int size) {
    return qRound(size * Theme::instance().typeScale());
}

}  // namespace

KeyCap::KeyCap(const QString& key, QWidget* parent) : QWidget(parent), key_(key) {
    setAccessibleName(tr("Key %1").arg(key));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

QSize KeyCap::sizeHint() const {
    const QFontMetrics metrics(Theme::instance().font(12));
    return QSize(std::max(px(16), metrics.horizontalAdvance(key_) + px(8)), px(18));
}

void KeyCap::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::instance();
    const Tokens& t = theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(t.line, 1));
    painter.setBrush(t.page);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter.setPen(t.ink3);
    painter.setFont(theme.font(12));
    painter.drawText(rect(), Qt::AlignCenter, key_);
}

}  // namespace reckoner

#include "moc_key_cap.cpp"
