// The review of tomorrow: title, day, people, what it looks at, agenda, cases and questions.
#pragma once

#include <QScrollArea>
#include <QTimer>

#include "ui/session/background_task.h"
#include "ui/session/meeting_desk.h"

class QDateEdit;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QVBoxLayout;

namespace reckoner {

class AgendaEditor;
class PlainLabel;

class DraftView final : public QScrollArea {
    Q_OBJECT
 public:
    DraftView(ReviewSession& session, MeetingDesk& desk, QWidget* parent);
    ~DraftView() override;

    void refresh();
    // What is typed and not yet on its way to the store.
    void commit();
    // What was kept of a draft that is started or taken back goes, once the store has it so.
    void letGo();

 protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

 private:
    PlainLabel* caption(const QString& text);
    void addHead();
    void addAgenda();
    void addCases();
    void addQuestions();
    void showCases(const Meeting& meeting);
    void takeThree(bool dearest);
    void typed();
    void takeKept(const Meeting& meeting);
    void changeAgenda(const std::function<void(std::vector<AgendaItem>&)>& change);
    QString runsText(const Meeting& meeting) const;

    ReviewSession& session_;
    MeetingDesk& desk_;
    BackgroundTask picking_;
    QTimer soon_;
    QWidget* content_;
    QVBoxLayout* column_;
    QLineEdit* title_;
    QDateEdit* day_;
    QLineEdit* people_;
    PlainLabel* runs_;
    QPushButton* takeRuns_;
    AgendaEditor* agenda_;
    QPushButton* keepAgenda_;
    QPushButton* usualAgenda_;
    QWidget* cases_;
    QVBoxLayout* caseColumn_;
    PlainLabel* noCase_;
    QPushButton* dearest_;
    QPushButton* surest_;
    QPlainTextEdit* questions_;
    std::vector<std::string> shownCases_;
    std::string taken_;  // uid of the draft whose kept words stand in the fields
    bool filling_ = false;
    bool typed_ = false;
};

}  // namespace reckoner
