#include "ui/pages/record/record_form.h"

#include <QComboBox>
#include <QDate>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/session/kept_fields.h"
#include "ui/style/theme.h"
#include "ui/widgets/date_field.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {

RecordForm::RecordForm(ReviewSession& session, const QString& title, const QString& key,
                       const std::vector<Field>& fields, Save save, QWidget* parent)
    : QDialog(parent),
      session_(session),
      key_(key),
      save_(std::move(save)),
      message_(new InlineMessage(this)),
      saveButton_(new QPushButton(tr("Save"), this)) {
    setObjectName(QStringLiteral("recordForm"));
    setWindowTitle(title);
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(520);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 24);
    column->setSpacing(4);
    for (const Field& field : fields) {
        const QString kept = KeptFields::of(session).text(key_ + field.id);
        QWidget* editor = makeEditor(field, kept.isEmpty() ? field.value : kept);
        auto* label = new PlainLabel(field.label, this);
        dress(label, 12, QFont::Normal, &Tokens::ink2);
        label->setBuddy(editor);
        editor->setAccessibleName(field.label);
        editor->setObjectName(QStringLiteral("form_") + field.id);
        column->addWidget(label);
        column->addWidget(editor);
        if (!field.hint.isEmpty()) {
            auto* hint = new PlainLabel(field.hint, this);
            hint->setWordWrap(true);
            dress(hint, 12, QFont::Normal, &Tokens::ink3);
            column->addWidget(hint);
        }
        column->addSpacing(8);
    }
    column->addWidget(message_);
    auto* buttons = new QHBoxLayout;
    auto* cancel = new QPushButton(tr("Put aside"), this);
    setKind(saveButton_, "primary");
    saveButton_->setObjectName(QStringLiteral("formSave"));
    saveButton_->setAccessibleName(saveButton_->text());
    cancel->setAccessibleName(cancel->text());
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(saveButton_);
    column->addLayout(buttons);
    // What was typed waits for the next time the form opens.
    connect(cancel, &QPushButton::clicked, this, &RecordForm::reject);
    connect(saveButton_, &QPushButton::clicked, this, &RecordForm::accept);
    connect(&KeptFields::of(session), &KeptFields::failed, this,
            [this](const QString& sentence) { message_->say(sentence); });
    if (!editors_.empty()) editors_.front().widget->setFocus();
}

QWidget* RecordForm::makeEditor(const Field& field, const QString& value) {
    const QString id = field.id;
    if (field.kind == Kind::Choice) {
        auto* box = new QComboBox(this);
        for (const auto& [choice, title] : field.choices)
            box->addItem(title, choice);
        box->setCurrentIndex(std::max(0, box->findData(value)));
        connect(box, &QComboBox::currentIndexChanged, this,
                [this, box, id] { keep(id, box->currentData().toString()); });
        editors_.push_back({id, [box] { return box->currentData().toString(); }, box});
        return box;
    }
    if (field.kind == Kind::Text) {
        auto* text = new QPlainTextEdit(value, this);
        setKind(text, "field");
        text->setFixedHeight(80);
        text->setTabChangesFocus(true);
        connect(text, &QPlainTextEdit::textChanged, this,
                [this, text, id] { keep(id, text->toPlainText()); });
        editors_.push_back({id, [text] { return text->toPlainText(); }, text});
        return text;
    }
    const bool day = field.kind == Kind::Date;
    const QDate today =
        QDate::fromString(QString::fromStdString(isoTime(session_.clock().now()).substr(0, 10)), Qt::ISODate);
    QLineEdit* line = day ? new DateField(value, today, this) : new QLineEdit(value, this);
    if (day) line->setMaximumWidth(160);
    connect(line, &QLineEdit::textChanged, this, [this, id](const QString& typed) { keep(id, typed); });
    editors_.push_back({id, [line] { return line->text(); }, line});
    return line;
}

void RecordForm::keep(const QString& id, const QString& text) {
    KeptFields::of(session_).keep(key_ + id, text);
}

RecordForm::Values RecordForm::values() const {
    Values values;
    for (const Editor& editor : editors_)
        values[editor.id] = editor.value();
    return values;
}

void RecordForm::accept() {
    if (!saveButton_->isEnabled()) return;
    saveButton_->setEnabled(false);
    const QPointer<RecordForm> alive(this);
    ReviewSession& session = session_;
    save_(
        values(),
        [alive, &session, key = key_] {
            KeptFields::of(session).forget(key);
            if (alive) alive->QDialog::accept();
        },
        [alive](const QString& sentence) {
            if (!alive) return;
            alive->saveButton_->setEnabled(true);
            alive->message_->say(sentence);
        });
}

}  // namespace reckoner

#include "moc_record_form.cpp"
