#include "core/wording/errors_case.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "core/base/clock.h"
#include "core/base/numbers.h"
#include "core/cost/point_costs.h"
#include "core/wording/number_format.h"
#include "core/wording/run_names.h"

namespace reckoner {
namespace {

std::string timeText(double seconds, const std::string& format) {
    if (!std::isfinite(seconds) || std::fabs(seconds) > 2e11) return shortestNumber(seconds);
    const Clock::Time time{std::chrono::milliseconds(std::llround(seconds * 1000))};
    std::string text = isoTime(time);
    text[10] = ' ';
    if (format == "date") return text.substr(0, 10);
    if (format == "minute") return text.substr(0, 16);
    return text.substr(0, format == "millisecond" ? 23 : 19);
}

// Every digit that is stored, with thousands commas and a true minus.
std::string numberText(double number) {
    if (std::isnan(number)) return "not a number";
    if (!std::isfinite(number)) return fixed(number, 0);
    const std::string digits = shortestNumber(std::fabs(number));
    if (digits.find('e') != std::string::npos) return (number < 0 ? "\u2212" : "") + digits;
    const std::size_t point = digits.find('.');
    const int decimals = point == std::string::npos ? 0 : static_cast<int>(digits.size() - point - 1);
    return fixed(number, decimals);
}

std::string amountOf(double amount, const CostModel& costs) {
    return numberText(std::round(amount * 100) / 100) + (costs.currency.empty() ? "" : " " + costs.currency);
}

// ": 2,500 EUR approved, 1,250 EUR lost."
std::string costClause(const CaseFacts& facts, Cell cell, const Vocabulary& words, const CostModel& costs) {
    const std::size_t order = cell == Cell::Caught       ? 0
                              : cell == Cell::FalseAlarm ? 1
                              : cell == Cell::Missed     ? 2
                                                         : 3;
    const auto cost = facts.costs[order];
    if (!cost) return ". What it costs is not known: its amount is missing.";
    if (!costs.inMoney()) {
        if (*cost == 0) return ".";
        const std::string many = *cost == 1 ? words.falseAlarmOne : words.falseAlarmMany;
        if (cell == Cell::FalseAlarm && *cost == 1) return ".";
        return fmt::format(": as bad as {} {}.", numberText(*cost), many);
    }
    const bool flagged = cell == Cell::Caught || cell == Cell::FalseAlarm;
    std::string clause = ": ";
    if (facts.amount && costs.measures().size() > 0)
        clause += fmt::format("{} {}, ", amountOf(*facts.amount, costs), decisionWord(words, flagged));
    if (*cost == 0) return clause + "no cost.";
    return clause + fmt::format("{} {}.", amountOf(std::fabs(*cost), costs), *cost > 0 ? "lost" : "gained");
}

std::string leadOf(Cell cell, const Vocabulary& words) {
    switch (cell) {
        case Cell::Missed:
            return capitalised(words.missedOne);
        case Cell::FalseAlarm:
            return capitalised(words.falseAlarmOne);
        case Cell::Caught:
            return capitalised(words.caught);
        case Cell::LetThrough:
            break;
    }
    return fmt::format("{}, rightly", capitalised(words.passed));
}

std::string otherClass(const CaseFacts& facts) {
    for (const std::string& one : facts.classes)
        if (facts.classes.size() == 2 && one != facts.positive) return one;
    return {};
}

}  // namespace

std::string fieldName(const ColumnInfo& column) {
    std::string name = column.name;
    std::replace(name.begin(), name.end(), '_', ' ');
    return name;
}

std::string fieldValue(const CaseField& field) {
    if (field.text) return *field.text;
    if (!field.number) return "missing";
    if (field.column.type == ColumnType::Timestamp) return timeText(*field.number, field.column.timeFormat);
    return numberText(*field.number);
}

std::string laterName(ColumnRole role) {
    switch (role) {
        case ColumnRole::Override:
            return "human override";
        case ColumnRole::Actionable:
            return "actionable";
        case ColumnRole::Outcome:
            return "outcome";
        case ColumnRole::ActedOn:
            return "acted on";
        default:
            return std::string(name(role));
    }
}

std::string caseScore(double score, double lo, double hi) {
    const double span = hi - lo;
    const int decimals = span > 0 ? std::clamp(static_cast<int>(std::ceil(3 - std::log10(span))), 0, 9) : 3;
    return fixed(score, decimals);
}

std::string factorWeight(double weight) {
    const double size = std::fabs(weight);
    const std::string text =
        size != 0 && size < 0.001 ? shortestNumber(size) : fixed(size, size < 100 ? 3 : 0);
    return (weight < 0 ? "\u2212" : "+") + text;
}

std::string factorDirection(double weight, const CaseFacts& facts) {
    if (weight == 0) return {};
    if (facts.task == Task::Multiclass) {
        const CaseScore* shown = facts.shown();
        if (!shown || !shown->predicted) return {};
        return (weight > 0 ? "for " : "against ") + *shown->predicted;
    }
    if (weight > 0) return "towards " + facts.positive;
    const std::string other = otherClass(facts);
    return other.empty() ? "against " + facts.positive : "towards " + other;
}

std::optional<Cell> outcomeOf(const CaseFacts& facts, double threshold) {
    const CaseScore* shown = facts.shown();
    if (!shown || !shown->score || !facts.label || std::isnan(threshold)) return std::nullopt;
    const bool known =
        std::find(facts.classes.begin(), facts.classes.end(), *facts.label) != facts.classes.end();
    if (!known) return std::nullopt;
    const bool flagged = *shown->score >= threshold;
    if (facts.isPositive()) return flagged ? Cell::Caught : Cell::Missed;
    return flagged ? Cell::FalseAlarm : Cell::LetThrough;
}

std::string decisionWord(const Vocabulary& words, bool flagged) {
    return flagged ? words.flagged : words.passed;
}

std::string decisionWord(const CaseScore& version, const OperatingPoint& screen, const Vocabulary& words) {
    const auto point = version.decidesBy(screen);
    if (!version.score || !point || std::isnan(countedFrom(*point))) return {};
    const TierAct act = actAt(*point, *version.score);
    return act == TierAct::Review ? "to review" : decisionWord(words, act == TierAct::Automatic);
}

namespace {

// ": caught if the person decides rightly, a missed default if not."
std::string reviewClause(Cell cell, const Vocabulary& words) {
    const bool positive = cell == Cell::Caught || cell == Cell::Missed;
    return fmt::format(": {} if the person decides rightly, a {} if not.",
                       positive ? words.caught : words.passed,
                       positive ? words.missedOne : words.falseAlarmOne);
}

bool goesToReview(const CaseFacts& facts, const OperatingPoint& point) {
    const CaseScore* shown = facts.shown();
    return shown && shown->score && point.tiers && actAt(point, *shown->score) == TierAct::Review;
}

}  // namespace

CaseSentence caseSentence(const CaseFacts& facts, const OperatingPoint& point, const Vocabulary& words,
                          const CostModel& costs) {
    const double threshold = countedFrom(point);
    CaseSentence sentence;
    sentence.cell = outcomeOf(facts, threshold);
    if (goesToReview(facts, point)) {
        sentence.lead = "Goes to review";
        sentence.rest = sentence.cell ? reviewClause(*sentence.cell, words) : ": a person decides.";
        return sentence;
    }
    if (sentence.cell) {
        sentence.lead = leadOf(*sentence.cell, words);
        sentence.rest = costClause(facts, *sentence.cell, words, costs);
        return sentence;
    }
    const CaseScore* shown = facts.shown();
    if (!shown || !shown->score) {
        sentence.lead = "Not scored";
        sentence.rest = ": this run has no score for it.";
        return sentence;
    }
    const std::string decision = capitalised(decisionWord(words, *shown->score >= threshold));
    sentence.lead = decision;
    sentence.rest = facts.label ? fmt::format(": its label \"{}\" is no class of the model.", *facts.label)
                                : ", awaiting outcome: its label is not known yet.";
    return sentence;
}

ClassSentence classSentence(const CaseFacts& facts) {
    ClassSentence sentence;
    const CaseScore* shown = facts.shown();
    if (!shown || !shown->predicted) {
        sentence.before = "Not classified: this run has no prediction for it.";
        return sentence;
    }
    sentence.before = "Called ";
    sentence.called = *shown->predicted;
    sentence.after = ".";
    if (!facts.label) {
        sentence.after = "; what it really is, is not known yet.";
    } else if (*facts.label == *shown->predicted) {
        sentence.right = true;
        sentence.after = ", rightly.";
    } else {
        sentence.between = ", was really ";
        sentence.really = *facts.label;
    }
    return sentence;
}

std::string placeText(std::size_t place, std::size_t listed) {
    return fmt::format("{} of {}", count(place + 1), count(listed));
}

std::string scoresTitle(const CaseFacts& facts) {
    return facts.versions.size() > 1 ? "score against the threshold, in each version"
                                     : "score against the threshold";
}

std::string factorsTitle(const CaseFacts& facts) {
    const CaseScore* shown = facts.shown();
    return "what moved the score" + (shown ? " of " + versionName(shown->version) : std::string());
}

std::string scoreName(const CaseScore& score, const CaseFacts& facts) {
    const CaseScore* shown = facts.shown();
    if (!shown || score.evalSet == shown->evalSet) return versionName(score.version);
    return fmt::format("{} \u00B7 {}", versionName(score.version), score.evalSet);
}

std::string classScoresTitle(const CaseScore& score, const CaseFacts& facts) {
    return fmt::format("{}, {}", score.classScores.empty() ? "class" : "class scores",
                       scoreName(score, facts));
}

std::string cardText(const CaseFacts& facts, const OperatingPoint& point, const Vocabulary& words,
                     const CostModel& costs) {
    std::string text = facts.sampleId + ". ";
    text += facts.task == Task::Multiclass ? classSentence(facts).text()
                                           : caseSentence(facts, point, words, costs).text();
    for (const CaseScore& version : facts.versions) {
        text += fmt::format(" {}: ", scoreName(version, facts));
        if (version.predicted && facts.task == Task::Multiclass) {
            text += *version.predicted + ".";
        } else if (version.score) {
            const std::string decided = decisionWord(version, point, words);
            text += caseScore(*version.score, version.lo, version.hi);
            text += decided.empty() ? "." : ", " + decided + ".";
        } else {
            text += "no score.";
        }
    }
    for (const Factor& factor : facts.factors)
        text += fmt::format(" {} {}.", factor.name, factorWeight(factor.weight));
    for (const CaseField& field : facts.later)
        text += fmt::format(" {}: {}.", laterName(field.column.role), fieldValue(field));
    for (const CaseField& field : facts.fields)
        text += fmt::format(" {}: {}.", fieldName(field.column), fieldValue(field));
    return text;
}

}  // namespace reckoner
