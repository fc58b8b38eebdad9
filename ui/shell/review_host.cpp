#include "ui/shell/review_host.h"

#include <QHBoxLayout>

#include "ui/session/meeting_desk.h"

namespace reckoner {

ReviewHost::ReviewHost(ReviewSession& session, QHBoxLayout* row, QWidget* host)
    : QObject(host), session_(session), desk_(MeetingDesk::of(session)), row_(row), host_(host) {
    connect(&desk_, &MeetingDesk::changed, this, &ReviewHost::follow);
    connect(&desk_, &MeetingDesk::shown, this, &ReviewHost::open);
}

ReviewHost::~ReviewHost() {
    if (dock_) dock_->hide();
    delete dock_;
    desk_.flush();
}

void ReviewHost::follow() {
    if (!session_.store() || session_.state().model == 0) return setShown(false);
    // A review that was left running, or in the middle, is there again when its store is opened.
    if (!desk_.loaded() || seen_.lock() == session_.store()) return;
    seen_ = session_.store();
    if (desk_.going()) setShown(true);
}

void ReviewHost::toggle() {
    if (shown_ && !pushedAside_) return setShown(false);
    open();
}

void ReviewHost::open() {
    pushedAside_ = false;
    setShown(true);
    if (dock_) dock_->takeFocus();
}

void ReviewHost::setShown(bool shown) {
    shown_ = shown && session_.store() && session_.state().model != 0;
    apply();
}

bool ReviewHost::decide() {
    if (!dock_ || !dock_->isVisible() || !desk_.going()) return false;
    dock_->decide();
    return true;
}

void ReviewHost::makeRoom(bool wanted) {
    pushedAside_ = wanted;
    apply();
}

void ReviewHost::apply() {
    const bool visible = shown_ && !pushedAside_;
    if (visible && !dock_) {
        dock_ = new ReviewDock(session_, host_);
        row_->addWidget(dock_);
        connect(dock_, &ReviewDock::closeWanted, this, [this] { setShown(false); });
    }
    if (dock_) dock_->setVisible(visible);
}

}  // namespace reckoner

#include "moc_review_host.cpp"
