#include "ui/widgets/save_cohort_dialog.h"

#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "core/base/error.h"
#include "core/data/filter.h"
#include "ui/style/theme.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {

SaveCohortDialog::SaveCohortDialog(const Cohort& cohort, const QString& sentence, Work work, QWidget* parent)
    : QDialog(parent),
      cohort_(cohort),
      work_(std::move(work)),
      name_(new QLineEdit(qt(cohort.name), this)),
      expression_(new QPlainTextEdit(qt(cohort.expression), this)),
      value_(new QLineEdit(qt(cohort.value), this)),
      churn_(new QLineEdit(qt(cohort.churn), this)),
      regulation_(new QLineEdit(qt(cohort.regulation), this)),
      owner_(new QLineEdit(qt(cohort.owner), this)),
      problem_(new PlainLabel({}, this)),
      message_(new InlineMessage(this)),
      missing_(new PlainLabel({}, this)),
      save_(new QPushButton(cohort.id == 0 ? tr("Save cohort") : tr("Save changes"), this)) {
    setWindowTitle(cohort.id == 0 ? tr("Save as cohort") : tr("Edit cohort"));
    setObjectName(QStringLiteral("saveCohortDialog"));
    setMinimumWidth(520);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 24);
    column->setSpacing(4);
    auto* what = new PlainLabel(sentence, this);
    what->setObjectName(QStringLiteral("cohortHolds"));
    what->setWordWrap(true);
    dress(what, 16);
    column->addWidget(what);
    column->addSpacing(16);
    const auto field = [&](const char* objectName, const QString& title, const QString& hint,
                           QWidget* editor) {
        auto* label = new PlainLabel(title, this);
        dress(label, 12, QFont::Normal, &Tokens::ink2);
        label->setBuddy(editor);
        editor->setObjectName(QLatin1String(objectName));
        editor->setAccessibleName(title);
        if (auto* line = qobject_cast<QLineEdit*>(editor)) line->setPlaceholderText(hint);
        column->addWidget(label);
        column->addWidget(editor);
        column->addSpacing(12);
    };
    expression_->setTabChangesFocus(true);
    expression_->setFixedHeight(64);
    setKind(expression_, "field");
    field("cohortName", tr("Name"), tr("for example: New customers without income"), name_);
    field("cohortExpression", tr("Which samples"), {}, expression_);
    column->addWidget(problem_);
    field("cohortValue", tr("What they are worth to the business"), tr("for example: a fifth of new lending"),
          value_);
    field("cohortChurn", tr("What is at risk"), tr("for example: the first to leave after a refusal"),
          churn_);
    field("cohortRegulation", tr("Which rule they fall under"), tr("for example: reported to the regulator"),
          regulation_);
    field("cohortOwner", tr("Whose problem it is"), tr("a person or a team"), owner_);
    problem_->setObjectName(QStringLiteral("cohortProblem"));
    problem_->hide();
    message_->hide();
    column->addWidget(message_);
    auto* buttons = new QHBoxLayout;
    auto* cancel = new QPushButton(tr("Cancel"), this);
    cancel->setAccessibleName(cancel->text());
    setKind(save_, "primary");
    save_->setObjectName(QStringLiteral("cohortSave"));
    save_->setAccessibleName(save_->text());
    dress(missing_, 12, QFont::Normal, &Tokens::ink2);
    missing_->setObjectName(QStringLiteral("cohortMissing"));
    buttons->addWidget(missing_);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(save_);
    column->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(save_, &QPushButton::clicked, this, &SaveCohortDialog::accept);
    connect(name_, &QLineEdit::textChanged, this, &SaveCohortDialog::check);
    connect(expression_, &QPlainTextEdit::textChanged, this, [this] {
        problem_->hide();
        check();
    });
    check();
    name_->setFocus();
}

void SaveCohortDialog::check() {
    const bool nameless = name_->text().trimmed().isEmpty();
    const bool everyone = expression_->toPlainText().trimmed().isEmpty();
    save_->setEnabled(!nameless && !everyone);
    missing_->setText(nameless ? tr("It needs a name.") : everyone ? tr("Say which samples.") : QString());
}

Cohort SaveCohortDialog::typed() const {
    const auto text = [](const QLineEdit* edit) { return edit->text().trimmed().toStdString(); };
    Cohort cohort = cohort_;
    cohort.name = text(name_);
    cohort.expression = expression_->toPlainText().trimmed().toStdString();
    cohort.value = text(value_);
    cohort.churn = text(churn_);
    cohort.regulation = text(regulation_);
    cohort.owner = text(owner_);
    return cohort;
}

void SaveCohortDialog::accept() {
    if (!save_->isEnabled()) return;
    Cohort cohort = typed();
    try {
        cohort.expression = Filter::parse(cohort.expression).text();
        if (work_.check) work_.check(cohort.expression);
    } catch (const Error& error) {
        // The caret under the place needs letters of one width.
        QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
        font.setPixelSize(Theme::instance().font(12).pixelSize());
        problem_->setFont(font);
        problem_->setText(QString::fromUtf8(error.what()));
        problem_->show();
        expression_->setFocus();
        return;
    }
    try {
        work_.save(cohort);
    } catch (const Error& error) {
        message_->say(QString::fromUtf8(error.what()));
        return;
    }
    QDialog::accept();
}

}  // namespace reckoner

#include "moc_save_cohort_dialog.cpp"
