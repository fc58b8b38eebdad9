// Sign-off: a drawn sample of the run's outputs, right ones too, accepted or rejected one by one. Kept with
// the run, so it can be left and taken up again.
#pragma once

#include <deque>
#include <memory>
#include <optional>
#include <vector>

#include <QWidget>

#include "core/review/sign_off.h"
#include "ui/pages/errors/case_ref.h"
#include "ui/session/background_task.h"
#include "ui/session/review_session.h"

class QPushButton;
class QScrollArea;
class QSpinBox;

namespace reckoner {

class PlainLabel;
class SignOffRows;
class ToneLabel;

class SignOffPane final : public QWidget {
    Q_OBJECT
 public:
    explicit SignOffPane(ReviewSession& session, QWidget* parent = nullptr);
    ~SignOffPane() override;

    void refresh(Aspects aspects);
    void step(int by);
    // Of the output on the card; the next open one comes up.
    void accept() { judge(true); }
    void reject() { judge(false); }
    // Takes the last judgement back and shows it again.
    void undo();
    CaseRef current() const;

 Q_SIGNALS:
    void currentCase(const reckoner::CaseRef& ref);
    void failed(const QString& sentence);

 private:
    struct Loaded;
    struct Judgement {
        std::shared_ptr<Store> store;
        std::int64_t signOff = 0;
        std::size_t item = 0;
        std::optional<bool> accepted;
        std::optional<bool> before;
    };
    void assemble();
    void load();
    void take(const Loaded& loaded);
    void draw();
    void open(std::size_t which);
    void select(std::size_t item);
    void judge(bool accepted);
    void put(const Judgement& judgement);
    void pump();
    void display();

    ReviewSession& session_;
    BackgroundTask reading_;
    BackgroundTask writing_;
    std::vector<SignOff> signOffs_;              // of the run, newest first
    std::vector<std::vector<std::string>> ids_;  // sample ids beside the items
    RunId run_ = 0;                              // whose sign-offs those are
    std::size_t which_ = 0;
    std::size_t item_ = 0;
    std::vector<Judgement> done_;    // for undo
    std::deque<Judgement> waiting_;  // to be stored

    PlainLabel* title_;
    ToneLabel* origin_;
    ToneLabel* rate_;
    PlainLabel* progress_;
    QWidget* bar_;
    QWidget* drawing_;
    QSpinBox* count_;
    QPushButton* draw_;
    QPushButton* again_;
    QPushButton* older_;
    QPushButton* accept_;
    QPushButton* reject_;
    QPushButton* undo_;
    QScrollArea* scroll_;
    QWidget* below_;  // the room that is left while there are no rows
    SignOffRows* rows_;
};

}  // namespace reckoner
