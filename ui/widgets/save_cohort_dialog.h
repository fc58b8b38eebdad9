// The form behind "Save as cohort...": a name for the filter and what it means to the business. What was
// typed stays until it is stored.
#pragma once

#include <functional>

#include <QDialog>

#include "core/review/cohort.h"

class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace reckoner {

class InlineMessage;
class PlainLabel;

class SaveCohortDialog final : public QDialog {
    Q_OBJECT
 public:
    struct Work {
        // Throws Error with one sentence (and a caret) when the expression does not fit the run.
        std::function<void(const std::string& expression)> check;
        // Stores it; throws Error when it cannot.
        std::function<void(const Cohort&)> save;
    };
    // cohort: what is known already; id 0: a new one. sentence: what it holds.
    SaveCohortDialog(const Cohort& cohort, const QString& sentence, Work work, QWidget* parent = nullptr);

    void accept() override;

 private:
    void check();
    Cohort typed() const;

    Cohort cohort_;
    Work work_;
    QLineEdit* name_;
    QPlainTextEdit* expression_;
    QLineEdit* value_;
    QLineEdit* churn_;
    QLineEdit* regulation_;
    QLineEdit* owner_;
    PlainLabel* problem_;
    InlineMessage* message_;
    PlainLabel* missing_;  // what keeps it from being saved
    QPushButton* save_;
};

}  // namespace reckoner
