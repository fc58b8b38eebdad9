// On the card of a case: puts it on the list of the review, or says that it is there.
#pragma once

#include <string>

#include <QPushButton>

#include "ui/session/meeting_desk.h"

namespace reckoner {

class CaseReviewButton final : public QPushButton {
    Q_OBJECT
 public:
    CaseReviewButton(ReviewSession& session, QWidget* parent);

    // caseKey() of the case on the card; empty: there is none.
    void setCase(const std::string& key);

 private:
    void follow();

    ReviewSession& session_;
    MeetingDesk& desk_;
    std::string key_;
};

}  // namespace reckoner
