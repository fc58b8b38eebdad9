#include "core/wording/decide_sentences.h"

#include <cmath>

#include <fmt/format.h>

#include "core/wording/cost_unit.h"
#include "core/wording/lowest_sentences.h"
#include "core/wording/number_format.h"
#include "core/wording/with_article.h"

namespace reckoner {
namespace {

double span(const RunAnalysis& run) {
    return run.axisHi - run.axisLo;
}

int decimalsOf(double step) {
    if (!(step > 0)) return 3;
    return std::max(0, static_cast<int>(std::ceil(-std::log10(step) - 1e-9)));
}

const CostModel& costsOf(const RunAnalysis& run) {
    return run.cost.model();
}

double totalAt(const RunAnalysis& run, double threshold) {
    return run.perPeriod(run.cost.total(run.sweep->at(threshold)));
}

bool onlyMistakesCost(const CostModel& costs) {
    const OutcomeCost nothing;
    return costs.tp == nothing && costs.tn == nothing;
}

std::uint64_t decisionsAPeriod(const RunAnalysis& run) {
    return static_cast<std::uint64_t>(std::llround(run.volume()));
}

std::string shareOfAmount(double factor) {
    if (factor == 0.5) return "half";
    if (factor == 1) return "all";
    return percent(factor, std::fabs(factor * 100 - std::round(factor * 100)) < 1e-9 ? 0 : 1);
}

// "half the amount", "30 EUR", "2 EUR and 15 % of the amount".
std::string costText(const OutcomeCost& cost, const CostModel& model) {
    std::string text;
    if (cost.fixed != 0 || cost.factor == 0) text = amountText(std::fabs(cost.fixed)) + " " + model.currency;
    if (cost.factor == 0) return text;
    if (!text.empty()) text += " and ";
    const double factor = std::fabs(cost.factor);
    return text + shareOfAmount(factor) + (factor == 0.5 || factor == 1 ? " the " : " of the ") +
           cost.amountColumn;
}

bool isGain(const OutcomeCost& cost) {
    return cost.fixed < 0 || cost.factor < 0;
}

std::string outcomeClause(const std::string& what, const OutcomeCost& cost, const CostModel& model) {
    if (cost == OutcomeCost{}) return {};
    return fmt::format("{} {} {}", what, isGain(cost) ? "gains" : "costs", costText(cost, model));
}

// "Costs are counted in false alarms (a good customer refused is one): a missed default is as bad as 5."
std::string unweightedAlarms(const CostModel& costs, const Vocabulary& words) {
    const Vocabulary plainWords;
    const bool own = words.falseAlarmOne != plainWords.falseAlarmOne;
    const std::string what =
        own ? fmt::format("false alarms ({} is one)", withArticle(words.falseAlarmOne)) : "false alarms";
    const double ratio = costs.fp.fixed != 0 ? costs.fn.fixed / costs.fp.fixed : 0;
    return fmt::format("Costs are counted in {}: {} is as bad as {}.", what, withArticle(words.missedOne),
                       ratio == 1 ? std::string("one") : amountText(ratio));
}

// Both ends with the same decimals: "between 37.0 and 60.0".
std::string betweenText(const Interval& interval) {
    const double larger = std::max(std::fabs(interval.lo), std::fabs(interval.hi));
    const bool whole = interval.lo == std::round(interval.lo) && interval.hi == std::round(interval.hi);
    const bool small = larger > 0 && larger < 100 && !whole;
    const int decimals = larger < 10 ? 2 : 1;
    const auto one = [&](double v) { return small ? fixed(v, decimals) : amountText(v); };
    return fmt::format("between {} and {}", one(interval.lo), one(interval.hi));
}

// Never 0 or 100 of a hundred while there are some, or some are not.
std::string peopleOfHundred(double share) {
    if (share > 0 && share < 0.005) return "fewer than 1";
    if (share < 1 && share >= 0.995) return "more than 99";
    return ofHundred(share);
}

// What keeps a share from being believed: few samples, few flagged, or one class only. Empty: nothing does.
std::string littleToGoBy(const Tally& tally, const Vocabulary& words) {
    constexpr std::uint64_t kFew = 30;
    const std::uint64_t n = tally.n();
    const std::uint64_t flagged = tally.tp.n + tally.fp.n;
    if (n < kFew) return fmt::format("Only {} {}.", count(n), n == 1 ? words.sample : words.samples);
    if (tally.negatives() == 0) return "This run holds no other class, so false alarms cannot show.";
    if (flagged > 0 && flagged < kFew)
        return fmt::format("Only {} {} {}: little to go by.", count(flagged), flagged == 1 ? "is" : "are",
                           words.flagged);
    return {};
}

}  // namespace

PointFacts pointFacts(const RunAnalysis& run, double threshold) {
    PointFacts facts;
    facts.threshold = threshold;
    facts.tally = run.sweep->at(threshold);
    const Tally& t = facts.tally;
    const CostParts parts = run.cost.of(t);
    facts.perPeriod = {run.perPeriod(parts.tp), run.perPeriod(parts.fp), run.perPeriod(parts.fn),
                       run.perPeriod(parts.tn)};
    facts.precision = ratio(t.tp.weight, t.tp.weight + t.fp.weight, Reason::NothingFlagged);
    facts.recall = ratio(t.tp.weight, t.tp.weight + t.fn.weight, Reason::NoPositives);
    return facts;
}

std::string capitalised(const std::string& text) {
    std::string result = text;
    if (!result.empty() && result[0] >= 'a' && result[0] <= 'z')
        result[0] = static_cast<char>(result[0] - 32);
    return result;
}

std::string amountText(double perPeriod) {
    const std::string text = money(perPeriod);
    // "2.00" and "15.0" are 2 and 15 when nothing was rounded away.
    return perPeriod == std::round(perPeriod) && std::fabs(perPeriod) < 1000 ? fixed(perPeriod, 0) : text;
}

std::string amountText(const RunAnalysis& run, const Vocabulary&, double perPeriod) {
    const CostModel& costs = costsOf(run);
    const std::string text = amountText(perPeriod);
    if (costs.inMoney()) return text + " " + costs.currency;
    return text + (text == "1" ? " false alarm\u2019s worth" : " " + unitOfCosts(costs));
}

double roundedDifference(double difference, double total) {
    if (total == 0 || !std::isfinite(total) || !std::isfinite(difference)) return difference;
    const double unit = std::pow(10.0, std::floor(std::log10(std::fabs(total))) - 2);
    return std::round(difference / unit) * unit;
}

std::string differenceText(double difference, double total) {
    if (difference == 0) return "the same";
    const double rounded = roundedDifference(difference, total);
    const std::string size = rounded == 0 ? "slightly" : amountText(std::fabs(rounded));
    return size + (difference < 0 ? " less" : " more");
}

std::string perPeriodText(const RunAnalysis& run) {
    const CostModel& costs = costsOf(run);
    return costs.volumePerPeriod > 0 ? " a " + costs.period : std::string();
}

double thresholdStep(const RunAnalysis& run) {
    const double raw = span(run) / 100;
    if (!(raw > 0)) return 0.01;
    const double power = std::pow(10.0, std::floor(std::log10(raw) + 1e-9));
    const double lead = raw / power;
    return power * (lead < 1.5 ? 1 : lead < 3.5 ? 2 : lead < 7.5 ? 5 : 10);
}

std::string shortThreshold(const RunAnalysis& run, double threshold) {
    if (std::isinf(threshold)) return thresholdExact(threshold);
    return fixed(threshold, decimalsOf(thresholdStep(run)));
}

std::string fullThreshold(const RunAnalysis& run, double threshold) {
    if (std::isinf(threshold)) return thresholdExact(threshold);
    return fixed(threshold, decimalsOf(thresholdStep(run)) + 1);
}

double roundedThreshold(const RunAnalysis& run, double raw) {
    const double kept = std::min(std::max(raw, run.axisLo), run.axisHi);
    // Divided, not multiplied by 0.001: 31 * 0.01 is not the double people mean by 0.31.
    const double scale = std::round(10 / thresholdStep(run) * 1000) / 1000;
    return std::round(kept * scale) / scale;
}

Sentence headline(const RunAnalysis& run, const Vocabulary& words, double threshold) {
    const CostModel& costs = costsOf(run);
    const double total = totalAt(run, threshold);
    const std::string start =
        std::isinf(threshold) ? std::string("Flagging nobody") : "At " + shortThreshold(run, threshold);
    const std::string end = costs.volumePerPeriod > 0 ? perPeriodText(run) : std::string(" in this run");
    const std::string what = onlyMistakesCost(costs) ? "wrong decisions" : "decisions";
    if (!costs.inMoney())
        return {{fmt::format("{}, {} cost ", start, what)},
                {amountText(run, words, total), Emphasis::Accent},
                {end}};
    return {{fmt::format("{}, {} {} ", start, what, total < 0 ? "gain" : "cost")},
            {amountText(run, words, std::fabs(total)), Emphasis::Accent},
            {end}};
}

Sentence againstPolicy(const RunAnalysis& run, double threshold, const AgainstPolicy& facts) {
    return againstPolicy(run, threshold, facts, {}, LowestRoom::Lowest);
}

std::string assumptions(const RunAnalysis& run, const Vocabulary& words, std::optional<Interval> likely) {
    const CostModel& costs = costsOf(run);
    std::string text;
    if (likely) text = fmt::format("Likely {}. ", betweenText(*likely));
    if (!costs.inMoney()) {
        text += unweightedAlarms(costs, words);
        return text;
    }
    std::string clauses = capitalised(outcomeClause(withArticle(words.missedOne), costs.fn, costs));
    const std::string alarm = withArticle(words.falseAlarmOne);
    if (costs.fp != OutcomeCost{}) {
        const bool sameAmount =
            !costs.fn.amountColumn.empty() && costs.fn.amountColumn == costs.fp.amountColumn;
        const bool plainShare = sameAmount && costs.fp.fixed == 0 && !isGain(costs.fp) && !isGain(costs.fn);
        const std::string clause =
            plainShare ? alarm + " " + shareOfAmount(costs.fp.factor) : outcomeClause(alarm, costs.fp, costs);
        clauses = clauses.empty() ? capitalised(clause) : clauses + ", " + clause;
    }
    for (const auto& [name, cost] : {std::pair<std::string, const OutcomeCost&>{words.caught, costs.tp},
                                     std::pair<std::string, const OutcomeCost&>{words.passed, costs.tn}}) {
        const std::string clause = outcomeClause("one " + name, cost, costs);
        if (!clause.empty()) clauses += (clauses.empty() ? "" : ", ") + clause;
    }
    if (costs.volumePerPeriod > 0)
        clauses += fmt::format("; {} {} a {}", count(decisionsAPeriod(run)), words.samples, costs.period);
    return text + clauses + ".";
}

Sentence qualitySentence(const RunAnalysis& run, const Vocabulary& words, double threshold) {
    const PointFacts facts = pointFacts(run, threshold);
    Sentence sentence;
    if (facts.precision) {
        sentence.push_back({fmt::format("Of 100 {}, ", words.flagged)});
        sentence.push_back({peopleOfHundred(*facts.precision), Emphasis::Strong});
        sentence.push_back({fmt::format(" {}; ", words.wouldHave)});
    } else {
        sentence.push_back({fmt::format("Nobody is {}; ", words.flagged)});
    }
    if (facts.recall) {
        sentence.push_back({peopleOfHundred(*facts.recall), Emphasis::Strong});
        sentence.push_back({fmt::format(" of 100 {} are caught.", words.realOnes)});
    } else {
        sentence.push_back({fmt::format("recall is n/a: {}.", describe(facts.recall.why))});
    }
    const std::string warning = littleToGoBy(facts.tally, words);
    if (!warning.empty()) sentence.push_back({" " + warning});
    return sentence;
}

std::string pointSentence(const RunAnalysis& run, const Vocabulary& words, double threshold) {
    const PointFacts facts = pointFacts(run, threshold);
    const Tally& t = facts.tally;
    const auto rate = [](const Value& value) {
        return value ? shareText(*value) : fmt::format("n/a ({})", describe(value.why));
    };
    return fmt::format("Threshold {}: {} {}, {} {}, {} {}, {} {}. Precision {}, recall {}. {}{}.",
                       fullThreshold(run, threshold), count(t.tp.n), words.caught, count(t.fn.n),
                       words.missed, count(t.fp.n), t.fp.n == 1 ? words.falseAlarmOne : words.falseAlarmMany,
                       count(t.tn.n), words.passed, rate(facts.precision), rate(facts.recall),
                       amountText(run, words, facts.perPeriod.total()), perPeriodText(run));
}

std::string cellSentence(const RunAnalysis& run, const Vocabulary& words, double threshold, Cell cell) {
    const PointFacts facts = pointFacts(run, threshold);
    const Tally& t = facts.tally;
    const bool positive = cell == Cell::Missed || cell == Cell::Caught;
    const Sums& sums = cell == Cell::Missed       ? t.fn
                       : cell == Cell::Caught     ? t.tp
                       : cell == Cell::LetThrough ? t.tn
                                                  : t.fp;
    const double cost = cell == Cell::Missed       ? facts.perPeriod.fn
                        : cell == Cell::Caught     ? facts.perPeriod.tp
                        : cell == Cell::LetThrough ? facts.perPeriod.tn
                                                   : facts.perPeriod.fp;
    const std::uint64_t all = positive ? t.positives() : t.negatives();
    const bool flagged = cell == Cell::Caught || cell == Cell::FalseAlarm;
    const std::string kind = positive ? words.realOnes : "others";
    std::string text = fmt::format("{} of the {} {} are {}", count(sums.n), count(all), kind,
                                   flagged ? words.flagged : words.passed);
    if (cost != 0)
        text += fmt::format("; they {} {}{}", cost < 0 ? "gain" : "cost",
                            amountText(run, words, std::fabs(cost)), perPeriodText(run));
    return text + ".";
}

std::string countsNote(const RunAnalysis& run, const Vocabulary& words) {
    const CostModel& costs = costsOf(run);
    std::string text =
        fmt::format("Counts are of the {} {} in this run", count(run.sweep->samples()), words.samples);
    if (costs.volumePerPeriod > 0)
        text += fmt::format(", {} for {} {} a {}", costs.inMoney() ? "money is" : "costs are",
                            count(decisionsAPeriod(run)), words.samples, costs.period);
    return text + ".";
}

std::string shareText(double share) {
    if (share > 0 && share < 0.005) return "<\u202F" + percent(0.01);
    if (share < 1 && share >= 0.995) return ">\u202F" + percent(0.99);
    return percent(share);
}

std::string thresholdAxisTitle(const Vocabulary& words) {
    return fmt::format("threshold: {} from this score up", words.flag);
}

std::string precisionAxisTitle(const Vocabulary& words) {
    const bool ownWords = words.wouldHave != Vocabulary{}.wouldHave;
    return fmt::format("precision: {} {} {}", words.flagged, ownWords ? "who" : "that", words.wouldHave);
}

std::string recallAxisTitle(const Vocabulary& words) {
    return fmt::format("recall: {} caught", words.realOnes);
}

}  // namespace reckoner
