#include "core/wording/slice_sentences.h"

#include <fmt/format.h>

#include "core/metrics/segment_board.h"
#include "core/wording/number_format.h"
#include "core/wording/segment_words.h"

namespace reckoner {
namespace {

constexpr const char* kTimes = "\u202F×";

std::string meanText(double mean, SliceOf of) {
    return of == SliceOf::Errors ? percentText(mean) : amountText(mean);
}

}  // namespace

std::string sliceNameText(const EvalTable& table, const SliceName& name) {
    std::string text;
    for (std::size_t i = 0; i < name.columns.size(); ++i)
        text += (i == 0 ? "" : ", ") + segmentColumnName(table, {name.columns[i]}) + " " +
                name.values[i].value_or("missing");
    return text;
}

std::string sliceParentsText(const RunAnalysis& run, const SliceData& data, const Slice& slice, SliceOf of) {
    const SliceName name = sliceName(data, slice);
    const std::string unit = of == SliceOf::Errors ? " wrong" : " each";
    std::string text;
    for (std::size_t out = 0; out < slice.parents.size(); ++out) {
        SliceName kept;
        for (std::size_t i = 0; i < name.columns.size(); ++i) {
            if (i == out) continue;
            kept.columns.push_back(name.columns[i]);
            kept.values.push_back(name.values[i]);
        }
        const std::string who = kept.columns.empty() ? "all" : sliceNameText(*run.request.table, kept);
        text += fmt::format("{}{}: {}{}", out == 0 ? "" : "  ·  ", who,
                            meanText(slice.parents[out].rate(), of), out == 0 ? unit : "");
    }
    return text;
}

Sentence sliceHeadline(const SliceHeadFacts& facts, const Vocabulary& words) {
    if (facts.name.empty()) return {{fmt::format("No slice is worse than all {} together.", words.samples)}};
    const bool money = facts.of == SliceOf::Cost;
    const std::string times = fixed(facts.lift, 1);
    const std::string what = money ? fmt::format(": each costs {} times as much as among all.", times)
                                   : fmt::format(": {} of 100 wrong, {} times as many as among all.",
                                                 hundredText(facts.rate), times);
    return {{money ? "Costs gather in " : "Errors gather in "}, {facts.name, Emphasis::Strong}, {what}};
}

std::string sliceSummary(const SliceHeadFacts& facts, const RunAnalysis& run, const Vocabulary& words) {
    const std::string variants =
        facts.variants == 0 ? std::string()
                            : fmt::format(" {} more {} mostly the same {} and {} left out.",
                                          count(facts.variants), facts.variants == 1 ? "holds" : "hold",
                                          words.samples, facts.variants == 1 ? "is" : "are");
    const bool cost = facts.of == SliceOf::Cost;
    const std::string unit =
        cost && !run.cost.model().inMoney()
            ? fmt::format(" No money was entered: cost is counted in {}.", words.falseAlarmMany)
            : std::string();
    const std::string against = run.request.table->info().classes.size() > 2
                                    ? fmt::format(" {} against all other classes.", run.rows.positive)
                                    : std::string();
    const std::string counted = shortThreshold(run, countedFrom(facts.point));
    const std::string at = !facts.point.tiers ? "at " + counted
                           : cost             ? std::string("in tiers, reviews included")
                                              : "counted from the first cut-off, " + counted;
    return fmt::format(
        "The worst of {} slices of at least {} {}, {}.{} Sorted by {} above average × size "
        "(SliceLine's score).{}{}",
        count(facts.tests), count(facts.minimum), words.samples, at, against, cost ? "cost" : "error", unit,
        variants);
}

std::string sliceWarning(const Vocabulary& words) {
    return fmt::format(
        "Searched and counted on the same {}: some of this is luck. Confirm a slice on another run "
        "before anybody acts on it.",
        words.samples);
}

std::string liftText(const Value& lift) {
    return lift ? fixed(*lift, 1) + kTimes : "n/a";
}

std::string sliceCheckText(const SliceCheck& check, SliceOf of) {
    if (check.n < static_cast<std::uint64_t>(kFewestTrials))
        return fmt::format("too few: {}", count(check.n));
    if (!check.rate || !check.lift) return "n/a";
    return fmt::format("{}: {}, {}", check.confirmed() ? "holds" : "not seen", meanText(*check.rate, of),
                       liftText(check.lift));
}

}  // namespace reckoner
