#include "ui/pages/versions/requirement_form.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "core/base/error.h"
#include "core/base/numbers.h"
#include "core/review/requirement_metric.h"
#include "ui/session/writer_name.h"
#include "ui/shell/scaled.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/segmented_choice.h"

namespace reckoner {
namespace {

enum Kind { Floor, NoWorse, InSegments };

std::optional<double> numberOf(const QLineEdit& edit) {
    const std::string text = edit.text().trimmed().toStdString();
    if (text.empty()) return std::nullopt;
    const auto number = parseNumber(text);
    if (!number)
        throw Error(ErrorCode::Usage, edit.accessibleName().toStdString() + ": \"" + text +
                                          "\" is no number; write it as 0.75.");
    return number;
}

QHBoxLayout* line(QVBoxLayout* into) {
    auto* made = new QHBoxLayout;
    made->setSpacing(scaled(8));
    into->addLayout(made);
    return made;
}

}  // namespace

QWidget* RequirementForm::word(const QString& text) {
    auto* label = new PlainLabel(text, this);
    dress(label, 14, QFont::Normal, &Tokens::ink);
    return label;
}

QLineEdit* RequirementForm::edit(const char* name, const QString& spoken, int width, const QString& hint) {
    auto* made = new QLineEdit(this);
    made->setObjectName(QLatin1String(name));
    made->setAccessibleName(spoken);
    made->setPlaceholderText(hint);
    if (width > 0) made->setFixedWidth(scaled(width));
    connect(made, &QLineEdit::returnPressed, this, &RequirementForm::accept);
    return made;
}

QComboBox* RequirementForm::combo(const char* name, const QString& spoken) {
    auto* made = new QComboBox(this);
    made->setObjectName(QLatin1String(name));
    made->setAccessibleName(spoken);
    return made;
}

RequirementForm::RequirementForm(const Request& request, Save save, QWidget* parent)
    : QFrame(parent),
      request_(request),
      save_(std::move(save)),
      kind_(new SegmentedChoice(
          {tr("Reaches a floor"), tr("No worse than a version"), tr("In most segments")}, this)),
      metric_(combo("requirementMetric", tr("Metric"))),
      baseline_(combo("requirementBaseline", tr("No worse than"))),
      cohort_(combo("requirementCohort", tr("For whom"))),
      column_(combo("requirementColumn", tr("Segments of"))),
      class_(combo("requirementClass", tr("Class"))),
      floor_(edit("requirementFloor", tr("Floor"), 72, QStringLiteral("0.75"))),
      target_(edit("requirementTarget", tr("Target"), 72, tr("optional"))),
      byAtMost_(edit("requirementByAtMost", tr("By at most"), 72, QStringLiteral("0.02"))),
      share_(edit("requirementShare", tr("Share of the segments, in percent"), 56, QStringLiteral("90"))),
      expression_(edit("requirementExpression", tr("Filter expression"), 0, tr("job = 'partime'"))),
      due_(edit("requirementDue", tr("By the date"), 112, QStringLiteral("2026-06-30"))),
      because_(edit("requirementBecause", tr("Because"), 0, tr("why it matters"))),
      owner_(edit("requirementOwner", tr("Owner"), 120, tr("whose it is"))),
      who_(edit("requirementWho", tr("Who writes"), 120)),
      problem_(new PlainLabel({}, this)),
      save_button_(new QPushButton(tr("Write it down"), this)) {
    setObjectName(QStringLiteral("requirementForm"));
    setAccessibleName(tr("A requirement"));
    kind_->setObjectName(QStringLiteral("requirementKind"));
    kind_->setAccessibleName(tr("Kind of requirement"));
    kind_->setFixedHeight(scaled(28));
    kind_->choose(Floor);
    for (const RequirementMetric& metric : requirementMetrics())
        metric_->addItem(QString::fromUtf8(metric.title.data(), static_cast<int>(metric.title.size())),
                         QString::fromUtf8(metric.id.data(), static_cast<int>(metric.id.size())));
    const int asked = metric_->findData(qt(request.metric));
    metric_->setCurrentIndex(asked >= 0 ? asked : std::max(0, metric_->findData(QStringLiteral("recall"))));
    baseline_->addItem(tr("the version in production"), QStringLiteral("production"));
    for (const std::string& version : request.versions)
        baseline_->addItem(qt(version), qt(version));
    cohort_->addItem(tr("everybody"), QString());
    for (const Cohort& cohort : request.cohorts)
        cohort_->addItem(qt(cohort.name), qt(cohort.expression));
    cohort_->addItem(tr("those where..."), QVariant());
    if (!request.cohort.empty()) {
        const int known = cohort_->findData(qt(request.cohort));
        cohort_->setCurrentIndex(known > 0 ? known : cohort_->count() - 1);
        if (known <= 0) expression_->setText(qt(request.cohort));
    }
    for (const std::string& column : request.columns)
        column_->addItem(qt(column), qt(column));
    class_->addItem(tr("all classes"), QString());
    for (const std::string& name : request.classes)
        class_->addItem(qt(name), qt(name));
    because_->setText(qt(request.because));
    because_->setCursorPosition(0);
    who_->setText(qt(writerName()));
    problem_->setObjectName(QStringLiteral("requirementProblem"));
    problem_->setWordWrap(true);
    dress(problem_, 12, QFont::Normal, &Tokens::ink2);

    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(scaled(16), scaled(12), scaled(16), scaled(12));
    all->setSpacing(scaled(8));
    auto* kinds = line(all);
    kind_->setFixedWidth(kind_->sizeHint().width());
    kinds->addWidget(kind_);
    kinds->addStretch(1);
    auto* first = line(all);
    first->addWidget(metric_);
    if (!request.classes.empty()) {
        first->addWidget(word(tr("of")));
        first->addWidget(class_);
    } else {
        class_->hide();
    }
    const auto part = [&](std::vector<QWidget*>& into, QWidget* widget) {
        first->addWidget(widget);
        into.push_back(widget);
    };
    part(floorPart_, word(tr("reaches")));
    part(floorPart_, floor_);
    part(sharePart_, word(tr("in at least")));
    part(sharePart_, share_);
    part(sharePart_, word(tr("% of the segments of")));
    fair_ = word(tr("between the groups of"));
    first->addWidget(fair_);
    first->addWidget(column_);
    part(floorPart_, word(tr("and aims at")));
    part(floorPart_, target_);
    part(baselinePart_, word(tr("is no more than")));
    part(baselinePart_, byAtMost_);
    part(baselinePart_, word(tr("worse than")));
    part(baselinePart_, baseline_);
    first->addStretch(1);
    auto* second = line(all);
    second->addWidget(word(tr("for")));
    second->addWidget(cohort_);
    second->addWidget(expression_, 1);
    second->addWidget(word(tr("by")));
    second->addWidget(due_);
    auto* third = line(all);
    third->addWidget(word(tr("because")));
    third->addWidget(because_, 1);
    third->addWidget(word(tr("owner")));
    third->addWidget(owner_);
    third->addWidget(word(tr("written by")));
    third->addWidget(who_);
    auto* buttons = line(all);
    auto* cancel = new QPushButton(tr("Cancel"), this);
    cancel->setAccessibleName(cancel->text());
    save_button_->setAccessibleName(save_button_->text());
    save_button_->setObjectName(QStringLiteral("requirementSave"));
    setKind(save_button_, "primary");
    buttons->addWidget(problem_, 1);
    buttons->addWidget(cancel);
    buttons->addWidget(save_button_);
    connect(kind_, &SegmentedChoice::chosenChanged, this, &RequirementForm::showKind);
    connect(metric_, &QComboBox::currentIndexChanged, this, &RequirementForm::showKind);
    connect(cohort_, &QComboBox::currentIndexChanged, this, &RequirementForm::showKind);
    connect(cancel, &QPushButton::clicked, this, [this] { Q_EMIT closed(false); });
    connect(save_button_, &QPushButton::clicked, this, &RequirementForm::accept);
    showKind();
    floor_->setFocus();
}

void RequirementForm::showKind() {
    const int kind = kind_->chosen();
    for (QWidget* widget : floorPart_)
        widget->setVisible(kind != NoWorse);
    for (QWidget* widget : baselinePart_)
        widget->setVisible(kind == NoWorse);
    for (QWidget* widget : sharePart_)
        widget->setVisible(kind == InSegments);
    const RequirementMetric* metric = findRequirementMetric(metric_->currentData().toString().toStdString());
    const bool fair = metric && metric->source == RequirementSource::Fairness && kind != InSegments;
    fair_->setVisible(fair);
    column_->setVisible(fair || kind == InSegments);
    expression_->setVisible(cohort_->currentIndex() == cohort_->count() - 1);
}

Requirement RequirementForm::requirement() const {
    const auto text = [](const QLineEdit* edit) { return edit->text().trimmed().toStdString(); };
    const auto chosen = [](const QComboBox* box) { return box->currentData().toString().toStdString(); };
    Requirement made;
    made.modelId = request_.modelId;
    made.metric = chosen(metric_);
    made.classOf = chosen(class_);
    const int kind = kind_->chosen();
    if (kind == NoWorse) {
        made.baseline = chosen(baseline_);
        made.byAtMost = numberOf(*byAtMost_);
    } else {
        made.floor = numberOf(*floor_);
        made.target = numberOf(*target_);
    }
    const RequirementMetric* metric = findRequirementMetric(made.metric);
    // 75 of 100 is meant where shares are asked for.
    if (metric && metric->highest == 1)
        for (std::optional<double>* bound : {&made.floor, &made.target, &made.byAtMost})
            if (*bound && **bound > 1 && **bound <= 100) *bound = **bound / 100;
    if (kind == InSegments) {
        made.column = chosen(column_);
        if (const auto share = numberOf(*share_)) made.share = *share / 100;
    } else if (metric && metric->source == RequirementSource::Fairness) {
        made.column = chosen(column_);
    }
    made.cohort = expression_->isVisibleTo(this) ? text(expression_) : chosen(cohort_);
    made.due = text(due_);
    made.because = text(because_);
    made.owner = text(owner_);
    made.who = text(who_);
    return made;
}

void RequirementForm::accept() {
    problem_->clear();
    try {
        save_(requirement());
    } catch (const Error& error) {
        problem_->setText(qt(error.what()));
        return;
    }
    Q_EMIT closed(true);
}

void RequirementForm::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT closed(false);
        return;
    }
    QFrame::keyPressEvent(event);
}

}  // namespace reckoner

#include "moc_requirement_form.cpp"
