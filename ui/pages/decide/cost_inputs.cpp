#include "ui/pages/decide/cost_inputs.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QStyle>

#include "ui/style/theme.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

int px(int size) {
    return qRound(size * Theme::instance().typeScale());
}

QString objectNameOf(const std::string& field) {
    return QStringLiteral("cost.") + qt(field);
}

std::string textOf(const CostFields& fields, const std::string& field) {
    const auto found = fields.find(field);
    return found == fields.end() ? std::string() : found->second;
}

}  // namespace

CostInputs::CostInputs(CostDesk& desk, QObject* parent) : QObject(parent), desk_(desk) {}

QLineEdit* CostInputs::line(const std::string& field, const QString& name, int width, QWidget* parent) {
    auto* editor = new QLineEdit(parent);
    editor->setObjectName(objectNameOf(field));
    editor->setAccessibleName(name);
    if (width > 0) editor->setFixedWidth(px(width));
    connect(editor, &QLineEdit::textEdited, this,
            [this, field](const QString& text) { desk_.type(field, text.toStdString()); });
    lines_.emplace_back(field, editor);
    return editor;
}

QPlainTextEdit* CostInputs::text(const std::string& field, const QString& name, QWidget* parent) {
    auto* editor = new QPlainTextEdit(parent);
    editor->setObjectName(objectNameOf(field));
    editor->setAccessibleName(name);
    editor->setTabChangesFocus(true);
    setKind(editor, "field");
    editor->setFixedHeight(px(64));
    connect(editor, &QPlainTextEdit::textChanged, this, [this, field, editor] {
        if (!refreshing_) desk_.type(field, editor->toPlainText().toStdString());
    });
    texts_.emplace_back(field, editor);
    return editor;
}

QComboBox* CostInputs::amount(const std::string& field, const QString& name, int width, QWidget* parent) {
    auto* box = new QComboBox(parent);
    box->setObjectName(objectNameOf(field));
    box->setAccessibleName(name);
    if (width > 0) box->setMinimumWidth(px(width));
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    connect(box, &QComboBox::activated, this, [this, field, box](int index) {
        desk_.type(field, index <= 0 ? std::string() : box->itemText(index).toStdString());
    });
    amounts_.emplace_back(field, box);
    return box;
}

PlainLabel* CostInputs::problem(const std::vector<std::string>& fields, QWidget* parent) {
    auto* label = new PlainLabel({}, parent);
    label->setObjectName(QStringLiteral("problem.") + qt(fields.front()));
    label->setWordWrap(true);
    dress(label, 12, QFont::Normal, &Tokens::noticeText);
    label->hide();
    problems_.push_back({fields, label});
    return label;
}

void CostInputs::mark(QWidget* editor, bool wrong) {
    if (editor->property("wrong").toBool() == wrong) return;
    editor->setProperty("wrong", wrong);
    editor->style()->unpolish(editor);
    editor->style()->polish(editor);
}

void CostInputs::refresh(const CostFields& fields, const CostReading& reading, const CostFormFacts& facts) {
    refreshing_ = true;
    for (const auto& [field, editor] : lines_) {
        const QString text = qt(textOf(fields, field));
        if (editor->text() != text) editor->setText(text);
        mark(editor, reading.problem(field) != nullptr);
    }
    for (const auto& [field, editor] : texts_) {
        const QString text = qt(textOf(fields, field));
        if (editor->toPlainText() != text) editor->setPlainText(text);
    }
    for (const auto& [field, box] : amounts_) {
        QStringList names{tr("choose")};
        for (const std::string& name : facts.amounts)
            names << qt(name);
        const QString chosen = qt(textOf(fields, field));
        // An amount this run does not have is shown, so that it can be seen and changed.
        if (!chosen.isEmpty() && !names.contains(chosen)) names << chosen;
        QStringList there;
        for (int i = 0; i < box->count(); ++i)
            there << box->itemText(i);
        if (there != names) {
            box->clear();
            box->addItems(names);
        }
        box->setCurrentIndex(chosen.isEmpty() ? 0 : static_cast<int>(names.indexOf(chosen)));
        mark(box, reading.problem(field) != nullptr);
    }
    for (const Problem& problem : problems_) {
        const CostProblem* found = nullptr;
        for (const std::string& field : problem.fields)
            if (!found) found = reading.problem(field);
        problem.label->setText(found ? qt(found->sentence) : QString());
        problem.label->setVisible(found != nullptr);
    }
    refreshing_ = false;
}

PlainLabel* costWords(const QString& text, QWidget* parent) {
    auto* label = new PlainLabel(text, parent);
    dress(label, 14);
    return label;
}

PlainLabel* costCaption(const QString& text, QWidget* parent) {
    auto* label = new PlainLabel(text, parent);
    label->setWordWrap(true);
    dress(label, 12, QFont::Normal, &Tokens::ink3);
    return label;
}

PlainLabel* costTitle(const QString& text, QWidget* parent) {
    auto* label = new PlainLabel(text, parent);
    dress(label, 14, QFont::DemiBold);
    return label;
}

QHBoxLayout* costRow(std::initializer_list<QWidget*> widgets) {
    auto* row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    for (QWidget* widget : widgets)
        row->addWidget(widget);
    row->addStretch();
    return row;
}

}  // namespace reckoner

#include "moc_cost_inputs.cpp"
