#include "ui/widgets/confused_pairs.h"

#include <algorithm>

#include <QMouseEvent>
#include <QPainter>

#include "core/wording/confusion_sentences.h"
#include "core/wording/number_format.h"
#include "ui/charts/chart_paint.h"
#include "ui/style/theme.h"
#include "ui/widgets/keyboard_focus.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

constexpr int kInset = 8;
constexpr int kTitle = 28;
constexpr int kRow = 32;

int px(int size) {
    return qRound(size * Theme::instance().typeScale());
}

}  // namespace

ConfusedPairs::ConfusedPairs(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("confusedPairs"));
    setAccessibleName(tr("Most confused pairs"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    watchFocus(this);
    connect(&Theme::instance(), &Theme::changed, this, [this] { update(); });
}

QSize ConfusedPairs::sizeHint() const {
    return QSize(540, px(kTitle + 5 * kRow));
}

void ConfusedPairs::setPairs(const std::vector<ConfusedPair>& pairs, const QStringList& names,
                             const QString& total) {
    pairs_ = pairs;
    names_ = names;
    total_ = total;
    cursor_ = std::clamp(cursor_, 0, std::max(0, static_cast<int>(pairs_.size()) - 1));
    setAccessibleDescription(pairs_.empty() ? tr("No class is taken for another.") : text(cursor_));
    update();
}

void ConfusedPairs::setChosen(std::optional<Pair> pair) {
    chosen_ = pair;
    update();
}

int ConfusedPairs::shown() const {
    return std::clamp((height() - px(kTitle)) / px(kRow), 0, static_cast<int>(pairs_.size()));
}

QRect ConfusedPairs::row(int index) const {
    return {0, px(kTitle) + index * px(kRow), width(), px(kRow)};
}

QString ConfusedPairs::text(int index) const {
    const ConfusedPair& pair = pairs_[static_cast<std::size_t>(index)];
    return tr("%1 called %2").arg(names_[pair.truth], names_[pair.predicted]);
}

// Both names keep their beginning and their end.
QString ConfusedPairs::fitted(int index, const QFont& font, qreal width) const {
    const QFontMetricsF metrics(font);
    if (metrics.horizontalAdvance(text(index)) <= width) return text(index);
    const ConfusedPair& pair = pairs_[static_cast<std::size_t>(index)];
    const qreal each = (width - metrics.horizontalAdvance(tr("%1 called %2").arg(QString(), QString()))) / 2;
    const auto shortened = [&](ClassCode code) {
        return metrics.elidedText(names_[code], Qt::ElideMiddle, each);
    };
    return tr("%1 called %2").arg(shortened(pair.truth), shortened(pair.predicted));
}

void ConfusedPairs::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::instance();
    const Tokens& t = theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal right = width() - kInset;
    paintText(painter, QRectF(kInset, 0, right, px(20)), Qt::AlignLeft | Qt::AlignVCenter,
              tr("Most confused pairs"), theme.font(14, QFont::DemiBold), t.ink);
    paintText(painter, QRectF(kInset, 0, right - kInset, px(20)), Qt::AlignRight | Qt::AlignVCenter, total_,
              theme.font(12), t.ink3);
    const QFont normal = theme.font(14);
    const double most = pairs_.empty() ? 1 : std::max(1e-300, pairs_.front().cell.weight);
    for (int i = 0; i < shown(); ++i) {
        const ConfusedPair& pair = pairs_[static_cast<std::size_t>(i)];
        const QRectF box = row(i);
        const bool isChosen = chosen_ && *chosen_ == Pair(pair.truth, pair.predicted);
        if (isChosen || i == hovered_) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(isChosen ? t.selected : t.chrome);
            painter.drawRoundedRect(box, 6, 6);
        } else if (i + 1 < shown()) {
            paintRule(painter, {qreal(kInset), box.bottom()}, {right, box.bottom()}, t.grid);
        }
        if (keyboardFocus(this) && i == cursor_) {
            painter.setPen(QPen(t.accent, 1));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
        }
        const qreal share = px(56);
        const qreal figure = px(64);
        const qreal bar = std::floor((box.width() - 2 * kInset - share - figure) * 0.4);
        const qreal barLeft = right - share - figure - bar;
        const QFont name = isChosen ? theme.font(14, QFont::DemiBold) : normal;
        paintText(painter, QRectF(kInset, box.top(), barLeft - kInset - 12, box.height()),
                  Qt::AlignLeft | Qt::AlignVCenter, fitted(i, name, barLeft - kInset - 12), name, t.ink);
        painter.setPen(Qt::NoPen);
        painter.setBrush(t.fpMark);
        painter.drawRoundedRect(
            QRectF(barLeft, box.center().y() - px(4), std::max(2.0, bar * pair.cell.weight / most), px(8)), 2,
            2);
        paintText(painter, QRectF(right - share - figure, box.top(), figure, box.height()),
                  Qt::AlignRight | Qt::AlignVCenter, qt(count(pair.cell.n)), normal, t.ink);
        paintText(painter, QRectF(right - share, box.top(), share, box.height()),
                  Qt::AlignRight | Qt::AlignVCenter, qt(fineShareText(pair.shareOfTruth)), normal, t.ink3);
    }
    if (pairs_.empty())
        paintText(painter, QRectF(kInset, px(kTitle), right, px(20)), Qt::AlignLeft | Qt::AlignVCenter,
                  tr("No class is taken for another."), normal, t.ink2);
}

int ConfusedPairs::at(const QPointF& point) const {
    for (int i = 0; i < shown(); ++i)
        if (row(i).contains(point.toPoint())) return i;
    return -1;
}

void ConfusedPairs::choose(int index) {
    if (index < 0 || index >= shown()) return;
    cursor_ = index;
    const ConfusedPair pair = pairs_[static_cast<std::size_t>(index)];
    Q_EMIT chosen(pair.truth, pair.predicted);
}

void ConfusedPairs::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton) choose(at(event->position()));
}

void ConfusedPairs::mouseMoveEvent(QMouseEvent* event) {
    const int over = at(event->position());
    if (over == hovered_) return;
    hovered_ = over;
    if (over >= 0)
        setCursor(Qt::PointingHandCursor);
    else
        unsetCursor();
    update();
}

void ConfusedPairs::leaveEvent(QEvent*) {
    hovered_ = -1;
    update();
}

void ConfusedPairs::keyPressEvent(QKeyEvent* event) {
    const int way = event->key() == Qt::Key_Down ? 1 : event->key() == Qt::Key_Up ? -1 : 0;
    if (way != 0 && shown() > 0) {
        cursor_ = std::clamp(cursor_ + way, 0, shown() - 1);
        setAccessibleDescription(text(cursor_));
        update();
        return;
    }
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter || event->key() == Qt::Key_Space) return choose(cursor_);
    QWidget::keyPressEvent(event);
}

}  // namespace reckoner

#include "moc_confused_pairs.cpp"
