// The form behind "Adopt ... as policy": who, why, until when. What was typed stays until it is stored.
#pragma once

#include <functional>
#include <vector>

#include <QDate>
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
    struct Request {
        QString sentence;    // what the policy will do, in the model's words
        QStringList frozen;  // what is kept with it for good
        QString warning{};   // what this policy would not hold; empty: nothing
        QString who;
        QString why;
        QDate reviewBy;
    };
    // save: stores it; throws Error when it cannot.
    AdoptDialog(const Request& request, std::function<void(const Policy&)> save, QWidget* parent = nullptr);

    // Until the figures are complete nothing can be adopted; `frozen` takes the place of what was shown.
    void setWaiting();
    void setFrozen(const QStringList& frozen);
    // The figures could not be counted: it is said, and nothing can be adopted.
    void refuse(const QString& sentence);

    void accept() override;

 private:
    void check();
    std::function<void(const Policy&)> save_;
    QLineEdit* who_;
    QPlainTextEdit* why_;
    QDateEdit* reviewBy_;
    std::vector<PlainLabel*> frozen_;
    bool waiting_ = false;
    InlineMessage* message_;
    PlainLabel* missing_;  // what keeps it from being adopted
    QPushButton* adopt_;
};

}  // namespace reckoner
