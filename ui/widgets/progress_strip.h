// How far long work is, what is left of it, and a way to stop it. Shown only while it runs.
#pragma once

#include <chrono>

#include <QFrame>

class QProgressBar;
class QPushButton;

namespace reckoner {

class BackgroundTask;
class PlainLabel;

class ProgressStrip : public QFrame {
    Q_OBJECT
 public:
    explicit ProgressStrip(QWidget* parent = nullptr);
    // Follows the task from now on. `title` says what is done: "Importing credit.csv".
    void follow(BackgroundTask* task, const QString& title);

 Q_SIGNALS:
    void cancelled();

 private:
    void report(double fraction, const QString& phase);

    BackgroundTask* task_ = nullptr;
    QString title_;
    PlainLabel* text_;
    PlainLabel* left_;
    QProgressBar* bar_;
    QPushButton* cancel_;
    std::chrono::steady_clock::time_point began_;
};

}  // namespace reckoner
