#include "ui/pages/decide/cost_scenarios.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "core/base/error.h"
#include "ui/pages/decide/cost_inputs.h"
#include "ui/style/theme.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/segmented_choice.h"

namespace reckoner {
namespace {

QPushButton* smallButton(const QString& text, const char* name, QWidget* parent) {
    auto* button = new QPushButton(text, parent);
    button->setObjectName(QLatin1String(name));
    button->setAccessibleName(text);
    button->setAutoDefault(false);
    setKind(button, "small");
    return button;
}

QHBoxLayout* rowOf(QWidget* widget) {
    auto* row = new QHBoxLayout(widget);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    return row;
}

}  // namespace

CostScenarios::CostScenarios(ReviewSession& session, CostDesk& desk, QWidget* parent)
    : QWidget(parent),
      session_(session),
      desk_(desk),
      choiceRow_(new QWidget(this)),
      add_(smallButton(tr("Add..."), "addScenario", this)),
      remove_(smallButton(tr("Delete"), "removeScenario", this)),
      nameRow_(new QWidget(this)),
      name_(new QLineEdit(nameRow_)),
      refused_(new PlainLabel({}, this)),
      whoseRow_(new QWidget(this)),
      whoseSays_(costCaption({}, this)),
      everybody_(smallButton(tr("Back to everybody's"), "removeCohortCosts", this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    auto* choices = rowOf(choiceRow_);
    choices->addStretch();
    choices->addWidget(add_);
    choices->addWidget(remove_);
    column->addWidget(choiceRow_);

    name_->setObjectName(QStringLiteral("scenarioName"));
    name_->setAccessibleName(tr("Name of the new scenario"));
    name_->setPlaceholderText(tr("such as worst"));
    name_->installEventFilter(this);
    auto* create = smallButton(tr("Add"), "createScenario", nameRow_);
    auto* leave = smallButton(tr("Cancel"), "leaveScenario", nameRow_);
    auto* naming = rowOf(nameRow_);
    naming->addWidget(name_, 1);
    naming->addWidget(create);
    naming->addWidget(leave);
    column->addWidget(nameRow_);
    nameRow_->hide();
    refused_->setObjectName(QStringLiteral("scenarioRefused"));
    refused_->setWordWrap(true);
    dress(refused_, 12, QFont::Normal, &Tokens::noticeText);
    column->addWidget(refused_);
    refused_->hide();

    auto* whose = rowOf(whoseRow_);
    whose->addStretch();
    whose->addWidget(everybody_);
    column->addWidget(whoseRow_);
    column->addWidget(whoseSays_);

    connect(add_, &QPushButton::clicked, this, [this] { askName(true); });
    connect(create, &QPushButton::clicked, this, &CostScenarios::add);
    connect(leave, &QPushButton::clicked, this, [this] { askName(false); });
    connect(remove_, &QPushButton::clicked, this, [this] { desk_.removeScenario(); });
    connect(everybody_, &QPushButton::clicked, this, [this] { desk_.removeCohortCosts(); });
}

void CostScenarios::choose(const QString& scenario) {
    session_.apply([&](ReviewState& state) { state.scenario = scenario.toStdString(); });
}

void CostScenarios::askName(bool ask) {
    nameRow_->setVisible(ask);
    refused_->hide();
    if (!ask) {
        add_->setFocus();
        return;
    }
    name_->clear();
    name_->setFocus();
}

void CostScenarios::add() {
    try {
        desk_.addScenario(name_->text().toStdString());
        askName(false);
    } catch (const Error& error) {
        refused_->setText(QString::fromUtf8(error.what()));
        refused_->show();
    }
}

bool CostScenarios::eventFilter(QObject* watched, QEvent* event) {
    if (watched == name_ && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            add();
            return true;
        }
        if (key == Qt::Key_Escape) {
            askName(false);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void CostScenarios::refresh() {
    QStringList names;
    for (const std::string& name : session_.costBook().scenarios())
        names << qt(name);
    if (names != names_ || !choice_) {
        delete choice_;
        names_ = names;
        choice_ = new SegmentedChoice(names, choiceRow_);
        choice_->setObjectName(QStringLiteral("scenarioChoice"));
        choice_->setAccessibleName(tr("Scenario"));
        connect(choice_, &SegmentedChoice::chosenChanged, this,
                [this](int index) { choose(index == 0 ? QString() : names_[index]); });
        static_cast<QHBoxLayout*>(choiceRow_->layout())->insertWidget(0, choice_);
        choice_->show();
    }
    const QString& shown = qt(session_.state().scenario);
    const int at = shown.isEmpty() ? 0 : std::max(0, static_cast<int>(names_.indexOf(shown)));
    choice_->choose(at);
    add_->setVisible(desk_.canWrite());
    remove_->setVisible(at > 0 && desk_.canWrite());

    const Cohort* cohort = desk_.cohort();
    whoseRow_->setVisible(cohort != nullptr);
    whoseSays_->setVisible(cohort != nullptr);
    if (!cohort) return;
    if (cohortName_ != qt(cohort->name) || !whose_) {
        delete whose_;
        cohortName_ = qt(cohort->name);
        whose_ = new SegmentedChoice({tr("Everybody"), tr("Only %1").arg(cohortName_)}, whoseRow_);
        whose_->setObjectName(QStringLiteral("whoseCosts"));
        whose_->setAccessibleName(tr("Whose costs"));
        connect(whose_, &SegmentedChoice::chosenChanged, this,
                [this](int index) { desk_.editCohort(index == 1); });
        static_cast<QHBoxLayout*>(whoseRow_->layout())->insertWidget(0, whose_);
        whose_->show();
    }
    whose_->choose(desk_.ofCohort() ? 1 : 0);
    everybody_->setVisible(desk_.ofCohort() && desk_.hasCohortCosts() && desk_.canWrite());
    if (desk_.hasCohortCosts())
        whoseSays_->setText(desk_.ofCohort() ? tr("The page counts by these: they are this cohort's own.")
                                             : tr("The page counts by the cohort's own costs."));
    else
        whoseSays_->setText(desk_.ofCohort()
                                ? tr("It has no costs of its own yet: what you save here is for it.")
                                : tr("The cohort has no costs of its own."));
}

}  // namespace reckoner

#include "moc_cost_scenarios.cpp"
