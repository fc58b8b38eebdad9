// A form of a few fields behind a button with three dots. What is typed is kept from keystroke to commit, and
// stands there again when the form is opened after a kill.
#pragma once

#include <functional>
#include <map>
#include <vector>

#include <QDialog>

#include "ui/session/review_session.h"

class QPushButton;

namespace reckoner {

class InlineMessage;

class RecordForm final : public QDialog {
    Q_OBJECT
 public:
    enum class Kind { Line, Text, Date, Choice };
    struct Field {
        QString id;     // "reason"
        QString label;  // "Why"
        Kind kind = Kind::Line;
        QString value{};                                     // to begin with; of a choice the id of one
        QString hint{};                                      // an example, shown below
        std::vector<std::pair<QString, QString>> choices{};  // id, title
    };
    using Values = std::map<QString, QString>;  // by id
    // key: where what is typed is kept, "decision/3/". save: stores the values; calls one of the two when it
    // is done.
    using Save = std::function<void(const Values&, std::function<void()> done,
                                    std::function<void(const QString&)> failed)>;
    RecordForm(ReviewSession& session, const QString& title, const QString& key,
               const std::vector<Field>& fields, Save save, QWidget* parent);

    void accept() override;

 private:
    struct Editor {
        QString id;
        std::function<QString()> value;
        QWidget* widget;
    };
    QWidget* makeEditor(const Field& field, const QString& value);
    void keep(const QString& id, const QString& text);
    Values values() const;

    ReviewSession& session_;
    QString key_;
    Save save_;
    std::vector<Editor> editors_;
    InlineMessage* message_;
    QPushButton* saveButton_;
};

}  // namespace reckoner
