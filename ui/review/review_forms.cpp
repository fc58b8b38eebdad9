#include "ui/review/review_forms.h"

#include "core/base/error.h"
#include "core/review/action.h"
#include "core/review/decision.h"
#include "core/wording/run_names.h"
#include "ui/session/kept_fields.h"
#include "ui/session/review_desk.h"
#include "ui/session/writer_name.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

QString keyOf(const char* what, const Meeting& meeting) {
    return QStringLiteral("%1/%2/dock-%3/")
        .arg(QLatin1String(what))
        .arg(meeting.modelId)
        .arg(qt(meeting.uid));
}

std::string valueOf(const DockForm::Values& values, const char* id) {
    const auto found = values.find(QLatin1String(id));
    return found == values.end() ? std::string() : found->second.toStdString();
}

// What is agreed about another model than the review's is not the review's.
std::string reviewFor(const ReviewSession& session, const Meeting& meeting) {
    return session.state().model == meeting.modelId ? meeting.uid : std::string();
}

}  // namespace

ReviewForms::ReviewForms(ReviewSession& session, QObject* parent)
    : QObject(parent), session_(session), writer_(session, this) {}

bool ReviewForms::decisionBegun(const Meeting& meeting) const {
    return KeptFields::of(session_).any(keyOf("decision", meeting));
}

bool ReviewForms::actionBegun(const Meeting& meeting) const {
    return KeptFields::of(session_).any(keyOf("action", meeting));
}

DockForm* ReviewForms::decision(const Meeting& meeting, QWidget* parent) {
    using Kind = DockForm::Kind;
    std::vector<std::pair<QString, QString>> kinds;
    for (const DecisionKind kind : kDecisionKinds)
        kinds.emplace_back(qt(std::string(name(kind))), qt(std::string(title(kind))));
    const auto row = session_.runRow();
    const std::string version = row ? row->info.version : std::string();
    const std::vector<DockForm::Field> fields = {
        {QStringLiteral("kind"), tr("What is decided"), Kind::Choice, QStringLiteral("hold"), kinds},
        {QStringLiteral("title"), tr("In one line"), Kind::Line, {}, {}},
        {QStringLiteral("reason"), tr("Why"), Kind::Text, {}, {}},
        {QStringLiteral("who"), tr("Who decides"), Kind::Line, qt(writerName()), {}},
        {QStringLiteral("conditions"), tr("On condition that (may be empty)"), Kind::Line, {}, {}},
        {QStringLiteral("revisit"), tr("Comes up again on (may be empty)"), Kind::Date, {}, {}},
    };
    const QString note = version.empty()
                             ? tr("The view on the screen is kept with it.")
                             : tr("The view on the screen and the figures of %1 are kept with it.")
                                   .arg(qt(versionName(version)));
    return new DockForm(
        session_, tr("A decision"), note, keyOf("decision", meeting), fields,
        [this, version, review = reviewFor(session_, meeting)](const DockForm::Values& values,
                                                               std::function<void()> done,
                                                               std::function<void(const QString&)> failed) {
            Decision decision;
            decision.kind = decisionKind(valueOf(values, "kind")).value_or(DecisionKind::Hold);
            decision.title = valueOf(values, "title");
            decision.reason = valueOf(values, "reason");
            decision.who = valueOf(values, "who");
            decision.conditions = valueOf(values, "conditions");
            decision.revisitOn = valueOf(values, "revisit");
            decision.version = version;
            decision.review = review;
            writer_.record(
                decision, {}, [done = std::move(done)](const std::string&) { done(); }, std::move(failed));
        },
        parent);
}

DockForm* ReviewForms::action(const Meeting& meeting, const QString& tag, QWidget* parent) {
    using Kind = DockForm::Kind;
    std::vector<std::pair<QString, QString>> kinds;
    for (const ActionKind kind : kActionKinds)
        kinds.emplace_back(qt(std::string(name(kind))), qt(std::string(name(kind))));
    const std::vector<DockForm::Field> fields = {
        {QStringLiteral("title"),
         tr("What is to be done"),
         Kind::Line,
         tag.isEmpty() ? QString() : tag + QStringLiteral(": "),
         {}},
        {QStringLiteral("owner"), tr("Who does it"), Kind::Line, {}, {}},
        {QStringLiteral("due"), tr("By (may be empty)"), Kind::Date, {}, {}},
        {QStringLiteral("kind"), tr("Kind"), Kind::Choice, qt(std::string(name(ActionKind::Development))),
         kinds},
    };
    // The case on the card, where one is looked at, is what it is about.
    std::vector<ActionLink> links;
    if (!tag.isEmpty()) links.push_back({ActionLink::To::Tag, tag.toStdString()});
    const ReviewState& state = session_.state();
    const auto card = state.options.find("errors.case");
    const bool talksOfCase = meeting.current < meeting.items.size() &&
                             meeting.items[meeting.current].point.kind == AgendaKind::Cases;
    if (talksOfCase && state.page == "errors" && card != state.options.end() && !card->second.empty())
        links.push_back({ActionLink::To::Case, card->second});
    const QString about = links.empty() ? QString()
                          : links.back().to == ActionLink::To::Case
                              ? tr("About case %1.").arg(qt(links.back().name))
                              : tr("About the reason “%1”.").arg(tag);
    return new DockForm(
        session_, tr("An action"), about, keyOf("action", meeting), fields,
        [this, links, review = reviewFor(session_, meeting)](const DockForm::Values& values,
                                                             std::function<void()> done,
                                                             std::function<void(const QString&)> failed) {
            Action action;
            action.modelId = session_.state().model;
            action.title = valueOf(values, "title");
            action.owner = valueOf(values, "owner");
            action.due = valueOf(values, "due");
            action.kind = actionKind(valueOf(values, "kind")).value_or(ActionKind::Development);
            action.links = links;
            action.review = review;
            action.who = writerName();
            try {
                check(action);
            } catch (const Error& error) {
                return failed(qt(error.what()));
            }
            ReviewDesk::of(session_).write([action](ReviewBook& book) { book.save(action); }, std::move(done),
                                           std::move(failed));
        },
        parent);
}

}  // namespace reckoner

#include "moc_review_forms.cpp"
