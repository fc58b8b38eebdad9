#include "core/wording/class_compare_words.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/metrics/matrix_figures.h"
#include "core/wording/decide_sentences.h"
#include "core/wording/number_format.h"
#include "core/wording/outcome_words.h"
#include "core/wording/segment_words.h"
#include "core/wording/verdict_sentences.h"
#include "core/wording/version_sentences.h"

namespace reckoner {
namespace {

std::string moneyUnit(const ClassCosts& costs) {
    const std::string unit = costs.currency.empty() ? "units" : costs.currency;
    return costs.volumePerPeriod > 0 ? unit + " a " + costs.period : unit;
}

std::string samplesOf(std::uint64_t n, const VersionWords& words) {
    return fmt::format("{} {}", count(n), n == 1 ? words.words.sample : words.words.samples);
}

std::uint64_t compared(const ClassBoard& board) {
    return board.judgedMatrix.total().n;
}

// "accuracy 6.4 better", "4,200 EUR a month better".
std::string overallClause(const ClassBoard& board, const VersionVerdict& verdict) {
    const ClassRow& row = board.rows[*verdict.overallRow];
    const Sentence cell = differenceText(row.figures, board.request.judged, false);
    const std::string size = cell.empty() ? std::string() : cell.front().text;
    if (row.figures.metric != "cost") return "accuracy " + size;
    const std::size_t word = size.rfind(' ');
    return size.substr(0, word) + " " + moneyUnit(*board.request.costs) + size.substr(word);
}

std::string classClause(const ClassBoard& board, const ClassRow& row) {
    const Value& before = row.figures.values[board.request.base];
    const Value& now = row.figures.values[board.request.judged];
    const std::string what = fmt::format("recall of \u201C{}\u201D", row.classOf);
    if (!before || !now) return what + " is worse";
    const bool apart = ofHundred(*before) != ofHundred(*now);
    const auto said = [&](double share) { return apart ? ofHundred(share) : fixed(share * 100, 1); };
    return fmt::format("{} falls from {} to {} of 100", what, said(*before), said(*now));
}

Sentence nothingToCompare(const ClassBoard& board, const VersionVerdict& verdict, const VersionWords& words) {
    const std::string& judged = board.judged().name;
    const std::string& base = board.base().name;
    const SampleOverlap& overlap = board.overlaps[board.request.judged];
    if (compared(board) == 0 || board.baseMatrix.total().n == 0)
        return {
            {overlap.conflicting > 0
                 ? fmt::format("{} and {} disagree on the label of every {} they share: nothing can be "
                               "compared.",
                               judged, base, words.words.sample)
                 : fmt::format("{} and {} share no {} with a label and an answer: nothing can be compared.",
                               judged, base, words.words.sample)}};
    if (compared(board) == 1)
        return {{fmt::format("Only 1 {} is in both {} and {}: that says nothing.", words.words.sample, judged,
                             base)}};
    if (verdict.oneClass)
        return {{fmt::format("All {} of {} are of one class: there is nothing to tell apart.",
                             samplesOf(compared(board), words), judged)}};
    return {{fmt::format("{} and {} cannot be compared.", judged, base)}};
}

bool oneClass(const ClassMatrix& matrix) {
    std::size_t present = 0;
    for (std::size_t truth = 0; truth < matrix.classes(); ++truth)
        present += matrix.truthTotal(truth).n > 0 ? 1 : 0;
    return present < 2;
}

}  // namespace

VersionVerdict classVerdict(const ClassBoard& board, std::span<const JudgedRequirement> requirements) {
    VerdictFacts facts;
    facts.baseSamples = board.baseMatrix.total().n;
    facts.judgedSamples = compared(board);
    facts.oneClass = oneClass(board.baseMatrix) || oneClass(board.judgedMatrix);
    facts.identical = board.identical;
    for (const char* metric : {"cost", "accuracy"})
        for (std::size_t i = 0; i < board.rows.size(); ++i) {
            const ClassRow& row = board.rows[i];
            if (row.figures.metric != metric || !row.classOf.empty()) continue;
            const Verdict verdict = verdictOf(row.figures, board.request.judged);
            const bool told = facts.overall == Verdict::Better || facts.overall == Verdict::Worse;
            if (told || verdict == Verdict::NotComparable) continue;
            if (verdict == Verdict::NoDifferenceSeen && facts.overallRow) continue;
            facts.overall = verdict;
            facts.overallRow = i;
        }
    if (board.worst && !board.rows[*board.worst].classOf.empty()) facts.segmentRow = board.worst;
    return verdictOn(facts, requirements);
}

std::string classFigureTitle(const ClassBoard& board, const ClassRow& row, const VersionWords& words) {
    if (!row.classOf.empty())
        return fmt::format("Recall of \u201C{}\u201D, {}", row.classOf, count(row.support));
    const std::string& metric = row.figures.metric;
    if (metric == "cost") return capitalised(moneyUnit(*board.request.costs));
    if (metric == "accuracy") return fmt::format("Accuracy: of 100 {}, right", words.words.samples);
    if (metric == "latency_p95") return "Latency p95, ms";
    const std::string title(matrixFigureTitle(metric));
    return row.figures.scale == FigureScale::Hundred ? title + ", of 100" : title;
}

Sentence classHeadline(const ClassBoard& board, const VersionVerdict& verdict,
                       std::span<const JudgedRequirement> requirements, const VersionWords& words) {
    const std::string& judged = board.judged().name;
    if (verdict.advice == Advice::NotComparable) return nothingToCompare(board, verdict, words);
    if (verdict.advice == Advice::Identical)
        return {{fmt::format("{} answers all {} exactly as {} does: there is nothing to choose between.",
                             judged, samplesOf(compared(board), words), board.base().name)}};
    Sentence sentence{{judged + ": "}};
    if (verdict.overall == Verdict::Better || verdict.overall == Verdict::Worse) {
        sentence.push_back(
            {overallClause(board, verdict), verdict.segmentRow ? Emphasis::None : Emphasis::Accent});
        sentence.push_back({" overall"});
    } else if (verdict.overall == Verdict::NoDifferenceSeen) {
        sentence.push_back({"no difference seen overall"});
    } else {
        sentence.push_back({"not comparable overall"});
    }
    if (verdict.segmentRow) {
        sentence.push_back({verdict.overall == Verdict::Worse ? ", and " : ", but "});
        sentence.push_back({classClause(board, board.rows[*verdict.segmentRow]), Emphasis::Accent});
    } else {
        for (Phrase& phrase : requirementClause(verdict, requirements))
            sentence.push_back(std::move(phrase));
    }
    sentence.push_back({"." + adviceText(verdict, requirements.size())});
    return sentence;
}

std::string classReasons(const ClassBoard& board, const VersionVerdict& verdict,
                         std::span<const JudgedRequirement> requirements, const VersionWords& words,
                         const std::string& changelog) {
    std::string text;
    const auto add = [&text](const std::string& part) {
        if (!part.empty()) text += (text.empty() ? "" : " ") + part;
    };
    if (verdict.requirement)
        add(judgedText(requirements[*verdict.requirement]));
    else if (!requirements.empty() && verdict.met > 0 && verdict.advice != Advice::Ship)
        add(fmt::format("{} of {} requirements are met.", count(verdict.met), count(requirements.size())));
    const SampleOverlap& overlap = board.overlaps[board.request.judged];
    if (overlap.paired && board.flips.n() > 0 && !board.identical)
        add(fmt::format("{} fixed and {} newly broken of {}.", count(board.flips.fixed),
                        count(board.flips.broken), samplesOf(board.flips.n(), words)));
    if (!changelog.empty() && !verdict.requirement)
        add(fmt::format("{}: {}", board.judged().name, changelogOpening(changelog)));
    if (text.empty())
        text = fmt::format("Compared with {} on {}.", board.base().name, overlapText(overlap, words));
    return text;
}

std::string classOverlapSentence(const ClassBoard& board, const VersionWords& words) {
    return overlapSentence(board.overlaps[board.request.judged], board.base().name, board.judged().name,
                           words);
}

std::string classFigureHint(const ClassBoard& board, const ClassRow& row, std::size_t side,
                            const VersionWords& words) {
    std::string text = classFigureTitle(board, row, words) + ", " + board.request.sides[side].name + ": ";
    const Value& value = row.figures.values[side];
    text += value ? figureText(row.figures, side) : fmt::format("n/a, {}", describe(value.why));
    if (!row.figures.differences[side]) return text;
    text += "\nAgainst " + board.base().name + ": " +
            plain(differenceText(row.figures, side, board.replicates == 0));
    if (!row.classOf.empty())
        text += "\nOf " + samplesOf(row.support, words) + ", q " + qText(row.figures.q[side]);
    return text;
}

std::string classCellText(const ClassBoard& board, std::size_t truth, std::size_t called) {
    const std::string what = truth == called
                                 ? fmt::format("\u201C{}\u201D called right", board.classes[truth])
                                 : fmt::format("\u201C{}\u201D called \u201C{}\u201D", board.classes[truth],
                                               board.classes[called]);
    return fmt::format("{}: {} in {}, {} in {}", what, count(board.judgedMatrix.at(truth, called).n),
                       board.judged().name, count(board.baseMatrix.at(truth, called).n), board.base().name);
}

}  // namespace reckoner
