#include "core/wording/what_if_sentences.h"

#include <cmath>

#include <fmt/format.h>

#include "core/wording/decide_sentences.h"
#include "core/wording/lowest_sentences.h"
#include "core/wording/number_format.h"
#include "core/wording/policy_words.h"

namespace reckoner {
namespace {

std::string wholeCases(double n) {
    return count(static_cast<std::uint64_t>(std::llround(n)));
}

std::string named(const RunAnalysis& run, double threshold) {
    return std::isinf(threshold) ? std::string("Flagging nobody") : shortThreshold(run, threshold);
}

// Of a hundred, with a decimal where whole ones would say none or all.
std::string hundredth(double share) {
    const double hundred = share * 100;
    return fixed(hundred, hundred < 10 || hundred > 90 ? 1 : 0);
}

}  // namespace

std::string whatIfSentence(const WhatIf& found, const OperatingPoint& point, const Vocabulary& words) {
    const RunAnalysis& run = *found.run;
    const std::string period = run.volume() > 0 ? perPeriodText(run) : std::string(" in this run");
    const std::string where = std::isinf(found.lowestThreshold)
                                  ? std::string("by flagging nobody")
                                  : "at " + costedThreshold(run, found.lowestThreshold);
    std::string text = fmt::format(
        "{} would cost {}{}", point.tiers ? "Tiers from " + cutoffsText(point) : named(run, point.threshold),
        amountText(run, words, found.cost), period);
    text += found.cost <= found.lowest
                ? std::string(", the lowest possible.")
                : fmt::format("; the lowest would be {}, {}.", amountText(found.lowest), where);
    text += fmt::format(" {} {}{}", wholeCases(found.flagged), words.flagged, period);
    if (found.over && *found.over >= 0.5)
        text += fmt::format(", {} more than the team can see", wholeCases(*found.over));
    return text + ".";
}

std::string stablePrevalenceSentence(const std::optional<Interval>& range, const RunAnalysis& run,
                                     double threshold, const Vocabulary& words, const std::string& against) {
    const std::string start = fmt::format("{} costs ", named(run, threshold));
    if (!range) return start + fmt::format("more than {}, however many are {}.", against, words.realOnes);
    const std::string holds = start + fmt::format("no more than {} ", against);
    if (range->lo <= 0 && range->hi >= 1) return holds + fmt::format("however many are {}.", words.realOnes);
    const bool floor = range->hi >= 1;
    return holds + fmt::format("while {} {} of 100 {} are {}.", floor ? "at least" : "at most",
                               hundredth(floor ? range->lo : range->hi), words.samples, words.realOnes);
}

}  // namespace reckoner
