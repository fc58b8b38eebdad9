#include "ui/import/cost_question.h"

#include <cmath>

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "core/base/numbers.h"
#include "ui/style/theme.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

PlainLabel* words(const QString& text, QWidget* parent, int pixels, QColor Tokens::*tone = &Tokens::ink) {
    auto* label = new PlainLabel(text, parent);
    dress(label, pixels, QFont::Normal, tone);
    return label;
}

// What stands in the field as a number of costs or decisions; thousands commas are how people write.
double numberIn(const QLineEdit* field) {
    QString text = field->text().trimmed();
    text.remove(QLatin1Char(','));
    const auto number = parseNumber(text.toStdString());
    return number && std::isfinite(*number) ? *number : 0;
}

}  // namespace

CostQuestion::CostQuestion(const QString& positive, QWidget* parent)
    : QWidget(parent), forms_(new QStackedWidget(this)) {
    forms_->addWidget(makeRatio(positive));
    forms_->addWidget(makeMoney(positive));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(forms_);
}

QWidget* CostQuestion::makeRatio(const QString& positive) {
    auto* form = new QWidget(this);
    ratio_ = new QSpinBox(form);
    ratio_->setObjectName(QStringLiteral("firstRun.ratio"));
    ratio_->setAccessibleName(tr("False alarms that one missed is worth"));
    ratio_->setRange(1, 1'000'000);
    ratio_->setFixedWidth(96);
    dress(ratio_, 20, QFont::DemiBold);
    connect(ratio_, &QSpinBox::valueChanged, this, &CostQuestion::changed);

    auto* sentence = new QHBoxLayout;
    sentence->setSpacing(12);
    sentence->addWidget(words(tr("One missed “%1” is as bad as").arg(positive), form, 20));
    sentence->addWidget(ratio_);
    sentence->addWidget(words(tr("false alarms."), form, 20));
    sentence->addStretch();

    auto* chips = new QHBoxLayout;
    chips->setSpacing(8);
    for (const int value : {3, 5, 10, 50}) {
        auto* chip = new QPushButton(QString::number(value), form);
        chip->setObjectName(QStringLiteral("firstRun.snap%1").arg(value));
        chip->setAccessibleName(tr("%1 false alarms").arg(value));
        chip->setAutoDefault(false);
        setKind(chip, "snap");
        connect(chip, &QPushButton::clicked, this, [this, value] { ratio_->setValue(value); });
        chips->addWidget(chip);
    }
    auto* money = new QPushButton(tr("I know the money…"), form);
    money->setObjectName(QStringLiteral("firstRun.money"));
    money->setAccessibleName(money->text());
    setKind(money, "snap");
    connect(money, &QPushButton::clicked, this, [this] {
        forms_->setCurrentIndex(1);
        missed_->setFocus();
        Q_EMIT changed();
    });
    chips->addWidget(money);
    chips->addStretch();

    auto* column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addLayout(sentence);
    column->addWidget(
        words(tr("A false alarm is another one that was flagged. If you don’t know yet, leave 1; you can "
                 "put in money later."),
              form, 14, &Tokens::ink2));
    column->addLayout(chips);
    return form;
}

QLineEdit* CostQuestion::figure(const char* name, const QString& title, const QString& value, int width) {
    auto* field = new QLineEdit(value, this);
    field->setObjectName(QStringLiteral("firstRun.") + QLatin1String(name));
    field->setAccessibleName(title);
    field->setFixedWidth(width);
    connect(field, &QLineEdit::textEdited, this, &CostQuestion::changed);
    return field;
}

QWidget* CostQuestion::makeMoney(const QString& positive) {
    auto* form = new QWidget(this);
    missed_ = figure("missed", tr("What one missed costs"), QStringLiteral("100"), 88);
    alarm_ = figure("alarm", tr("What one false alarm costs"), QStringLiteral("10"), 88);
    currency_ = figure("currency", tr("Currency"), QStringLiteral("EUR"), 64);
    volume_ = figure("volume", tr("Decisions a month"), QStringLiteral("1000"), 88);
    auto* first = new QHBoxLayout;
    first->setSpacing(10);
    first->addWidget(words(tr("One missed “%1” costs").arg(positive), form, 16));
    first->addWidget(missed_);
    first->addWidget(currency_);
    first->addWidget(words(tr("and one false alarm"), form, 16));
    first->addWidget(alarm_);
    first->addStretch();
    auto* second = new QHBoxLayout;
    second->setSpacing(10);
    second->addWidget(words(tr("There are"), form, 16));
    second->addWidget(volume_);
    second->addWidget(words(tr("decisions a month."), form, 16));
    second->addStretch();
    auto* back = new QPushButton(tr("Count in false alarms instead"), form);
    back->setObjectName(QStringLiteral("firstRun.ratioInstead"));
    back->setAccessibleName(back->text());
    setKind(back, "snap");
    connect(back, &QPushButton::clicked, this, [this] {
        forms_->setCurrentIndex(0);
        Q_EMIT changed();
    });
    auto* column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addLayout(first);
    column->addLayout(second);
    column->addWidget(back, 0, Qt::AlignLeft);
    return form;
}

CostModel CostQuestion::costs() const {
    CostModel model;
    if (forms_->currentIndex() == 0) {
        model.fn.fixed = ratio_->value();
        model.fp.fixed = 1;
        model.note = tr("One missed is as bad as %1 false alarms.").arg(ratio_->value()).toStdString();
        return model;
    }
    model.fn.fixed = numberIn(missed_);
    model.fp.fixed = numberIn(alarm_);
    model.currency = currency_->text().trimmed().toStdString();
    model.volumePerPeriod = std::max(0.0, numberIn(volume_));
    return model;
}

bool CostQuestion::usable() const {
    const CostModel model = costs();
    const bool named = forms_->currentIndex() == 0 || model.inMoney();
    return named && (model.fn.fixed > 0 || model.fp.fixed > 0) && model.fn.fixed >= 0 && model.fp.fixed >= 0;
}

}  // namespace reckoner
