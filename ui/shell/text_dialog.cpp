#include "ui/shell/text_dialog.h"

#include <QDialogButtonBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/style/theme.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {

TextDialog::TextDialog(const QString& title, const QString& about, const QString& text, QWidget* parent)
    : QDialog(parent) {
    setObjectName(QStringLiteral("textDialog"));
    setWindowTitle(title);
    setAttribute(Qt::WA_DeleteOnClose);
    auto* summary = new PlainLabel(about, this);
    summary->setWordWrap(true);
    dress(summary, 14);
    auto* view = new QPlainTextEdit(text, this);
    view->setReadOnly(true);
    view->setAccessibleName(title);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setAccessibleName(tr("Close"));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 16);
    column->setSpacing(12);
    column->addWidget(summary);
    column->addWidget(view, 1);
    column->addWidget(buttons);
    resize(720, 420);
}

}  // namespace reckoner
