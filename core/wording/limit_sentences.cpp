#include "core/wording/limit_sentences.h"

#include <cmath>

#include <fmt/format.h>

#include "core/metrics/metric_list.h"
#include "core/wording/decide_sentences.h"
#include "core/wording/number_format.h"

namespace reckoner {
namespace {

// Whole percents where they are whole: 70 %, 87.5 %.
std::string shareAsked(double share) {
    const double hundred = share * 100;
    return percent(share, std::fabs(hundred - std::round(hundred)) < 1e-9 ? 0 : 1);
}

// Never rounded onto the limit it misses.
std::string shareReached(double reached, double asked) {
    for (const int decimals : {0, 1, 2})
        if (percent(reached, decimals) != percent(asked, decimals)) return percent(reached, decimals);
    return percent(reached, 3);
}

std::string cases(double n) {
    return count(static_cast<std::uint64_t>(std::llround(n)));
}

std::string lowered(std::string_view title) {
    std::string text(title);
    // "F1", "MCC" stay as they are.
    if (text.size() > 1 && text[1] >= 'a' && text[1] <= 'z' && text[0] >= 'A' && text[0] <= 'Z')
        text[0] = static_cast<char>(text[0] + 32);
    return text;
}

// "precision", "recall where country = 'DE'".
std::string figure(const Limits& limits, const Limit& limit) {
    if (limit.kind == Limit::Kind::Precision) return "precision";
    if (limit.kind == Limit::Kind::Recall) return "recall";
    const CohortFloor& floor = limits.cohorts[limit.cohort];
    return fmt::format("{} where {}", lowered(findMetric(floor.metric)->title), floor.where);
}

bool isCeiling(const Limit& limit) {
    return limit.kind == Limit::Kind::FlagRate || limit.kind == Limit::Kind::Capacity;
}

std::string ceilingText(const Limit& limit, double value, const RunAnalysis& run, const Vocabulary& words) {
    if (limit.kind == Limit::Kind::FlagRate)
        return fmt::format("{} of the {} {}", shareAsked(value), words.samples, words.flagged);
    return fmt::format("{} {}{}", cases(value), words.flagged,
                       run.volume() > 0 ? perPeriodText(run) : std::string(" in this run"));
}

std::string askedText(const Limits& limits, const Limit& limit, const RunAnalysis& run,
                      const Vocabulary& words) {
    if (isCeiling(limit)) return "at most " + ceilingText(limit, limit.asked, run, words);
    return fmt::format("{} at least {}", figure(limits, limit), shareAsked(limit.asked));
}

std::string atText(const RunAnalysis& run, double threshold) {
    return std::isinf(threshold) ? std::string("by flagging nobody") : "at " + fullThreshold(run, threshold);
}

std::string alone(const Limits& limits, const Limit& limit, const LimitedOptimum::Unmet& unmet,
                  const RunAnalysis& run) {
    const std::string what = capitalised(figure(limits, limit));
    if (!unmet.reached)
        return fmt::format("{} is n/a at every threshold: there are no such cases to count.", what);
    return fmt::format("{} of {} cannot be reached: {} is the most, {}.", what, shareAsked(limit.asked),
                       shareReached(*unmet.reached, limit.asked), atText(run, unmet.threshold));
}

std::string together(const Limits& limits, const Limit& limit, const LimitedOptimum::Unmet& unmet,
                     const RunAnalysis& run, const Vocabulary& words) {
    if (!isCeiling(limit))
        return fmt::format("With your other limits held, {} reaches {} at most ({}), not {}.",
                           figure(limits, limit), shareReached(*unmet.reached, limit.asked),
                           atText(run, unmet.threshold), shareAsked(limit.asked));
    const bool capacity = limit.kind == Limit::Kind::Capacity;
    const double least = capacity ? std::ceil(casesOfShare(run, *unmet.reached) - 1e-9) : *unmet.reached;
    const std::string asked = capacity ? cases(limit.asked) : shareAsked(limit.asked);
    const std::string reached = capacity ? ceilingText(limit, least, run, words)
                                         : fmt::format("{} of the {} {}", shareReached(least, limit.asked),
                                                       words.samples, words.flagged);
    return fmt::format("Your other limits need at least {} ({}), not {}.", reached,
                       atText(run, unmet.threshold), asked);
}

}  // namespace

std::string limitsText(const Limits& limits, const RunAnalysis& run, const Vocabulary& words) {
    std::string text;
    for (const Limit& limit : listed(limits))
        text += (text.empty() ? "" : ", ") + askedText(limits, limit, run, words);
    return text;
}

std::string limitedSentence(const Limits& limits, const LimitedOptimum& found, const RunAnalysis& run,
                            const Vocabulary& words) {
    const std::vector<Limit> list = listed(limits);
    if (found.best) {
        const double total = run.perPeriod(found.best->total);
        const std::string start = std::isinf(found.best->threshold)
                                      ? std::string("Within your limits flagging nobody")
                                      : "Within your limits " + fullThreshold(run, found.best->threshold);
        const std::string text =
            fmt::format("{} is the cheapest: {}{}", start, amountText(run, words, total), perPeriodText(run));
        if (!run.best || found.best->total <= run.best->total) return text + ", the lowest possible.";
        const double more = total - run.perPeriod(run.best->total);
        return text + fmt::format(", {} than the lowest.", differenceText(more, total));
    }
    std::string text;
    if (found.conflict == LimitedOptimum::Conflict::Alone) {
        for (const LimitedOptimum::Unmet& unmet : found.unmet)
            text += (text.empty() ? "" : " ") + alone(limits, list[unmet.constraint], unmet, run);
        return text;
    }
    if (found.conflict == LimitedOptimum::Conflict::Together)
        return together(limits, list[found.unmet.front().constraint], found.unmet.front(), run, words);
    for (const LimitedOptimum::Unmet& unmet : found.unmet) {
        const Limit& limit = list[unmet.constraint];
        const std::string name = isCeiling(limit) ? "the share " + words.flagged : figure(limits, limit);
        const double asked =
            limit.kind == Limit::Kind::Capacity ? shareOfCases(run, limit.asked) : limit.asked;
        text += (text.empty() ? "" : ", ") +
                fmt::format("{} is {}", name, unmet.reached ? shareReached(*unmet.reached, asked) : "n/a");
    }
    return fmt::format("No threshold holds your limits: nearest is {}, where {}.",
                       std::isinf(found.unmet.front().threshold)
                           ? std::string("flagging nobody")
                           : fullThreshold(run, found.unmet.front().threshold),
                       text);
}

std::string brokenSentence(const Limits& limits, const std::vector<BrokenLimit>& broken,
                           const RunAnalysis& run, const Vocabulary& words) {
    std::vector<std::string> parts;
    for (const auto& [limit, value] : broken) {
        if (limit.kind == Limit::Kind::Capacity) {
            parts.push_back(fmt::format("{}, not at most {}",
                                        ceilingText(limit, casesOfShare(run, value ? *value : 0), run, words),
                                        cases(limit.asked)));
            continue;
        }
        const std::string reached =
            value ? shareReached(*value, limit.asked) : fmt::format("n/a ({})", describe(value.why));
        if (limit.kind == Limit::Kind::FlagRate)
            parts.push_back(fmt::format("{} of the {} are {}, not at most {}", reached, words.samples,
                                        words.flagged, shareAsked(limit.asked)));
        else
            parts.push_back(fmt::format("{} is {}, not at least {}", figure(limits, limit), reached,
                                        shareAsked(limit.asked)));
    }
    if (parts.empty()) return {};
    if (parts.size() == 1) return capitalised(parts.front()) + ".";
    std::string text = fmt::format("{} limits do not hold: ", parts.size());
    for (std::size_t i = 0; i < parts.size(); ++i)
        text += (i == 0 ? "" : "; ") + parts[i];
    return text + ".";
}

std::string requiredText(bool floor, double share) {
    return fmt::format("at {} {}", floor ? "least" : "most", shareAsked(share));
}

}  // namespace reckoner
