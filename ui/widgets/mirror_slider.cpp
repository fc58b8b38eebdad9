#include "ui/widgets/mirror_slider.h"

#include <algorithm>
#include <cmath>

#include <QPainter>

#include "ui/style/theme.h"
#include "ui/widgets/keyboard_focus.h"
#include "ui/widgets/outcome_marks.h"

namespace reckoner {
namespace {

// Of LOOK.md's line: 48 px of bars around a 4 px track, an 18 px handle.
constexpr qreal kRoom = 19;
constexpr qreal kOffTrack = 5;
constexpr qreal kHandle = 9;

qreal px(qreal size) {
    return size * Theme::instance().typeScale();
}

}  // namespace

MirrorSlider::MirrorSlider(QWidget* parent) : HandleSlider(kHandle, parent) {
    setObjectName(QStringLiteral("mirrorSlider"));
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
    showValue(at);
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
    painter.setBrush(t.page);
    painter.drawEllipse(at, radius() - 1, radius() - 1);
    if (!keyboardFocus(this)) return;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(t.ink, 1));
    painter.drawEllipse(at, radius() + 2, radius() + 2);
}

void MirrorSlider::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintBars(painter);
    paintTrack(painter);
}

std::optional<HandleSlider::Axis> MirrorSlider::axis() const {
    return Axis{bars_.lo, bars_.hi};
}

double MirrorSlider::chosenAt(double x) const {
    const double raw = valueAt(x);
    return rounding_ ? rounding_(raw) : raw;
}

std::optional<double> MirrorSlider::handleUnder(double x) const {
    const double at = handle().x();
    return near(x, at) ? std::optional(at) : std::nullopt;
}

}  // namespace reckoner

#include "moc_mirror_slider.cpp"
