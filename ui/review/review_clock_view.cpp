#include "ui/review/review_clock_view.h"

#include <QPainter>

#include "ui/shell/scaled.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

constexpr int kClockHeight = 52;
constexpr int kBarTop = 60;
constexpr int kBar = 8;
constexpr int kReach = 8;  // its ground reaches outside its text

}  // namespace

ReviewClockView::ReviewClockView(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("reviewClock"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ReviewClockView::setClock(const ReviewClock& clock, bool paused, const QString& over) {
    clock_ = clock;
    paused_ = paused;
    over_ = over;
    setAccessibleName(tr("%1 %2, %3")
                          .arg(qt(clock.large), paused ? tr("paused") : qt(clock.what),
                               over.isEmpty() ? qt(clock.whole) : over));
    setPlainToolTip(this, over);
    update();
}

QSize ReviewClockView::sizeHint() const {
    return {scaled(272), scaled(kBarTop + kBar)};
}

void ReviewClockView::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::instance();
    const Tokens& t = theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const bool over = !over_.isEmpty();
    if (over) {
        painter.setBrush(t.noticeGround);
        painter.drawRoundedRect(QRectF(0, 0, width(), scaled(kClockHeight)), 6, 6);
    }
    const int left = scaled(kReach);
    const QFont large = theme.font(42, QFont::DemiBold);
    // Fixed widths: as wide as the widest clock of its length.
    QString widest = qt(clock_.large);
    for (QChar& c : widest)
        if (c.isDigit()) c = QLatin1Char('0');
    const int clockWidth = QFontMetrics(large).horizontalAdvance(widest) + 2;
    painter.setFont(large);
    painter.setPen(over ? t.noticeText : paused_ ? t.ink3 : t.ink);
    painter.drawText(QRect(left, 0, clockWidth, scaled(kClockHeight)), Qt::AlignLeft | Qt::AlignVCenter,
                     qt(clock_.large));
    const int beside = left + clockWidth + scaled(16);
    const int room = width() - beside - scaled(4);
    const auto line = [&](int top, int size, const QString& text, const QColor& color) {
        const QFont font = theme.font(size);
        painter.setFont(font);
        painter.setPen(color);
        painter.drawText(QRect(beside, scaled(top), room, scaled(20)), Qt::AlignLeft | Qt::AlignVCenter,
                         QFontMetrics(font).elidedText(text, Qt::ElideRight, room));
    };
    // The agenda below names the point where its name is too long for here.
    const bool fits = QFontMetrics(theme.font(14)).horizontalAdvance(qt(clock_.what)) <= room;
    const QString what = fits || clock_.pointOver ? qt(clock_.what) : tr("left for this point");
    line(6, 14, paused_ ? tr("paused") : what, over ? t.noticeText : t.ink2);
    line(27, 12, over ? over_ : qt(clock_.whole), over ? t.noticeText : t.ink3);

    const QRectF bar(left, scaled(kBarTop), width() - 2 * left, scaled(kBar));
    painter.setPen(Qt::NoPen);
    painter.setBrush(t.line);
    painter.drawRoundedRect(bar, bar.height() / 2, bar.height() / 2);
    if (clock_.share <= 0) return;
    QRectF passed = bar;
    passed.setWidth(std::max(bar.height(), bar.width() * clock_.share));
    painter.setBrush(clock_.meetingOver ? t.noticeText : t.accent);
    painter.drawRoundedRect(passed, bar.height() / 2, bar.height() / 2);
}

}  // namespace reckoner

#include "moc_review_clock_view.cpp"
