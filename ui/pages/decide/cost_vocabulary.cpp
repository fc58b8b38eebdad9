#include "ui/pages/decide/cost_vocabulary.h"

#include <QGridLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "core/wording/vocabulary_words.h"
#include "ui/style/theme.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

std::string fieldOf(const VocabularyWord& word) {
    return std::string("word.") + word.key;
}

}  // namespace

CostVocabulary::CostVocabulary(CostInputs& inputs, QWidget* parent)
    : QWidget(parent), fold_(new QPushButton(this)), words_(new QWidget(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    fold_->setObjectName(QStringLiteral("costWordsFold"));
    fold_->setAutoDefault(false);
    setKind(fold_, "small");
    column->addWidget(fold_, 0, Qt::AlignLeft);
    column->addWidget(words_);
    auto* grid = new QGridLayout(words_);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    std::vector<std::string> fields;
    int row = 0;
    for (const VocabularyWord& word : vocabularyWords()) {
        const QString asks = tr(word.asks);
        auto* label = new PlainLabel(asks, words_);
        label->setWordWrap(true);
        dress(label, 12, QFont::Normal, &Tokens::ink2);
        auto* field = inputs.line(fieldOf(word), asks, 0, words_);
        label->setBuddy(field);
        if ((Vocabulary{}.*word.member).empty()) field->setPlaceholderText(tr("told by its class"));
        grid->addWidget(label, row, 0);
        grid->addWidget(field, row, 1);
        fields.push_back(fieldOf(word));
        ++row;
    }
    grid->addWidget(inputs.problem(fields, words_), row, 0, 1, 2);
    connect(fold_, &QPushButton::clicked, this, [this] { unfold(words_->isHidden()); });
    unfold(false);
}

void CostVocabulary::unfold(bool open) {
    words_->setVisible(open);
    fold_->setText(open ? tr("Hide the words") : tr("Change the words..."));
    fold_->setAccessibleName(fold_->text());
}

void CostVocabulary::refresh(const CostReading& reading) {
    for (const VocabularyWord& word : vocabularyWords())
        if (reading.problem(fieldOf(word)) && words_->isHidden()) unfold(true);
}

}  // namespace reckoner

#include "moc_cost_vocabulary.cpp"
