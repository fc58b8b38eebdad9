// News that is not worth a dialog: a sentence on the page, what can be done about it, and a way to close it.
#pragma once

#include <functional>

#include <QFrame>

class QPushButton;
class QToolButton;

namespace reckoner {

class PlainLabel;

class InlineMessage : public QFrame {
    Q_OBJECT
 public:
    explicit InlineMessage(QWidget* parent = nullptr);

    // An empty action: none. The message stays until closed, acted on or replaced.
    void say(const QString& sentence, const QString& action = {}, std::function<void()> act = {});
    // What was asked for is done: a tick and a quiet ground instead of a notice.
    void sayDone(const QString& sentence);
    QString sentence() const;

 Q_SIGNALS:
    void closed();

 protected:
    void paintEvent(QPaintEvent* event) override;

 private:
    void redress();
    void show(const QString& sentence, const QString& action, std::function<void()> act, bool done);

    PlainLabel* icon_;
    PlainLabel* text_;
    QPushButton* action_;
    QToolButton* close_;
    std::function<void()> act_;
    bool done_ = false;
};

}  // namespace reckoner
