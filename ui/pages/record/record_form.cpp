#include "ui/pages/record/record_form.h"

#include <QVBoxLayout>

namespace reckoner {

RecordForm::RecordForm(ReviewSession& session, const QString& title, const QString& key,
                       const std::vector<KeptForm::Field>& fields, KeptForm::Save save, QWidget* parent)
    : QDialog(parent) {
    setObjectName(QStringLiteral("recordForm"));
    setWindowTitle(title);
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(520);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 24);
    auto* form = new KeptForm(session, QStringLiteral("record"), key, fields, std::move(save), this);
    column->addWidget(form);
    connect(form, &KeptForm::stored, this, &QDialog::accept);
    connect(form, &KeptForm::putAside, this, &QDialog::reject);
    if (QWidget* first = form->firstField()) first->setFocus();
}

}  // namespace reckoner

#include "moc_record_form.cpp"
