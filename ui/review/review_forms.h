// The two forms of a running review: a decision with the evidence on the screen, an action for somebody.
#pragma once

#include <QObject>

#include "core/review/meeting.h"
#include "ui/review/dock_form.h"
#include "ui/session/decision_writer.h"

namespace reckoner {

class ReviewForms final : public QObject {
    Q_OBJECT
 public:
    ReviewForms(ReviewSession& session, QObject* parent);

    // Of the review that runs, in the name of whoever speaks.
    DockForm* decision(const Meeting& meeting, QWidget* parent);
    // tag: the reason it is about; empty: none in particular.
    DockForm* action(const Meeting& meeting, const QString& tag, QWidget* parent);
    // Whether one was begun and neither stored nor taken back.
    bool decisionBegun(const Meeting& meeting) const;
    bool actionBegun(const Meeting& meeting) const;
    // Before the review is closed; names what is begun.
    QString closeQuestion(const Meeting& meeting) const;
    // After it was closed: where what is begun waits. Empty: nothing is.
    static QString leftBegun(ReviewSession& session, const Meeting& meeting);

 private:
    ReviewSession& session_;
    DecisionWriter writer_;
};

}  // namespace reckoner
