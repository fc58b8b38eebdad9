#include "ui/import/attach_desk.h"

#include <algorithm>

#include <QFileDialog>
#include <QPointer>

#include "core/import/attach_file.h"
#include "core/store/attachments.h"
#include "core/wording/attach_sentences.h"
#include "ui/import/attach_dialog.h"
#include "ui/session/review_session.h"
#include "ui/shell/window_memory.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

namespace fs = std::filesystem;

struct Prepared {
    ModelRow model;
    AttachPreview preview;
};

Prepared prepare(const Store& store, std::int64_t modelId, const fs::path& file) {
    Prepared prepared;
    for (ModelRow& model : store.models())
        if (model.id == modelId) prepared.model = std::move(model);
    KnownNames known;
    const std::vector<RunRow> runs = store.runs(modelId);
    if (!runs.empty()) {
        const EvalTablePtr table = store.openTable(runs.back().info.id, Attached::Hidden);
        for (const ColumnInfo& column : table->columns())
            if (column.role == ColumnRole::Id)
                known.id = column.name;
            else if (column.role == ColumnRole::Label)
                known.label = column.name;
    }
    prepared.preview = previewAttachFile(file, known);
    return prepared;
}

}  // namespace

AttachDesk::AttachDesk(Executor& executor, ReviewSession& session, QWidget* window)
    : QObject(window), executor_(executor), session_(session), window_(window), task_(executor) {}

void AttachDesk::chooseFile() {
    auto* dialog =
        new QFileDialog(window_, tr("Attach what became known later"), WindowMemory::importFolder(),
                        tr("Tables (*.csv *.tsv *.txt *.jsonl *.ndjson *.json);;All files (*)"));
    dialog->setObjectName(QStringLiteral("chooseAttachment"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& name) {
        const fs::path file = name.toStdString();
        WindowMemory::setImportFolder(qt(file.parent_path().string()));
        attach(file);
    });
    dialog->open();
}

void AttachDesk::attach(const fs::path& file) {
    const std::shared_ptr<Store> store = session_.store();
    if (!store || session_.state().model == 0) return;
    task_.start([store, model = session_.state().model,
                 file](const TaskContext&) -> std::any { return prepare(*store, model, file); },
                [this, store, file](const std::any& found) {
                    const auto& prepared = std::any_cast<const Prepared&>(found);
                    auto* dialog =
                        new AttachDialog(executor_, store, prepared.model, file, prepared.preview, window_);
                    connect(dialog, &AttachDialog::attached, this, &AttachDesk::tell);
                    dialog->open();
                },
                [this](const Error& error) {
                    Q_EMIT news(QString::fromUtf8(error.what()), tr("Choose another file…"),
                                [this] { chooseFile(); });
                });
}

void AttachDesk::tell(const AttachReport& report) {
    session_.storeChanged();
    Q_EMIT news(qt(attachSentence(report)), tr("Take it back"), [this, id = report.row.id] { takeBack(id); });
}

void AttachDesk::takeBack(std::int64_t id) {
    task_.start(
        [store = session_.store(), id](const TaskContext& context) -> std::any {
            return Attachments(store).withdraw(id, context);
        },
        [this](const std::any&) {
            session_.storeChanged();
            Q_EMIT news(tr("It is taken back."), {}, {});
        },
        [this](const Error& error) { Q_EMIT news(QString::fromUtf8(error.what()), {}, {}); });
}

}  // namespace reckoner

#include "moc_attach_desk.cpp"
