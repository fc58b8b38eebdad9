// The form behind "Adopt ... as policy": who, why, until when. What was typed stays until it is stored.
#pragma once

#include <functional>
#include <optional>

#include <QDialog>

#include "core/review/policy.h"

class QDateEdit;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace reckoner {

class InlineMessage;
class PlainLabel;

class AdoptDialog final : public QDialog {
    Q_OBJECT
 public:
    // sentence: what the policy will do, in the model's words. save: stores it; throws Error when it cannot.
    AdoptDialog(const QString& sentence, const QString& who, const QDate& reviewBy,
                std::function<void(const Policy&)> save, QWidget* parent = nullptr);

    void accept() override;

 private:
    void check();
    std::function<void(const Policy&)> save_;
    QLineEdit* who_;
    QPlainTextEdit* why_;
    QDateEdit* reviewBy_;
    InlineMessage* message_;
    PlainLabel* missing_;  // what keeps it from being adopted
    QPushButton* adopt_;
};

}  // namespace reckoner
