#include "ui/session/action_fields.h"

#include <QCoreApplication>

#include "ui/session/writer_name.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("ActionFields", text);
}

}  // namespace

std::vector<KeptForm::Field> actionFields(const Action& action) {
    using Kind = KeptForm::Kind;
    std::vector<std::pair<QString, QString>> kinds;
    for (const ActionKind kind : kActionKinds)
        kinds.emplace_back(qt(std::string(name(kind))), qt(std::string(name(kind))));
    std::vector<KeptForm::Field> fields = {
        {QStringLiteral("title"), tr("What is to be done"), Kind::Line, qt(action.title), {}, {}},
        {QStringLiteral("owner"), tr("Who does it"), Kind::Line, qt(action.owner), {}, {}},
        {QStringLiteral("due"),
         tr("By"),
         Kind::Date,
         qt(action.due),
         tr("Like 2026-03-31; may be empty"),
         {}},
        {QStringLiteral("kind"), tr("Kind"), Kind::Choice, qt(std::string(name(action.kind))), {}, kinds},
    };
    if (!action.uid.empty())
        fields.push_back(
            {QStringLiteral("result"), tr("What came of it"), Kind::Text, qt(action.result), {}, {}});
    return fields;
}

Action typedAction(Action action, const KeptForm::Values& values) {
    action.title = typedInto(values, "title");
    action.owner = typedInto(values, "owner");
    action.due = typedInto(values, "due");
    action.kind = actionKind(typedInto(values, "kind")).value_or(ActionKind::Development);
    action.result = typedInto(values, "result");
    action.who = writerName();
    return action;
}

}  // namespace reckoner
