// A review that runs: clock, agenda, what the point holds, notes, who speaks, what comes next.
#pragma once

#include <vector>

#include <QWidget>

#include "core/review/reasons.h"
#include "ui/session/background_task.h"
#include "ui/session/meeting_desk.h"

class QPushButton;

namespace reckoner {

class AgendaView;
class CaseWalk;
class DockForm;
class PlainLabel;
class PointNotesView;
class QuestionList;
class ReasonList;
class ReviewClockView;
class ReviewForms;
class SpeakerChips;
class TraceList;

class RunningView final : public QWidget {
    Q_OBJECT
 public:
    RunningView(ReviewSession& session, MeetingDesk& desk, QWidget* parent);
    ~RunningView() override;

    void refresh();
    void tick();  // the clock goes on
    void takeFocus();

    // --- what keys and menu ask for ---
    void openView();  // the point's own
    void bindView();  // the one on the screen to the point
    void stepCase(int by);
    void speak(int attendee);
    void editPeople();
    void openDecision();
    void openAction(const QString& tag);
    void goOn();  // saves an open form, else the next point, after the last the end, which it asks for first

 protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

 private:
    QPushButton* button(const char* name, const QString& text);
    void connectParts();
    void showPoint();
    void showPointTools();
    void showTraces();
    // Heights of what shares the room between clock and foot; the notes have the rest.
    struct Shares {
        int agenda = 0;
        int view = 0;
        int tool = 0;
        int traces = 0;
    };
    void place();
    int placeFoot();
    QWidget* heldTool() const;
    Shares shareOut(int room) const;
    void openPick(int pick);
    void openForm(DockForm* form);
    void closeForm();
    void readReasons();
    const AgendaItem* point() const;
    QString currentCase() const;
    QString spoken() const;

    ReviewSession& session_;
    MeetingDesk& desk_;
    ReviewForms* forms_;
    BackgroundTask reading_;
    std::vector<ErrorReason> reasons_;
    ReviewClockView* clock_;
    AgendaView* agenda_;
    QStringList holds_;  // below each point
    TraceList* traces_;
    PlainLabel* viewName_;
    QPushButton* back_;
    QPushButton* bind_;
    CaseWalk* walk_;
    ReasonList* reasonList_;
    QuestionList* questions_;
    PointNotesView* notes_;
    SpeakerChips* speakers_;
    QPushButton* decision_;
    QPushButton* action_;
    QPushButton* next_;
    bool bindable_ = false;  // the view on the screen to the point
    DockForm* form_ = nullptr;
    QString closeAsked_;  // spoken() when it was asked whether the review is to be closed
};

}  // namespace reckoner
