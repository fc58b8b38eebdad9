// Where the review stands in the window: made when first wanted, at the right of whatever page is shown.
#pragma once

#include <memory>

#include <QObject>
#include <QPointer>

#include "ui/review/review_dock.h"
#include "ui/session/review_session.h"

class QHBoxLayout;

namespace reckoner {

class MeetingDesk;

class ReviewHost final : public QObject {
    Q_OBJECT
 public:
    // row: what the dock becomes the last part of. host: its window's middle.
    ReviewHost(ReviewSession& session, QHBoxLayout* row, QWidget* host);
    ~ReviewHost() override;

    void toggle();
    void setShown(bool shown);
    // The form of a decision in the review that goes on. False: none does, or it is not on the screen.
    bool decide();
    // Something else wants its place for a while.
    void makeRoom(bool wanted);

 private:
    void open();
    void follow();
    void apply();

    ReviewSession& session_;
    MeetingDesk& desk_;
    QHBoxLayout* row_;
    QWidget* host_;
    QPointer<ReviewDock> dock_;
    std::weak_ptr<Store> seen_;  // the store whose running review was shown by itself
    bool shown_ = false;
    bool pushedAside_ = false;
};

}  // namespace reckoner
