// A form of a few fields behind a button with three dots.
#pragma once

#include <QDialog>

#include "ui/session/kept_form.h"

namespace reckoner {

class RecordForm final : public QDialog {
    Q_OBJECT
 public:
    // key as KeptForm's.
    RecordForm(ReviewSession& session, const QString& title, const QString& key,
               const std::vector<KeptForm::Field>& fields, KeptForm::Save save, QWidget* parent);
};

}  // namespace reckoner
