#include "ui/pages/decide/limits_dialog.h"

#include <algorithm>
#include <cmath>

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include "core/base/numbers.h"
#include "core/metrics/metric_list.h"
#include "core/wording/decide_sentences.h"
#include "core/wording/limit_sentences.h"
#include "ui/style/theme.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

constexpr int kRestMilliseconds = 150;
const char* const kGroupMetrics[] = {"recall", "precision", "specificity", "accuracy"};

QString hundredths(double share) {
    // 0.07 x 100 is not the 7 that was typed.
    return qt(shortestNumber(std::round(share * 1e8) / 1e6));
}

// A number of a hundred, as a share.
std::optional<double> typedShare(const QString& text) {
    const auto number = parseNumber(text.trimmed().toStdString());
    if (!number || !(*number >= 0 && *number <= 100)) return std::nullopt;
    return *number / 100;
}

}  // namespace

LimitsDialog::LimitsDialog(const RunAnalysisPtr& run, const Vocabulary& words, const Limits& limits,
                           std::vector<Group> groups, Executor& executor, QWidget* parent)
    : QDialog(parent),
      run_(run),
      words_(words),
      groups_(std::move(groups)),
      rows_(new QVBoxLayout),
      groupRows_(new QVBoxLayout),
      effect_(new PlainLabel({}, this)),
      apply_(new QPushButton(tr("Use these limits"), this)),
      task_(executor) {
    setWindowTitle(tr("Limits"));
    setObjectName(QStringLiteral("limitsDialog"));
    setMinimumWidth(640);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 24);
    column->setSpacing(8);
    auto* title = new PlainLabel(tr("What a threshold has to hold"), this);
    dress(title, 16, QFont::DemiBold);
    column->addWidget(title);
    auto* hint = new PlainLabel(tr("An empty field asks for nothing."), this);
    dress(hint, 12, QFont::Normal, &Tokens::ink2);
    column->addWidget(hint);
    column->addSpacing(8);
    rows_->setSpacing(8);
    groupRows_->setSpacing(8);
    column->addLayout(rows_);
    precision_ = askRow(QStringLiteral("limitPrecision"), tr("Of 100 %1, at least").arg(qt(words.flagged)),
                        qt(words.wouldHave));
    recall_ = askRow(QStringLiteral("limitRecall"), tr("Of 100 %1, at least").arg(qt(words.realOnes)),
                     tr("are caught"));
    flagRate_ = askRow(QStringLiteral("limitFlagRate"), tr("Of 100 %1, at most").arg(qt(words.samples)),
                       tr("are %1").arg(qt(words.flagged)));
    const std::string period = run->volume() > 0 ? perPeriodText(*run) : std::string(" in this run");
    capacity_ = askRow(QStringLiteral("limitCapacity"), tr("At most"),
                       tr("%1 are %2%3").arg(qt(words.samples), qt(words.flagged), qt(period)));
    if (limits.precision) precision_->setText(hundredths(*limits.precision));
    if (limits.recall) recall_->setText(hundredths(*limits.recall));
    if (limits.flagRate) flagRate_->setText(hundredths(*limits.flagRate));
    if (limits.capacity) capacity_->setText(qt(shortestNumber(*limits.capacity)));
    column->addLayout(groupRows_);
    for (const CohortFloor& floor : limits.cohorts)
        addGroup(floor);
    auto* more = new QPushButton(tr("Add a floor for a group"), this);
    more->setObjectName(QStringLiteral("addGroupLimit"));
    setKind(more, "link");
    column->addWidget(more, 0, Qt::AlignLeft);
    effect_->setObjectName(QStringLiteral("limitsEffect"));
    effect_->setWordWrap(true);
    effect_->setMinimumHeight(48);
    effect_->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    dress(effect_, 14, QFont::Normal, &Tokens::ink2);
    column->addSpacing(4);
    column->addWidget(effect_);
    auto* buttons = new QHBoxLayout;
    auto* none = new QPushButton(tr("No limits"), this);
    auto* cancel = new QPushButton(tr("Cancel"), this);
    none->setObjectName(QStringLiteral("noLimits"));
    apply_->setObjectName(QStringLiteral("useLimits"));
    setKind(apply_, "primary");
    for (QPushButton* button : {none, cancel, apply_, more})
        button->setAccessibleName(button->text());
    buttons->addWidget(none);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(apply_);
    column->addLayout(buttons);
    connect(more, &QPushButton::clicked, this, [this] {
        addGroup({groups_.empty() ? std::string() : groups_.front().where, kGroupMetrics[0], 0});
        groupFields_.back().floor->clear();
        groupFields_.back().where->setFocus();
        pause_.start();
    });
    connect(none, &QPushButton::clicked, this, [this] {
        Q_EMIT chosen({});
        accept();
    });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(apply_, &QPushButton::clicked, this, [this] {
        const auto wanted = typed();
        if (!wanted) return;
        Q_EMIT chosen(*wanted);
        accept();
    });
    pause_.setSingleShot(true);
    pause_.setInterval(kRestMilliseconds);
    connect(&pause_, &QTimer::timeout, this, &LimitsDialog::look);
    apply_->setDefault(true);
    precision_->setFocus();
    look();
}

