#include "ui/widgets/handle_slider.h"

#include <algorithm>
#include <cmath>

#include <QKeyEvent>

#include "ui/style/theme.h"
#include "ui/widgets/keyboard_focus.h"

namespace reckoner {
namespace {

constexpr int kSteps = 1000;  // of the accessible value only
constexpr double kReach = 2;

}  // namespace

HandleSlider::HandleSlider(double radius, QWidget* parent) : QAbstractSlider(parent), radius_(radius) {
    setOrientation(Qt::Horizontal);
    setRange(0, kSteps);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    watchFocus(this);
    connect(&Theme::instance(), &Theme::changed, this, [this] { update(); });
}

void HandleSlider::showValue(double at) {
    const Axis all = axis().value_or(Axis());
    const double kept = std::min(std::max(at, all.lo), all.hi);
    const QSignalBlocker quiet(this);
    setValue(static_cast<int>(std::lround((kept - all.lo) / std::max(1e-300, all.hi - all.lo) * kSteps)));
}

bool HandleSlider::near(double x, double handle) const {
    return std::fabs(x - handle) <= radius_ + kReach;
}

bool HandleSlider::reaches(QPointF) const {
    return true;
}

std::optional<double> HandleSlider::take(double x) {
    return handleUnder(x);
}

void HandleSlider::drag(double x) {
    Q_EMIT chosen(chosenAt(x - grip_));
}

void HandleSlider::mousePressEvent(QMouseEvent* event) {
    const QPointF at = event->position();
    if (event->button() != Qt::LeftButton || !axis() || !reaches(at)) return;
    dragging_ = true;
    const std::optional<double> handle = take(at.x());
    Q_EMIT dragBegan();
    // Taken by the handle it keeps its place under the pointer.
    grip_ = handle ? at.x() - *handle : 0;
    if (!handle) drag(at.x());
    update();
}

void HandleSlider::mouseMoveEvent(QMouseEvent* event) {
    const QPointF at = event->position();
    if (dragging_) return drag(at.x());
    const bool over = axis() && reaches(at) && handleUnder(at.x());
    if (over == hot_) return;
    hot_ = over;
    if (over)
        setCursor(Qt::SizeHorCursor);
    else
        unsetCursor();
    update();
}

void HandleSlider::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || !dragging_) return;
    dragging_ = false;
    Q_EMIT dragEnded();
    update();
}

void HandleSlider::leaveEvent(QEvent*) {
    hot_ = false;
    update();
}

void HandleSlider::keyPressEvent(QKeyEvent* event) {
    const std::optional<Axis> all = axis();
    if (!all) return;
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
            Q_EMIT chosen(all->lo);
            return;
        case Qt::Key_End:
            Q_EMIT chosen(all->hi);
            return;
        default:
            QWidget::keyPressEvent(event);
    }
}

void HandleSlider::wheelEvent(QWheelEvent* event) {
    event->ignore();
}

}  // namespace reckoner

#include "moc_handle_slider.cpp"
