// The button at the right of the context bar: what the review of the store is at, and the way to it.
#pragma once

#include <QPushButton>

#include "ui/session/meeting_desk.h"

namespace reckoner {

class ReviewButton final : public QPushButton {
    Q_OBJECT
 public:
    explicit ReviewButton(ReviewSession& session, QWidget* parent = nullptr);

    // Where there is little room: "Review", whatever it is at.
    void setShort(bool brief);

 protected:
    void nextCheckState() override {}  // it shows what the store says

 private:
    void follow();

    MeetingDesk& desk_;
    bool short_ = false;
};

}  // namespace reckoner
