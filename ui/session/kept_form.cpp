#include "ui/session/kept_form.h"

#include <algorithm>

#include <QComboBox>
#include <QDate>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/session/kept_fields.h"
#include "ui/shell/scaled.h"
#include "ui/widgets/date_field.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {

KeptForm::KeptForm(ReviewSession& session, const QString& name, const QString& key,
                   const std::vector<Field>& fields, Save save, QWidget* parent)
    : QWidget(parent),
      session_(session),
      key_(key),
      save_(std::move(save)),
      message_(new InlineMessage(this)),
      saveButton_(new QPushButton(tr("Save"), this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(scaled(3));
    for (const Field& field : fields) {
        const QString kept = KeptFields::of(session).text(key_ + field.id);
        QWidget* editor = makeEditor(field, kept.isEmpty() ? field.value : kept);
        auto* label = new PlainLabel(field.label, this);
        dress(label, 12, QFont::Normal, &Tokens::ink2);
        label->setBuddy(editor);
        editor->setAccessibleName(field.label);
        editor->setObjectName(name + QLatin1Char('_') + field.id);
        column->addWidget(label);
        column->addWidget(editor);
        if (!field.hint.isEmpty()) {
            auto* hint = new PlainLabel(field.hint, this);
            hint->setWordWrap(true);
            dress(hint, 12, QFont::Normal, &Tokens::ink3);
            column->addWidget(hint);
        }
        column->addSpacing(scaled(6));
    }
    message_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    message_->hide();
    column->addWidget(message_);
    auto* aside = new QPushButton(tr("Put aside"), this);
    aside->setObjectName(name + QStringLiteral("FormAside"));
    aside->setAccessibleName(aside->text());
    setPlainToolTip(aside, tr("Esc; what is typed stays in the form"));
    setKind(saveButton_, "primary");
    saveButton_->setObjectName(name + QStringLiteral("FormSave"));
    saveButton_->setAccessibleName(saveButton_->text());
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(aside);
    buttons->addWidget(saveButton_);
    column->addLayout(buttons);
    connect(aside, &QPushButton::clicked, this, &KeptForm::putAside);
    connect(saveButton_, &QPushButton::clicked, this, &KeptForm::submit);
    connect(&KeptFields::of(session), &KeptFields::failed, this,
            [this](const QString& sentence) { message_->say(sentence); });
    setFocusProxy(firstField());
}

QWidget* KeptForm::firstField() const {
    for (const Editor& editor : editors_)
        if (!qobject_cast<QComboBox*>(editor.widget)) return editor.widget;
    return editors_.empty() ? nullptr : editors_.front().widget;
}

QWidget* KeptForm::makeEditor(const Field& field, const QString& value) {
    const QString id = field.id;
    if (field.kind == Kind::Choice) {
        auto* box = new QComboBox(this);
        for (const auto& [choice, title] : field.choices)
            box->addItem(title, choice);
        box->setCurrentIndex(std::max(0, box->findData(value)));
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        connect(box, &QComboBox::currentIndexChanged, this,
                [this, box, id] { keep(id, box->currentData().toString()); });
        editors_.push_back({id, [box] { return box->currentData().toString(); }, box});
        return box;
    }
    if (field.kind == Kind::Text) {
        auto* text = new QPlainTextEdit(value, this);
        setKind(text, "field");
        text->setFixedHeight(scaled(76));
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
    if (day) line->setMaximumWidth(scaled(160));
    connect(line, &QLineEdit::textChanged, this, [this, id](const QString& typed) { keep(id, typed); });
    editors_.push_back({id, [line] { return line->text(); }, line});
    return line;
}

// With the first word everything that stood in the form is kept: who was to decide stays who it was.
void KeptForm::keep(const QString& id, const QString& text) {
    KeptFields& kept = KeptFields::of(session_);
    if (!kept.any(key_))
        for (const Editor& editor : editors_)
            kept.keep(key_ + editor.id, editor.value());
    kept.keep(key_ + id, text);
}

void KeptForm::submit() {
    if (!saveButton_->isEnabled()) return;
    saveButton_->setEnabled(false);
    Values values;
    for (const Editor& editor : editors_)
        values[editor.id] = editor.value().trimmed();
    const QPointer<KeptForm> alive(this);
    ReviewSession& session = session_;
    save_(
        values,
        [alive, &session, key = key_] {
            KeptFields::of(session).forget(key);
            if (alive) Q_EMIT alive->stored();
        },
        [alive](const QString& sentence) {
            if (!alive) return;
            alive->saveButton_->setEnabled(true);
            alive->message_->say(sentence);
            Q_EMIT alive->refused();
        });
}

std::string typedInto(const KeptForm::Values& values, const char* id) {
    const auto found = values.find(QLatin1String(id));
    return found == values.end() ? std::string() : found->second.toStdString();
}

}  // namespace reckoner

#include "moc_kept_form.cpp"
