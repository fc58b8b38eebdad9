// A page whose figures are not drawn in the window so far: what it will hold, and what gives it until then.
#pragma once

#include "ui/pages/page.h"

namespace reckoner {

class EmptyState;

struct EmptyPageText {
    QString id;  // of the page, for its drawing
    QString reason;
    QString whatToDo;
    // What gives the same figures on the command line; "%run" stands for the run's number. The button copies
    // it. Empty: the button leads to `leadsTo` instead.
    QString command;
    QString leadsTo;  // id of a page
    QString button;
};

class EmptyPage : public Page {
    Q_OBJECT
 public:
    EmptyPage(ReviewSession& session, EmptyPageText text, QWidget* parent);
    void refresh(Aspects aspects) override;

 private:
    QString command() const;
    void act();

    ReviewSession& session_;
    EmptyPageText text_;
    EmptyState* state_;
    bool copied_ = false;
};

}  // namespace reckoner
