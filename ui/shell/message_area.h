// News above the pages: what failed or is worth a word, and how far long work is. Never covers anything.
#pragma once

#include <functional>

#include <QWidget>

namespace reckoner {

class BackgroundTask;
class InlineMessage;
class ProgressStrip;

class MessageArea : public QWidget {
    Q_OBJECT
 public:
    explicit MessageArea(QWidget* parent = nullptr);

    void say(const QString& sentence, const QString& action = {}, std::function<void()> act = {});
    // What was asked for is done.
    void sayDone(const QString& sentence);
    // Why the run on the screen cannot be shown; empty: it can.
    void setFailure(const QString& sentence, const QString& action = {}, std::function<void()> act = {});
    void follow(BackgroundTask* task, const QString& title);
    void clear();  // what was said; not the failure

 protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

 private:
    void makeRoom();

    InlineMessage* failure_;
    InlineMessage* news_;
    ProgressStrip* progress_;
};

}  // namespace reckoner
