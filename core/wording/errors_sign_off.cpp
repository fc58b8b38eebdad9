#include "core/wording/errors_sign_off.h"

#include <fmt/format.h>

#include "core/metrics/intervals.h"
#include "core/wording/decide_sentences.h"
#include "core/wording/filter_words.h"
#include "core/wording/number_format.h"
#include "core/wording/run_names.h"

namespace reckoner {

SignOffCounts countsOf(const SignOff& signOff) {
    SignOffCounts counts;
    for (const SignOffItem& item : signOff.items)
        ++(!item.accepted ? counts.open : *item.accepted ? counts.accepted : counts.rejected);
    return counts;
}

Sentence signOffRate(const SignOff& signOff) {
    const SignOffCounts counts = countsOf(signOff);
    if (counts.judged() == 0) return {{"Nothing judged yet."}};
    const auto accepted = static_cast<double>(counts.accepted);
    const auto judged = static_cast<double>(counts.judged());
    const auto interval = wilson95(accepted, judged);
    return {{fmt::format("{} of {} accepted: ", count(counts.accepted), count(counts.judged()))},
            {shareText(accepted / judged), Emphasis::Strong},
            {fmt::format(", between {} and {}.", ofHundred(interval->lo), percent(interval->hi))}};
}

std::string signOffProgress(const SignOff& signOff) {
    const SignOffCounts counts = countsOf(signOff);
    if (counts.open == 0) return fmt::format("all {} judged", count(signOff.items.size()));
    return fmt::format("{} of {} judged", count(counts.judged()), count(signOff.items.size()));
}

std::string signOffSource(const std::string& where, const Vocabulary& words) {
    return where.empty() ? "all " + words.samples
                         : fmt::format("{} ({})", words.samples, filterPhrase(where, words));
}

std::string signOffOrigin(const SignOff& signOff, const Vocabulary& words) {
    const std::string from = signOffSource(signOff.cohort, words);
    const std::string who = signOff.who.empty() ? "" : ", " + signOff.who;
    return fmt::format("{} drawn at random with seed {} from {}, {}{}", count(signOff.items.size()),
                       signOff.seed, from, dateName(signOff.startedAt.substr(0, 10)), who);
}

}  // namespace reckoner
