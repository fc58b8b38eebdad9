#include "core/report/class_scorecard.h"

#include <cmath>

#include <fmt/format.h>

#include "core/report/class_scorecard_parts.h"
#include "core/report/scorecard_parts.h"
#include "core/wording/class_compare_words.h"
#include "core/wording/confusion_sentences.h"
#include "core/wording/decide_sentences.h"
#include "core/wording/number_format.h"
#include "core/wording/run_names.h"

namespace reckoner {
namespace {

constexpr std::size_t kMostClasses = 24;  // recalls in a comparison

std::string subtitle(const std::vector<ClassScorecardRun>& runs, const std::string& today) {
    std::string text = runs.size() == 1 ? "Scorecard" : "Versions side by side";
    if (!today.empty()) text += ", " + dateName(today);
    for (const ClassScorecardRun& run : runs)
        text += fmt::format(". {}: {}", versionName(run.row.info.version), runDetail(run.row.info));
    return text + ".";
}

void append(Document& document, std::vector<Block> blocks) {
    for (Block& block : blocks)
        document.blocks.push_back(std::move(block));
}

// "Of what v1 called wrong v2 calls 812 right, and 390 wrong that were right."
std::string changedText(const ClassBoard& board, const Vocabulary& words) {
    const Flips& flips = board.flips;
    return fmt::format("{} {} are right now that {} called wrong, {} are wrong now that it called right.",
                       count(flips.fixed), words.samples, board.base().name, count(flips.broken));
}

// Which confusions grew and shrank most.
TableBlock movedPairs(const ClassBoard& board) {
    struct Moved {
        std::size_t truth, called;
        double change;
    };
    std::vector<Moved> moved;
    const auto n = [](const ClassMatrix& matrix, std::size_t truth, std::size_t called) {
        return static_cast<double>(matrix.at(truth, called).n);
    };
    for (std::size_t truth = 0; truth < board.classes.size(); ++truth)
        for (std::size_t called = 0; called < board.classes.size(); ++called) {
            const double change = n(board.judgedMatrix, truth, called) - n(board.baseMatrix, truth, called);
            if (truth != called && change != 0) moved.push_back({truth, called, change});
        }
    std::stable_sort(moved.begin(), moved.end(),
                     [](const Moved& a, const Moved& b) { return std::abs(a.change) > std::abs(b.change); });
    if (moved.size() > 6) moved.resize(6);
    TableBlock table;
    table.heads = {{"Mistakes that changed most"},
                   {board.base().name, true},
                   {board.judged().name, true},
                   {"Difference", true}};
    for (const Moved& one : moved)
        table.rows.push_back(
            {fmt::format("\u201C{}\u201D called \u201C{}\u201D", board.classes[one.truth],
                         board.classes[one.called]),
             count(board.baseMatrix.at(one.truth, one.called).n),
             count(board.judgedMatrix.at(one.truth, one.called).n),
             (one.change > 0 ? "+" : "\u2212") + count(static_cast<std::uint64_t>(std::abs(one.change)))});
    return table;
}

void addComparison(Document& document, const ClassScorecardRun& base, const ClassScorecardRun& run,
                   const ClassBoardPtr& board) {
    const VersionWords words{base.words, base.cohorts};
    const auto requirements = judgedRequirements(run.gate, words);
    const VersionVerdict verdict = classVerdict(*board, requirements);
    document.blocks.emplace_back(
        HeadingBlock{2, fmt::format("{} against {}", board->judged().name, board->base().name)});
    document.blocks.emplace_back(ParagraphBlock{plain(classHeadline(*board, verdict, requirements, words))});
    if (const std::string partial = classOverlapSentence(*board, words); !partial.empty())
        document.blocks.emplace_back(ParagraphBlock{partial});
    if (verdict.advice == Advice::NotComparable || verdict.advice == Advice::Identical) return;
    if (board->overlaps[board->request.judged].paired)
        document.blocks.emplace_back(ParagraphBlock{changedText(*board, base.words), true});
    TableBlock table;
    table.heads = {
        {"Figure"}, {board->base().name, true}, {board->judged().name, true}, {"Difference, 95 % interval"}};
    std::size_t classes = 0;
    for (const ClassRow& row : board->rows) {
        if (!row.classOf.empty() && ++classes > kMostClasses) continue;
        table.rows.push_back({classFigureTitle(*board, row, words),
                              figureText(row.figures, board->request.base),
                              figureText(row.figures, board->request.judged),
                              plain(differenceText(row.figures, board->request.judged, false))});
    }
    document.blocks.emplace_back(std::move(table));
    if (classes > kMostClasses)
        document.blocks.emplace_back(ParagraphBlock{
            fmt::format("{} more classes are left out here; those that got worse beyond noise come first.",
                        classes - kMostClasses),
            true});
    if (TableBlock moved = movedPairs(*board); !moved.rows.empty())
        document.blocks.emplace_back(std::move(moved));
}

void addOne(Document& document, const ClassScorecardRun& run) {
    document.blocks.emplace_back(classKeyFigures(run));
    document.blocks.emplace_back(HeadingBlock{2, "Mistakes"});
    append(document, confusionBlocks(run));
    document.blocks.emplace_back(HeadingBlock{2, "Class by class"});
    append(document, classBlocks(run));
}

}  // namespace

Document classScorecard(const std::vector<ClassScorecardRun>& runs, const std::string& today,
                        const std::vector<ClassBoardPtr>& comparisons) {
    const ClassScorecardRun& first = runs.front();
    const bool several = runs.size() > 1;
    Document document;
    document.title = several ? fmt::format("{}: versions side by side", first.model)
                             : fmt::format("{}: {}", first.model, runName(first.row.info));
    document.subtitle = subtitle(runs, today);
    document.footer = reportFooter(today, classRows(runs));
    const std::vector<std::string> names = sideNames(classRows(runs));
    for (std::size_t i = 0; i < runs.size(); ++i)
        document.blocks.emplace_back(
            ParagraphBlock{(several ? names[i] + ": " : "") + classSummary(runs[i])});
    if (!several) {
        document.blocks.emplace_back(ParagraphBlock{confidenceNote(first), true});
        addOne(document, first);
    }
    for (std::size_t i = 0; i < comparisons.size() && i + 1 < runs.size(); ++i)
        if (comparisons[i]) addComparison(document, first, runs[i + 1], comparisons[i]);
    if (auto blocks = classMoneyBlocks(runs); !blocks.empty()) {
        document.blocks.emplace_back(HeadingBlock{2, "Money"});
        append(document, std::move(blocks));
    }
    if (several)
        for (std::size_t i = 0; i < runs.size(); ++i) {
            document.blocks.emplace_back(HeadingBlock{2, fmt::format("Mistakes of {}", names[i])});
            append(document, confusionBlocks(runs[i]));
        }
    if (auto blocks = coverageBlocks(runs); !blocks.empty()) {
        document.blocks.emplace_back(HeadingBlock{2, "How sure it is"});
        append(document, std::move(blocks));
    }
    document.blocks.emplace_back(HeadingBlock{2, "Quality"});
    document.blocks.emplace_back(classMetricsTable(runs));
    if (!several)
        if (auto figure = classSegmentFigure(first)) document.blocks.emplace_back(std::move(*figure));
    for (const ClassScorecardRun& run : runs)
        if (run.gate && (!several || !run.gate->results.empty()))
            document.blocks.emplace_back(requirementSection(run.row, *run.gate, {run.words, run.cohorts}));
    if (auto cases = notedCasesTable(first.cases); cases && !several) {
        document.blocks.emplace_back(HeadingBlock{2, "Cases people wrote about"});
        document.blocks.emplace_back(std::move(*cases));
    }
    return document;
}

}  // namespace reckoner
