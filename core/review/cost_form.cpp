#include "core/review/cost_form.h"

#include <algorithm>
#include <cmath>

#include "core/base/numbers.h"
#include "core/base/trimmed.h"
#include "core/cost/break_even.h"
#include "core/wording/cost_words.h"
#include "core/wording/vocabulary_words.h"

namespace reckoner {
namespace {

constexpr Outcome kOutcomes[] = {Outcome::Missed, Outcome::FalseAlarm, Outcome::Caught, Outcome::LetThrough};

void replaceAll(std::string& text, const std::string& what, const std::string& with) {
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
        text.replace(at, what.size(), with);
}

// "12,345,678" and nothing else with commas: "0,5" may mean a half or five.
bool commasGroupThousands(const std::string& text) {
    const auto first = text.find(',');
    const std::size_t digits = text.find_first_of("0123456789");
    if (digits == std::string::npos || first <= digits || first - digits > 3) return false;
    if (text.find_first_not_of("0123456789", digits) != first) return false;
    std::size_t end = text.find_first_not_of("0123456789,", first);
    if (end == std::string::npos) end = text.size();
    for (std::size_t at = first; at < end; at += 4)
        if (text[at] != ',' || at + 4 > end || text.find(',', at + 1) < at + 4) return false;
    return text.find(',', end) == std::string::npos;
}

bool optionalWord(const VocabularyWord& word) {
    return word.member == &Vocabulary::positiveOne || word.member == &Vocabulary::negativeOne;
}

class Reader {
 public:
    Reader(const CostFields& fields, const CostModelRow& base, const CostFormFacts& facts)
        : fields_(fields), facts_(facts) {
        reading_.row = base;
        reading_.row.removed = false;
    }

    CostReading read() {
        CostModel& costs = reading_.row.costs;
        words();
        for (const Outcome outcome : kOutcomes)
            price(outcome, priceOf(costs, outcome));
        classPrices(costs.byClass);
        if (!facts_.cohort) everybody(costs);
        costs.prevalence = share("prevalence");
        if (costs.prevalence && !(*costs.prevalence > 0 && *costs.prevalence < 1))
            refuse("prevalence",
                   "The share in production lies between 0 and 100 of 100; leave it empty where it "
                   "is as in the run.");
        judge(costs);
        reading_.row.who = trimmed(text("who"));
        reading_.row.why = trimmed(text("why"));
        if (reading_.row.who.empty()) refuse("who", "Say who decided this.");
        if (reading_.row.why.empty()) refuse("why", "Write why, for whoever looks at it later.");
        return std::move(reading_);
    }

 private:
    std::string text(const std::string& field) const {
        const auto found = fields_.find(field);
        return found == fields_.end() ? std::string() : found->second;
    }
    void refuse(const std::string& field, const std::string& sentence) {
        reading_.problems.push_back({field, sentence});
    }
    void refuseNumber(const std::string& field) {
        const std::string typed(trimmed(text(field)));
        const bool comma = typed.find(',') != std::string::npos;
        refuse(field, "\u201C" + typed + "\u201D is not a number; write it like 15 or " +
                          (comma ? "1,000 or 0.5, with a point." : "0.5."));
    }
    // Nothing: the field is empty, or it was refused.
    std::optional<double> number(const std::string& field) {
        if (trimmed(text(field)).empty()) return std::nullopt;
        const auto typed = numberTyped(text(field));
        if (!typed) refuseNumber(field);
        return typed;
    }
    std::optional<double> share(const std::string& field) {
        const auto hundred = number(field);
        return hundred ? shareTyped(shortestNumber(*hundred)) : std::nullopt;
    }
    double atLeastNothing(const std::string& field, const std::string& sentence) {
        const double value = number(field).value_or(0);
        if (value < 0) refuse(field, sentence);
        return std::max(0.0, value);
    }

    void price(Outcome outcome, OutcomeCost& into) {
        OutcomeCost read;
        read.fixed = number(costField(outcome, "money")).value_or(0);
        read.factor = share(costField(outcome, "share")).value_or(0);
        const std::string amount = text(costField(outcome, "amount"));
        if (read.factor != 0 && amount.empty())
            refuse(costField(outcome, "amount"), "Choose the amount that this is a share of.");
        else if (read.factor != 0 &&
                 std::find(facts_.amounts.begin(), facts_.amounts.end(), amount) == facts_.amounts.end())
            refuse(costField(outcome, "amount"), "This run has no amount \u201C" + amount + "\u201D.");
        if (read.factor != 0) read.amountColumn = amount;
        into = read;
    }

    void classPrices(ClassPrices& into) {
        if (facts_.classes.empty()) return;
        ClassPrices read = evenPrices(facts_.classes, 0);
        const std::size_t size = facts_.classes.size();
        bool any = false;
        for (std::size_t truth = 0; truth < size; ++truth)
            for (std::size_t called = 0; called < size; ++called) {
                const double money = number(cellField(truth, called)).value_or(0);
                read.money[truth * size + called] = money;
                any = any || money != 0;
            }
        into = any ? read : ClassPrices{};
    }

    void everybody(CostModel& costs) {
        costs.currency = trimmed(text("currency"));
        costs.volumePerPeriod = atLeastNothing("volume", "There cannot be fewer than none a period.");
        costs.period = trimmed(text("period"));
        if (costs.period.empty()) refuse("period", "Name the period: day, week, month, quarter, year.");
        costs.review = atLeastNothing("review", "A review cannot cost less than nothing.");
        costs.reviewerAccuracy = share("accuracy").value_or(1);
        if (!(costs.reviewerAccuracy >= 0 && costs.reviewerAccuracy <= 1))
            refuse("accuracy", "A reviewer is right in 0 to 100 of 100 reviews.");
        costs.reviewCapacity = number("capacity");
        if (costs.reviewCapacity.value_or(0) < 0)
            refuse("capacity", "A team cannot do fewer than no reviews.");
    }

