// A short form in the dock, under the clock that goes on: a decision or an action. What is typed is kept from
// keystroke to commit and stands there again after a kill.
#pragma once

#include <functional>
#include <map>
#include <utility>
#include <vector>

#include <QScrollArea>

#include "ui/session/review_session.h"

class QPushButton;

namespace reckoner {

class InlineMessage;

class DockForm final : public QScrollArea {
    Q_OBJECT
 public:
    enum class Kind { Line, Text, Date, Choice };
    struct Field {
        QString id;
        QString label;
        Kind kind = Kind::Line;
        QString value{};  // to begin with; of a choice the id of one
        std::vector<std::pair<QString, QString>> choices{};
    };
    using Values = std::map<QString, QString>;
    using Save = std::function<void(const Values&, std::function<void()> done,
                                    std::function<void(const QString&)> failed)>;
    // key: where what is typed is kept, "action/3/dock/".
    DockForm(ReviewSession& session, const QString& title, const QString& note, const QString& key,
             const std::vector<Field>& fields, Save save, QWidget* parent);

    void submit();

 Q_SIGNALS:
    void finished();  // stored or taken back

 protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

 private:
    struct Editor {
        QString id;
        std::function<QString()> value;
        QWidget* widget;
    };
    QWidget* makeEditor(const Field& field, const QString& value, QWidget* parent);
    void keep(const QString& id, const QString& text);
    void cancel();

    ReviewSession& session_;
    QString key_;
    Save save_;
    std::vector<Editor> editors_;
    InlineMessage* message_;
    QPushButton* saveButton_;
};

}  // namespace reckoner
