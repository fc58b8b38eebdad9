#include "core/wording/chart_sentences.h"

#include <cmath>

#include <fmt/format.h>

#include "core/wording/decide_sentences.h"
#include "core/wording/number_format.h"

namespace reckoner {
namespace {

std::string periodOr(const RunAnalysis& run, const char* otherwise) {
    const std::string period = perPeriodText(run);
    return period.empty() ? otherwise : period;
}

}  // namespace

std::string casesText(double cases) {
    if (cases > 0 && cases < 0.5) return "fewer than 1";
    return count(static_cast<std::uint64_t>(std::llround(cases)));
}

double flaggedPerPeriod(const RunAnalysis& run, const Tally& tally) {
    return run.perPeriod(run.cost.weight(tally.tp, tally.fp));
}

double caughtPerPeriod(const RunAnalysis& run, const Tally& tally) {
    return run.perPeriod(run.cost.weight(tally.tp, {}));
}

double alarmsPerPeriod(const RunAnalysis& run, const Tally& tally) {
    return run.perPeriod(run.cost.weight({}, tally.fp));
}

double missedPerPeriod(const RunAnalysis& run, const Tally& tally) {
    return run.perPeriod(run.cost.weight(tally.fn, {}));
}

std::string metricWithValue(const MetricEntry& metric, const Tally& tally) {
    const Value value = metric.value(tally);
    return fmt::format("{} {}", metric.title, value ? fixed(*value, 3) : std::string("n/a"));
}

std::string flaggedPerPeriodText(const RunAnalysis& run, const Tally& tally) {
    return casesText(flaggedPerPeriod(run, tally)) + periodOr(run, " in this run");
}

std::string reviewsText(double cases) {
    return fmt::format("{} {}", casesText(cases), std::round(cases) == 1 ? "review" : "reviews");
}

std::string capacityText(const RunAnalysis& run, double cases) {
    return reviewsText(cases) + periodOr(run, "");
}

std::string atMostText(const RunAnalysis& run, double cases) {
    return "at most " + casesText(cases) + periodOr(run, "");
}

std::string flaggedAxisTitle(const RunAnalysis& run, const Vocabulary& words) {
    return words.flagged + periodOr(run, " in this run");
}

std::string gainAxisTitle(const Vocabulary& words) {
    return fmt::format("share of {} caught", words.realOnes);
}

std::string flaggedShareAxisTitle(const Vocabulary& words) {
    return fmt::format("share of {} {}", words.samples, words.flagged);
}

std::string gainPointWords(const Tally& t) {
    const Value share = ratio(t.tp.weight + t.fp.weight, t.weight(), Reason::NoSamples);
    const Value caught = ratio(t.tp.weight, t.tp.weight + t.fn.weight, Reason::NoPositives);
    if (!caught) return fmt::format("n/a: {}", describe(caught.why));
    if (!share || *share == 0) return "nothing flagged";
    return fmt::format("{} in the first {}, lift {}", shareText(*caught), shareText(*share),
                       fixed(*caught / *share, 2));
}

}  // namespace reckoner
