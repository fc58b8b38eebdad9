#include "ui/shell/run_choices.h"

#include <algorithm>

#include <QCoreApplication>

#include "core/wording/number_format.h"
#include "core/wording/policy_words.h"
#include "core/wording/run_names.h"
#include "ui/session/cohort_desk.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("RunChoices", text);
}

bool sharesItsEvalSet(const StoreContents& contents, const RunRow& run) {
    return std::any_of(contents.runs.begin(), contents.runs.end(), [&](const RunRow& other) {
        return other.evalSetId == run.evalSetId && other.versionId != run.versionId;
    });
}

bool isOnlyRunOfItsVersion(const StoreContents& contents, const RunRow& run) {
    return std::none_of(contents.runs.begin(), contents.runs.end(), [&](const RunRow& other) {
        return other.versionId == run.versionId && other.info.id != run.info.id;
    });
}

// Newest version first, and within it the newest run.
std::vector<const RunRow*> runsOf(const ReviewSession& session) {
    std::vector<const RunRow*> runs;
    for (const RunRow& run : session.contents().runs)
        if (run.modelId == session.state().model) runs.push_back(&run);
    std::stable_sort(runs.begin(), runs.end(), [](const RunRow* a, const RunRow* b) {
        if (a->versionId != b->versionId) return a->versionId > b->versionId;
        return std::pair(a->info.runDate, a->info.id) > std::pair(b->info.runDate, b->info.id);
    });
    return runs;
}

Choice runChoice(const ReviewSession& session, const RunRow& run, RunId current) {
    Choice choice;
    choice.title = qt(runName(run.info));
    choice.detail = qt(runDetail(run.info));
    const auto policy = session.contents().policy(run.versionId);
    if (policy) choice.section = tr("policy %1").arg(qt(cutoffsText(*policy)));
    choice.value = QVariant::fromValue<qlonglong>(run.info.id);
    choice.current = run.info.id == current;
    return choice;
}

}  // namespace

QString runLabel(const StoreContents& contents, const RunRow& run) {
    const bool plain =
        run.info.evalSet.empty() || isOnlyRunOfItsVersion(contents, run) || sharesItsEvalSet(contents, run);
    if (plain) return qt(runName(run.info));
    return qt(versionName(run.info.version)) + QStringLiteral(" · ") + qt(run.info.evalSet);
}

QString cohortLabel(ReviewSession& session) {
    if (!session.state().cohort.empty()) return cohortName(session);
    const auto run = session.runRow();
    if (!run) return tr("everyone");
    const Vocabulary words = session.words();
    if (run->info.rows == 1) return tr("the one %1").arg(qt(words.sample));
    return tr("All %1 %2").arg(qt(count(run->info.rows)), qt(words.samples));
}

std::vector<Choice> modelChoices(const ReviewSession& session) {
    std::vector<Choice> choices;
    for (const ModelRow& model : session.contents().models) {
        const QString runs = model.runs == 1 ? tr("1 run") : tr("%1 runs").arg(qt(count(model.runs)));
        const QString versions =
            model.versions == 1 ? tr("1 version") : tr("%1 versions").arg(qt(count(model.versions)));
        choices.push_back({qt(modelName(model)),
                           versions + QStringLiteral(" · ") + runs,
                           {},
                           QVariant::fromValue<qlonglong>(model.id),
                           model.id == session.state().model});
    }
    return choices;
}

std::vector<Choice> runChoices(const ReviewSession& session) {
    std::vector<Choice> choices;
    for (const RunRow* run : runsOf(session))
        choices.push_back(runChoice(session, *run, session.state().run));
    return choices;
}

std::vector<Choice> baselineChoices(const ReviewSession& session) {
    const RunId current = session.state().baseline;
    std::vector<Choice> choices{{tr("Nothing"), {}, {}, QVariant::fromValue<qlonglong>(0), current == 0}};
    const auto shown = session.runRow();
    std::vector<Choice> others;
    for (const RunRow* run : runsOf(session)) {
        if (run->info.id == session.state().run) continue;
        const bool same = shown && run->evalSetId == shown->evalSetId;
        Choice choice = runChoice(session, *run, current);
        choice.section = same ? tr("same samples") : QString();
        (same ? choices : others).push_back(std::move(choice));
    }
    choices.insert(choices.end(), others.begin(), others.end());
    return choices;
}

std::vector<Choice> classChoices(const ReviewSession& session) {
    std::vector<Choice> choices;
    const auto run = session.runRow();
    if (!run) return choices;
    std::string current = session.state().positive.empty() ? run->info.positive : session.state().positive;
    if (current.empty() && !run->info.classes.empty()) current = run->info.classes.front();
    for (const std::string& name : run->info.classes)
        choices.push_back({qt(name), {}, {}, qt(name), name == current});
    return choices;
}

}  // namespace reckoner
