// What can fill the Decide page: the charts, the confidence of several classes, the policies, or why there is
// nothing to decide on. A pane knows the session and what is handed to all of them, never another pane.
#pragma once

#include <vector>

#include <QWidget>

#include "ui/session/review_session.h"

class QPushButton;

namespace reckoner {

class PolicyDesk;

// What panes share.
struct DecideParts {
    ReviewSession& session;
    PolicyDesk& policies;
    QPushButton* costs;  // opens the cost model; shown by the pane that has a place for it
};

class DecidePane : public QWidget {
    Q_OBJECT
 public:
    using QWidget::QWidget;

    // May it fill the page now? The first of the list that may does.
    virtual bool wanted() const = 0;
    virtual void refresh(Aspects aspects) = 0;  // also while it is hidden
    // Beside the choice of what several classes are decided on; none: it has its own place for it.
    virtual QPushButton* besideChoice() const { return nullptr; }

 Q_SIGNALS:
    void failed(const QString& sentence);  // to be said above the pane
    void importWanted();
};

// Whether there is a run with samples and a threshold to decide on.
bool canDecide(const ReviewSession& session);
bool hasManyClasses(const ReviewSession& session);
// Only in present mode is type larger; what leads to forms is hidden then.
bool isPresenting();

using MakeDecidePane = DecidePane* (*)(const DecideParts& parts, QWidget* parent);
// Every pane has a row here; in the order they are asked.
const std::vector<MakeDecidePane>& decidePanes();

}  // namespace reckoner
