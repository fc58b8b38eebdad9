#include "ui/pages/versions/facts_form.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "core/base/error.h"
#include "core/base/numbers.h"
#include "ui/session/writer_name.h"
#include "ui/shell/scaled.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

std::string typed(const std::optional<double>& number) {
    return number ? shortestNumber(*number) : std::string();
}

std::optional<double> numberOf(const QLineEdit& edit) {
    const std::string text = edit.text().trimmed().toStdString();
    if (text.empty()) return std::nullopt;
    const auto number = parseNumber(text);
    if (!number)
        throw Error(ErrorCode::Usage, edit.accessibleName().toStdString() + ": \"" + text +
                                          "\" is no number; write it as 12.5.");
    return number;
}

}  // namespace

QLineEdit* FactsForm::field(const QString& name, const std::string& text, const char* objectName) {
    auto* edit = new QLineEdit(qt(text), this);
    edit->setObjectName(QLatin1String(objectName));
    edit->setAccessibleName(name);
    fields_.emplace_back(name, edit);
    return edit;
}

FactsForm::FactsForm(const VersionFacts& facts, Save save, QWidget* parent)
    : QFrame(parent),
      facts_(facts),
      save_(std::move(save)),
      owner_(field(tr("Owner"), facts.owner, "factsOwner")),
      learnt_(field(tr("What data it learnt from"), facts.learntFrom, "factsLearnt")),
      plan_(field(tr("Rollback plan"), facts.rollbackPlan, "factsPlan")),
      cost_(field(tr("Cost of one prediction"), typed(facts.costPerPrediction), "factsCost")),
      currency_(field(tr("Currency"), facts.currency, "factsCurrency")),
      p50_(field(tr("Latency p50, ms"), typed(facts.latencyP50), "factsP50")),
      p95_(field(tr("Latency p95, ms"), typed(facts.latencyP95), "factsP95")),
      p99_(field(tr("Latency p99, ms"), typed(facts.latencyP99), "factsP99")),
      who_(field(tr("Who writes"), writerName(), "factsWho")),
      baseline_(new QCheckBox(tr("A baseline: what others have to beat"), this)),
      problem_(new PlainLabel({}, this)) {
    setObjectName(QStringLiteral("factsForm"));
    setAccessibleName(tr("What is known about this version"));
    baseline_->setObjectName(QStringLiteral("factsBaseline"));
    baseline_->setChecked(facts.baseline);
    problem_->setObjectName(QStringLiteral("factsProblem"));
    problem_->setWordWrap(true);
    dress(problem_, 12, QFont::Normal, &Tokens::ink2);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(scaled(16));
    grid->setVerticalSpacing(scaled(4));
    // Texts take a line each, figures stand three on one.
    struct Place {
        int row, column, span;
    };
    const Place places[] = {{0, 0, 1}, {0, 1, 2}, {1, 0, 3}, {2, 0, 1}, {2, 1, 1},
                            {3, 0, 1}, {3, 1, 1}, {3, 2, 1}, {2, 2, 1}};
    for (std::size_t i = 0; i < fields_.size(); ++i) {
        auto* label = new PlainLabel(fields_[i].first, this);
        dress(label, 12, QFont::Normal, &Tokens::ink2);
        label->setBuddy(fields_[i].second);
        const Place& at = places[i];
        grid->addWidget(label, 2 * at.row, at.column, 1, at.span);
        grid->addWidget(fields_[i].second, 2 * at.row + 1, at.column, 1, at.span);
    }
    auto* buttons = new QHBoxLayout;
    auto* cancel = new QPushButton(tr("Cancel"), this);
    auto* save_button = new QPushButton(tr("Write down"), this);
    cancel->setAccessibleName(cancel->text());
    save_button->setAccessibleName(save_button->text());
    save_button->setObjectName(QStringLiteral("factsSave"));
    setKind(save_button, "primary");
    buttons->addWidget(baseline_);
    buttons->addWidget(problem_, 1);
    buttons->addWidget(cancel);
    buttons->addWidget(save_button);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(scaled(16), scaled(12), scaled(16), scaled(12));
    all->setSpacing(scaled(10));
    all->addLayout(grid);
    all->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, [this] { Q_EMIT closed(false); });
    connect(save_button, &QPushButton::clicked, this, &FactsForm::accept);
    for (const auto& [name, edit] : fields_)
        connect(edit, &QLineEdit::returnPressed, this, &FactsForm::accept);
    owner_->setFocus();
}

void FactsForm::accept() {
    try {
        VersionFacts facts = facts_;
        const auto text = [](const QLineEdit* edit) { return edit->text().trimmed().toStdString(); };
        facts.owner = text(owner_);
        facts.learntFrom = text(learnt_);
        facts.rollbackPlan = text(plan_);
        facts.currency = text(currency_);
        facts.who = text(who_);
        facts.costPerPrediction = numberOf(*cost_);
        facts.latencyP50 = numberOf(*p50_);
        facts.latencyP95 = numberOf(*p95_);
        facts.latencyP99 = numberOf(*p99_);
        facts.baseline = baseline_->isChecked();
        facts.at.clear();
        save_(facts);
    } catch (const Error& error) {
        problem_->setText(qt(error.what()));
        return;
    }
    Q_EMIT closed(true);
}

void FactsForm::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT closed(false);
        return;
    }
    QFrame::keyPressEvent(event);
}

}  // namespace reckoner

#include "moc_facts_form.cpp"
