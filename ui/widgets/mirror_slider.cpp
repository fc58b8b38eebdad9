#include "ui/widgets/mirror_slider.h"

#include <algorithm>
#include <cmath>

#include <QKeyEvent>
#include <QPainter>

#include "ui/style/theme.h"
#include "ui/widgets/keyboard_focus.h"
#include "ui/widgets/outcome_marks.h"

namespace reckoner {
namespace {

constexpr int kSteps = 1000;  // of the accessible value only
// Of LOOK.md's line: 48 px of bars around a 4 px track, an 18 px handle.
constexpr qreal kRoom = 19;
constexpr qreal kOffTrack = 5;
constexpr qreal kHandle = 9;

qreal px(qreal size) {
    return size * Theme::instance().typeScale();
}

}  // namespace

MirrorSlider::MirrorSlider(QWidget* parent) : QAbstractSlider(parent) {
    setOrientation(Qt::Horizontal);
    setRange(0, kSteps);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    watchFocus(this);
    setObjectName(QStringLiteral("mirrorSlider"));
    connect(&Theme::instance(), &Theme::changed, this, [this] { update(); });
}

int MirrorSlider::margin() {
    return 12;
}

void MirrorSlider::setBars(MirrorLook look, const MirrorBars& bars) {
    look_ = look;
    bars_ = bars;
    update();
}

void MirrorSlider::setPoint(double at, std::optional<double> mark, const QString& description) {
    at_ = at;
    mark_ = mark;
    const double kept = std::min(std::max(at, bars_.lo), bars_.hi);
    const QSignalBlocker quiet(this);
    setValue(
        static_cast<int>(std::lround((kept - bars_.lo) / std::max(1e-300, bars_.hi - bars_.lo) * kSteps)));
    setAccessibleDescription(description);
    update();
}

double MirrorSlider::xOf(double value) const {
    const double kept = std::min(std::max(value, bars_.lo), bars_.hi);
    const double span = bars_.hi - bars_.lo;
    const double share = span > 0 ? (kept - bars_.lo) / span : 0.5;
    return margin() + share * (width() - 2 * margin());
}

double MirrorSlider::valueAt(double at) const {
    const double length = width() - 2 * margin();
    const double share = length > 0 ? (at - margin()) / length : 0;
    return bars_.lo + std::min(1.0, std::max(0.0, share)) * (bars_.hi - bars_.lo);
}

QPointF MirrorSlider::handle() const {
    return {xOf(at_), height() / 2.0};
}

void MirrorSlider::paintBars(QPainter& painter) const {
    const Tokens& t = Theme::instance().tokens();
    const bool outcomes = look_ == MirrorLook::Outcomes;
    const double cut = xOf(at_);
    const double middle = height() / 2.0;
    const auto side = [&](const std::vector<std::uint64_t>& bars, bool above, const QColor& left,
                          const QColor& right) {
        if (bars.empty()) return;
        const auto highest =
            static_cast<double>(std::max<std::uint64_t>(1, *std::max_element(bars.begin(), bars.end())));
        const double step = (width() - 2.0 * margin()) / static_cast<double>(bars.size());
        for (std::size_t i = 0; i < bars.size(); ++i) {
            if (bars[i] == 0) continue;
            const double from = margin() + step * static_cast<double>(i);
            const double to = from + step - 1;
            const double tall = std::max(1.0, px(kRoom) * static_cast<double>(bars[i]) / highest);
            const double top = above ? middle - px(kOffTrack) - tall : middle + px(kOffTrack);
            const auto part = [&](double x1, double x2, const QColor& color) {
                if (x2 > x1) painter.fillRect(QRectF(x1, top, x2 - x1, tall), color);
            };
            part(from, std::min(to, cut), left);
            part(std::max(from, cut), to, right);
        }
    };
    side(bars_.above, true, outcomes ? t.fnMark : t.tnMark, t.tpMark);
    side(bars_.below, false, t.tnMark, t.fpMark);
}

void MirrorSlider::paintTrack(QPainter& painter) const {
    const Tokens& t = Theme::instance().tokens();
    const QPointF at = handle();
    painter.setPen(Qt::NoPen);
    painter.setBrush(t.tnMark);
    painter.drawRoundedRect(QRectF(margin(), at.y() - 2, width() - 2 * margin(), 4), 2, 2);
    painter.setBrush(t.accent);
    painter.drawRoundedRect(QRectF(at.x(), at.y() - 2, width() - margin() - at.x(), 4), 2, 2);
    const double reach = px(kRoom + kOffTrack);
    if (mark_) {
        const double line = std::floor(xOf(*mark_)) + 0.5;
        painter.setPen(QPen(t.ink, 1));
        painter.drawLine(QPointF(line, at.y() - reach), QPointF(line, at.y() + reach));
    }
    painter.setPen(QPen(t.accent, 2, Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(QPointF(at.x(), at.y() - reach), QPointF(at.x(), at.y() + reach));
    const double radius = hot_ || dragging_ ? kHandle + 1 : kHandle;
    painter.setBrush(t.page);
    painter.drawEllipse(at, radius - 1, radius - 1);
    if (!keyboardFocus(this)) return;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(t.ink, 1));
    painter.drawEllipse(at, radius + 2, radius + 2);
}

void MirrorSlider::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintBars(painter);
    paintTrack(painter);
}

void MirrorSlider::drag(double at) {
    const double raw = valueAt(at - grip_);
    Q_EMIT chosen(rounding_ ? rounding_(raw) : raw);
}

void MirrorSlider::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    const QPointF at = event->position();
    dragging_ = true;
    Q_EMIT dragBegan();
    // Taken by the handle it keeps its place under the pointer; elsewhere the handle comes to the pointer.
    const double off = at.x() - handle().x();
    const bool onHandle = std::fabs(off) <= kHandle + 2;
    grip_ = onHandle ? off : 0;
    if (!onHandle) drag(at.x());
    update();
}

void MirrorSlider::mouseMoveEvent(QMouseEvent* event) {
    if (dragging_) {
        drag(event->position().x());
        return;
    }
    const bool over = std::fabs(event->position().x() - handle().x()) <= kHandle + 2;
    if (over == hot_) return;
    hot_ = over;
    if (over)
        setCursor(Qt::SizeHorCursor);
    else
        unsetCursor();
    update();
}

void MirrorSlider::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || !dragging_) return;
    dragging_ = false;
    Q_EMIT dragEnded();
    update();
}

void MirrorSlider::leaveEvent(QEvent*) {
    hot_ = false;
    update();
}

void MirrorSlider::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
        case Qt::Key_Left:
        case Qt::Key_Down:
            Q_EMIT nudged(-1);
            return;
        case Qt::Key_Right:
        case Qt::Key_Up:
            Q_EMIT nudged(1);
            return;
        case Qt::Key_Home:
            Q_EMIT chosen(bars_.lo);
            return;
        case Qt::Key_End:
            Q_EMIT chosen(bars_.hi);
            return;
        default:
            QWidget::keyPressEvent(event);
    }
}

void MirrorSlider::wheelEvent(QWheelEvent* event) {
    event->ignore();
}

}  // namespace reckoner

#include "moc_mirror_slider.cpp"
