#include "core/wording/filter_words.h"

#include <fmt/format.h>

#include "core/base/case_fold.h"
#include "core/base/numbers.h"
#include "core/data/filter_condition.h"
#include "core/wording/case_words.h"

namespace reckoner {
namespace {

using Test = FilterCondition::Test;

constexpr std::size_t kLongest = 40;  // characters of one value on a chip
constexpr std::size_t kMostValues = 3;

std::string shown(const std::string& value) {
    if (const auto number = parseNumber(value)) return caseNumber(*number);
    return caseLine(value, kLongest);
}

std::string listed(const FilterCondition& condition) {
    std::string result;
    for (std::size_t i = 0; i < condition.values.size(); ++i) {
        if (i == kMostValues && condition.values.size() > kMostValues + 1)
            return result + fmt::format(" and {} more", condition.values.size() - i);
        result += (i == 0 ? "" : ", ") + shown(condition.values[i]);
    }
    return result;
}

std::string columnWords(const FilterCondition& condition) {
    const std::string& name = condition.column;
    const std::string values = listed(condition);
    switch (condition.test) {
        case Test::Equal:
        case Test::In:
            return name + ": " + values;
        case Test::NotEqual:
        case Test::NotIn:
            return name + " not " + values;
        case Test::Less:
            return name + " under " + values;
        case Test::LessEqual:
            return name + " up to " + values;
        case Test::Greater:
            return name + " over " + values;
        case Test::GreaterEqual:
            return name + " from " + values;
        case Test::Between:
            return fmt::format("{} {} to {}", name, shown(condition.values[0]), shown(condition.values[1]));
        case Test::NotBetween:
            return fmt::format("{} not {} to {}", name, shown(condition.values[0]),
                               shown(condition.values[1]));
        case Test::Contains:
            return fmt::format("{} has “{}”", name, values);
        case Test::NotContains:
            return fmt::format("{} without “{}”", name, values);
        case Test::StartsWith:
            return fmt::format("{} begins “{}”", name, values);
        case Test::NotStartsWith:
            return fmt::format("{} does not begin “{}”", name, values);
        case Test::Missing:
            return name + " missing";
        case Test::NotMissing:
            return name + " known";
    }
    return name;
}

bool isOneValue(const FilterCondition& condition) {
    return condition.values.size() == 1 && (condition.test == Test::Equal || condition.test == Test::In);
}

std::string cellWords(Cell cell, const Vocabulary& words) {
    switch (cell) {
        case Cell::Missed:
            return words.missed;
        case Cell::Caught:
            return words.caught;
        case Cell::LetThrough:
            return words.passed;
        case Cell::FalseAlarm:
            break;
    }
    return words.falseAlarm;
}

std::optional<Cell> cellNamed(const std::string& word) {
    static constexpr std::pair<std::string_view, Cell> kWords[] = {
        {"missed", Cell::Missed},          {"fn", Cell::Missed},
        {"caught", Cell::Caught},          {"tp", Cell::Caught},
        {"let through", Cell::LetThrough}, {"tn", Cell::LetThrough},
        {"false alarm", Cell::FalseAlarm}, {"fp", Cell::FalseAlarm},
    };
    for (const auto& [name, cell] : kWords)
        if (foldCase(word) == name) return cell;
    return std::nullopt;
}

// "is missing" of one of our own names, and of its opposite.
std::string missingWords(const std::string& name, bool missing) {
    if (name == "note") return missing ? "without a note" : "with a note";
    if (name == "tag") return missing ? "without a tag" : "with a tag";
    if (name == "override") return missing ? "not seen by a person" : "decided by a person";
    if (name == "corrected") return missing ? "label as given" : "label corrected";
    if (name == "label") return missing ? "awaiting outcome" : "outcome known";
    if (name == "flip") return missing ? "not comparable" : "comparable";
    return missing ? name + " missing" : name + " known";
}

std::string flipWords(const std::string& flip, const std::string& baseline) {
    const std::string since = baseline.empty() ? "" : " since " + baseline;
    if (flip == "fixed" || flip == "broken") return flip + since;
    return baseline.empty() ? flip : flip + " as in " + baseline;
}

// An outcome in the model's words; nothing for anything else.
std::optional<std::string> outcomeWords(const FilterCondition& condition, const Vocabulary& words) {
    if (condition.column != "outcome" || !isOneValue(condition)) return std::nullopt;
    if (const auto cell = cellNamed(condition.values[0])) return cellWords(*cell, words);
    const std::string word = foldCase(condition.values[0]);
    if (word == "wrong") return "mistakes";
    if (word == "right") return "right decisions";
    return std::nullopt;
}

std::string ownWords(const FilterCondition& condition, const std::string& baseline) {
    const std::string& name = condition.column;
    if (condition.test == Test::Missing || condition.test == Test::NotMissing)
        return missingWords(name, condition.test == Test::Missing);
    if (!isOneValue(condition)) return columnWords(condition);
    const std::string& value = condition.values[0];
    if (name == "label") return "really " + shown(value);
    if (name == "predicted") return foldCase(value) == "review" ? "goes to review" : "called " + shown(value);
    if (name == "flip") return flipWords(foldCase(value), baseline);
    return columnWords(condition);
}

struct Speech {
    const Vocabulary& words;
    const std::string& baseline;
    bool sentence;  // inside of one: outcomes in lower case
};

// "not note is missing" is a condition turned round.
std::optional<FilterCondition> conditionOf(std::string_view expression) {
    if (auto condition = filterCondition(expression)) return condition;
    constexpr std::string_view kNot = "not ";
    if (foldCase(std::string(expression.substr(0, kNot.size()))) != kNot) return std::nullopt;
    auto turned = filterCondition(expression.substr(kNot.size()));
    if (!turned || (turned->test != Test::Missing && turned->test != Test::NotMissing)) return std::nullopt;
    turned->test = turned->test == Test::Missing ? Test::NotMissing : Test::Missing;
    return turned;
}

std::optional<std::string> oneWords(std::string_view expression, const Speech& speech) {
    const auto condition = conditionOf(expression);
    if (!condition) return std::nullopt;
    if (!condition->ours) return columnWords(*condition);
    if (const auto outcome = outcomeWords(*condition, speech.words))
        return speech.sentence ? *outcome : capitalised(*outcome);
    return ownWords(*condition, speech.baseline);
}

// Alternatives of one condition each; nothing for what is nested deeper.
std::optional<std::string> alternativeWords(std::string_view expression, const Speech& speech) {
    std::string result;
    for (const std::string& one : filterAlternatives(expression)) {
        const auto words = oneWords(one, speech);
        if (!words) return std::nullopt;
        result += (result.empty() ? "" : " or ") + *words;
    }
    return result;
}

std::string wordsOf(std::string_view expression, const Speech& speech) {
    std::string result;
    for (const std::string& part : filterParts(expression))
        result += (result.empty() ? "" : ", ") +
                  alternativeWords(part, speech).value_or(caseLine(part, 3 * kLongest));
    return result;
}

}  // namespace

std::string filterWords(std::string_view expression, const Vocabulary& words, const std::string& baseline) {
    return wordsOf(expression, {words, baseline, false});
}

std::string filterPhrase(std::string_view expression, const Vocabulary& words, const std::string& baseline) {
    return wordsOf(expression, {words, baseline, true});
}

std::optional<Cell> filterCell(std::string_view expression) {
    const auto condition = filterCondition(expression);
    if (!condition || !condition->ours || condition->column != "outcome" || !isOneValue(*condition))
        return std::nullopt;
    return cellNamed(condition->values[0]);
}

}  // namespace reckoner
