#include "core/report/scorecard.h"

#include <fmt/format.h>

#include "core/report/scorecard_parts.h"
#include "core/review/version_verdict.h"
#include "core/wording/decide_sentences.h"
#include "core/wording/requirement_words.h"
#include "core/wording/run_names.h"
#include "core/wording/tier_sentences.h"
#include "core/wording/version_sentences.h"
#include "core/wording/version_words.h"

namespace reckoner {
namespace {

constexpr std::size_t kSegments = 8;  // figures of segments in a comparison

// "Scorecard, 23 November 2026" and what the run is.
std::string subtitle(const std::vector<ScorecardRun>& runs, const std::string& today) {
    std::string text = runs.size() == 1 ? "Scorecard" : "Versions side by side";
    if (!today.empty()) text += ", " + dateName(today);
    for (const ScorecardRun& run : runs)
        text += fmt::format(". {}: {}", versionName(run.row.info.version), runDetail(run.row.info));
    return text + ".";
}

std::vector<RunRow> rowsOf(const std::vector<ScorecardRun>& runs) {
    std::vector<RunRow> rows;
    for (const ScorecardRun& run : runs)
        rows.push_back(run.row);
    return rows;
}

void addSummary(Document& document, const ScorecardRun& run, bool named) {
    const RunAnalysis& analysis = *run.report.analysis;
    const Vocabulary& words = run.report.request.words;
    const std::string version = named ? versionName(run.row.info.version) + ": " : "";
    const Sentence money = run.report.point.tiers ? tierHeadline(analysis, words, *run.report.point.tiers)
                                                  : headline(analysis, words, run.report.threshold);
    document.blocks.emplace_back(ParagraphBlock{
        version + plain(money) + ". " + plain(qualitySentence(analysis, words, run.report.threshold))});
    document.blocks.emplace_back(ParagraphBlock{thresholdSentence(run), true});
}

// One run against the first: a verdict in a sentence, and every difference with its interval.
void addComparison(Document& document, const ScorecardRun& base, const ScorecardRun& run,
                   const VersionBoardPtr& board) {
    const VersionWords words{base.report.request.words, base.cohorts};
    const auto requirements = judgedRequirements(run.gate, words);
    const VersionVerdict verdict = versionVerdict(*board, requirements);
    const auto names = sideNames({base.row, run.row});
    document.blocks.emplace_back(HeadingBlock{2, fmt::format("{} against {}", names[1], names[0])});
    document.blocks.emplace_back(
        ParagraphBlock{plain(versionHeadline(*board, verdict, requirements, words))});
    document.blocks.emplace_back(ParagraphBlock{
        fmt::format("{} {}, {} {}.", board->base().name, sideNote(*board, board->request.base, words.words),
                    board->judged().name, sideNote(*board, board->request.judged, words.words)),
        true});
    if (const std::string partial = partialOverlapSentence(*board, words); !partial.empty())
        document.blocks.emplace_back(ParagraphBlock{partial});
    TableBlock table;
    table.heads = {{"Figure"}, {board->base().name, true}, {board->judged().name, true}, {"Difference"}};
    std::size_t segments = 0;
    for (const FigureRow& row : board->rows) {
        if (row.segment() && ++segments > kSegments) continue;
        table.rows.push_back({figureTitle(*board, row, words), figureText(row, board->request.base),
                              figureText(row, board->request.judged),
                              plain(differenceText(row, board->request.judged, false))});
    }
    document.blocks.emplace_back(table);
    if (segments > kSegments)
        document.blocks.emplace_back(ParagraphBlock{
            fmt::format("{} more figures of segments differ beyond noise; the worst are above.",
                        segments - kSegments),
            true});
}

}  // namespace

Document scorecard(const std::vector<ScorecardRun>& runs, const std::string& today,
                   const std::vector<VersionBoardPtr>& comparisons) {
    const ScorecardRun& first = runs.front();
    const bool several = runs.size() > 1;
    Document document;
    document.title = several ? fmt::format("{}: versions side by side", modelTitle(first))
                             : fmt::format("{}: {}", modelTitle(first), runName(first.row.info));
    document.subtitle = subtitle(runs, today);
    document.footer = reportFooter(today, rowsOf(runs));
    for (const ScorecardRun& run : runs)
        addSummary(document, run, several);
    if (several)
        document.blocks.emplace_back(ParagraphBlock{
            "Each version stands at its own threshold, so counts and rates compare what would happen, not "
            "the same cut.",
            true});
    else
        document.blocks.emplace_back(keyFigures(first));
    for (std::size_t i = 0; i < comparisons.size() && i + 1 < runs.size(); ++i)
        if (comparisons[i]) addComparison(document, first, runs[i + 1], comparisons[i]);
    document.blocks.emplace_back(HeadingBlock{2, "Money"});
    document.blocks.emplace_back(costFigureOf(runs));
    document.blocks.emplace_back(moneyTable(runs));
    document.blocks.emplace_back(HeadingBlock{2, "Decisions"});
    if (!several) document.blocks.emplace_back(scoreFigureOf(first));
    document.blocks.emplace_back(countsTable(runs));
    document.blocks.emplace_back(HeadingBlock{2, "Quality"});
    document.blocks.emplace_back(precisionRecallFigureOf(runs));
    if (!several)
        if (auto figure = segmentFigureOf(first)) document.blocks.emplace_back(std::move(*figure));
    for (const ScorecardRun& run : runs)
        if (auto figure = historyFigureOf(run)) document.blocks.emplace_back(std::move(*figure));
    document.blocks.emplace_back(metricsTable(runs));
    for (const ScorecardRun& run : runs)
        if (run.gate && (!several || !run.gate->results.empty()))
            document.blocks.emplace_back(
                requirementSection(run.row, *run.gate, {run.report.request.words, run.cohorts}));
    if (auto cases = notedCasesTable(first.cases); cases && !several) {
        document.blocks.emplace_back(HeadingBlock{2, "Cases people wrote about"});
        document.blocks.emplace_back(std::move(*cases));
    }
    const std::string note = assumptions(*first.report.analysis, first.report.request.words, std::nullopt);
    if (!note.empty()) document.blocks.emplace_back(ParagraphBlock{note, true});
    return document;
}

}  // namespace reckoner
