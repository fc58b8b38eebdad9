#include "ui/import/import_dialog.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include "core/wording/file_facts.h"
#include "core/wording/number_format.h"
#include "ui/import/column_table.h"
#include "ui/import/import_fields.h"
#include "ui/import/role_choice.h"
#include "ui/style/theme.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/progress_strip.h"

namespace reckoner {
namespace {

QStringList modelNames(const std::shared_ptr<Store>& store) {
    QStringList names;
    if (!store) return names;
    try {
        for (const ModelRow& model : store->models())
            names << qt(model.name);
    } catch (const Error&) {
        // The names are only offered; importing itself will say what is wrong with the store.
    }
    return names;
}

}  // namespace

ImportDialog::ImportDialog(Executor& executor, const Clock& clock, std::shared_ptr<Store> store,
                           ImportPlan plan, QWidget* parent)
    : QDialog(parent),
      clock_(clock),
      store_(std::move(store)),
      plan_(std::move(plan)),
      title_(new PlainLabel({}, this)),
      facts_(new PlainLabel({}, this)),
      guesses_(new PlainLabel({}, this)),
      message_(new InlineMessage(this)),
      fields_(new ImportFields(this)),
      table_(new ColumnTable(this)),
      progress_(new ProgressStrip(this)),
      rest_(new QCheckBox(this)),
      import_(new QPushButton(tr("Import"), this)),
      planning_(executor),
      importing_(executor) {
    setObjectName(QStringLiteral("importDialog"));
    setWindowTitle(tr("Import a run"));
    setAttribute(Qt::WA_DeleteOnClose);
    if (!plan_.manifestName.empty()) manifest_ = plan_.file.parent_path() / plan_.manifestName;
    assemble();
    fields_->setModels(modelNames(store_));
    showPlan();
    connect(fields_, &ImportFields::changed, this, &ImportDialog::allowImport);
    connect(fields_, &ImportFields::readingChanged, this, &ImportDialog::planAgain);
    connect(table_, &ColumnTable::rolesChanged, this, [this] {
        rolesTouched_ = true;
        planAgain();
    });
    connect(import_, &QPushButton::clicked, this, [this] { begin(false); });
    connect(progress_, &ProgressStrip::cancelled, this, [this] { setBusy(false); });
    resize(980, 700);
}

void ImportDialog::assemble() {
    dress(title_, 20, QFont::DemiBold);
    dress(facts_, 14, QFont::Normal, &Tokens::ink2);
    dress(guesses_, 12, QFont::Normal, &Tokens::ink3);
    for (PlainLabel* label : {facts_, guesses_})
        label->setWordWrap(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 16);
    column->setSpacing(8);
    column->addWidget(title_);
    column->addWidget(facts_);
    column->addWidget(message_);
    column->addSpacing(8);
    column->addWidget(fields_);
    column->addSpacing(8);
    column->addWidget(table_, 1);
    column->addWidget(guesses_);
    column->addWidget(progress_);
    column->addWidget(makeFoot());
}

QWidget* ImportDialog::makeFoot() {
    auto* foot = new QWidget(this);
    rest_->setObjectName(QStringLiteral("import.rest"));
    rest_->hide();
    auto* cancel = new QPushButton(tr("Cancel"), foot);
    cancel->setObjectName(QStringLiteral("import.cancel"));
    cancel->setAccessibleName(tr("Cancel"));
    cancel->setAutoDefault(false);
    import_->setObjectName(QStringLiteral("import.begin"));
    import_->setAccessibleName(tr("Import"));
    import_->setDefault(true);
    setKind(import_, "primary");
    connect(cancel, &QPushButton::clicked, this, &ImportDialog::reject);
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(0, 8, 0, 0);
    row->addWidget(rest_);
    row->addStretch();
    row->addWidget(cancel);
    row->addWidget(import_);
    return foot;
}

void ImportDialog::setWaiting(std::size_t files) {
    rest_->setVisible(files > 0);
    rest_->setText(files == 1
                       ? tr("Also import the file that waits, if it has a manifest, without asking")
                       : tr("Also import the %1 files that wait, where they have a manifest, without asking")
                             .arg(qt(count(files))));
    rest_->setAccessibleName(rest_->text());
    rest_->setChecked(!plan_.manifestJson.empty());
}

bool ImportDialog::takesTheRest() const {
    return rest_->isVisibleTo(this) && rest_->isChecked();
}

void ImportDialog::importNow() {
    if (import_->isEnabled()) begin(false);
}

void ImportDialog::showPlan() {
    title_->setText(tr("Import %1").arg(qt(plan_.file.filename().string())));
    facts_->setText(qt(fileFacts(plan_)));
    fields_->setPlan(plan_);
    table_->setColumns(plan_.columns);
    QStringList guesses;
    // What was guessed about a column stands in its row.
    for (const std::string& guess : plan_.guesses)
        if (!guess.starts_with("Column ")) guesses << qt(guess);
    guesses_->setText(guesses.join(QLatin1Char(' ')));
    guesses_->setVisible(!guesses.isEmpty());
    if (plan_.incomplete)
        message_->say(
            tr("Choose under \u201CUsed as\u201D which column holds the right answer and which the score."));
    allowImport();
}

// What a person changed may change other guesses, so the file's head is looked at anew.
void ImportDialog::planAgain() {
    ImportAnswers answers = fields_->merged({});
    const bool otherCells = (answers.delimiter && answers.delimiter != plan_.dialect.delimiter) ||
                            (answers.encoding && answers.encoding != plan_.dialect.encoding);
    if (otherCells) rolesTouched_ = false;
    if (rolesTouched_) answers = withRoles(std::move(answers), table_->columns());
    answers.preview = true;
    planGood_ = false;
    allowImport();
    planning_.start(
        [file = plan_.file, manifest = manifest_, answers, store = store_](const TaskContext&) -> std::any {
            return planImport(file, manifest, answers, store.get());
        },
        [this](const std::any& plan) {
            plan_ = std::any_cast<const ImportPlan&>(plan);
            planGood_ = true;
            message_->hide();
            showPlan();
        },
        [this](const Error& error) {
            message_->say(QString::fromUtf8(error.what()));
            allowImport();
        });
}

void ImportDialog::allowImport() {
    import_->setEnabled(planGood_ && !plan_.incomplete && fields_->complete() && !importing_.running());
}

void ImportDialog::begin(bool again) {
    const ImportAnswers names = fields_->merged({});
    plan_.model = names.model;
    plan_.version = names.version;
    plan_.evalSet = names.evalSet;
    message_->hide();
    importing_.start(
        [store = store_, plan = plan_, again, &clock = clock_](const TaskContext& context) -> std::any {
            return importPlanned(store, plan, clock, again, context);
        },
        [this](const std::any& outcome) { finish(std::any_cast<const ImportOutcome&>(outcome)); },
        [this](const Error& error) {
            setBusy(false);
            message_->say(QString::fromUtf8(error.what()));
        });
    progress_->follow(&importing_, tr("Importing"));
    setBusy(true);
}

void ImportDialog::finish(const ImportOutcome& outcome) {
    setBusy(false);
    if (outcome.sameFile) {
        message_->say(qt(*outcome.sameFile), tr("Import it again"), [this] { begin(true); });
        return;
    }
    Q_EMIT imported(outcome);
    accept();
}

void ImportDialog::setBusy(bool busy) {
    fields_->setEnabled(!busy);
    table_->setEnabled(!busy);
    allowImport();
}

void ImportDialog::reject() {
    planning_.cancel();
    importing_.cancel();
    QDialog::reject();
}

}  // namespace reckoner
