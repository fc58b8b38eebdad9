#include "ui/pages/decide/policy_timeline.h"

#include <algorithm>

#include <QDate>
#include <QMouseEvent>
#include <QPainter>

#include "core/wording/policy_words.h"
#include "core/wording/run_names.h"
#include "ui/charts/chart_paint.h"
#include "ui/style/theme.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

constexpr int kLane = 24;
constexpr int kAxis = 20;
constexpr int kNames = 40;

int px(int size) {
    return qRound(size * Theme::instance().typeScale());
}

double dayOf(const std::string& iso) {
    return static_cast<double>(QDate::fromString(qt(iso.substr(0, 10)), Qt::ISODate).toJulianDay());
}

}  // namespace

PolicyTimeline::PolicyTimeline(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("policyTimeline"));
    setAccessibleName(tr("Policies over time"));
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void PolicyTimeline::setRecords(const std::vector<PolicyRecord>& records, const std::string& today) {
    lanes_.clear();
    bars_.clear();
    first_ = last_ = records.empty() ? 0 : dayOf(records.front().policy.adoptedAt);
    for (auto record = records.rbegin(); record != records.rend(); ++record) {
        const QString version = qt(versionName(record->version));
        if (std::find(lanes_.begin(), lanes_.end(), version) == lanes_.end()) lanes_.push_back(version);
        const double from = dayOf(record->policy.adoptedAt);
        first_ = std::min(first_, from);
        last_ = std::max({last_, from, record->inForce() ? from : dayOf(record->until)});
        if (record->policy.reviewBy.size() == 10) last_ = std::max(last_, dayOf(record->policy.reviewBy));
    }
    // A little after the last thing that happened: years of nothing would hide what did.
    const double end = std::min(dayOf(today), last_ + std::max(14.0, (last_ - first_) * 0.06));
    last_ = std::max(end, first_ + 1);
    for (auto record = records.rbegin(); record != records.rend(); ++record) {
        const QString version = qt(versionName(record->version));
        const auto lane = std::find(lanes_.begin(), lanes_.end(), version) - lanes_.begin();
        bars_.push_back({record->policy.id, static_cast<int>(lane), dayOf(record->policy.adoptedAt),
                         record->inForce() ? last_ : dayOf(record->until), record->inForce(),
                         daysOverdue(*record, today).has_value(), qt(cutoffsText(record->policy))});
    }
    updateGeometry();
    update();
}

void PolicyTimeline::choose(std::int64_t policy) {
    chosen_ = policy;
    update();
}

QSize PolicyTimeline::sizeHint() const {
    return QSize(400, static_cast<int>(lanes_.size()) * px(kLane) + px(kAxis));
}

QRectF PolicyTimeline::rectOf(const Bar& bar) const {
    const qreal left = px(kNames), room = width() - left - px(12);
    const auto x = [&](double day) { return left + (day - first_) / (last_ - first_) * room; };
    return QRectF(x(bar.from), bar.lane * px(kLane) + 3, std::max(6.0, x(bar.to) - x(bar.from) - 2),
                  px(kLane) - 6);
}

void PolicyTimeline::mousePressEvent(QMouseEvent* event) {
    for (const Bar& bar : bars_)
        if (rectOf(bar).adjusted(-2, -3, 2, 3).contains(event->position())) {
            Q_EMIT chosen(bar.policy);
            return;
        }
}

void PolicyTimeline::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::instance();
    const Tokens& t = theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (std::size_t i = 0; i < lanes_.size(); ++i)
        paintText(painter, QRectF(0, static_cast<qreal>(i) * px(kLane), px(kNames), px(kLane)),
                  Qt::AlignLeft | Qt::AlignVCenter, lanes_[i], theme.font(12), t.ink3);
    const QFont font = theme.font(12, QFont::Medium);
    for (const Bar& bar : bars_) {
        const QRectF rect = rectOf(bar);
        painter.setPen(bar.policy == chosen_ ? QPen(t.accent, 2) : QPen(Qt::NoPen));
        painter.setBrush(bar.policy == chosen_ ? t.selected : t.sunk);
        painter.drawRoundedRect(rect, 2, 2);
        // In force: a solid edge, as the policy line is.
        if (bar.inForce) painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()), t.ink);
        if (textSize(bar.label, font).width() + (bar.overdue ? 32 : 16) < rect.width())
            paintText(painter, rect.adjusted(8, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, bar.label, font,
                      t.ink);
        if (bar.overdue) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(t.ink);
            painter.drawRect(QRectF(rect.right() - 14, rect.center().y() - 4, 8, 8));
        }
    }
    const qreal y = static_cast<qreal>(lanes_.size()) * px(kLane);
    paintRule(painter, QPointF(px(kNames), y), QPointF(width() - px(12), y), t.line);
    const auto date = [](double day) {
        return qt(
            dateName(QDate::fromJulianDay(static_cast<qint64>(day)).toString(Qt::ISODate).toStdString()));
    };
    const QRectF axis(px(kNames), y + 2, width() - px(kNames) - px(12), px(kAxis) - 2);
    paintText(painter, axis, Qt::AlignLeft | Qt::AlignVCenter, date(first_), theme.font(12), t.ink3);
    paintText(painter, axis, Qt::AlignRight | Qt::AlignVCenter, date(last_), theme.font(12), t.ink3);
}

}  // namespace reckoner

#include "moc_policy_timeline.cpp"
