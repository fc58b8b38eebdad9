#include "ui/import/import_fields.h"

#include <algorithm>
#include <array>

#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>

#include "core/wording/file_facts.h"
#include "ui/style/theme.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

struct Sign {
    char character;
    const char* title;
};
constexpr std::array kDelimiters{Sign{',', "comma  ,"}, Sign{';', "semicolon  ;"}, Sign{'\t', "tab"},
                                 Sign{'|', "bar  |"}};
constexpr std::array kDecimals{Sign{'.', "point  0.5"}, Sign{',', "comma  0,5"}};
constexpr std::array kEncodings{Encoding::Utf8, Encoding::Utf8Bom, Encoding::Utf16Le, Encoding::Utf16Be,
                                Encoding::Latin1};
constexpr std::array kKinds{ScoreKind::Probability, ScoreKind::Percent, ScoreKind::Logit, ScoreKind::Margin,
                            ScoreKind::Raw};

QString kindTitle(ScoreKind kind) {
    switch (kind) {
        case ScoreKind::Probability:
            return ImportFields::tr("probability, 0 to 1");
        case ScoreKind::Percent:
            return ImportFields::tr("percentage, 0 to 100");
        case ScoreKind::Logit:
            return ImportFields::tr("log-odds");
        case ScoreKind::Margin:
            return ImportFields::tr("margin around 0");
        case ScoreKind::Raw:
            return ImportFields::tr("any number");
    }
    return {};
}

template <class Array, class Fits>
int indexWhere(const Array& values, Fits fits) {
    const auto found = std::find_if(values.begin(), values.end(), fits);
    return found == values.end() ? -1 : static_cast<int>(found - values.begin());
}

}  // namespace

ImportFields::ImportFields(QWidget* parent)
    : QWidget(parent),
      model_(combo("model", tr("Model"), true)),
      version_(new QLineEdit(this)),
      evalSet_(new QLineEdit(this)),
      positive_(combo("positive", tr("The model looks for"), true)),
      kind_(combo("kind", tr("The score is a"), false)),
      delimiter_(combo("delimiter", tr("Between columns"), false)),
      decimal_(combo("decimal", tr("Decimal sign"), false)),
      encoding_(combo("encoding", tr("Characters"), false)) {
    version_->setObjectName(QStringLiteral("import.version"));
    version_->setAccessibleName(tr("Version"));
    version_->setPlaceholderText(tr("for example 2.1"));
    evalSet_->setObjectName(QStringLiteral("import.evalSet"));
    evalSet_->setAccessibleName(tr("Eval set"));
    evalSet_->setPlaceholderText(tr("which samples these are"));
    fillReading();
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(4);
    const std::array<QWidget*, 8> fields{model_, version_,   evalSet_, positive_,
                                         kind_,  delimiter_, decimal_, encoding_};
    for (int i = 0; i < 8; ++i)
        place(grid, i / 4, i % 4, fields[static_cast<std::size_t>(i)]);
    grid->setRowMinimumHeight(2, 12);
    for (int column = 0; column < 4; ++column)
        grid->setColumnStretch(column, 1);
    connectNames();
    connectReading();
}

QComboBox* ImportFields::combo(const char* name, const QString& label, bool editable) {
    auto* made = new QComboBox(this);
    made->setObjectName(QStringLiteral("import.") + QLatin1String(name));
    made->setAccessibleName(label);
    made->setEditable(editable);
    if (editable) {
        made->setInsertPolicy(QComboBox::NoInsert);
        made->lineEdit()->setAccessibleName(label);
    }
    made->setMinimumContentsLength(8);
    made->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    return made;
}

void ImportFields::place(QGridLayout* grid, int line, int column, QWidget* field) {
    auto* label = new PlainLabel(field->accessibleName(), this);
    dress(label, 12, QFont::Normal, &Tokens::ink3);
    label->setBuddy(field);
    grid->addWidget(label, line * 3, column);
    grid->addWidget(field, line * 3 + 1, column);
}

void ImportFields::fillReading() {
    for (const Sign& sign : kDelimiters)
        delimiter_->addItem(tr(sign.title));
    for (const Sign& sign : kDecimals)
        decimal_->addItem(tr(sign.title));
    for (const Encoding encoding : kEncodings)
        encoding_->addItem(qt(encodingName(encoding)));
    for (const ScoreKind kind : kKinds)
        kind_->addItem(kindTitle(kind));
}

