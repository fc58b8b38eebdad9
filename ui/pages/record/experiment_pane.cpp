#include "ui/pages/record/experiment_pane.h"

#include <QLineEdit>
#include <QPushButton>

#include "ui/pages/record/record_options.h"
#include "ui/pages/record/record_view.h"
#include "ui/session/writer_name.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

QString joined(const std::vector<std::string>& names) {
    QStringList list;
    for (const std::string& name : names)
        list << qt(name);
    return list.join(QStringLiteral(", "));
}

std::vector<std::string> split(const std::string& names) {
    std::vector<std::string> list;
    for (const QString& name : qt(names).split(QLatin1Char(','), Qt::SkipEmptyParts))
        if (!name.trimmed().isEmpty()) list.push_back(name.trimmed().toStdString());
    return list;
}

}  // namespace

ExperimentPane::ExperimentPane(ReviewSession& session, QWidget* parent)
    : RecordPane(session, "experiments", record::kExperiment, tr("Experiments"), tr("New experiment..."),
                 parent),
      search_(addSearch(tr("Find by a word"))) {
    connect(search_, &QLineEdit::textChanged, this, [this] { showRecords(); });
    addButton(tr("Edit..."), "experimentEdit", [this] {
        if (const Experiment* experiment = find(chosen())) openExperimentForm(*experiment);
    });
}

const Experiment* ExperimentPane::find(const std::string& uid) const {
    for (const Experiment& experiment : desk_.records().experiments)
        if (experiment.uid == uid) return &experiment;
    return nullptr;
}

void ExperimentPane::showRecords() {
    showDraft(QStringLiteral("experiment/%1//").arg(session_.state().model));
    std::vector<std::string> uids;
    std::vector<RecordRow> rows;
    const std::vector<Experiment>& all = desk_.records().experiments;
    for (const Experiment& experiment : matching(all, search_->text().toStdString())) {
        uids.push_back(experiment.uid);
        rows.push_back(recordRow(experiment));
    }
    setRows(uids, rows, qt(countedText(rows.size(), "experiment", "experiments")),
            all.empty()
                ? tr("Nothing has been tried on this model yet. Write down what did not work too: it saves "
                     "the next one from trying it again.")
                : tr("No experiment has these words."));
}

void ExperimentPane::showChosen(const std::string& uid) {
    if (const Experiment* experiment = find(uid)) view_->setPage(recordPage(*experiment));
}

void ExperimentPane::makeNew() {
    openExperimentForm({});
}

void ExperimentPane::openExperimentForm(const Experiment& experiment) {
    using Kind = KeptForm::Kind;
    std::vector<std::pair<QString, QString>> findings;
    for (const Finding one : kFindings)
        findings.emplace_back(qt(std::string(name(one))), qt(std::string(title(one))));
    const std::vector<KeptForm::Field> fields = {
        {QStringLiteral("hypothesis"),
         tr("What it is to find out"),
         Kind::Line,
         qt(experiment.hypothesis),
         {},
         {}},
        {QStringLiteral("tried"), tr("What was tried"), Kind::Text, qt(experiment.tried), {}, {}},
        {QStringLiteral("finding"),
         tr("Finding"),
         Kind::Choice,
         qt(std::string(name(experiment.finding))),
         {},
         findings},
        {QStringLiteral("result"), tr("Result in words"), Kind::Text, qt(experiment.result), {}, {}},
        {QStringLiteral("saved"), tr("What knowing it saved"), Kind::Line, qt(experiment.saved), {}, {}},
        {QStringLiteral("versions"),
         tr("Versions"),
         Kind::Line,
         joined(experiment.versions),
         tr("Names with a comma between them"),
         {}},
    };
    const QString key =
        QStringLiteral("experiment/%1/%2/").arg(session_.state().model).arg(qt(experiment.uid));
    const std::int64_t model = session_.state().model;
    openForm(experiment.uid.empty() ? tr("New experiment") : tr("Edit the experiment"), key, fields,
             [this, experiment, model](const KeptForm::Values& values, std::function<void()> done,
                                       std::function<void(const QString&)> failed) {
                 Experiment typed = experiment;
                 typed.modelId = model;
                 typed.hypothesis = typedInto(values, "hypothesis");
                 typed.tried = typedInto(values, "tried");
                 typed.finding = finding(typedInto(values, "finding")).value_or(Finding::Running);
                 typed.result = typedInto(values, "result");
                 typed.saved = typedInto(values, "saved");
                 typed.versions = split(typedInto(values, "versions"));
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

#include "moc_experiment_pane.cpp"
