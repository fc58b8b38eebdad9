#include "ui/pages/record/action_pane.h"

#include <QPushButton>

#include "ui/pages/record/record_options.h"
#include "ui/pages/record/record_view.h"
#include "ui/session/action_fields.h"
#include "ui/session/writer_name.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {

ActionPane::ActionPane(ReviewSession& session, QWidget* parent)
    : RecordPane(session, "actions", record::kAction, tr("Actions"), tr("New action..."), parent) {
    done_ = addButton(tr("Done"), "actionDone", [this] { close(ActionState::Done); });
    drop_ = addButton(tr("Drop"), "actionDrop", [this] { close(ActionState::Dropped); });
    addButton(tr("Edit..."), "actionEdit", [this] {
        if (const Action* action = find(chosen())) openActionForm(*action);
    });
}

const Action* ActionPane::find(const std::string& uid) const {
    for (const Action& action : desk_.records().actions)
        if (action.uid == uid) return &action;
    return nullptr;
}

void ActionPane::showRecords() {
    showDraft(QStringLiteral("action/%1//").arg(session_.state().model));
    std::vector<std::string> uids;
    std::vector<RecordRow> rows;
    const std::vector<Action>& actions = desk_.records().actions;
    for (const Action& action : actions) {
        uids.push_back(action.uid);
        rows.push_back(recordRow(action, desk_.today()));
    }
    const std::size_t open = openActions(actions).size();
    setRows(
        uids, rows, tr("%1, %2 open").arg(qt(countedText(rows.size(), "action", "actions"))).arg(open),
        tr("Nobody has promised anything for this model yet. An action has an owner and a day, and comes up "
           "in every review until it is closed."));
}

void ActionPane::showChosen(const std::string& uid) {
    const Action* action = find(uid);
    if (!action) return;
    view_->setPage(recordPage(*action, desk_.today()));
    const bool open = action->state == ActionState::Open;
    done_->setText(open ? tr("Done") : tr("Open again"));
    done_->setAccessibleName(done_->text());
    drop_->setVisible(open);
}

void ActionPane::close(ActionState state) {
    const Action* found = find(chosen());
    if (!found) return;
    Action action = *found;
    action.state = action.state == ActionState::Open ? state : ActionState::Open;
    action.who = writerName();
    desk_.write([action](ReviewBook& book) { book.save(action); }, [] {},
                [this](const QString& sentence) { say(sentence); });
}

void ActionPane::makeNew() {
    openActionForm({});
}

void ActionPane::openActionForm(const Action& action) {
    const QString key = QStringLiteral("action/%1/%2/").arg(session_.state().model).arg(qt(action.uid));
    const std::int64_t model = session_.state().model;
    openForm(action.uid.empty() ? tr("New action") : tr("Edit the action"), key, actionFields(action),
             [this, action, model](const KeptForm::Values& values, std::function<void()> done,
                                   std::function<void(const QString&)> failed) {
                 Action typed = typedAction(action, values);
                 typed.modelId = model;
                 if (typed.uid.empty()) typed.review = desk_.runningReview();
                 auto uid = std::make_shared<std::string>();
                 desk_.write([typed, uid](ReviewBook& book) { *uid = book.save(typed).uid; },
                             [this, uid, done] {
                                 choose(*uid);
                                 done();
                             },
                             failed);
             });
}

}  // namespace reckoner

#include "moc_action_pane.cpp"
