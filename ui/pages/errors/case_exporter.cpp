#include "ui/pages/errors/case_exporter.h"

#include <cmath>

#include <QFileDialog>
#include <QFileInfo>

#include "core/report/case_export.h"
#include "core/wording/number_format.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {

CaseExporter::CaseExporter(ReviewSession& session, QWidget* window)
    : QObject(window), session_(session), window_(window), task_(session.executor()) {}

void CaseExporter::ask(const std::vector<RowIndex>& rows, const std::string& what) {
    if (rows.empty()) {
        Q_EMIT said(tr("There is no case to export: the list is empty, or still being put in order."));
        return;
    }
    auto* dialog =
        new QFileDialog(window_, tr("Export %1 cases").arg(qt(count(rows.size()))), {},
                        tr("Page to read (*.html);;Markdown (*.md);;CSV (*.csv);;JSON Lines (*.jsonl)"));
    dialog->setObjectName(QStringLiteral("chooseExport"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("html"));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString& filter) {
        dialog->setDefaultSuffix(filter.section(QStringLiteral("*."), 1).chopped(1));
    });
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, rows, what](const QString& file) { write(file, rows, what); });
    dialog->open();
}

void CaseExporter::write(const QString& file, const std::vector<RowIndex>& rows, const std::string& what) {
    const auto store = session_.store();
    if (!store) return;
    const std::filesystem::path path = file.toStdString();
    CaseExport wanted;
    wanted.run = session_.state().run;
    wanted.rows = rows;
    wanted.format = caseFormatOf(path).value_or(CaseFormat::Html);
    wanted.what = what;
    if (!std::isnan(session_.threshold())) wanted.threshold = session_.threshold();
    const std::size_t number = rows.size();
    task_.start(
        [store, wanted, path](const TaskContext& context) {
            exportCases(store, wanted, path, context);
            return std::any();
        },
        [this, number, file](const std::any&) {
            Q_EMIT said(tr("%1 cases are in %2.").arg(qt(count(number)), file));
        },
        [this](const Error& error) { Q_EMIT said(QString::fromUtf8(error.what())); });
}

}  // namespace reckoner

#include "moc_case_exporter.cpp"
