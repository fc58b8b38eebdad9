#include "ui/review/agenda_view.h"

#include <algorithm>

#include <QPainter>

#include "core/wording/review_words.h"
#include "ui/shell/scaled.h"
#include "ui/style/icons.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

constexpr int kHead = 24;
constexpr int kRow = 40;
constexpr int kReach = 8;

}  // namespace

// One point: tick or disc, title, minutes.
class AgendaRow final : public QAbstractButton {
 public:
    explicit AgendaRow(QWidget* parent) : QAbstractButton(parent) {
        setFocusPolicy(Qt::TabFocus);
        setAttribute(Qt::WA_Hover);
    }

    void setPoint(const AgendaItem& item, bool current, const QString& minutes, const QString& holds) {
        done_ = item.done && !current;
        current_ = current;
        minutes_ = minutes;
        holds_ = holds;
        const QString title = qt(item.point.title);
        setText(title);
        setAccessibleName(tr("%1, %2 minutes").arg(title, minutes));
        const QString standing = current ? tr("spoken about now") : done_ ? tr("done") : QString();
        setAccessibleDescription(holds.isEmpty()      ? standing
                                 : standing.isEmpty() ? holds
                                                      : standing + QStringLiteral(", ") + holds);
        setPlainToolTip(this, current ? QString() : tr("Go to %1").arg(title));
        update();
    }

 protected:
    void paintEvent(QPaintEvent*) override {
        const Theme& theme = Theme::instance();
        const Tokens& t = theme.tokens();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(hasFocus() ? QPen(t.accent, 1) : QPen(Qt::NoPen));
        painter.setBrush(current_ ? t.selected : underMouse() && isEnabled() ? t.sunk : t.chrome);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
        const int left = scaled(kReach);
        if (done_) {
            const int side = scaled(16);
            painter.drawPixmap(left, (height() - side) / 2,
                               iconPixmap(QStringLiteral("tick"), t.better, side, devicePixelRatioF()));
        } else if (current_) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(t.accent);
            painter.drawEllipse(QPointF(left + scaled(8), height() / 2.0), scaled(4), scaled(4));
        }
        const QFont font = theme.font(14, current_ ? QFont::DemiBold : QFont::Normal);
        painter.setFont(font);
        painter.setPen(done_ ? t.ink3 : current_ ? t.ink2 : t.ink2);
        const int right = width() - scaled(kReach);
        const int figure = QFontMetrics(font).horizontalAdvance(minutes_) + 2;
        painter.drawText(QRect(right - figure, 0, figure, height()), Qt::AlignRight | Qt::AlignVCenter,
                         minutes_);
        painter.setPen(done_ ? t.ink3 : t.ink);
        const int from = left + scaled(28);
        const int room = right - figure - scaled(8) - from;
        const QRect title =
            holds_.isEmpty() ? QRect(from, 0, room, height()) : QRect(from, scaled(2), room, scaled(20));
        painter.drawText(title, Qt::AlignLeft | Qt::AlignVCenter,
                         QFontMetrics(font).elidedText(text(), Qt::ElideRight, room));
        if (holds_.isEmpty()) return;
        painter.setFont(theme.font(12));
        painter.setPen(t.ink3);
        painter.drawText(QRect(from, scaled(22), room, scaled(16)), Qt::AlignLeft | Qt::AlignVCenter,
                         QFontMetrics(theme.font(12)).elidedText(holds_, Qt::ElideRight, room));
    }

 private:
    bool done_ = false;
    bool current_ = false;
    QString minutes_;
    QString holds_;
};

AgendaView::AgendaView(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("agenda"));
    setAccessibleName(tr("Agenda"));
}

void AgendaView::setMeeting(const Meeting& meeting, Clock::Time now, const QStringList& holds) {
    while (rows_.size() < meeting.items.size()) {
        auto* row = new AgendaRow(this);
        const int index = static_cast<int>(rows_.size());
        row->setObjectName(QStringLiteral("agendaPoint%1").arg(index));
        connect(row, &QAbstractButton::clicked, this, [this, index] { Q_EMIT chosen(index); });
        rows_.push_back(row);
    }
    points_ = static_cast<int>(meeting.items.size());
    current_ = static_cast<int>(meeting.current);
    for (std::size_t i = 0; i < meeting.items.size(); ++i)
        rows_[i]->setPoint(meeting.items[i], i == meeting.current, qt(agendaMinutes(meeting, i, now)),
                           holds.value(static_cast<qsizetype>(i)));
    place();
}

int AgendaView::wantedHeight() const {
    return scaled(kHead) + points_ * scaled(kRow);
}

int AgendaView::leastHeight() const {
    return scaled(kHead) + std::min(points_, 2) * scaled(kRow);
}

int AgendaView::wholeRows(int height) const {
    return height - std::max(0, height - scaled(kHead)) % scaled(kRow);
}

int AgendaView::rowsThatFit() const {
    return std::clamp((height() - scaled(kHead)) / scaled(kRow), 1, std::max(1, points_));
}

void AgendaView::place() {
    const int fit = rowsThatFit();
    // The one before stays in sight, so that one sees what was spoken about.
    above_ = std::clamp(current_ - (fit >= 3 ? 1 : 0), 0, std::max(0, points_ - fit));
    below_ = std::max(0, points_ - fit - above_);
    int y = scaled(kHead);
    for (int i = 0; i < static_cast<int>(rows_.size()); ++i) {
        const bool seen = i >= above_ && i < above_ + fit && i < points_;
        if (seen) {
            rows_[static_cast<std::size_t>(i)]->setGeometry(0, y, width(), scaled(kRow));
            y += scaled(kRow);
        }
        rows_[static_cast<std::size_t>(i)]->setVisible(seen);
    }
    update();
}

void AgendaView::resizeEvent(QResizeEvent*) {
    place();
}

void AgendaView::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::instance();
    QPainter painter(this);
    painter.setFont(theme.font(12));
    painter.setPen(theme.tokens().ink3);
    const QRect head(scaled(kReach), 0, width() - 2 * scaled(kReach), scaled(16));
    QString caption = tr("agenda");
    if (above_ > 0 && below_ > 0)
        caption = tr("agenda, %1 before and %2 after these").arg(above_).arg(below_);
    else if (above_ > 0)
        caption = tr("agenda, %1 before these").arg(above_);
    else if (below_ > 0)
        caption = tr("agenda, %1 after these").arg(below_);
    painter.drawText(head, Qt::AlignLeft | Qt::AlignVCenter, caption);
    painter.drawText(head, Qt::AlignRight | Qt::AlignVCenter, tr("minutes"));
}

}  // namespace reckoner

#include "moc_agenda_view.cpp"