LimitsDialog::~LimitsDialog() = default;

QLineEdit* LimitsDialog::askRow(const QString& name, const QString& before, const QString& after) {
    auto* row = new QHBoxLayout;
    auto* first = new PlainLabel(before, this);
    auto* field = new QLineEdit(this);
    auto* last = new PlainLabel(after, this);
    dress(first, 14);
    dress(last, 14);
    field->setObjectName(name);
    field->setFixedWidth(72);
    field->setAlignment(Qt::AlignRight);
    field->setAccessibleName(QStringLiteral("%1 ... %2").arg(before, after));
    row->setSpacing(8);
    row->addWidget(first);
    row->addWidget(field);
    row->addWidget(last);
    row->addStretch();
    rows_->addLayout(row);
    connect(field, &QLineEdit::textChanged, this, [this] { pause_.start(); });
    return field;
}

void LimitsDialog::addGroup(const CohortFloor& floor) {
    auto* box = new QWidget(this);
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    Row fields{box, new QComboBox(box), new QComboBox(box), new QLineEdit(box)};
    fields.where->setObjectName(QStringLiteral("groupWhere"));
    fields.where->setEditable(true);
    fields.where->setMinimumWidth(180);
    fields.where->setAccessibleName(tr("Group: a saved cohort or an expression"));
    for (const Group& group : groups_)
        fields.where->addItem(group.name, qt(group.where));
    const int known = fields.where->findData(qt(floor.where));
    if (known >= 0)
        fields.where->setCurrentIndex(known);
    else
        fields.where->setEditText(qt(floor.where));
    fields.metric->setObjectName(QStringLiteral("groupMetric"));
    fields.metric->setAccessibleName(tr("Metric of the group"));
    for (const char* id : kGroupMetrics)
        fields.metric->addItem(qt(std::string(findMetric(id)->title)), QLatin1String(id));
    fields.metric->setCurrentIndex(std::max(0, fields.metric->findData(qt(floor.metric))));
    fields.floor->setObjectName(QStringLiteral("groupFloor"));
    fields.floor->setFixedWidth(72);
    fields.floor->setAlignment(Qt::AlignRight);
    fields.floor->setAccessibleName(tr("Least value of the group, of 100"));
    fields.floor->setText(hundredths(floor.floor));
    auto* remove = new QToolButton(box);
    remove->setText(QStringLiteral("\u00D7"));
    remove->setAccessibleName(tr("Take this floor away"));
    for (QWidget* widget :
         {static_cast<QWidget*>(new PlainLabel(tr("In"), box)), static_cast<QWidget*>(fields.where),
          static_cast<QWidget*>(fields.metric), static_cast<QWidget*>(new PlainLabel(tr("is at least"), box)),
          static_cast<QWidget*>(fields.floor), static_cast<QWidget*>(new PlainLabel(tr("of 100"), box)),
          static_cast<QWidget*>(remove)}) {
        if (qobject_cast<PlainLabel*>(widget) != nullptr) dress(widget, 14);
        row->addWidget(widget);
    }
    row->addStretch();
    groupRows_->addWidget(box);
    groupFields_.push_back(fields);
    connect(fields.where, &QComboBox::currentTextChanged, this, [this] { pause_.start(); });
    connect(fields.metric, &QComboBox::currentIndexChanged, this, [this] { pause_.start(); });
    connect(fields.floor, &QLineEdit::textChanged, this, [this] { pause_.start(); });
    connect(remove, &QToolButton::clicked, this, [this, box] { removeGroup(box); });
}

