#include "ui/import/role_choice.h"

#include <QCoreApplication>

namespace reckoner {
namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("RoleChoice", text);
}

// Where the answer for a role that one column has is kept; nullptr for roles of many columns.
std::string* single(ImportAnswers& answers, ColumnRole role) {
    switch (role) {
        case ColumnRole::Id:
            return &answers.id;
        case ColumnRole::Label:
            return &answers.label;
        case ColumnRole::Score:
            return &answers.score;
        case ColumnRole::Prediction:
            return &answers.prediction;
        case ColumnRole::Text:
            return &answers.text;
        case ColumnRole::Weight:
            return &answers.weight;
        case ColumnRole::Timestamp:
            return &answers.timestamp;
        case ColumnRole::Latency:
            return &answers.latency;
        case ColumnRole::Explanation:
            return &answers.explanation;
        case ColumnRole::Override:
            return &answers.overrideColumn;
        case ColumnRole::Actionable:
            return &answers.actionable;
        case ColumnRole::Outcome:
            return &answers.outcome;
        case ColumnRole::ActedOn:
            return &answers.actedOn;
        default:
            return nullptr;
    }
}

std::vector<std::string>* many(ImportAnswers& answers, ColumnRole role) {
    switch (role) {
        case ColumnRole::Segment:
            return &answers.segments;
        case ColumnRole::Numeric:
            return &answers.numeric;
        case ColumnRole::Amount:
            return &answers.amounts;
        default:
            return nullptr;
    }
}

void forgetRoles(ImportAnswers& answers) {
    for (const RoleChoice& choice : roleChoices()) {
        if (!choice.role) continue;
        if (auto* name = single(answers, *choice.role)) name->clear();
        if (auto* names = many(answers, *choice.role)) names->clear();
    }
    answers.classScores.clear();
    answers.ignored.clear();
}

}  // namespace

const std::vector<RoleChoice>& roleChoices() {
    static const std::vector<RoleChoice> choices = {
        {ColumnRole::Id, tr("Sample id"),
         tr("Tells cases apart; the same case has the same id in every run.")},
        {ColumnRole::Label, tr("Right answer"), tr("The true class, known afterwards.")},
        {ColumnRole::Score, tr("Score"), tr("How sure the model is that it is the class looked for.")},
        {ColumnRole::ClassScore, tr("Score of one class"), tr("For several classes: one column a class.")},
        {ColumnRole::Prediction, tr("Predicted class"), tr("What the model said in the end.")},
        {ColumnRole::Segment, tr("Segment"), tr("Groups to look at: country, plan, channel.")},
        {ColumnRole::Numeric, tr("Number"), tr("A figure to filter by and to watch for drift.")},
        {ColumnRole::Amount, tr("Amount"), tr("Money of the case; costs can be a share of it.")},
        {ColumnRole::Text, tr("Text"), tr("What a person reads to judge the case.")},
        {ColumnRole::Timestamp, tr("Time"), tr("When the case happened.")},
        {ColumnRole::Weight, tr("Weight"), tr("How many real cases this row stands for.")},
        {ColumnRole::Latency, tr("Latency"), tr("How long the model took, in milliseconds.")},
        {ColumnRole::Explanation, tr("Explanation"), tr("What moved the score.")},
        {ColumnRole::Override, tr("Override"), tr("What a person decided instead.")},
        {ColumnRole::Actionable, tr("Actionable"), tr("Whether anything could be done about the case.")},
        {ColumnRole::Outcome, tr("Outcome"), tr("What happened in the end.")},
        {ColumnRole::ActedOn, tr("Acted on"), tr("Whether the model's answer was followed.")},
        {std::nullopt, tr("Leave out"), tr("Is not brought in.")},
    };
    return choices;
}

QString roleTitle(std::optional<ColumnRole> role) {
    for (const RoleChoice& choice : roleChoices())
        if (choice.role == role) return choice.title;
    return {};
}

bool isShared(std::optional<ColumnRole> role) {
    return !role || role == ColumnRole::Segment || role == ColumnRole::Numeric ||
           role == ColumnRole::Amount || role == ColumnRole::ClassScore;
}

std::string classOfColumn(const PlannedColumn& column) {
    if (!column.classOf.empty()) return column.classOf;
    const std::size_t cut = column.name.find_last_of("._");
    return cut == std::string::npos || cut + 1 == column.name.size() ? column.name
                                                                     : column.name.substr(cut + 1);
}

ImportAnswers withRoles(ImportAnswers answers, const std::vector<PlannedColumn>& columns) {
    forgetRoles(answers);
    for (const PlannedColumn& column : columns) {
        if (!column.role) {
            answers.ignored.push_back(column.name);
        } else if (column.role == ColumnRole::ClassScore) {
            answers.classScores.emplace_back(classOfColumn(column), column.name);
        } else if (std::string* name = single(answers, *column.role)) {
            *name = column.name;
        } else if (auto* names = many(answers, *column.role)) {
            names->push_back(column.name);
        }
    }
    return answers;
}

}  // namespace reckoner
