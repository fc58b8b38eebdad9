#include "ui/pages/errors/export_dialog.h"

#include <algorithm>
#include <array>
#include <iterator>

#include <QCheckBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "core/wording/number_format.h"
#include "ui/style/theme.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/segmented_choice.h"

namespace reckoner {
namespace {

constexpr std::array kFormats{CaseFormat::Html, CaseFormat::Markdown, CaseFormat::Csv, CaseFormat::JsonLines};

QString casesText(std::size_t n) {
    return n == 1 ? ExportDialog::tr("1 case") : ExportDialog::tr("%1 cases").arg(qt(count(n)));
}

std::vector<RowIndex> withNotes(const std::shared_ptr<Store>& store, const CaseExport& cases,
                                const TaskContext& context) {
    const std::vector<RowIndex> noted = notedRows(store, cases.run, context);
    std::vector<RowIndex> rows;
    std::copy_if(cases.rows.begin(), cases.rows.end(), std::back_inserter(rows),
                 [&](RowIndex row) { return std::binary_search(noted.begin(), noted.end(), row); });
    return rows;
}

}  // namespace

ExportDialog::ExportDialog(Executor& executor, std::shared_ptr<Store> store, CaseExport cases,
                           const QString& file, QWidget* parent)
    : QDialog(parent),
      store_(std::move(store)),
      cases_(std::move(cases)),
      formats_(new SegmentedChoice({tr("Web page"), tr("Markdown"), tr("CSV"), tr("JSON Lines")}, this)),
      which_(new SegmentedChoice({casesText(cases_.rows.size()), tr("Only those with a note")}, this)),
      raw_(new QCheckBox(tr("Leave cells that look like formulas as they are"), this)),
      file_(new QLineEdit(file + QStringLiteral(".html"), this)),
      state_(new PlainLabel({}, this)),
      message_(new InlineMessage(this)),
      export_(new QPushButton(tr("Export"), this)),
      task_(executor) {
    setWindowTitle(tr("Export cases"));
    setObjectName(QStringLiteral("exportDialog"));
    setMinimumWidth(520);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 24);
    column->setSpacing(4);
    const auto title = [&](const QString& text, QWidget* editor) {
        auto* label = new PlainLabel(text, this);
        dress(label, 12, QFont::Normal, &Tokens::ink2);
        label->setBuddy(editor);
        editor->setAccessibleName(text);
        column->addWidget(label);
    };
    formats_->setObjectName(QStringLiteral("exportFormat"));
    which_->setObjectName(QStringLiteral("exportWhich"));
    raw_->setObjectName(QStringLiteral("exportRaw"));
    file_->setObjectName(QStringLiteral("exportFile"));
    formats_->choose(0);
    which_->choose(0);
    title(tr("As"), formats_);
    column->addWidget(formats_, 0, Qt::AlignLeft);
    raw_->setAccessibleName(raw_->text());
    raw_->hide();
    column->addWidget(raw_);
    column->addSpacing(12);
    title(tr("Which of the list"), which_);
    column->addWidget(which_, 0, Qt::AlignLeft);
    column->addSpacing(12);
    title(tr("Into the file"), file_);
    auto* row = new QHBoxLayout;
    auto* choose = new QPushButton(tr("Choose…"), this);
    choose->setObjectName(QStringLiteral("exportChoose"));
    choose->setAccessibleName(tr("Choose a file"));
    row->addWidget(file_, 1);
    row->addWidget(choose);
    column->addLayout(row);
    column->addSpacing(12);
    column->addWidget(message_);
    auto* buttons = new QHBoxLayout;
    auto* cancel = new QPushButton(tr("Cancel"), this);
    setKind(export_, "primary");
    export_->setObjectName(QStringLiteral("exportButton"));
    export_->setAccessibleName(export_->text());
    export_->setDefault(true);
    cancel->setObjectName(QStringLiteral("exportCancel"));
    cancel->setAccessibleName(cancel->text());
    dress(state_, 12, QFont::Normal, &Tokens::ink2);
    state_->setObjectName(QStringLiteral("exportState"));
    buttons->addWidget(state_);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(export_);
    column->addLayout(buttons);
    connect(formats_, &SegmentedChoice::chosenChanged, this, &ExportDialog::formatChosen);
    connect(file_, &QLineEdit::textChanged, this, &ExportDialog::check);
    connect(choose, &QPushButton::clicked, this, &ExportDialog::chooseFile);
    connect(cancel, &QPushButton::clicked, this, &ExportDialog::reject);
    connect(export_, &QPushButton::clicked, this, &ExportDialog::accept);
    connect(&task_, &BackgroundTask::progressed, this, [this](double fraction, const QString&) {
        state_->setText(tr("Writing… %1").arg(qt(percent(fraction))));
    });
    check();
}