    void words() {
        if (facts_.cohort) return;
        for (const VocabularyWord& word : vocabularyWords()) {
            const std::string field = std::string("word.") + word.key;
            reading_.row.words.*word.member = trimmed(text(field));
            if (trimmed(text(field)).empty() && !optionalWord(word))
                refuse(field, "This word stands in sentences, so it cannot be empty.");
        }
    }

    void judge(const CostModel& costs) {
        const Vocabulary& words = reading_.row.words;
        const auto isNothing = [](const OutcomeCost& cost) { return cost.fixed == 0 && cost.factor == 0; };
        const bool nothing =
            isNothing(costs.tp) && isNothing(costs.fp) && isNothing(costs.fn) && isNothing(costs.tn);
        if (nothing && costs.byClass.empty() && reading_.problems.empty())
            refuse("fn.money",
                   "Like this no decision costs anything, so no threshold is better than another. "
                   "Say what a " +
                       words.missedOne + " costs, or a " + words.falseAlarmOne + ".");
        const auto fixedOnly = [](const OutcomeCost& cost) { return cost.factor == 0; };
        if (!nothing && fixedOnly(costs.tp) && fixedOnly(costs.fn) && costs.fn.fixed < costs.tp.fixed)
            reading_.remarks.push_back("A " + words.missedOne +
                                       " costs less than one that is caught: catching them then only costs.");
        if (!nothing && fixedOnly(costs.fp) && fixedOnly(costs.tn) && costs.fp.fixed < costs.tn.fixed)
            reading_.remarks.push_back("A " + words.falseAlarmOne + " costs less than a right \u201C" +
                                       words.passed + "\u201D: raising alarms then only gains.");
        if (!nothing && !facts_.cohort && costs.currency.empty())
            reading_.remarks.push_back("Without a currency, costs count in false alarms.");
    }

    const CostFields& fields_;
    const CostFormFacts& facts_;
    CostReading reading_;
};

}  // namespace

std::string costField(Outcome outcome, const char* part) {
    static constexpr const char* kNames[] = {"tp", "fp", "fn", "tn"};
    return std::string(kNames[static_cast<std::size_t>(outcome)]) + "." + part;
}

std::string cellField(std::size_t truth, std::size_t called) {
    return "cell." + std::to_string(truth) + "." + std::to_string(called);
}

CostFields fieldsOf(const CostModelRow& row, const CostFormFacts& facts) {
    CostFields fields;
    const CostModel& costs = row.costs;
    const auto orEmpty = [](double value) { return value == 0 ? std::string() : shortestNumber(value); };
    for (const Outcome outcome : kOutcomes) {
        const OutcomeCost& cost = priceOf(costs, outcome);
        const bool varies = cost.factor != 0 && !cost.amountColumn.empty();
        fields[costField(outcome, "money")] = shortestNumber(cost.fixed);
        fields[costField(outcome, "share")] = varies ? percentTyped(cost.factor) : "";
        fields[costField(outcome, "amount")] = varies ? cost.amountColumn : "";
    }
    fields["currency"] = costs.currency;
    fields["volume"] = orEmpty(costs.volumePerPeriod);
    fields["period"] = costs.period;
    fields["review"] = orEmpty(costs.review);
    fields["accuracy"] = percentTyped(costs.reviewerAccuracy);
    fields["capacity"] = costs.reviewCapacity ? shortestNumber(*costs.reviewCapacity) : "";
    fields["prevalence"] = costs.prevalence ? percentTyped(*costs.prevalence) : "";
    for (const VocabularyWord& word : vocabularyWords())
        fields[std::string("word.") + word.key] = row.words.*word.member;
    const std::vector<std::string>& known = costs.byClass.classes;
    for (std::size_t truth = 0; truth < facts.classes.size(); ++truth)
        for (std::size_t called = 0; called < facts.classes.size(); ++called) {
            const auto t = std::find(known.begin(), known.end(), facts.classes[truth]);
            const auto c = std::find(known.begin(), known.end(), facts.classes[called]);
            if (t == known.end() || c == known.end()) continue;
            const double money = costs.byClass.at(static_cast<std::size_t>(t - known.begin()),
                                                  static_cast<std::size_t>(c - known.begin()));
            fields[cellField(truth, called)] = shortestNumber(money);
        }
    return fields;
}

bool CostReading::figuresStand() const {
    return std::all_of(problems.begin(), problems.end(), [](const CostProblem& problem) {
        return problem.field == "who" || problem.field == "why";
    });
}

const CostProblem* CostReading::problem(const std::string& field) const {
    const auto found = std::find_if(problems.begin(), problems.end(),
                                    [&](const CostProblem& problem) { return problem.field == field; });
    return found == problems.end() ? nullptr : &*found;
}

CostReading readFields(const CostFields& fields, const CostModelRow& base, const CostFormFacts& facts) {
    return Reader(fields, base, facts).read();
}

std::optional<double> numberTyped(const std::string& typed) {
    std::string text(trimmed(typed));
    for (const char* minus : {"\u2212", "\u2013"})
        replaceAll(text, minus, "-");
    for (const char* space : {"\u202F", "\u00A0", "\u2009", " "})
        replaceAll(text, space, "");
    if (text.find(',') != std::string::npos) {
        if (!commasGroupThousands(text)) return std::nullopt;
        replaceAll(text, ",", "");
    }
    const auto number = parseNumber(text);
    return number && std::isfinite(*number) ? number : std::nullopt;
}

}  // namespace reckoner
