#include "core/report/scorecard.h"

#include <fmt/format.h>

#include "core/wording/decide_sentences.h"
#include "core/wording/number_format.h"
#include "core/wording/policy_words.h"
#include "core/wording/requirement_words.h"
#include "core/wording/run_names.h"
#include "core/wording/tier_sentences.h"

namespace reckoner {
namespace {

constexpr int kDecimals = 3;

std::string figureWithInterval(const MetricsReport& report, const std::string& id) {
    const Value value = report.metric(id);
    if (!value) return valueOr(value, kDecimals);
    const auto interval = report.interval(id);
    if (!interval) return fixed(*value, kDecimals);
    return fmt::format("{} ({} to {})", fixed(*value, kDecimals), fixed(interval->lo, kDecimals),
                       fixed(interval->hi, kDecimals));
}

TableBlock metricsTable(const std::vector<ScorecardRun>& runs) {
    TableBlock table;
    table.heads.push_back({"Metric (95 % interval)"});
    for (const ScorecardRun& run : runs)
        table.heads.push_back({runName(run.row.info), true});
    for (const std::string& id : metricIds()) {
        std::vector<std::string> row = {metricTitle(id)};
        for (const ScorecardRun& run : runs)
            row.push_back(figureWithInterval(run.report, id));
        table.rows.push_back(std::move(row));
    }
    return table;
}

TableBlock moneyTable(const std::vector<ScorecardRun>& runs) {
    TableBlock table;
    table.heads.push_back({"What it costs" + perPeriodText(*runs.front().report.analysis)});
    for (const ScorecardRun& run : runs)
        table.heads.push_back({runName(run.row.info), true});
    const auto add = [&](const std::string& what, const auto& amount) {
        std::vector<std::string> row = {what};
        for (const ScorecardRun& run : runs)
            row.push_back(amount(run));
        table.rows.push_back(std::move(row));
    };
    add("at the threshold", [](const ScorecardRun& run) {
        return run.report.point.tiers ? "tiers from " + cutoffsText(run.report.point)
                                      : fullThreshold(*run.report.analysis, run.report.threshold);
    });
    add("wrong decisions", [](const ScorecardRun& run) {
        return amountText(*run.report.analysis, run.report.request.words,
                          pointCost(*run.report.analysis, run.report.point));
    });
    add("lowest possible", [](const ScorecardRun& run) -> std::string {
        const RunAnalysis& analysis = *run.report.analysis;
        if (!analysis.best) return "n/a";
        return fmt::format(
            "{} at {}",
            amountText(analysis, run.report.request.words, analysis.perPeriod(analysis.best->total)),
            shortThreshold(analysis, analysis.best->threshold));
    });
    return table;
}

TableBlock countsTable(const std::vector<ScorecardRun>& runs) {
    const Vocabulary& words = runs.front().report.request.words;
    TableBlock table;
    table.heads.push_back({"Of the samples"});
    for (const ScorecardRun& run : runs)
        table.heads.push_back({runName(run.row.info), true});
    const auto add = [&](const std::string& what, auto of) {
        std::vector<std::string> row = {capitalised(what)};
        for (const ScorecardRun& run : runs)
            row.push_back(count(of(run.report.tally)));
        table.rows.push_back(std::move(row));
    };
    add(words.caught, [](const Tally& tally) { return tally.tp.n; });
    add(words.missed, [](const Tally& tally) { return tally.fn.n; });
    add(words.falseAlarmMany, [](const Tally& tally) { return tally.fp.n; });
    add("rightly " + words.passed, [](const Tally& tally) { return tally.tn.n; });
    return table;
}

// Of tiers what they cost, and where the figures that need one threshold are counted.
std::string headlineOf(const MetricsReport& report) {
    const RunAnalysis& run = *report.analysis;
    const Vocabulary& words = report.request.words;
    if (!report.point.tiers) return plain(headline(run, words, report.threshold));
    return fmt::format("{}; counted from the first cut-off, {}",
                       plain(tierHeadline(run, words, *report.point.tiers)),
                       shortThreshold(run, report.threshold));
}

Section requirementSection(const ScorecardRun& run) {
    Section section;
    section.title = fmt::format("Requirements of {}", versionName(run.row.info.version));
    section.badge = std::string(name(run.gate->verdict()));
    if (run.gate->results.empty()) {
        section.blocks.emplace_back(ParagraphBlock{"None are written.", true});
        return section;
    }
    TableBlock table;
    table.heads = {{"Requirement"}, {"Result"}, {"State"}, {"Needed"}};
    for (const RequirementResult& result : run.gate->results)
        table.rows.push_back({requirementText(result.requirement()), resultText(result),
                              std::string(title(result.state)), neededText(result) + waiverText(result)});
    section.blocks.emplace_back(table);
    section.blocks.emplace_back(ParagraphBlock{
        "Shares are held against requirements by exact intervals (Clopper-Pearson), a little wider than the "
        "Wilson intervals under Quality.",
        true});
    return section;
}

}  // namespace

Document scorecard(const std::vector<ScorecardRun>& runs) {
    const ScorecardRun& first = runs.front();
    Document document;
    document.title = runs.size() == 1 ? fmt::format("{} {}", first.row.info.model, runName(first.row.info))
                                      : fmt::format("{}: versions side by side", first.row.info.model);
    for (const ScorecardRun& run : runs) {
        const std::string version =
            runs.size() == 1 ? std::string() : versionName(run.row.info.version) + ": ";
        document.blocks.emplace_back(ParagraphBlock{
            version + headlineOf(run.report) + ". " +
            plain(qualitySentence(*run.report.analysis, run.report.request.words, run.report.threshold))});
        document.blocks.emplace_back(ParagraphBlock{runDetail(run.row.info), true});
    }
    document.blocks.emplace_back(HeadingBlock{2, "Money"});
    document.blocks.emplace_back(moneyTable(runs));
    document.blocks.emplace_back(HeadingBlock{2, "Decisions"});
    document.blocks.emplace_back(countsTable(runs));
    document.blocks.emplace_back(HeadingBlock{2, "Quality"});
    document.blocks.emplace_back(metricsTable(runs));
    for (const ScorecardRun& run : runs)
        if (run.gate) document.blocks.emplace_back(requirementSection(run));
    const std::string note = assumptions(*first.report.analysis, first.report.request.words, std::nullopt);
    if (!note.empty()) document.blocks.emplace_back(ParagraphBlock{note, true});
    return document;
}

}  // namespace reckoner
