// The review beside any page: before it the draft, then the clock and all that is written, after it the way
// to its minutes.
#pragma once

#include <vector>

#include <QTimer>
#include <QWidget>

#include "ui/session/meeting_desk.h"

class QPushButton;
class QShortcut;
class QToolButton;

namespace reckoner {

class DraftView;
class InlineMessage;
class PlainLabel;
class RunningView;

class ReviewDock final : public QWidget {
    Q_OBJECT
 public:
    explicit ReviewDock(ReviewSession& session, QWidget* parent = nullptr);
    ~ReviewDock() override;

    QSize sizeHint() const override;
    // The field to write into, or the button that begins.
    void takeFocus();
    // The form of a decision. Precondition: the review goes on.
    void decide();

 Q_SIGNALS:
    void closeWanted();

 protected:
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

 private:
    using Standing = MeetingDesk::Standing;
    QToolButton* iconButton(const char* name, const char* icon, const QString& title, const QString& keys);
    QPushButton* button(const char* name);
    void addShortcuts();
    void refresh();
    void showHead();
    void showEnd();
    void redress();
    void place();
    void pressMain();
    void pressSecond();
    void pauseOrResume();
    void openMenu();
    void openMinutes();

    ReviewSession& session_;
    MeetingDesk& desk_;
    QTimer seconds_;
    bool going_ = false;  // when it was last looked at
    std::vector<QShortcut*> shortcuts_;
    PlainLabel* title_;
    QToolButton* pause_;
    QToolButton* more_;
    QToolButton* hide_;
    RunningView* running_;
    DraftView* draft_;
    PlainLabel* text_;  // where there is no review, and after its end
    QPushButton* main_;
    QPushButton* second_;
    InlineMessage* message_;
};

}  // namespace reckoner
