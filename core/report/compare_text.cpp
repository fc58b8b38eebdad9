#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "core/metrics/action_changes.h"
#include "core/report/compare_parts.h"
#include "core/report/compare_remarks.h"
#include "core/report/compare_report.h"
#include "core/report/metrics_report.h"
#include "core/report/text_table.h"
#include "core/wording/cost_unit.h"
#include "core/wording/number_format.h"
#include "core/wording/policy_words.h"
#include "core/wording/run_names.h"

namespace reckoner {
namespace {

using Align = TextTable::Align;

std::string figureText(const std::string& id, const Value& value) {
    return value ? comparedFigure(id, *value) : "n/a";
}

std::string sideText(const char* side, const ComparedRun& run) {
    const std::string at = run.tiers
                               ? "tiers from " + cutoffsText(OperatingPoint(0, run.tiers)) +
                                     "; counted from " + threshold(run.threshold) + ", money with the reviews"
                               : "threshold " + threshold(run.threshold);
    return compareSide(side, run.table->info()) + ", " + at + "\n";
}

// A row of its own for what a period costs, where a volume is known: both runs as if they decided it all.
void addPeriod(TextTable& table, const Comparison& comparison, const CostModel& costs) {
    const Difference* difference = comparison.difference("cost");
    const double first = comparison.first.tally.weight();
    const double second = comparison.second.tally.weight();
    if (!(costs.volumePerPeriod > 0) || !difference || !difference->value || !(first > 0) || !(second > 0))
        return;
    const double factor = costs.volumePerPeriod / first;
    const double before = *comparison.first.cost * factor;
    const double now = *comparison.second.cost * costs.volumePerPeriod / second;
    Difference scaled = *difference;
    scaled.value = now - before;
    if (scaled.interval && comparison.paired)
        scaled.interval = Interval{scaled.interval->lo * factor, scaled.interval->hi * factor};
    else
        scaled.interval.reset();
    table.add({"Cost a " + costs.period + ", " + unitOfCosts(costs), comparedFigure("cost", before),
               comparedFigure("cost", now), signedFigure("cost", now - before),
               differenceText("cost", scaled, Direction::LowerIsBetter)});
}

std::string figuresText(const Comparison& comparison, const CostModel& costs) {
    TextTable table(
        {{"Figure"}, {"A", Align::Right}, {"B", Align::Right}, {"B - A", Align::Right}, {"95 % interval"}});
    for (const auto& [id, difference] : comparison.differences) {
        const std::string title =
            id == "cost" ? "Cost of these samples, " + unitOfCosts(costs) : metricTitle(id);
        table.add({title, figureText(id, comparison.first.figure(id)),
                   figureText(id, comparison.second.figure(id)),
                   difference.value ? signedFigure(id, *difference.value) : "n/a",
                   differenceText(id, difference, directionOf(id))});
        if (id == "cost") addPeriod(table, comparison, costs);
    }
    return table.text();
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
        table.add({segmentName(segment->key), count(segment->n) + (segment->small ? " (few)" : ""),
                   pointsText(segment->difference("accuracy")), pointsText(segment->difference("recall")),
                   qText(segment->positivesQ), count(segment->flips.fixed), count(segment->flips.broken)});
    return "B - A by segment, the surest change of recall first (q of McNemar's mid-p over the positives)\n" +
           table.text();
}

// Of tiers: what is done in the end, by both, for who is sent to people is neither right nor wrong yet.
std::string actionsText(const Comparison& comparison, const Vocabulary& words) {
    const ActionChanges actions = actionChanges(comparison);
    return fmt::format(
        "Above, who is sent to a person counts as {}. In the end A sends {} to people and B {}: {} go to "
        "people "
        "in B alone, {} in A alone.\n",
        words.flagged, count(actions.reviewedBefore), count(actions.reviewedNow), count(actions.toPeople),
        count(actions.fromPeople));
}

}  // namespace

std::string compareText(const Comparison& comparison, const ComparisonRequest& request,
                        const Vocabulary& words) {
    std::string text = sideText("A", comparison.first) + sideText("B", comparison.second);
    if (!request.where.empty()) text += "Only where " + terminalText(request.where) + "\n";
    text += comparedSamplesText({comparison.paired, comparison.both, comparison.onlyFirst,
                                 comparison.onlySecond, comparison.conflicting, comparison.unscored,
                                 comparison.first.tally.n(), comparison.second.tally.n()},
                                words);
    if (comparison.first.tally.n() == 0 || comparison.second.tally.n() == 0)
        return text + "There is nothing to compare.\n";
    for (const std::string& remark : compareRemarks(comparison))
        text += terminalText(remark) + "\n";
    text += "\n" + figuresText(comparison, request.costs.value_or(CostModel()));
    if (comparison.bootstrap)
        text += "Bootstrap of " + count(comparison.bootstrap->replicates) + " replicates, seed " +
                std::to_string(comparison.bootstrap->seed) + "; the AUC's interval is DeLong's\n";
    if (comparison.paired) {
        text += "\n" + flipsSentence(comparison.flips, comparison.decisions);
        if (comparison.first.tiers || comparison.second.tiers) text += actionsText(comparison, words);
    }
    if (!request.by.empty())
        text += comparison.paired
                    ? "\n" + segmentsText(comparison, request.by)
                    : "\nSegments are not compared: that needs the same samples in both runs.\n";
    return text;
}

}  // namespace reckoner
