#include "ui/review/review_forms.h"

#include "core/base/error.h"
#include "core/review/action.h"
#include "core/review/decision.h"
#include "ui/session/action_fields.h"
#include "ui/session/decision_fields.h"
#include "ui/session/kept_fields.h"
#include "ui/session/meeting_desk.h"
#include "ui/session/review_desk.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

// As "New decision..." and "New action..." on Record have it: what a review leaves begun stands there, and in
// the dock of the next.
QString keyOf(const char* what, const Meeting& meeting) {
    return QStringLiteral("%1/%2//").arg(QLatin1String(what)).arg(meeting.modelId);
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

QString ReviewForms::closeQuestion(const Meeting& meeting) const {
    const bool decision = decisionBegun(meeting), action = actionBegun(meeting);
    if (decision && action) return tr("Two forms are begun. Close?");
    if (decision) return tr("A decision is begun. Close?");
    return action ? tr("An action is begun. Close?") : tr("Close the review?");
}

QString ReviewForms::leftBegun(ReviewSession& session, const Meeting& meeting) {
    const KeptFields& kept = KeptFields::of(session);
    const bool decision = kept.any(keyOf("decision", meeting)), action = kept.any(keyOf("action", meeting));
    if (decision && action)
        return tr(
            "A decision and an action are begun and not saved. They wait on Record and in the next "
            "review.");
    if (decision) return tr("A decision is begun and not saved. It waits on Record and in the next review.");
    return action ? tr("An action is begun and not saved. It waits on Record and in the next review.")
                  : QString();
}

DockForm* ReviewForms::decision(const Meeting& meeting, QWidget* parent) {
    return new DockForm(
        session_, tr("A decision"), {}, keyOf("decision", meeting), decisionFields(session_, {}),
        [this, review = reviewFor(session_, meeting)](const KeptForm::Values& values,
                                                      std::function<void()> done,
                                                      std::function<void(const QString&)> failed) {
            Decision decision;
            try {
                decision = typedDecision(session_, values);
            } catch (const Error& error) {
                return failed(qt(error.what()));
            }
            decision.review = review;
            writer_.record(
                decision, {}, [done = std::move(done)](const std::string&) { done(); }, std::move(failed));
        },
        parent);
}

DockForm* ReviewForms::action(const Meeting& meeting, const QString& tag, QWidget* parent) {
    Action begun;
    if (!tag.isEmpty()) begun.title = tag.toStdString() + ": ";
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
    if (const std::string point = MeetingDesk::of(session_).pointOf(reviewFor(session_, meeting));
        !point.empty())
        links.push_back({ActionLink::To::Point, point});
    return new DockForm(
        session_, tr("An action"), about, keyOf("action", meeting), actionFields(begun),
        [this, links, review = reviewFor(session_, meeting)](const KeptForm::Values& values,
                                                             std::function<void()> done,
                                                             std::function<void(const QString&)> failed) {
            Action action = typedAction({}, values);
            action.modelId = session_.state().model;
            action.links = links;
            action.review = review;
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
