#include <algorithm>
#include <cmath>

#include "core/report/compare_report.h"
#include "core/report/metrics_report.h"
#include "core/report/text_table.h"
#include "core/wording/number_format.h"
#include "core/wording/run_names.h"

namespace reckoner {
namespace {

using Align = TextTable::Align;

std::string sideText(const char* side, const ComparedRun& run) {
    const RunInfo& info = run.table->info();
    return std::string(side) + ": " + terminalText(runName(info)) + " on " + terminalText(info.evalSet) +
           " (run " + count(static_cast<std::uint64_t>(info.id)) + "), threshold " +
           threshold(run.threshold) + "\n";
}

std::string samplesText(const Comparison& comparison, const Vocabulary& words) {
    const std::string samples = terminalText(words.samples);
    if (!comparison.paired)
        return "Different samples: no id is in both runs, so each is judged over its own (" +
               count(comparison.first.tally.n()) + " and " + count(comparison.second.tally.n()) + " " +
               samples + ").\n";
    std::string text = count(comparison.both) + " " + samples + " are in both and scored in both.\n";
    const auto leftOut = [&](std::uint64_t n, const char* why) {
        if (n > 0) text += "Left out: " + count(n) + " " + why + ".\n";
    };
    leftOut(comparison.onlyFirst, "only in A");
    leftOut(comparison.onlySecond, "only in B");
    leftOut(comparison.conflicting, "whose labels differ between the runs");
    leftOut(comparison.unscored, "without a usable label or score in one of them");
    return text;
}

// Money in its own rounding, every other figure to four decimals.
std::string figureText(const std::string& id, double number) {
    return id == "cost" ? money(number) : fixed(number, 4);
}

std::string signedText(const std::string& id, double number) {
    return (number > 0 ? "+" : "") + figureText(id, number);
}

// "better, between 0.0012 and 0.0100"; inside the interval both directions are named.
std::string verdictText(const std::string& id, const Difference& difference) {
    if (!difference.value) return std::string(describe(difference.value.why));
    if (!difference.interval) return "";
    const auto [lo, hi] = *difference.interval;
    const std::string range = "between " + signedText(id, lo) + " and " + signedText(id, hi);
    if (difference.verdict == Verdict::NoDifferenceSeen) return "no difference seen: " + range;
    if (directionOf(id) == Direction::Neither) return range;
    return (difference.verdict == Verdict::Better ? "better, " : "worse, ") + range;
}

std::string figureText(const std::string& id, const Value& value) {
    return value ? figureText(id, *value) : "n/a";
}

std::string figuresText(const Comparison& comparison) {
    TextTable table(
        {{"Figure"}, {"A", Align::Right}, {"B", Align::Right}, {"B - A", Align::Right}, {"95 % interval"}});
    for (const auto& [id, difference] : comparison.differences) {
        const std::string title = id == "cost" ? "Cost, total" : metricTitle(id);
        table.add(
            {title, figureText(id, comparison.first.figure(id)), figureText(id, comparison.second.figure(id)),
             difference.value ? signedText(id, *difference.value) : "n/a", verdictText(id, difference)});
    }
    return table.text();
}

std::string flipsText(const Comparison& comparison) {
    const Flips& flips = comparison.flips;
    return "Fixed " + count(flips.fixed) + ", newly broken " + count(flips.broken) + ", still wrong " +
           count(flips.stillWrong) + ", still right " + count(flips.stillRight) + "; McNemar mid-p " +
           fixed(comparison.decisions.midP, 4) + ", exact p " + fixed(comparison.decisions.exactP, 4) + ".\n";
}

std::string nameOf(const Grouping::Key& key) {
    std::string name;
    for (const auto& value : key.values)
        name += (name.empty() ? "" : " x ") + (value ? *value : "(missing)");
    return name;
}

std::string pointsText(const Value& share) {
    return share ? (*share > 0 ? "+" : "") + fixed(100 * *share, 1) : "n/a";
}

std::string qText(const Value& q) {
    if (!q) return "n/a";
    return *q < 0.0001 ? "< 0.0001" : fixed(*q, 4);
}

std::string segmentsText(const Comparison& comparison, const std::vector<std::string>& by) {
    std::string title;
    for (const std::string& column : by)
        title += (title.empty() ? "" : " x ") + column;
    std::vector<const SegmentDifference*> order;
    for (const SegmentDifference& segment : comparison.segments)
        order.push_back(&segment);
    const auto q = [](const SegmentDifference* s) { return s->positivesQ.v.value_or(2); };
    std::stable_sort(order.begin(), order.end(), [&](auto* a, auto* b) { return q(a) < q(b); });
    TextTable table({{title},
                     {"n", Align::Right},
                     {"accuracy, points", Align::Right},
                     {"recall, points", Align::Right},
                     {"q", Align::Right},
                     {"fixed", Align::Right},
                     {"broken", Align::Right}});
    for (const SegmentDifference* segment : order)
        table.add({nameOf(segment->key), count(segment->n) + (segment->small ? " (few)" : ""),
                   pointsText(segment->difference("accuracy")), pointsText(segment->difference("recall")),
                   qText(segment->positivesQ), count(segment->flips.fixed), count(segment->flips.broken)});
    return "B - A by segment, the surest change of recall first (q of McNemar's mid-p over the positives)\n" +
           table.text();
}

}  // namespace

std::string compareText(const Comparison& comparison, const ComparisonRequest& request,
                        const Vocabulary& words) {
    std::string text = sideText("A", comparison.first) + sideText("B", comparison.second);
    if (!request.where.empty()) text += "Only where " + terminalText(request.where) + "\n";
    text += samplesText(comparison, words);
    if (comparison.first.tally.n() == 0 || comparison.second.tally.n() == 0)
        return text + "There is nothing to compare.\n";
    text += "\n" + figuresText(comparison);
    if (comparison.bootstrap)
        text += "Bootstrap of " + count(comparison.bootstrap->replicates) + " replicates, seed " +
                std::to_string(comparison.bootstrap->seed) + "; the AUC's interval is DeLong's\n";
    if (comparison.paired) text += "\n" + flipsText(comparison);
    if (!request.by.empty())
        text += comparison.paired
                    ? "\n" + segmentsText(comparison, request.by)
                    : "\nSegments are not compared: that needs the same samples in both runs.\n";
    return text;
}

}  // namespace reckoner
