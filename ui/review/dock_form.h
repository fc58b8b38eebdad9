// A short form in the dock, under the clock that goes on: a decision or an action.
#pragma once

#include <QScrollArea>

#include "ui/session/kept_form.h"

namespace reckoner {

class DockForm final : public QScrollArea {
    Q_OBJECT
 public:
    // note: a line below the title; may be empty. key as KeptForm's.
    DockForm(ReviewSession& session, const QString& title, const QString& note, const QString& key,
             const std::vector<KeptForm::Field>& fields, KeptForm::Save save, QWidget* parent);

    void submit() { form_->submit(); }

 Q_SIGNALS:
    void finished();  // stored or put aside

 protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

 private:
    KeptForm* form_;
};

}  // namespace reckoner
