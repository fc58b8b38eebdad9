#include "ui/pages/versions/reason_form.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "core/base/error.h"
#include "ui/session/writer_name.h"
#include "ui/shell/scaled.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {

ReasonForm::ReasonForm(const Request& request, Save save, QWidget* parent)
    : QFrame(parent),
      save_(std::move(save)),
      sentence_(new PlainLabel(request.sentence, this)),
      who_(new QLineEdit(qt(writerName()), this)),
      why_(new QLineEdit(this)),
      problem_(new PlainLabel({}, this)),
      button_(new QPushButton(request.button, this)) {
    setObjectName(QStringLiteral("reasonForm"));
    setAccessibleName(request.title);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(scaled(16), scaled(12), scaled(16), scaled(12));
    all->setSpacing(scaled(6));
    auto* title = new PlainLabel(request.title, this);
    dress(title, 14, QFont::DemiBold, &Tokens::ink);
    all->addWidget(title);
    dress(sentence_, 14, QFont::Normal, &Tokens::ink2);
    sentence_->setWordWrap(true);
    sentence_->setVisible(!request.sentence.isEmpty());
    sentence_->setObjectName(QStringLiteral("reasonSentence"));
    if (request.choice) {
        request.choice->setParent(this);
        request.choice->setFixedWidth(request.choice->sizeHint().width());
        all->addWidget(request.choice, 0, Qt::AlignLeft);
    }
    all->addWidget(sentence_);
    const auto field = [&](const QString& name, QLineEdit* edit, int share, QHBoxLayout* line) {
        auto* column = new QVBoxLayout;
        auto* label = new PlainLabel(name, this);
        dress(label, 12, QFont::Normal, &Tokens::ink2);
        label->setBuddy(edit);
        edit->setAccessibleName(name);
        column->addWidget(label);
        column->addWidget(edit);
        line->addLayout(column, share);
    };
    auto* line = new QHBoxLayout;
    field(tr("Why, for whoever reads it later"), why_, 3, line);
    field(tr("Who decides"), who_, 1, line);
    all->addLayout(line);
    why_->setObjectName(QStringLiteral("reasonWhy"));
    who_->setObjectName(QStringLiteral("reasonWho"));
    problem_->setObjectName(QStringLiteral("reasonProblem"));
    problem_->setWordWrap(true);
    dress(problem_, 12, QFont::Normal, &Tokens::ink2);
    auto* buttons = new QHBoxLayout;
    auto* cancel = new QPushButton(tr("Cancel"), this);
    cancel->setAccessibleName(cancel->text());
    button_->setAccessibleName(button_->text());
    button_->setObjectName(QStringLiteral("reasonSave"));
    setKind(button_, "primary");
    buttons->addWidget(problem_, 1);
    buttons->addWidget(cancel);
    buttons->addWidget(button_);
    all->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, [this] { Q_EMIT closed(false); });
    connect(button_, &QPushButton::clicked, this, &ReasonForm::accept);
    for (QLineEdit* edit : {who_, why_}) {
        connect(edit, &QLineEdit::textChanged, this, &ReasonForm::check);
        connect(edit, &QLineEdit::returnPressed, this, &ReasonForm::accept);
    }
    check();
    why_->setFocus();
}

void ReasonForm::setSentence(const QString& sentence) {
    sentence_->setText(sentence);
    sentence_->setVisible(!sentence.isEmpty());
}

void ReasonForm::check() {
    const bool nobody = who_->text().trimmed().isEmpty();
    const bool noReason = why_->text().trimmed().isEmpty();
    button_->setEnabled(!nobody && !noReason);
    problem_->setText(noReason ? tr("It is kept with its reason: write why.")
                      : nobody ? tr("Who decides is still empty.")
                               : QString());
}

void ReasonForm::accept() {
    if (!button_->isEnabled()) return;
    try {
        save_(who_->text().trimmed().toStdString(), why_->text().trimmed().toStdString());
    } catch (const Error& error) {
        problem_->setText(qt(error.what()));
        return;
    }
    Q_EMIT closed(true);
}

void ReasonForm::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT closed(false);
        return;
    }
    QFrame::keyPressEvent(event);
}

}  // namespace reckoner

#include "moc_reason_form.cpp"