CaseFormat ExportDialog::format() const {
    return kFormats[static_cast<std::size_t>(std::clamp(formats_->chosen(), 0, 3))];
}

// The name follows the format, the folder and the first part of the name stay.
void ExportDialog::formatChosen() {
    raw_->setVisible(format() == CaseFormat::Csv);
    const QFileInfo now(file_->text());
    if (!caseFormatOf(file_->text().toStdString())) return;
    file_->setText(
        QDir(now.path())
            .filePath(now.completeBaseName() + QLatin1Char('.') + qt(std::string(name(format())))));
}

void ExportDialog::chooseFile() {
    auto* dialog = new QFileDialog(this, tr("Export cases"), file_->text());
    dialog->setObjectName(QStringLiteral("exportFileDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
        replaced_ = file;  // the file dialog has asked
        file_->setText(file);
    });
    dialog->open();
}

void ExportDialog::check() {
    const bool named = !file_->text().trimmed().isEmpty();
    export_->setEnabled(named && !cases_.rows.empty() && !task_.running());
    state_->setText(cases_.rows.empty() ? tr("The list is empty.")
                    : named             ? QString()
                                        : tr("Say which file to write."));
}

void ExportDialog::accept() {
    if (!export_->isEnabled()) return;
    const QString file = file_->text().trimmed();
    if (QFileInfo::exists(file) && replaced_ != file) {
        replaced_ = file;
        say(tr("There is a file of that name already. Export again to replace it."));
        return;
    }
    write();
}

void ExportDialog::write() {
    CaseExport cases = cases_;
    cases.format = format();
    cases.text = raw_->isChecked() ? CsvText::Raw : CsvText::Neutral;
    const bool noted = which_->chosen() == 1;
    const std::filesystem::path file = file_->text().trimmed().toStdString();
    message_->hide();
    task_.start(
        [store = store_, cases, noted, file](const TaskContext& context) -> std::any {
            CaseExport chosen = cases;
            if (noted) chosen.rows = withNotes(store, cases, context);
            if (chosen.rows.empty())
                throw Error(ErrorCode::Usage, "None of the listed cases has a note; nothing was written.");
            exportCases(store, chosen, file, context);
            return chosen.rows.size();
        },
        [this](const std::any& written) { done(std::any_cast<std::size_t>(written)); },
        [this](const Error& error) {
            check();
            say(QString::fromUtf8(error.what()));
        });
    export_->setEnabled(false);
}

// The form grows by the message: nothing of it is squeezed out.
void ExportDialog::say(const QString& sentence) {
    message_->say(sentence);
    layout()->activate();
    resize(width(), std::max(height(), layout()->totalHeightForWidth(width()) > 0
                                           ? layout()->totalHeightForWidth(width())
                                           : sizeHint().height()));
}

void ExportDialog::done(std::size_t cases) {
    const QFileInfo info(file_->text().trimmed());
    const QString file = info.fileName();
    Q_EMIT exported(
        cases == 1 ? tr("1 case is in %1.").arg(file) : tr("%1 are in %2.").arg(casesText(cases), file),
        info.absolutePath());
    QDialog::accept();
}

void ExportDialog::reject() {
    task_.cancel();
    QDialog::reject();
}

}  // namespace reckoner

#include "moc_export_dialog.cpp"
