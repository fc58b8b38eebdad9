#include "core/report/metrics_text.h"

#include <algorithm>
#include <cmath>

#include "core/metrics/metric_list.h"
#include "core/report/text_table.h"
#include "core/wording/lowest_sentences.h"
#include "core/wording/number_format.h"
#include "core/wording/outcome_words.h"
#include "core/wording/policy_words.h"
#include "core/wording/run_names.h"

namespace reckoner {
namespace {

using Align = TextTable::Align;

std::string quotedName(const std::string& name) {
    return "\"" + terminalText(name) + "\"";
}

std::string shareOf(double part, double whole) {
    return whole > 0 ? " (" + percent(part / whole) + ")" : "";
}

std::string intervalText(const std::optional<Interval>& interval) {
    return interval ? fixed(interval->lo, 3) + " to " + fixed(interval->hi, 3) : "";
}

// In tiers whoever is acted on counts as flagged, a person's decision too.
std::string flaggedWord(const MetricsReport& report) {
    const auto& tiers = report.point.tiers;
    const bool people =
        tiers && std::any_of(tiers->tiers.begin(), tiers->tiers.end(),
                             [](const TierRule& rule) { return rule.act == TierAct::Review; });
    return report.request.words.flagged + (people ? " or reviewed" : "");
}

// Said of a threshold beyond all scores: it may be in another unit than they are.
std::string outsideText(const MetricsReport& report) {
    const std::vector<double>& scores = report.analysis->rows.scores;
    if (scores.empty() || !std::isfinite(report.threshold)) return "";
    const auto [lowest, highest] = std::minmax_element(scores.begin(), scores.end());
    if (report.threshold > *lowest && report.threshold <= *highest) return "";
    return "The scores of this run lie from " + fixed(*lowest, 3) + " to " + fixed(*highest, 3) + "\n";
}

std::string headText(const MetricsReport& report) {
    const RunInfo& run = report.request.table->info();
    const Vocabulary& words = report.request.words;
    const Tally& tally = report.tally;
    std::string text = terminalText(run.model + " " + runName(run)) + " on " + terminalText(run.evalSet) +
                       " (run " + count(static_cast<std::uint64_t>(run.id)) + ")\n";
    if (!report.request.where.empty()) text += "Only where " + terminalText(report.request.where) + "\n";
    text += count(tally.n()) + " " + terminalText(tally.n() == 1 ? words.sample : words.samples) +
            " scored, " + count(tally.positives()) + " of them " +
            quotedName(report.analysis->rows.positive) +
            shareOf(static_cast<double>(tally.positives()), static_cast<double>(tally.n())) + "\n";
    if (report.weighted()) text += "Samples carry weights: counts below are without, figures with them\n";
    const std::string excluded = excludedText(report.analysis->rows.excluded);
    if (!excluded.empty()) text += excluded + "\n";
    const char* from = report.thresholdFrom == MetricsReport::From::Policy  ? ", the policy in force"
                       : report.thresholdFrom == MetricsReport::From::Start ? ", the starting threshold"
                                                                            : "";
    const std::string at = report.point.tiers
                               ? "Tiers from " + cutoffsText(report.point) + from +
                                     "; counted from the first cut-off, " + threshold(report.threshold)
                               : "Threshold " + threshold(report.threshold) + from;
    return text + at + ": " + count(tally.flagged()) + " " + terminalText(flaggedWord(report)) +
           shareOf(static_cast<double>(tally.flagged()), static_cast<double>(tally.n())) + "\n" +
           outsideText(report);
}

// Lies as the slider lies: below the threshold at the left.
std::string matrixText(const MetricsReport& report) {
    const Vocabulary& words = report.request.words;
    const Tally& t = report.tally;
    const std::string positive = report.analysis->rows.positive;
    TextTable table({{""}, {words.passed, Align::Right}, {flaggedWord(report), Align::Right}});
    table.add({positive, count(t.fn.n), count(t.tp.n)});
    table.add({"not " + positive, count(t.tn.n), count(t.fp.n)});
    return table.text();
}

std::string figuresText(const MetricsReport& report) {
    TextTable table({{"Metric"}, {"Value", Align::Right}, {"95 % interval"}});
    for (const std::string& id : metricIds()) {
        const Value value = report.metric(id);
        const std::string why = value ? intervalText(report.interval(id)) : std::string(describe(value.why));
        table.add({metricTitle(id), value ? fixed(*value, 3) : "n/a", why});
    }
    std::string text = table.text();
    if (report.bootstrap) {
        text += "Intervals without a formula: bootstrap of " + count(report.bootstrap->replicates) +
                " replicates, seed " + std::to_string(report.bootstrap->seed);
        if (report.bootstrap->dropped > 0)
            text += ", " + count(report.bootstrap->dropped) + " of one class dropped";
        text += "\n";
    }
    const Value auc = report.metric("roc_auc");
    if (auc && *auc < 0.5)
        text += "The AUC is below 0.5: is " + quotedName(report.analysis->rows.positive) +
                " the right positive class?\n";
    return text;
}

std::string priceText(const MetricsReport& report, double total) {
    const CostModel& model = report.analysis->cost.model();
    if (model.inMoney()) return money(report.analysis->perPeriod(total), model.currency);
    return money(report.analysis->perPeriod(total)) + (report.request.costs ? "" : " false alarms");
}

// Under which costs, and where the best threshold lies under each of them.
std::string scenarioText(const MetricsReport& report) {
    std::string text;
    if (report.request.cohortCosts) text += "These are the cohort's own costs.\n";
    if (report.scenarios.size() > 1) {
        text += "Counted under \"" + terminalText(report.request.scenario) + "\". Best";
        const char* separator = " ";
        for (const ScenarioOptimum& scenario : report.scenarios) {
            text += separator + std::string("under ") + terminalText(scenario.name) + " " +
                    threshold(scenario.threshold);
            separator = ", ";
        }
        text += ".\n";
    }
    const auto& production = report.analysis->cost.model().prevalence;
    if (!production) return text;
    if (report.analysis->cost.shift().none())
        return text + "The share expected in production cannot be applied: this run holds one class only.\n";
    return text + "Costs are weighed to production, where " + percent(*production, 1) +
           " are positive; in this run " + percent(report.analysis->prevalence(), 1) + " are.\n";
}

// "; anything from 0.253 to 0.262 is within 1 % of it".
std::string nearText(const RunAnalysis& run) {
    const std::string near = plateauStretch(run);
    return near.empty() ? near : "; " + near + " is within 1 % of it";
}

std::string costText(const MetricsReport& report) {
    const auto& best = report.analysis->best;
    if (!best || report.tally.n() == 0)
        return "Cost: n/a: " + std::string(describe(Reason::NoSamples)) + "\n";
    const CostModel& model = report.analysis->cost.model();
    const bool periodic = model.volumePerPeriod > 0;
    const std::string of = periodic ? " a " + terminalText(model.period)
                                    : " over these " + count(report.tally.n()) + " " +
                                          terminalText(report.request.words.samples);
    std::string text =
        report.point.tiers
            ? "Tiers from " + cutoffsText(report.point) + " cost " + priceText(report, report.total()) + of +
                  ", reviews included; without them, deciding all from " + threshold(report.threshold) +
                  " up, it would be " + priceText(report, report.analysis->cost.total(report.tally)) + ".\n"
            : "At " + threshold(report.threshold) + ", wrong decisions cost " +
                  priceText(report, report.total()) + of + ".\n";
    const std::string lowest =
        report.point.tiers ? "The lowest with one threshold is " : "The lowest possible is ";
    text += std::isinf(best->threshold) ? lowest + priceText(report, best->total) + ", by flagging nobody.\n"
                                        : lowest + priceText(report, best->total) + ", at " +
                                              threshold(best->threshold) + nearText(*report.analysis) + ".\n";
    if (const Value saved = savingsOf(report))
        text += "Against the cheaper of flagging everybody and nobody this " +
                (*saved < 0 ? "costs " + percent(-*saved) + " more" : "saves " + percent(*saved)) + ".\n";
    if (const auto bayes = bayesThresholdOf(report))
        text += "If the scores were true probabilities, " + threshold(*bayes) +
                " would be the cheapest threshold.\n";
    text += scenarioText(report);
    if (!report.request.costs)
        text +=
            "No costs are known: a missed one counts as much as one false alarm; --cost fp=5,fn=30 says "
            "otherwise.\n";
    if (!model.note.empty()) text += terminalText(model.note) + "\n";
    return text;
}

std::string cellOf(const Segment& segment, std::string_view id) {
    const Value* value = segment.metric(id);
    return value && *value ? fixed(**value, 3) : "n/a";
}

std::string qText(const Segment& segment) {
    if (!segment.qValue) return "n/a";
    return *segment.qValue < 0.001 ? "<0.001" : fixed(*segment.qValue, 3);
}

// What no formula gives an interval, with the bootstrap's.
std::string drawnText(const MetricsReport& report) {
    static constexpr std::string_view kDrawn[] = {"f1", "mcc", "roc_auc", "average_precision"};
    std::vector<TextTable::Head> heads;
    for (const std::string& column : report.segments->columns)
        heads.push_back({terminalText(column)});
    for (const std::string_view id : kDrawn)
        heads.push_back({metricTitle(id), Align::Right});
    const RunAnalysis& run = *report.analysis;
    heads.push_back({"Costs, " + amountUnitText(run, report.request.words), Align::Right});
    TextTable table(heads);
    const auto between = [](const std::string& value, const std::optional<Interval>& interval, auto&& text) {
        return interval ? value + " (" + text(interval->lo) + " to " + text(interval->hi) + ")" : value;
    };
    for (const Segment& segment : report.segments->segments) {
        std::vector<std::string> row;
        for (const auto& value : segment.key.values)
            row.push_back(value.value_or("(missing)"));
        for (const std::string_view id : kDrawn)
            row.push_back(between(cellOf(segment, id), report.interval(segment, id),
                                  [](double value) { return fixed(value, 3); }));
        row.push_back(between(segment.cost ? amountText(run.perPeriod(*segment.cost)) : "n/a",
                              report.interval(segment, "cost"),
                              [&run](double value) { return amountText(run.perPeriod(value)); }));
        table.add(std::move(row));
    }
    return table.text() + "95 % intervals: ROC AUC DeLong, else bootstrap of each segment, " +
           count(report.bootstrap->replicates) + " replicates, seed " +
           std::to_string(report.bootstrap->seed) + "\n";
}

std::string segmentsText(const MetricsReport& report) {
    const SegmentTable& segments = *report.segments;
    const RunAnalysis& run = *report.analysis;
    static constexpr std::string_view kShown[] = {"precision", "recall", "selection_rate", "roc_auc"};
    std::vector<TextTable::Head> heads;
    for (const std::string& column : segments.columns)
        heads.push_back({terminalText(column)});
    heads.insert(heads.end(), {{"n", Align::Right}, {"positives", Align::Right}});
    for (const std::string_view id : kShown)
        heads.push_back({metricTitle(id), Align::Right});
    heads.insert(heads.end(), {{"Costs, " + amountUnitText(run, report.request.words), Align::Right},
                               {"Error rate", Align::Right},
                               {"q", Align::Right},
                               {""}});
    TextTable table(heads);
    for (const Segment& segment : segments.segments) {
        std::vector<std::string> row;
        for (const auto& value : segment.key.values)
            row.push_back(value.value_or("(missing)"));
        row.push_back(count(segment.tally.n()));
        row.push_back(count(segment.tally.positives()));
        for (const std::string_view id : kShown)
            row.push_back(cellOf(segment, id));
        row.push_back(segment.cost ? amountText(run.perPeriod(*segment.cost)) : "n/a");
        row.push_back(segment.errorRate ? percent(*segment.errorRate, 1) : "n/a");
        row.push_back(qText(segment));
        row.push_back(segment.small ? "few" : "");
        table.add(std::move(row));
    }
    return table.text() + "q: is the error rate another than the rest's (Benjamini-Hochberg); few: under " +
           count(segments.minimum) + " samples\n" +
           (report.point.tiers ? "Costs are those of the tiers, reviews included; rates are counted from the "
                                 "first cut-off, " +
                                     threshold(report.threshold) + ", as above\n"
                               : "");
}

std::string fairnessText(const MetricsReport& report) {
    TextTable table({{"Fairness by"},
                     {"Selection-rate ratio", Align::Right},
                     {"TPR difference", Align::Right},
                     {"FPR difference", Align::Right},
                     {"Equalized odds difference", Align::Right},
                     {""}});
    for (const auto& [column, f] : report.fairness) {
        const auto cell = [](const Value& value) { return value ? fixed(*value, 3) : std::string("n/a"); };
        const bool low = f.selectionRate.ratio && *f.selectionRate.ratio < 0.8;
        table.add({column, cell(f.selectionRate.ratio), cell(f.tpr.difference), cell(f.fpr.difference),
                   cell(f.equalizedOddsDifference), low ? "below four fifths" : ""});
    }
    return table.text();
}

}  // namespace

std::string excludedText(const ExclusionCounts& excluded) {
    static constexpr const char* kWords[] = {"without a label", "with a label that is no class",
                                             "without a score", "with a score that is not a number",
                                             "with an infinite score"};
    if (excluded.total() == 0) return {};
    std::string text = count(excluded.total()) + " left out: ";
    const char* separator = "";
    for (std::size_t i = 0; i < kExclusions; ++i) {
        const std::uint64_t n = excluded.counts[i];
        if (n == 0) continue;
        text += separator + count(n) + " " + kWords[i];
        separator = ", ";
    }
    return text;
}

std::string metricsText(const MetricsReport& report) {
    if (report.tally.n() == 0 && !report.request.where.empty())
        return headText(report) +
               "\nNo sample matches it, so there is nothing to count. `reckoner export` writes what the "
               "columns "
               "hold.\n";
    std::string text =
        headText(report) + "\n" + matrixText(report) + "\n" + figuresText(report) + "\n" + costText(report);
    if (report.segments) text += "\n" + segmentsText(report);
    if (report.segments && report.bootstrap) text += "\n" + drawnText(report);
    if (report.segments) text += "\n" + fairnessText(report);
    if (report.request.curve)
        text += "\nThe curve has " + count(report.analysis->sweep->distinctScores()) +
                " points; --json prints them.\n";
    return text;
}

}  // namespace reckoner
