#include "ui/review/dock_form.h"

#include <algorithm>

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/session/kept_fields.h"
#include "ui/shell/scaled.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {

DockForm::DockForm(ReviewSession& session, const QString& title, const QString& note, const QString& key,
                   const std::vector<Field>& fields, Save save, QWidget* parent)
    : QScrollArea(parent),
      session_(session),
      key_(key),
      save_(std::move(save)),
      message_(new InlineMessage),
      saveButton_(new QPushButton(tr("Save"))) {
    setObjectName(QStringLiteral("dockForm"));
    setAccessibleName(title);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setKind(this, "clear");
    viewport()->setAutoFillBackground(false);
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, scaled(8), 0);
    column->setSpacing(scaled(2));
    auto* head = new PlainLabel(title, content);
    dress(head, 14, QFont::DemiBold);
    column->addWidget(head);
    if (!note.isEmpty()) {
        auto* about = new PlainLabel(note, content);
        about->setWordWrap(true);
        dress(about, 12, QFont::Normal, &Tokens::ink3);
        column->addWidget(about);
    }
    for (const Field& field : fields) {
        const QString kept = KeptFields::of(session).text(key_ + field.id);
        QWidget* editor = makeEditor(field, kept.isEmpty() ? field.value : kept, content);
        auto* label = new PlainLabel(field.label, content);
        dress(label, 12, QFont::Normal, &Tokens::ink2);
        label->setBuddy(editor);
        editor->setAccessibleName(field.label);
        editor->setObjectName(QStringLiteral("dock_") + field.id);
        column->addSpacing(scaled(6));
        column->addWidget(label);
        column->addWidget(editor);
    }
    message_->setParent(content);
    message_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    message_->hide();
    column->addSpacing(scaled(8));
    column->addWidget(message_);
    auto* buttons = new QHBoxLayout;
    auto* back = new QPushButton(tr("Put aside"), content);
    back->setObjectName(QStringLiteral("dockFormCancel"));
    back->setAccessibleName(back->text());
    setPlainToolTip(back, tr("Esc; what is typed stays in the form"));
    saveButton_->setParent(content);
    saveButton_->setObjectName(QStringLiteral("dockFormSave"));
    saveButton_->setAccessibleName(saveButton_->text());
    setKind(saveButton_, "primary");
    setPlainToolTip(saveButton_, tr("Ctrl+Return"));
    buttons->addWidget(back, 1);
    buttons->addWidget(saveButton_, 1);
    column->addLayout(buttons);
    column->addStretch(1);
    setWidget(content);
    content->setAutoFillBackground(false);  // setWidget() turns it on
    connect(back, &QPushButton::clicked, this, &DockForm::cancel);
    connect(saveButton_, &QPushButton::clicked, this, &DockForm::submit);
    connect(&KeptFields::of(session), &KeptFields::failed, this,
            [this](const QString& sentence) { message_->say(sentence); });
    for (const Editor& editor : editors_) {
        if (qobject_cast<QComboBox*>(editor.widget)) continue;
        editor.widget->setFocus();
        setFocusProxy(editor.widget);
        break;
    }
}

QWidget* DockForm::makeEditor(const Field& field, const QString& value, QWidget* parent) {
    const QString id = field.id;
    if (field.kind == Kind::Choice) {
        auto* box = new QComboBox(parent);
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
        auto* text = new QPlainTextEdit(value, parent);
        setKind(text, "field");
        text->setFixedHeight(scaled(72));
        text->setTabChangesFocus(true);
        connect(text, &QPlainTextEdit::textChanged, this,
                [this, text, id] { keep(id, text->toPlainText()); });
        editors_.push_back({id, [text] { return text->toPlainText(); }, text});
        return text;
    }
    auto* line = new QLineEdit(value, parent);
    if (field.kind == Kind::Date) line->setPlaceholderText(tr("like 2026-03-31"));
    connect(line, &QLineEdit::textChanged, this, [this, id](const QString& typed) { keep(id, typed); });
    editors_.push_back({id, [line] { return line->text(); }, line});
    return line;
}

void DockForm::keep(const QString& id, const QString& text) {
    KeptFields::of(session_).keep(key_ + id, text);
}

void DockForm::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) return Q_EMIT finished();
    QScrollArea::keyPressEvent(event);
}

// Never wider than the dock, whatever its parts would like.
void DockForm::resizeEvent(QResizeEvent* event) {
    QScrollArea::resizeEvent(event);
    widget()->setFixedWidth(viewport()->width());
}

// What was typed waits for the next time the form opens.
void DockForm::cancel() {
    Q_EMIT finished();
}

void DockForm::submit() {
    if (!saveButton_->isEnabled()) return;
    saveButton_->setEnabled(false);
    Values values;
    for (const Editor& editor : editors_)
        values[editor.id] = editor.value().trimmed();
    const QPointer<DockForm> alive(this);
    ReviewSession& session = session_;
    save_(
        values,
        [alive, &session, key = key_] {
            KeptFields::of(session).forget(key);
            if (alive) Q_EMIT alive->finished();
        },
        [alive](const QString& sentence) {
            if (!alive) return;
            alive->saveButton_->setEnabled(true);
            alive->message_->say(sentence);
            alive->ensureWidgetVisible(alive->saveButton_);
        });
}

}  // namespace reckoner

#include "moc_dock_form.cpp"
