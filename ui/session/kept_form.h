// A few fields with a button that stores them. What is typed is kept from keystroke to commit, and stands
// there again when the form is opened after a kill or after it was put aside.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include <QWidget>

#include "ui/session/review_session.h"

class QPushButton;

namespace reckoner {

class InlineMessage;

class KeptForm final : public QWidget {
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
    using Values = std::map<QString, QString>;  // by id, without space around them
    // Stores the values; calls one of the two when it is done.
    using Save = std::function<void(const Values&, std::function<void()> done,
                                    std::function<void(const QString&)> failed)>;
    // key: where what is typed is kept, "decision/3/". name: of the form; its fields are "name_title", its
    // buttons "nameFormSave" and "nameFormAside".
    KeptForm(ReviewSession& session, const QString& name, const QString& key,
             const std::vector<Field>& fields, Save save, QWidget* parent);

    void submit();
    // The field one types into first; null without fields.
    QWidget* firstField() const;
    QPushButton* saveButton() const { return saveButton_; }

 Q_SIGNALS:
    void stored();
    void putAside();
    void refused();  // why stands in the form

 private:
    struct Editor {
        QString id;
        std::function<QString()> value;
        QWidget* widget;
    };
    QWidget* makeEditor(const Field& field, const QString& value);
    void keep(const QString& id, const QString& text);

    ReviewSession& session_;
    QString key_;
    Save save_;
    std::vector<Editor> editors_;
    InlineMessage* message_;
    QPushButton* saveButton_;
};

// What was typed into a field; empty where there is none of that id.
std::string typedInto(const KeptForm::Values& values, const char* id);

}  // namespace reckoner
