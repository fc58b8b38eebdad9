#include "core/wording/policy_words.h"

#include <charconv>
#include <cmath>

#include <fmt/format.h>

#include "core/wording/decide_sentences.h"
#include "core/wording/number_format.h"
#include "core/wording/run_names.h"

namespace reckoner {
namespace {

constexpr const char* kMonths[] = {"Jan",  "Feb", "March", "April", "May", "June",
                                   "July", "Aug", "Sept",  "Oct",   "Nov", "Dec"};

int numberAt(const std::string& text, std::size_t from, std::size_t size) {
    int number = 0;
    std::from_chars(text.data() + from, text.data() + from + size, number);
    return number;
}

std::string unit(const PolicyEvidence& evidence) {
    const std::string what = evidence.currency.empty() ? "false alarms" : evidence.currency;
    return evidence.volume > 0 ? what + " a " + evidence.period : what;
}

}  // namespace

std::string cutoffsText(const OperatingPoint& point) {
    if (!point.tiers) return threshold(point.threshold);
    std::string text;
    const auto& cutoffs = point.tiers->cutoffs;
    for (std::size_t i = 0; i < cutoffs.size(); ++i)
        text += (i == 0 ? "" : i + 1 == cutoffs.size() ? " and " : ", ") + threshold(cutoffs[i]);
    return text;
}

std::string cutoffsText(const Policy& policy) {
    return cutoffsText(pointOf(policy));
}

std::string shortDayText(const std::string& iso, const std::string& today) {
    if (!isDate(iso.substr(0, 10))) return iso;
    const std::string day = fmt::format("{} {}", numberAt(iso, 8, 2), kMonths[numberAt(iso, 5, 2) - 1]);
    return iso.substr(0, 4) == today.substr(0, 4) ? day : day + " " + iso.substr(0, 4);
}

std::string costThenText(const PolicyRecord& record) {
    if (!record.evidence) return "not recorded";
    return amountText(record.evidence->adopted.figures.cost) + " " + unit(*record.evidence);
}

std::string reviewByText(const PolicyRecord& record, const std::string& today) {
    if (record.policy.reviewBy.empty()) return "no date";
    const std::string day = dateName(record.policy.reviewBy);
    const auto late = daysOverdue(record, today);
    if (!late) return day;
    return fmt::format("{}, {} {} late", day, count(static_cast<std::uint64_t>(*late)),
                       *late == 1 ? "day" : "days");
}

std::string dueText(const PolicyRecord& record, const std::string& today) {
    if (!record.inForce()) return "until " + dateName(record.until);
    if (record.policy.reviewBy.empty()) return "in force, no date to review it by";
    const std::string day = dateName(record.policy.reviewBy);
    const auto late = daysOverdue(record, today);
    if (!late) return "in force, to be reviewed by " + day;
    return fmt::format("review overdue since {}, {} {}", day, count(static_cast<std::uint64_t>(*late)),
                       *late == 1 ? "day" : "days");
}

std::string policyTitle(const PolicyRecord& record, const Vocabulary& words) {
    const std::string version = versionName(record.version);
    if (record.policy.tiers) return fmt::format("{} in tiers from {}", version, cutoffsText(record.policy));
    return fmt::format("{} {} from {} up", version, words.flagged, cutoffsText(record.policy));
}

std::string policyCaption(const PolicyRecord& record) {
    return fmt::format(
        "Adopted {} by {}, {}", dateName(record.policy.adoptedAt), record.policy.who,
        record.inForce() ? std::string("in force since then") : "in force until " + dateName(record.until));
}

namespace {

std::string between(const std::optional<Interval>& interval) {
    if (!interval) return {};
    return amountText(interval->lo) + " to " + amountText(interval->hi);
}

std::string ofHundredBetween(const std::optional<Interval>& interval) {
    if (!interval) return {};
    return ofHundred(interval->lo) + " to " + ofHundred(interval->hi);
}

std::string hundredthsOr(const Value& value) {
    return value ? fixed(*value * 100, 1) : std::string("n/a");
}

std::string of(double part, double all) {
    return count(static_cast<std::uint64_t>(std::llround(part))) + " of " +
           count(static_cast<std::uint64_t>(std::llround(all)));
}

std::string changeText(const Interval& interval) {
    const auto one = [](double v) { return amountText(std::fabs(v)); };
    if (interval.hi <= 0) return fmt::format("between {} and {} less", one(interval.hi), one(interval.lo));
    if (interval.lo >= 0) return fmt::format("between {} and {} more", one(interval.lo), one(interval.hi));
    return fmt::format("between {} less and {} more", one(interval.lo), one(interval.hi));
}

}  // namespace

std::vector<std::string> frozenSentences(const PolicyEvidence& evidence, const Vocabulary& words) {
    std::vector<std::string> sentences;
    const PointFigures& figures = evidence.adopted.figures;
    std::string cost = "It costs " + amountText(figures.cost) + " " + unit(evidence);
    if (evidence.adopted.cost)
        cost += ", likely between " + amountText(evidence.adopted.cost->lo) + " and " +
                amountText(evidence.adopted.cost->hi);
    sentences.push_back(cost + ".");
    if (evidence.before && evidence.before->point == evidence.adopted.point) {
        sentences.push_back(fmt::format("It is the policy before, from {} up, adopted again.",
                                        cutoffsText(evidence.before->point)));
    } else if (evidence.before) {
        std::string against =
            capitalised(differenceText(figures.cost - evidence.before->figures.cost, figures.cost)) +
            " than the policy before, from " + cutoffsText(evidence.before->point) + " up";
        if (evidence.difference) against += ": " + changeText(*evidence.difference);
        sentences.push_back(against + ".");
    }
    const OutcomeMix& mix = figures.mix;
    sentences.push_back(fmt::format("{} {} are missed; {} others are {}.", of(mix.fn, mix.positives()),
                                    words.realOnes, of(mix.fp, mix.fp + mix.tn), words.flagged));
    sentences.push_back(frozenWith(evidence, words));
    return sentences;
}

std::string frozenWith(const PolicyEvidence& evidence, const Vocabulary& words) {
    std::string text = "Frozen with the run";
    if (!evidence.runDate.empty()) text += " of " + dateName(evidence.runDate);
    text += " on " + evidence.evalSet;
    if (!evidence.sourceSha256.empty()) text += " (" + evidence.sourceSha256.substr(0, 8) + ")";
    text += fmt::format(", {} {}", count(evidence.samples), words.samples);
    if (!evidence.cohort.empty()) text += " where " + evidence.cohort;
    if (!evidence.scenario.empty()) text += ", costs \u201C" + evidence.scenario + "\u201D";
    return text + ".";
}

std::vector<ThenNowRow> thenAndNow(const PolicyEvidence& evidence, const PolicyEvidence* now,
                                   const Vocabulary& words) {
    std::vector<ThenNowRow> rows;
    const FrozenPoint& a = evidence.adopted;
    const FrozenPoint* b = now ? &now->adopted : nullptr;
    const auto row = [&](const std::string& what, const auto& text, const auto& interval) {
        rows.push_back(
            {what, text(a), interval(a), b ? text(*b) : std::string(), b ? interval(*b) : std::string()});
    };
    const auto none = [](const FrozenPoint&) { return std::string(); };
    row(
        unit(evidence), [](const FrozenPoint& p) { return amountText(p.figures.cost); },
        [](const FrozenPoint& p) { return between(p.cost); });
    // People's own mistakes are counted in.
    const std::string after = a.figures.reviewed > 0 || (b && b->figures.reviewed > 0) ? " after review" : "";
    row(
        "of 100 " + words.realOnes + ", caught" + after,
        [](const FrozenPoint& p) { return hundredthsOr(p.figures.recall); },
        [](const FrozenPoint& p) { return ofHundredBetween(p.figures.recallInterval); });
    row(
        "of 100 " + words.flagged + after + ", right",
        [](const FrozenPoint& p) { return hundredthsOr(p.figures.precision); },
        [](const FrozenPoint& p) { return ofHundredBetween(p.figures.precisionInterval); });
    row(
        words.realOnes + " missed",
        [](const FrozenPoint& p) { return of(p.figures.mix.fn, p.figures.mix.positives()); }, none);
    row(
        "others " + words.flagged,
        [](const FrozenPoint& p) { return of(p.figures.mix.fp, p.figures.mix.fp + p.figures.mix.tn); }, none);
    if (a.point.tiers)
        row(
            "seen by people",
            [](const FrozenPoint& p) {
                return count(static_cast<std::uint64_t>(std::llround(p.figures.reviewed)));
            },
            none);
    return rows;
}

namespace {

// 95 % of now minus then over different samples, from the intervals of both (Zou and Donner 2008; of two
// shares it is Newcombe's method 10).
std::optional<Interval> changeOf(double then, const std::optional<Interval>& thenInterval, double now,
                                 const std::optional<Interval>& nowInterval) {
    if (!thenInterval || !nowInterval) return std::nullopt;
    const double change = now - then;
    return Interval{change - std::hypot(now - nowInterval->lo, thenInterval->hi - then),
                    change + std::hypot(nowInterval->hi - now, then - thenInterval->lo)};
}

// "between 3 and 17 more"; empty where zero is inside.
template <class Text>
std::string beyondNoise(const Interval& change, const Text& text, const char* more, const char* less) {
    if (change.lo > 0) return fmt::format("between {} and {} {}", text(change.lo), text(change.hi), more);
    if (change.hi < 0) return fmt::format("between {} and {} {}", text(-change.hi), text(-change.lo), less);
    return {};
}

std::string caughtChange(const FrozenPoint& then, const FrozenPoint& now, const Vocabulary& words) {
    if (!then.figures.recall || !now.figures.recall) return {};
    const auto change = changeOf(*then.figures.recall, then.figures.recallInterval, *now.figures.recall,
                                 now.figures.recallInterval);
    if (!change) return {};
    const std::string said = beyondNoise(
        *change, [](double share) { return ofHundred(share); }, "more", "fewer");
    if (said.empty()) return fmt::format(" Of 100 {} caught: no difference seen.", words.realOnes);
    return fmt::format(" Of 100 {} {} are caught.", words.realOnes, said);
}

std::string costChange(const PolicyEvidence& then, const PolicyEvidence& now) {
    if (then.costModelId != now.costModelId || then.scenario != now.scenario || then.volume != now.volume)
        return {};
    const auto change =
        changeOf(then.adopted.figures.cost, then.adopted.cost, now.adopted.figures.cost, now.adopted.cost);
    if (!change) return {};
    const std::string said = beyondNoise(
        *change, [](double cost) { return money(cost); }, "more", "less");
    return said.empty() ? " Cost: no difference seen." : fmt::format(" It costs {}.", said);
}

}  // namespace

std::string samplesThenAndNow(const PolicyEvidence& evidence, const PolicyEvidence& now,
                              const Vocabulary& words) {
    const std::string costs = evidence.costModelId != now.costModelId || evidence.scenario != now.scenario
                                  ? " Costs were changed since."
                                  : "";
    if (!evidence.fingerprint.empty() && evidence.fingerprint == now.fingerprint &&
        evidence.cohort == now.cohort)
        return "The same samples as then." + costs;
    return fmt::format("Other samples: {} {} then, {} now.", count(evidence.samples), words.samples,
                       count(now.samples)) +
           caughtChange(evidence.adopted, now.adopted, words) + costChange(evidence, now) + costs;
}

}  // namespace reckoner