void ImportFields::connectNames() {
    const auto note = [this](const QWidget* field, const QString& text) {
        said_[field] = text.trimmed();
        Q_EMIT changed();
    };
    connect(model_, &QComboBox::currentTextChanged, this,
            [=, this](const QString& text) { note(model_, text); });
    connect(version_, &QLineEdit::textEdited, this, [=, this](const QString& text) { note(version_, text); });
    connect(evalSet_, &QLineEdit::textEdited, this, [=, this](const QString& text) { note(evalSet_, text); });
}

void ImportFields::connectReading() {
    for (QComboBox* field : {kind_, delimiter_, decimal_, encoding_}) {
        connect(field, &QComboBox::activated, this, [this, field] {
            said_[field] = field->currentText();
            Q_EMIT readingChanged();
        });
    }
    const auto classSaid = [this] {
        const QString text = positive_->currentText().trimmed();
        if (text == positive_->property("planned").toString()) return;
        said_[positive_] = text;
        Q_EMIT readingChanged();
    };
    connect(positive_, &QComboBox::activated, this, classSaid);
    connect(positive_->lineEdit(), &QLineEdit::editingFinished, this, classSaid);
}

void ImportFields::setModels(const QStringList& models) {
    const QSignalBlocker quiet(model_);
    const QString text = model_->currentText();
    model_->clear();
    model_->addItems(models);
    model_->setEditText(text);
}

void ImportFields::setPlan(const ImportPlan& plan) {
    const QSignalBlocker quietModel(model_);
    const QSignalBlocker quietPositive(positive_);
    if (!said_.contains(model_)) model_->setEditText(qt(plan.model));
    if (!said_.contains(version_)) version_->setText(qt(plan.version));
    if (!said_.contains(evalSet_)) evalSet_->setText(qt(plan.evalSet));
    positive_->clear();
    for (const std::string& each : plan.classes)
        positive_->addItem(qt(each));
    positive_->setEditText(qt(plan.positive));
    positive_->setProperty("planned", qt(plan.positive));
    positive_->setEnabled(plan.task == Task::Binary);
    kind_->setCurrentIndex(indexWhere(kKinds, [&](ScoreKind kind) { return kind == plan.kind; }));
    const bool csv = plan.dialect.format == FileFormat::Csv;
    delimiter_->setEnabled(csv);
    decimal_->setEnabled(csv);
    const auto sign = [csv](char wanted) {
        return [csv, wanted](const Sign& each) { return csv && each.character == wanted; };
    };
    delimiter_->setCurrentIndex(indexWhere(kDelimiters, sign(plan.dialect.delimiter)));
    decimal_->setCurrentIndex(indexWhere(kDecimals, sign(plan.dialect.decimal)));
    encoding_->setCurrentIndex(
        indexWhere(kEncodings, [&](Encoding e) { return e == plan.dialect.encoding; }));
}

ImportAnswers ImportFields::merged(ImportAnswers answers) const {
    answers.model = model_->currentText().trimmed().toStdString();
    answers.version = version_->text().trimmed().toStdString();
    answers.evalSet = evalSet_->text().trimmed().toStdString();
    const auto chosen = [this](const QComboBox* field) {
        const bool said = said_.contains(field) && field->currentIndex() >= 0;
        return said ? std::optional(static_cast<std::size_t>(field->currentIndex())) : std::nullopt;
    };
    if (said_.contains(positive_)) answers.positive = said_.at(positive_).toStdString();
    if (const auto i = chosen(kind_)) answers.scoreKind = kKinds[*i];
    if (const auto i = chosen(delimiter_)) answers.delimiter = kDelimiters[*i].character;
    if (const auto i = chosen(decimal_)) answers.decimal = kDecimals[*i].character;
    if (const auto i = chosen(encoding_)) answers.encoding = kEncodings[*i];
    return answers;
}

bool ImportFields::complete() const {
    return !model_->currentText().trimmed().isEmpty() && !version_->text().trimmed().isEmpty() &&
           !evalSet_->text().trimmed().isEmpty();
}

}  // namespace reckoner
