// The way from Today into the review: prepares it, starts it, goes on with it.
#pragma once

#include <QPushButton>

#include "ui/pages/today/today_scale.h"
#include "ui/session/meeting_desk.h"

namespace reckoner {

class TodayReviewButton final : public QPushButton {
    Q_OBJECT
 public:
    TodayReviewButton(ReviewSession& session, QWidget* parent);

    void setScale(const TodayScale& scale);
    QSize sizeHint() const override;
    // False: nothing can be done from here.
    bool wanted() const;

 Q_SIGNALS:
    void changed();

 private:
    void follow();
    void press();
    // Of today or a day before: it is to be held.
    bool drafted() const;

    MeetingDesk& desk_;
    TodayScale scale_;
    bool wanted_ = true;
};

}  // namespace reckoner
