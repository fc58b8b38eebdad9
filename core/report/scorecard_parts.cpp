#include "core/report/scorecard_parts.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/report/figures/figure.h"
#include "core/wording/decide_sentences.h"
#include "core/wording/number_format.h"
#include "core/wording/policy_words.h"
#include "core/wording/requirement_phrase.h"
#include "core/wording/requirement_words.h"
#include "core/wording/run_names.h"
#include "core/wording/segment_words.h"

namespace reckoner {
namespace {

constexpr int kDecimals = 3;
constexpr std::string_view kLeftOut = " Left out: ";  // what is told below the verdict

const Vocabulary& wordsOf(const ScorecardRun& run) {
    return run.report.request.words;
}
const RunAnalysis& analysisOf(const ScorecardRun& run) {
    return *run.report.analysis;
}

std::string figureWithInterval(const MetricsReport& report, const std::string& id) {
    const Value value = report.metric(id);
    if (!value) return valueOr(value, kDecimals);
    const auto interval = report.interval(id);
    if (!interval) return fixed(*value, kDecimals);
    return fmt::format("{} ({} to {})", fixed(*value, kDecimals), fixed(interval->lo, kDecimals),
                       fixed(interval->hi, kDecimals));
}

std::string shareNote(const MetricsReport& report, const std::string& id) {
    const auto interval = report.interval(id);
    if (!interval) return {};
    return fmt::format("between {} and {}", ofHundred(interval->lo), ofHundred(interval->hi));
}

std::string hundred(const Value& value) {
    return value ? ofHundred(*value) + " of 100" : "n/a: " + std::string(describe(value.why));
}

TableBlock tableOf(const std::string& first, const std::vector<ScorecardRun>& runs) {
    TableBlock table;
    table.heads.push_back({first});
    std::vector<RunRow> rows;
    for (const ScorecardRun& run : runs)
        rows.push_back(run.row);
    for (const std::string& name : sideNames(rows))
        table.heads.push_back({name, true});
    return table;
}

template <class Figure>
void addRow(TableBlock& table, const std::string& what, const std::vector<ScorecardRun>& runs,
            const Figure& figure) {
    std::vector<std::string> row = {what};
    for (const ScorecardRun& run : runs)
        row.push_back(figure(run));
    table.rows.push_back(std::move(row));
}

std::vector<FigureRun> figureRuns(const std::vector<ScorecardRun>& runs) {
    std::vector<RunRow> rows;
    for (const ScorecardRun& run : runs)
        rows.push_back(run.row);
    const std::vector<std::string> names = sideNames(rows);
    std::vector<FigureRun> result;
    for (const ScorecardRun& run : runs) {
        FigureRun one{names[result.size()], run.report.analysis, run.report.threshold, {}};
        if (run.policy && !run.policy->tiers) one.policy = run.policy->threshold;
        if (run.report.point.tiers) one.tiersCost = one.run->perPeriod(run.report.total());
        result.push_back(std::move(one));
    }
    return result;
}

}  // namespace

std::string modelTitle(const ScorecardRun& run) {
    return run.model.empty() ? run.row.info.model : run.model;
}

std::vector<std::string> sideNames(const std::vector<RunRow>& rows) {
    std::vector<std::string> names;
    for (const RunRow& row : rows) {
        const auto same = std::count_if(rows.begin(), rows.end(), [&](const RunRow& other) {
            return other.info.version == row.info.version;
        });
        names.push_back(versionName(row.info.version) + (same > 1 ? " on " + row.info.evalSet : ""));
    }
    return names;
}

std::string reportFooter(const std::string& today, const std::vector<RunRow>& rows) {
    std::string text =
        today.empty() ? "Made by Reckoner" : fmt::format("Made by Reckoner on {}", dateName(today));
    if (!rows.empty()) text += rows.size() == 1 ? " from run " : " from runs ";
    for (std::size_t i = 0; i < rows.size(); ++i) {
        text += i == 0 ? "" : i + 1 < rows.size() ? ", " : " and ";
        text += fmt::format("{} ({})", rows[i].info.id, rows[i].fingerprint.substr(0, 8));
    }
    return text + ".";
}

std::string thresholdSentence(const ScorecardRun& run) {
    const std::string at = fullThreshold(analysisOf(run), run.report.threshold);
    if (run.policy && run.policy->tiers && run.policy->threshold == run.report.threshold)
        return fmt::format("{} decides in tiers, from {}: counted here from {} up.",
                           versionName(run.row.info.version), cutoffsText(*run.policy), at);
    if (run.report.thresholdFrom == MetricsReport::From::Policy)
        return fmt::format("{} is counted at {}, its policy{}.", versionName(run.row.info.version), at,
                           run.policy && !run.policy->adoptedAt.empty()
                               ? " in force since " + dateName(run.policy->adoptedAt)
                               : " in force");
    if (run.report.thresholdFrom == MetricsReport::From::Asked)
        return fmt::format("{} is counted at {}, as asked for.", versionName(run.row.info.version), at);
    return fmt::format("{} is counted at {}: it has no policy yet, this is where its scores start.",
                       versionName(run.row.info.version), at);
}

KeyFiguresBlock keyFigures(const ScorecardRun& run) {
    const RunAnalysis& analysis = analysisOf(run);
    const Vocabulary& words = wordsOf(run);
    const PointFacts point = pointFacts(analysis, run.report.threshold);
    const bool tiers = run.report.point.tiers.has_value();
    KeyFiguresBlock keys;
    std::string likely;
    if (run.likely.now)
        likely =
            fmt::format("between {} and {}", amountText(run.likely.now->lo), amountText(run.likely.now->hi));
    keys.figures.push_back({amountText(analysis, words, pointCost(analysis, run.report.point)),
                            (tiers ? "tiers cost" : "wrong decisions cost") + perPeriodText(analysis),
                            likely});
    keys.figures.push_back(
        {hundred(point.recall), words.realOnes + " are caught", shareNote(run.report, "recall")});
    keys.figures.push_back({hundred(point.precision), fmt::format("{} {}", words.flagged, words.wouldHave),
                            shareNote(run.report, "precision")});
    if (run.gate && !run.gate->results.empty()) keys.figures.push_back(requirementFigure(*run.gate));
    return keys;
}

KeyFiguresBlock::Figure requirementFigure(const GateResult& gate) {
    const std::string verdict = gateText(gate);
    const std::size_t met = gate.count(RequirementState::Met) + gate.count(RequirementState::TargetMet);
    return {fmt::format("{} of {}", met, gate.results.size()), "requirements are met",
            verdict.substr(0, verdict.find(kLeftOut))};
}

TableBlock metricsTable(const std::vector<ScorecardRun>& runs) {
    TableBlock table = tableOf("Metric (95 % interval)", runs);
    for (const std::string& id : metricIds())
        addRow(table, metricTitle(id), runs,
               [&](const ScorecardRun& run) { return figureWithInterval(run.report, id); });
    return table;
}

TableBlock moneyTable(const std::vector<ScorecardRun>& runs) {
    TableBlock table = tableOf("What it costs" + perPeriodText(analysisOf(runs.front())), runs);
    addRow(table, "decided at", runs, [](const ScorecardRun& run) {
        return run.report.point.tiers ? "tiers from " + cutoffsText(run.report.point)
                                      : fullThreshold(analysisOf(run), run.report.threshold);
    });
    // With the reviews where there are tiers: what the interval below is of.
    addRow(table, "in all", runs, [](const ScorecardRun& run) {
        return amountText(analysisOf(run), wordsOf(run), pointCost(analysisOf(run), run.report.point));
    });
    addRow(table, "likely between", runs, [](const ScorecardRun& run) -> std::string {
        if (!run.likely.now) return "n/a";
        return fmt::format("{} and {}", amountText(run.likely.now->lo), amountText(run.likely.now->hi));
    });
    const auto part = [&](const std::string& what, auto of) {
        addRow(table, what, runs, [&](const ScorecardRun& run) -> std::string {
            if (run.report.point.tiers) return "n/a: in tiers";
            const PointFacts point = pointFacts(analysisOf(run), run.report.threshold);
            return amountText(analysisOf(run), wordsOf(run), of(point.perPeriod));
        });
    };
    part("of it " + wordsOf(runs.front()).missed, [](const CostParts& cost) { return cost.fn; });
    part("of it " + wordsOf(runs.front()).falseAlarmMany, [](const CostParts& cost) { return cost.fp; });
    addRow(table, "lowest with one threshold", runs, [](const ScorecardRun& run) -> std::string {
        const RunAnalysis& analysis = analysisOf(run);
        if (!analysis.best) return "n/a";
        return fmt::format("{} at {}",
                           amountText(analysis, wordsOf(run), analysis.perPeriod(analysis.best->total)),
                           shortThreshold(analysis, analysis.best->threshold));
    });
    return table;
}

TableBlock countsTable(const std::vector<ScorecardRun>& runs) {
    const Vocabulary& words = wordsOf(runs.front());
    TableBlock table = tableOf(fmt::format("Of the {}", words.samples), runs);
    const auto add = [&](const std::string& what, auto of) {
        addRow(table, capitalised(what), runs,
               [&](const ScorecardRun& run) { return count(of(run.report.tally)); });
    };
    add(words.caught, [](const Tally& tally) { return tally.tp.n; });
    add(words.missed, [](const Tally& tally) { return tally.fn.n; });
    add(words.falseAlarmMany, [](const Tally& tally) { return tally.fp.n; });
    add("rightly " + words.passed, [](const Tally& tally) { return tally.tn.n; });
    add("all together", [](const Tally& tally) { return tally.n(); });
    return table;
}

Section requirementSection(const RunRow& row, const GateResult& gate, const VersionWords& words) {
    Section section;
    section.title = fmt::format("Requirements of {}", versionName(row.info.version));
    if (gate.results.empty()) {
        section.blocks.emplace_back(ParagraphBlock{"None are written.", true});
        return section;
    }
    const std::string verdict = gateText(gate);
    const std::size_t left = verdict.find(kLeftOut);
    section.badge = verdict.substr(0, left);
    if (left != std::string::npos)
        section.blocks.emplace_back(ParagraphBlock{verdict.substr(left + 1), true});
    TableBlock table;
    table.heads = {{"Requirement"}, {"Result"}, {"State"}, {"What would settle it"}};
    for (const RequirementResult& result : gate.results)
        table.rows.push_back({requirementInWords(result.requirement(), words.cohorts, words.words),
                              resultText(result), capitalised(std::string(title(result.state))),
                              neededText(result) + waiverText(result)});
    section.blocks.emplace_back(table);
    section.blocks.emplace_back(ParagraphBlock{
        "Requirements are judged by exact intervals, which are a little wider than those of the tables.",
        true});
    return section;
}

std::vector<JudgedRequirement> judgedRequirements(const std::optional<GateResult>& gate,
                                                  const VersionWords& words) {
    std::vector<JudgedRequirement> list;
    if (!gate) return list;
    for (const RequirementResult& result : gate->results) {
        JudgedRequirement one{requirementInWords(result.requirement(), words.cohorts, words.words),
                              resultText(result)};
        using From = RequirementState;
        using To = JudgedRequirement::State;
        switch (result.state) {
            case From::Met:
                one.state = To::Met;
                break;
            case From::TargetMet:
                one.state = To::TargetMet;
                break;
            case From::Failed:
                one.state = To::Failed;
                break;
            case From::LeaningMet:
                one.state = To::LeaningMet;
                break;
            case From::LeaningFailed:
                one.state = To::LeaningFailed;
                break;
            case From::Waived:
                one.state = To::Waived;
                break;
        }
        one.samplesNeeded = result.samplesNeeded;
        list.push_back(std::move(one));
    }
    return list;
}

FigureBlock costFigureOf(const std::vector<ScorecardRun>& runs) {
    return costFigure(figureRuns(runs), wordsOf(runs.front()));
}

FigureBlock precisionRecallFigureOf(const std::vector<ScorecardRun>& runs) {
    return precisionRecallFigure(figureRuns(runs), wordsOf(runs.front()));
}

FigureBlock scoreFigureOf(const ScorecardRun& run) {
    return scoreFigure(figureRuns({run}).front(), wordsOf(run));
}

std::optional<FigureBlock> segmentFigureOf(const ScorecardRun& run) {
    if (!run.segments || run.segments->segments().empty()) return std::nullopt;
    const MetricEntry& recall = *findMetric("recall");
    const BoardReading reading = run.segments->at(run.report.threshold, recall);
    const Vocabulary& words = wordsOf(run);
    std::vector<IntervalRow> rows;
    for (const std::size_t index : worstBeyondNoise(reading)) {
        const BoardSegment& segment = run.segments->segments()[index];
        if (segment.positives == 0) continue;
        rows.push_back({fmt::format("{}: {}", segmentColumnName(*run.report.request.table, segment.columns),
                                    segmentValueName(segment.key)),
                        segment.positives, reading.segments[index].value, reading.segments[index].interval});
    }
    if (rows.empty()) return std::nullopt;
    return intervalFigure(
        capitalised(fmt::format("{} caught by segment, the worst beyond noise first", words.realOnes)), rows,
        reading.wholeValue.v);
}

std::optional<FigureBlock> historyFigureOf(const ScorecardRun& run) {
    if (run.history.size() < 2) return std::nullopt;
    return historyFigure(versionName(run.row.info.version), run.history, wordsOf(run));
}

}  // namespace reckoner
