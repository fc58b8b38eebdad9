#include "ui/pages/versions/score_cloud.h"

#include <algorithm>
#include <cmath>

#include <QMouseEvent>
#include <QPainter>

#include "core/wording/number_format.h"
#include "ui/charts/chart_paint.h"
#include "ui/shell/scaled.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

constexpr std::size_t kBins = ScoreDensity::kBins;

}  // namespace

ScoreCloud::ScoreCloud(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("scoreCloud"));
    setAccessibleName(tr("Score against score"));
    setMouseTracking(true);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void ScoreCloud::setBoard(VersionBoardPtr board, const VersionWords& words) {
    board_ = std::move(board);
    words_ = words;
    std::uint64_t near = 0;
    std::uint64_t all = 0;
    const std::vector<std::uint64_t>& cells = board_->density.cells;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const auto x = static_cast<long>(i % kBins);
        const auto y = static_cast<long>(i / kBins);
        all += cells[i];
        if (std::labs(x - y) <= 5) near += cells[i];
    }
    setAccessibleDescription(all == 0
                                 ? QString()
                                 : tr("%1 of %2 %3 have scores within a tenth of the axis of each other.")
                                       .arg(qt(count(near)), qt(count(all)), qt(words_.words.samples)));
    update();
}

QRectF ScoreCloud::plot() const {
    const qreal left = typePx(40);
    const qreal side = std::max(40.0, std::min(width() - left - typePx(12), height() - typePx(48)));
    return {left, typePx(6), side, side};
}

void ScoreCloud::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::instance();
    const Tokens& t = theme.tokens();
    QPainter painter(this);
    painter.fillRect(rect(), t.page);
    if (!board_ || board_->density.cells.empty()) return;
    const ScoreDensity& density = board_->density;
    const QRectF area = plot();
    const PlotScale x{density.base.lo, density.base.hi, area.left(), area.right()};
    const PlotScale y{density.judged.lo, density.judged.hi, area.bottom(), area.top()};
    const double most = std::log1p(static_cast<double>(density.highest));
    for (std::size_t i = 0; i < density.cells.size(); ++i) {
        if (density.cells[i] == 0) continue;
        QColor shade = t.ink;
        shade.setAlphaF(
            static_cast<float>(0.12 + 0.88 * std::log1p(static_cast<double>(density.cells[i])) / most));
        const qreal size = area.width() / kBins;
        painter.fillRect(
            QRectF(area.left() + static_cast<qreal>(i % kBins) * size,
                   area.bottom() - static_cast<qreal>(i / kBins + 1) * size, size + 0.5, size + 0.5),
            shade);
    }
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(t.control, 1, Qt::DashLine));
    painter.drawLine(area.bottomLeft(), area.topRight());
    painter.setPen(QPen(t.accent, 1));
    const double before = board_->thresholds[board_->request.base];
    const double now = board_->thresholds[board_->request.judged];
    if (before >= density.base.lo && before <= density.base.hi)
        painter.drawLine(QPointF(x.pixel(before), area.top()), QPointF(x.pixel(before), area.bottom()));
    if (now >= density.judged.lo && now <= density.judged.hi)
        painter.drawLine(QPointF(area.left(), y.pixel(now)), QPointF(area.right(), y.pixel(now)));
    painter.setPen(QPen(t.line, 1));
    painter.drawRect(area);
    const std::vector<double> across = niceTicks(density.base.lo, density.base.hi, 4);
    paintXTicks(painter, area, x, across, [&](double tick) { return qt(fixed(tick, tickDecimals(across))); },
                {});
    const std::vector<double> up = niceTicks(density.judged.lo, density.judged.hi, 4);
    const QFont font = theme.font(12);
    for (const double tick : up)
        paintText(painter, QRectF(0, y.pixel(tick) - typePx(10), area.left() - typePx(8), typePx(20)),
                  Qt::AlignRight | Qt::AlignVCenter, qt(fixed(tick, tickDecimals(up))), font, t.ink3);
    paintText(painter, QRectF(area.left(), area.bottom() + typePx(24), area.width(), typePx(20)),
              Qt::AlignRight | Qt::AlignVCenter,
              tr("%1 across, %2 up").arg(qt(board_->base().name), qt(board_->judged().name)), font, t.ink3);
}

void ScoreCloud::mouseMoveEvent(QMouseEvent* event) {
    if (!board_ || board_->density.cells.empty()) return;
    const QRectF area = plot();
    if (!area.contains(event->position())) return setPlainToolTip(this, {});
    const qreal size = area.width() / kBins;
    const auto column =
        std::min(kBins - 1, static_cast<std::size_t>((event->position().x() - area.left()) / size));
    const auto row =
        std::min(kBins - 1, static_cast<std::size_t>((area.bottom() - event->position().y()) / size));
    const std::uint64_t n = board_->density.cells[row * kBins + column];
    const auto from = [](const Interval& axis, std::size_t bin) {
        return axis.lo + (axis.hi - axis.lo) * static_cast<double>(bin) / kBins;
    };
    setPlainToolTip(this,
                    tr("%1 %2: %3 from %4, %5 from %6")
                        .arg(qt(count(n)), qt(n == 1 ? words_.words.sample : words_.words.samples),
                             qt(board_->base().name), qt(fixed(from(board_->density.base, column), 2)),
                             qt(board_->judged().name), qt(fixed(from(board_->density.judged, row), 2))));
}

}  // namespace reckoner

#include "moc_score_cloud.cpp"
