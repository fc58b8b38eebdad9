#include "ui/session/decision_fields.h"

#include <QCoreApplication>

#include "core/review/tripwire.h"
#include "ui/session/state_rules.h"
#include "ui/session/writer_name.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("DecisionFields", text);
}

std::vector<Cohort> cohortsOf(const ReviewSession& session) {
    const auto& all = session.contents().cohorts;
    const auto found = all.find(session.state().model);
    return found == all.end() ? std::vector<Cohort>() : found->second;
}

}  // namespace

std::vector<KeptForm::Field> decisionFields(const ReviewSession& session, const Decision& before) {
    using Kind = KeptForm::Kind;
    std::vector<std::pair<QString, QString>> kinds;
    for (const DecisionKind kind : kDecisionKinds)
        kinds.emplace_back(qt(std::string(name(kind))), qt(std::string(title(kind))));
    const auto row = session.runRow();
    const QString version = row ? qt(row->info.version) : QString();
    return {
        {QStringLiteral("kind"),
         tr("What is decided"),
         Kind::Choice,
         before.uid.empty() ? QStringLiteral("hold") : qt(std::string(name(before.kind))),
         {},
         kinds},
        {QStringLiteral("title"),
         tr("In one line"),
         Kind::Line,
         qt(before.title),
         tr("For instance: v3 until job is back among its inputs"),
         {}},
        {QStringLiteral("reason"), tr("Why"), Kind::Text, {}, {}, {}},
        {QStringLiteral("conditions"), tr("On condition that"), Kind::Line, qt(before.conditions), {}, {}},
        {QStringLiteral("revisit"),
         tr("Comes up again on"),
         Kind::Date,
         {},
         tr("Like 2026-03-31; may be empty"),
         {}},
        {QStringLiteral("tripwire"),
         tr("Or as soon as"),
         Kind::Line,
         qt(tripwireSentence(before.tripwire, cohortsOf(session))),
         tr("Looked at whenever a run arrives. For instance: precision for enterprise falls below 0.7"),
         {}},
        {QStringLiteral("who"), tr("Who decides"), Kind::Line, qt(writerName()), {}, {}},
        {QStringLiteral("approved"), tr("Who agreed"), Kind::Line, qt(before.approvedBy), {}, {}},
        {QStringLiteral("version"),
         tr("Version"),
         Kind::Line,
         version,
         tr("The figures of the run on the screen are kept with it, and the view you had."),
         {}},
    };
}

Decision typedDecision(const ReviewSession& session, const KeptForm::Values& values) {
    Decision decision;
    decision.kind = decisionKind(typedInto(values, "kind")).value_or(DecisionKind::Hold);
    decision.title = typedInto(values, "title");
    decision.reason = typedInto(values, "reason");
    decision.conditions = typedInto(values, "conditions");
    decision.revisitOn = typedInto(values, "revisit");
    decision.tripwire = parseTripwire(typedInto(values, "tripwire"), cohortsOf(session));
    decision.who = typedInto(values, "who");
    decision.approvedBy = typedInto(values, "approved");
    decision.version = typedInto(values, "version");
    return decision;
}

}  // namespace reckoner
