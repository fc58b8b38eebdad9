#include "ui/pages/today/today_review_button.h"

#include <utility>

#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

constexpr int kText = 24;
constexpr int kHeight = 52;
constexpr int kPadding = 28;

}  // namespace

TodayReviewButton::TodayReviewButton(ReviewSession& session, QWidget* parent)
    : QPushButton(parent), desk_(MeetingDesk::of(session)) {
    setObjectName(QStringLiteral("todayReview"));
    setKind(this, "primary");
    setFocusPolicy(Qt::TabFocus);
    connect(this, &QPushButton::clicked, this, &TodayReviewButton::press);
    connect(&desk_, &MeetingDesk::changed, this, &TodayReviewButton::follow);
    follow();
}

bool TodayReviewButton::drafted() const {
    return desk_.standing() == MeetingDesk::Standing::Draft && desk_.meeting()->heldOn <= desk_.today();
}

bool TodayReviewButton::wanted() const {
    // Beside the dock its own button says it.
    return !desk_.onScreen() && (desk_.whyNot().isEmpty() || desk_.meeting() != nullptr);
}

void TodayReviewButton::follow() {
    QString text = tr("Prepare the review");
    if (drafted()) text = tr("Start the review");
    if (desk_.standing() == MeetingDesk::Standing::Paused) text = tr("Resume the review");
    if (desk_.standing() == MeetingDesk::Standing::Running) text = tr("Go on with the review");
    if (!desk_.whyNot().isEmpty()) text = tr("Look at the review");
    const bool there = wanted();
    if (text == this->text() && std::exchange(wanted_, there) == there) return;
    wanted_ = there;
    setText(text);
    setAccessibleName(text);
    setPlainToolTip(this, text + QStringLiteral("  Ctrl+R"));
    Q_EMIT changed();
}

void TodayReviewButton::press() {
    using Standing = MeetingDesk::Standing;
    const Standing standing = desk_.standing();
    if (desk_.whyNot().isEmpty()) {
        if (standing == Standing::None || standing == Standing::Closed) desk_.prepare();
        if (standing == Standing::Paused) desk_.resume();
        if (drafted() && standing == Standing::Draft) desk_.start();
    }
    desk_.show();
}

void TodayReviewButton::setScale(const TodayScale& scale) {
    if (scale.factor == scale_.factor && !styleSheet().isEmpty()) return;
    scale_ = scale;
    setStyleSheet(QStringLiteral("font-size: %1px; min-height: %2px; max-height: %3px;")
                      .arg(scale.px(kText))
                      .arg(scale.px(kText + 4))
                      .arg(scale.px(kHeight) - 2));
}

QSize TodayReviewButton::sizeHint() const {
    const int said = QFontMetrics(scale_.font(kText, QFont::DemiBold)).horizontalAdvance(text());
    return {said + 2 * scale_.px(kPadding), scale_.px(kHeight)};
}

}  // namespace reckoner

#include "moc_today_review_button.cpp"
