#include "ui/review/review_button.h"

#include <utility>

#include "ui/style/theme.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {

ReviewButton::ReviewButton(ReviewSession& session, QWidget* parent)
    : QPushButton(parent), desk_(MeetingDesk::of(session)) {
    setObjectName(QStringLiteral("bar.review"));
    setFocusPolicy(Qt::TabFocus);
    setKind(this, "review");
    setCheckable(true);
    connect(&desk_, &MeetingDesk::changed, this, &ReviewButton::follow);
    follow();
}

void ReviewButton::setShort(bool brief) {
    if (std::exchange(short_, brief) != brief) follow();
}

void ReviewButton::follow() {
    using Standing = MeetingDesk::Standing;
    const Standing standing = desk_.standing();
    QString text = tr("Prepare review");
    if (standing == Standing::Running) text = tr("Review running");
    if (standing == Standing::Paused) text = tr("Review paused");
    if (standing == Standing::Closed) text = tr("Review closed");
    if (standing == Standing::Draft && desk_.meeting()->heldOn <= desk_.today()) text = tr("Start review");
    setText(short_ ? tr("Review") : text);
    setAccessibleName(text);
    setPlainToolTip(this, text + QStringLiteral("  Ctrl+R"));
    setChecked(desk_.going());
    updateGeometry();
}

}  // namespace reckoner

#include "moc_review_button.cpp"
