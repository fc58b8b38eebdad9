#include "ui/session/cohort_form.h"

#include "core/data/filter.h"
#include "ui/session/cohort_desk.h"
#include "ui/session/session_facts.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/save_cohort_dialog.h"

namespace reckoner {
namespace {

QString defaultSentence(ReviewSession& session, const Cohort& cohort) {
    if (cohort.id != 0) return QObject::tr("The cohort “%1”").arg(qt(cohort.name));
    const auto run = session.runRow();
    const std::string samples = run ? session.words().samples : "samples";
    return QObject::tr("A cohort is a filter with a name; every page can look at its %1 alone.")
        .arg(qt(samples));
}

}  // namespace

void openCohortForm(ReviewSession& session, const Cohort& cohort, const QString& sentence, QWidget* parent) {
    SaveCohortDialog::Work work;
    work.check = [&session](const std::string& expression) {
        const RunAnalysisPtr run = session.run();
        if (!run) return;
        OutcomeContext outcome;
        outcome.facts = SessionFacts::of(session).facts();
        if (run->request.table->info().task == Task::Binary) {
            outcome.positive = run->rows.positive;
            outcome.threshold = session.threshold();
        }
        Filter::parse(expression).check(*run->request.table, outcome);
    };
    work.save = [&session, before = cohort.expression](const Cohort& typed) {
        CohortDesk::of(session).save(typed);
        // Who looks at it goes on looking at it.
        if (typed.id != 0 && session.state().cohort == before && before != typed.expression)
            session.apply([&](ReviewState& state) { state.cohort = typed.expression; });
    };
    auto* dialog = new SaveCohortDialog(
        cohort, sentence.isEmpty() ? defaultSentence(session, cohort) : sentence, std::move(work), parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

}  // namespace reckoner
