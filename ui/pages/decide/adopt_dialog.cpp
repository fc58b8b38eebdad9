#include "ui/pages/decide/adopt_dialog.h"

#include <QDateEdit>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "core/base/error.h"
#include "ui/style/theme.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

constexpr int kFrozenLines = 4;

}  // namespace

AdoptDialog::AdoptDialog(const Request& request, std::function<void(const Policy&)> save, QWidget* parent)
    : QDialog(parent),
      save_(std::move(save)),
      who_(new QLineEdit(request.who, this)),
      why_(new QPlainTextEdit(request.why, this)),
      reviewBy_(new QDateEdit(request.reviewBy, this)),
      message_(new InlineMessage(this)),
      missing_(new PlainLabel({}, this)),
      adopt_(new QPushButton(tr("Adopt"), this)) {
    setWindowTitle(tr("Adopt a policy"));
    setObjectName(QStringLiteral("adoptDialog"));
    setMinimumWidth(480);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 24);
    column->setSpacing(4);
    auto* what = new PlainLabel(request.sentence, this);
    what->setWordWrap(true);
    dress(what, 16);
    column->addWidget(what);
    if (!request.warning.isEmpty()) {
        column->addSpacing(8);
        auto* warning = new InlineMessage(this);
        warning->setObjectName(QStringLiteral("adoptWarning"));
        warning->say(tr("A limit of yours is not held here. %1").arg(request.warning));
        column->addWidget(warning);
    }
    column->addSpacing(8);
    for (int i = 0; i < kFrozenLines; ++i) {
        frozen_.push_back(new PlainLabel({}, this));
        frozen_.back()->setWordWrap(true);
        frozen_.back()->setObjectName(QStringLiteral("adoptFrozen%1").arg(i));
        dress(frozen_.back(), 14, QFont::Normal, &Tokens::ink2);
        column->addWidget(frozen_.back());
    }
    setFrozen(request.frozen);
    column->addSpacing(16);
    const auto field = [&](const QString& name, QWidget* editor) {
        auto* label = new PlainLabel(name, this);
        dress(label, 12, QFont::Normal, &Tokens::ink2);
        label->setBuddy(editor);
        editor->setAccessibleName(name);
        column->addWidget(label);
        column->addWidget(editor);
        column->addSpacing(12);
    };
    who_->setObjectName(QStringLiteral("adoptWho"));
    why_->setObjectName(QStringLiteral("adoptWhy"));
    why_->setFixedHeight(96);
    why_->setTabChangesFocus(true);
    reviewBy_->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
    reviewBy_->setMaximumWidth(160);
    field(tr("Who decides"), who_);
    field(tr("Why"), why_);
    field(tr("To be reviewed by"), reviewBy_);
    column->addWidget(message_);
    auto* buttons = new QHBoxLayout;
    auto* cancel = new QPushButton(tr("Cancel"), this);
    setKind(adopt_, "primary");
    adopt_->setObjectName(QStringLiteral("adoptButton"));
    adopt_->setAccessibleName(adopt_->text());
    cancel->setAccessibleName(cancel->text());
    dress(missing_, 12, QFont::Normal, &Tokens::ink2);
    missing_->setObjectName(QStringLiteral("adoptMissing"));
    buttons->addWidget(missing_);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(adopt_);
    column->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(adopt_, &QPushButton::clicked, this, &AdoptDialog::accept);
    connect(who_, &QLineEdit::textChanged, this, &AdoptDialog::check);
    connect(why_, &QPlainTextEdit::textChanged, this, &AdoptDialog::check);
    check();
    (request.who.isEmpty() ? static_cast<QWidget*>(who_) : why_)->setFocus();
}

void AdoptDialog::check() {
    const bool nobody = who_->text().trimmed().isEmpty();
    const bool noReason = why_->toPlainText().trimmed().isEmpty();
    adopt_->setEnabled(!nobody && !noReason && !waiting_);
    missing_->setText(nobody     ? tr("Who decides is still empty.")
                      : noReason ? tr("Write why, for whoever reviews it.")
                      : waiting_ ? tr("The figures are being counted.")
                                 : QString());
}

void AdoptDialog::setWaiting() {
    waiting_ = true;
    check();
}

void AdoptDialog::setFrozen(const QStringList& frozen) {
    for (std::size_t i = 0; i < frozen_.size(); ++i) {
        const bool shown = static_cast<int>(i) < frozen.size();
        frozen_[i]->setText(shown ? frozen[static_cast<int>(i)] : QString());
        frozen_[i]->setVisible(shown);
    }
    waiting_ = false;
    check();
}

void AdoptDialog::refuse(const QString& sentence) {
    message_->say(sentence);
}

void AdoptDialog::accept() {
    if (!adopt_->isEnabled()) return;
    Policy policy;
    policy.who = who_->text().trimmed().toStdString();
    policy.why = why_->toPlainText().trimmed().toStdString();
    policy.reviewBy = reviewBy_->date().toString(Qt::ISODate).toStdString();
    try {
        save_(policy);
    } catch (const Error& error) {
        message_->say(QString::fromUtf8(error.what()));
        return;
    }
    QDialog::accept();
}

}  // namespace reckoner

#include "moc_adopt_dialog.cpp"
