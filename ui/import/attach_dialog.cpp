#include "ui/import/attach_dialog.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include "core/store/attachments.h"
#include "core/wording/run_names.h"
#include "ui/import/column_table.h"
#include "ui/import/role_choice.h"
#include "ui/session/writer_name.h"
#include "ui/style/theme.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/progress_strip.h"

namespace reckoner {
namespace {

std::vector<RoleChoice> attachChoices() {
    std::vector<RoleChoice> choices = roleChoices();
    std::erase_if(choices, [](const RoleChoice& choice) {
        return choice.role && *choice.role != ColumnRole::Id && !canBeAttached(*choice.role);
    });
    return choices;
}

}  // namespace

AttachDialog::AttachDialog(Executor& executor, std::shared_ptr<Store> store, ModelRow model,
                           std::filesystem::path file, AttachPreview preview, QWidget* parent)
    : QDialog(parent),
      store_(std::move(store)),
      model_(std::move(model)),
      file_(std::move(file)),
      table_(new ColumnTable(this, attachChoices())),
      state_(new PlainLabel({}, this)),
      message_(new InlineMessage(this)),
      progress_(new ProgressStrip(this)),
      attach_(new QPushButton(tr("Attach"), this)),
      task_(executor) {
    setObjectName(QStringLiteral("attachDialog"));
    setWindowTitle(tr("Attach what became known later"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(960, 560);
    assemble();
    table_->setColumns(preview.columns);
    connect(table_, &ColumnTable::rolesChanged, this, &AttachDialog::check);
    check();
}

void AttachDialog::assemble() {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 24);
    column->setSpacing(8);
    auto* title =
        new PlainLabel(tr("%1, for %2").arg(qt(file_.filename().string()), qt(modelName(model_))), this);
    dress(title, 16, QFont::DemiBold);
    column->addWidget(title);
    auto* about = new PlainLabel(tr("Joined to the samples of every version by their id. A run's own values "
                                    "stay; only what it does not have is filled in."),
                                 this);
    about->setWordWrap(true);
    dress(about, 13, QFont::Normal, &Tokens::ink2);
    column->addWidget(about);
    column->addWidget(table_, 1);
    column->addWidget(message_);
    column->addWidget(progress_);
    progress_->follow(&task_, tr("Attaching"));
    auto* buttons = new QHBoxLayout;
    auto* cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(QStringLiteral("attach.cancel"));
    cancel->setAccessibleName(cancel->text());
    setKind(attach_, "primary");
    attach_->setObjectName(QStringLiteral("attach.begin"));
    attach_->setAccessibleName(attach_->text());
    attach_->setDefault(true);
    dress(state_, 12, QFont::Normal, &Tokens::ink2);
    state_->setObjectName(QStringLiteral("attach.state"));
    buttons->addWidget(state_);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(attach_);
    column->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(attach_, &QPushButton::clicked, this, &AttachDialog::attach);
}

AttachFileRequest AttachDialog::request() const {
    AttachFileRequest request;
    request.file = file_;
    request.classes = model_.classes;
    for (const PlannedColumn& column : table_->columns()) {
        if (!column.role) continue;
        if (*column.role == ColumnRole::Id)
            request.id = column.name;
        else
            request.columns.push_back({column.name, *column.role});
    }
    return request;
}

void AttachDialog::check() {
    const AttachFileRequest wanted = request();
    state_->setText(wanted.id.empty()        ? tr("Say which column holds the sample's id.")
                    : wanted.columns.empty() ? tr("Say what at least one other column is.")
                                             : QString());
    attach_->setEnabled(state_->text().isEmpty() && !task_.running());
}

void AttachDialog::attach() {
    message_->hide();
    table_->setEnabled(false);
    task_.start(
        [store = store_, model = model_.id, wanted = request(),
         who = writerName()](const TaskContext& context) -> std::any {
            AttachFile file = readAttachFile(wanted, context);
            file.attachment.who = who;
            return Attachments(store).attach(model, file.attachment, context);
        },
        [this](const std::any& report) {
            Q_EMIT attached(std::any_cast<const AttachReport&>(report));
            QDialog::accept();
        },
        [this](const Error& error) {
            table_->setEnabled(true);
            check();
            message_->say(QString::fromUtf8(error.what()));
        });
    attach_->setEnabled(false);
}

void AttachDialog::reject() {
    task_.cancel();
    QDialog::reject();
}

}  // namespace reckoner

#include "moc_attach_dialog.cpp"
