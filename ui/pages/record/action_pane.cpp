#include "ui/pages/record/action_pane.h"

#include <QPushButton>

#include "ui/pages/record/record_options.h"
#include "ui/pages/record/record_view.h"
#include "ui/session/writer_name.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

std::string valueOf(const RecordForm::Values& values, const char* id) {
    const auto found = values.find(QLatin1String(id));
    return found == values.end() ? std::string() : found->second.trimmed().toStdString();
}

}  // namespace

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
    using Kind = RecordForm::Kind;
    std::vector<std::pair<QString, QString>> kinds;
    for (const ActionKind kind : kActionKinds)
        kinds.emplace_back(qt(std::string(name(kind))), qt(std::string(name(kind))));
    const std::vector<RecordForm::Field> fields = {
        {QStringLiteral("title"), tr("What is to be done"), Kind::Line, qt(action.title), {}, {}},
        {QStringLiteral("owner"), tr("Who does it"), Kind::Line, qt(action.owner), {}, {}},
        {QStringLiteral("due"),
         tr("By"),
         Kind::Date,
         qt(action.due),
         tr("Like 2026-03-31; may be empty"),
         {}},
        {QStringLiteral("kind"), tr("Kind"), Kind::Choice, qt(std::string(name(action.kind))), {}, kinds},
        {QStringLiteral("result"), tr("What came of it"), Kind::Text, qt(action.result), {}, {}},
    };
    const QString key = QStringLiteral("action/%1/%2/").arg(session_.state().model).arg(qt(action.uid));
    const std::int64_t model = session_.state().model;
    openForm(action.uid.empty() ? tr("New action") : tr("Edit the action"), key, fields,
             [this, action, model](const RecordForm::Values& values, std::function<void()> done,
                                   std::function<void(const QString&)> failed) {
                 Action typed = action;
                 typed.modelId = model;
                 if (typed.uid.empty()) typed.review = desk_.runningReview();
                 typed.title = valueOf(values, "title");
                 typed.owner = valueOf(values, "owner");
                 typed.due = valueOf(values, "due");
                 typed.kind = actionKind(valueOf(values, "kind")).value_or(ActionKind::Development);
                 typed.result = valueOf(values, "result");
                 typed.who = writerName();
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
