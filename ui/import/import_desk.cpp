#include "ui/import/import_desk.h"

#include <QFileDialog>
#include <QPointer>

#include "core/wording/case_sentences.h"
#include "core/wording/file_facts.h"
#include "ui/import/import_dialog.h"
#include "ui/session/review_session.h"
#include "ui/shell/text_dialog.h"
#include "ui/shell/window_memory.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {

namespace fs = std::filesystem;

ImportDesk::ImportDesk(Executor& executor, const Clock& clock, ReviewSession& session, QWidget* window)
    : QObject(window),
      executor_(executor),
      clock_(clock),
      session_(session),
      window_(window),
      planning_(executor) {}

void ImportDesk::chooseFiles() {
    auto* dialog = new QFileDialog(window_, tr("Import runs"), WindowMemory::importFolder(),
                                   tr("Runs (*.csv *.tsv *.txt *.jsonl *.ndjson *.json);;All files (*)"));
    dialog->setObjectName(QStringLiteral("chooseRuns"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, [this](const QStringList& names) {
        std::vector<fs::path> files;
        for (const QString& name : names)
            files.emplace_back(name.toStdString());
        if (!files.empty()) WindowMemory::setImportFolder(qt(files.front().parent_path().string()));
        import(files);
    });
    dialog->open();
}

void ImportDesk::import(const std::vector<fs::path>& files) {
    // A manifest dropped together with its data file is taken with it anyway.
    for (const fs::path& file : files) {
        const ImportFile meant = importFileOf(file);
        const bool twice = meant.manifest && std::find(files.begin(), files.end(), meant.file) != files.end();
        if (!twice) waiting_.push_back(file);
    }
    next();
}

void ImportDesk::next() {
    if (open_ || planning_.running()) return;
    if (waiting_.empty()) {
        withoutAsking_ = false;
        return;
    }
    const fs::path file = waiting_.front();
    waiting_.pop_front();
    plan(file);
}

void ImportDesk::plan(const fs::path& dropped) {
    planning_.start(
        [dropped, store = session_.store()](const TaskContext&) -> std::any {
            const ImportFile meant = importFileOf(dropped);
            ImportAnswers answers;
            answers.preview = true;
            return planImport(meant.file, meant.manifest, answers, store.get());
        },
        [this](const std::any& plan) { ask(std::any_cast<const ImportPlan&>(plan)); },
        [this](const Error& error) {
            Q_EMIT failed(QString::fromUtf8(error.what()), tr("Choose another file…"),
                          [this] { chooseFiles(); });
            next();
        });
}

void ImportDesk::ask(ImportPlan plan) {
    const bool silent = withoutAsking_ && !plan.manifestJson.empty();
    auto* dialog = new ImportDialog(executor_, clock_, session_.store(), std::move(plan), window_);
    dialog->setWaiting(waiting_.size());
    open_ = true;
    connect(dialog, &ImportDialog::imported, this, [this, dialog](const ImportOutcome& outcome) {
        if (dialog->takesTheRest()) withoutAsking_ = true;
        take(outcome);
    });
    connect(dialog, &QDialog::finished, this, [this](int result) {
        open_ = false;
        if (result == QDialog::Rejected) withoutAsking_ = false;
        next();
    });
    dialog->open();
    if (silent) dialog->importNow();
}

void ImportDesk::take(const ImportOutcome& outcome) {
    if (session_.store() != outcome.store) {
        Q_EMIT storeOpened(outcome.store);
    } else {
        session_.storeChanged();
    }
    session_.apply([&](ReviewState& state) {
        state.run = outcome.report.run;
        state.page = "decide";
    });
    tell(outcome);
    Q_EMIT imported(outcome.report);
}

void ImportDesk::tell(const ImportOutcome& outcome) {
    const ImportReport& report = outcome.report;
    QString sentence = qt(leftOut(report));
    if (outcome.cases) {
        const QString cases = qt(casesSentence(*outcome.cases));
        sentence = sentence.isEmpty() ? cases : cases + QLatin1Char(' ') + sentence;
    }
    if (sentence.isEmpty()) return;
    if (report.problems.empty()) {
        Q_EMIT failed(sentence, {}, {});
        return;
    }
    const QString title = tr("What was noticed in %1").arg(qt(report.staged.sourceName));
    const QString lines = qt(problemLines(report));
    Q_EMIT failed(sentence, tr("Show all"), [window = QPointer(window_), title, sentence, lines] {
        (new TextDialog(title, sentence, lines, window))->open();
    });
}

}  // namespace reckoner
