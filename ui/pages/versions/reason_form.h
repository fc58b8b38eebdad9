// A form in the page: what is to be done, who decides, why. Nothing is done without a reason.
#pragma once

#include <functional>

#include <QFrame>

class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace reckoner {

class PlainLabel;

class ReasonForm final : public QFrame {
    Q_OBJECT
 public:
    struct Request {
        QString title;              // "Promote v3"
        QString sentence;           // what follows from it; may be empty
        QString button;             // "Promote"
        QWidget* choice = nullptr;  // stands above the reason; may be null. The form takes it over
    };
    // Throws Error with what is wrong, which the form shows.
    using Save = std::function<void(const std::string& who, const std::string& why)>;
    ReasonForm(const Request& request, Save save, QWidget* parent);
    void setSentence(const QString& sentence);

 Q_SIGNALS:
    void closed(bool saved);

 protected:
    void keyPressEvent(QKeyEvent* event) override;

 private:
    void check();
    void accept();

    Save save_;
    PlainLabel* sentence_;
    QLineEdit* who_;
    QLineEdit* why_;
    PlainLabel* problem_;
    QPushButton* button_;
};

}  // namespace reckoner