void LimitsDialog::removeGroup(QWidget* box) {
    std::erase_if(groupFields_, [box](const Row& row) { return row.box == box; });
    groupRows_->removeWidget(box);
    box->hide();
    box->deleteLater();
    pause_.start();
}

void LimitsDialog::say(const QString& sentence) {
    effect_->setText(sentence);
}

std::optional<Limits> LimitsDialog::typed() {
    Limits limits;
    for (const auto& [field, member] :
         {std::pair(precision_, &Limits::precision), std::pair(recall_, &Limits::recall),
          std::pair(flagRate_, &Limits::flagRate)}) {
        if (field->text().trimmed().isEmpty()) continue;
        limits.*member = typedShare(field->text());
        if (limits.*member) continue;
        say(tr("\u201C%1\u201D is no number from 0 to 100.").arg(field->text().trimmed()));
        return std::nullopt;
    }
    if (!capacity_->text().trimmed().isEmpty()) {
        limits.capacity = parseNumber(capacity_->text().trimmed().toStdString());
        if (!limits.capacity || !(*limits.capacity >= 0) || std::isinf(*limits.capacity)) {
            say(tr("\u201C%1\u201D is no number of cases.").arg(capacity_->text().trimmed()));
            return std::nullopt;
        }
    }
    for (const Row& row : groupFields_) {
        if (row.floor->text().trimmed().isEmpty()) continue;
        const auto floor = typedShare(row.floor->text());
        const QString text = row.where->currentText().trimmed();
        if (!floor || text.isEmpty()) {
            say(text.isEmpty() ? tr("A group has no name and no expression yet.")
                               : tr("\u201C%1\u201D is no number from 0 to 100.").arg(row.floor->text()));
            return std::nullopt;
        }
        const int known = row.where->findText(text);
        const QString where = known >= 0 ? row.where->itemData(known).toString() : text;
        limits.cohorts.push_back(
            {where.toStdString(), row.metric->currentData().toString().toStdString(), *floor});
    }
    return limits;
}

void LimitsDialog::look() {
    const auto wanted = typed();
    apply_->setEnabled(wanted.has_value());
    task_.cancel();
    if (!wanted) return;
    if (wanted->empty()) {
        say(tr("Nothing is asked: the lowest cost stands."));
        return;
    }
    const RunAnalysisPtr run = run_;
    task_.start(
        [run, limits = *wanted](const TaskContext& context) {
            const std::vector<Constraint> constraints = constraintsOf(limits, *run, context);
            return std::any(limitedOptimum(*run->sweep, run->cost, constraints, context));
        },
        [this, limits = *wanted](const std::any& result) {
            say(qt(limitedSentence(limits, std::any_cast<LimitedOptimum>(result), *run_, words_)));
        },
        [this](const Error& error) {
            apply_->setEnabled(false);
            say(QString::fromUtf8(error.what()));
        });
}

}  // namespace reckoner

#include "moc_limits_dialog.cpp"
