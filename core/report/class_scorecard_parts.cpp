#include "core/report/class_scorecard_parts.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "core/metrics/intervals.h"
#include "core/metrics/matrix_figures.h"
#include "core/report/figures/figure.h"
#include "core/report/scorecard_parts.h"
#include "core/wording/confidence_point.h"
#include "core/wording/confusion_sentences.h"
#include "core/wording/decide_sentences.h"
#include "core/wording/number_format.h"
#include "core/wording/run_names.h"

namespace reckoner {
namespace {

constexpr std::size_t kDrawn = 12;  // classes of a matrix that still reads
constexpr std::size_t kPairs = 15;  // in a table
constexpr std::size_t kSentences = 4;
constexpr std::size_t kClassRows = 40;
constexpr std::uint64_t kFew = 30;

const std::string& nameOf(const ClassScorecardRun& run, std::size_t place) {
    return run.analysis->classes[place];
}

std::string inQuotes(const std::string& name) {
    return "\u201C" + name + "\u201D";
}

std::string rangeText(const std::optional<Interval>& interval) {
    return interval ? fmt::format("{} to {}", ofHundred(interval->lo), ofHundred(interval->hi)) : "";
}

std::string withRange(const Value& value, const std::optional<Interval>& interval) {
    if (!value) return "n/a: " + std::string(describe(value.why));
    return interval ? fmt::format("{} ({})", ofHundred(*value), rangeText(interval)) : ofHundred(*value);
}

std::optional<Interval> intervalOf(const ClassScorecardRun& run, const std::string& id) {
    const auto found = run.intervals.figures.find(id);
    return found == run.intervals.figures.end() ? std::nullopt : std::optional(found->second);
}

// The class that is found least, of those with enough samples to say so.
std::optional<std::size_t> leastFound(const ClassScorecardRun& run) {
    std::optional<std::size_t> least;
    for (std::size_t c = 0; c < run.numbers.perClass.size(); ++c) {
        const ClassNumbers& n = run.numbers.perClass[c];
        if (!n.recall || n.support < kFew) continue;
        if (!least || *n.recall < *run.numbers.perClass[*least].recall) least = c;
    }
    return least;
}

std::string pairSentence(const ClassScorecardRun& run, const ConfusedPair& pair) {
    const std::string& truth = nameOf(run, pair.truth);
    return fmt::format("{} {} {} called {}: {} of all {}.", count(pair.cell.n), inQuotes(truth),
                       pair.cell.n == 1 ? "was" : "were", inQuotes(nameOf(run, pair.predicted)),
                       fineShareText(pair.shareOfTruth), inQuotes(truth));
}

TableBlock pairTable(const ClassScorecardRun& run, const std::vector<ConfusedPair>& pairs) {
    TableBlock table;
    table.heads = {
        {"Really"}, {"Called"}, {capitalised(run.words.samples), true}, {"Of all of its kind", true}};
    for (const ConfusedPair& pair : pairs)
        table.rows.push_back({nameOf(run, pair.truth), nameOf(run, pair.predicted), count(pair.cell.n),
                              fineShareText(pair.shareOfTruth)});
    return table;
}

// Of one answer to the period, or to the samples of the run.
double scaleOf(const ClassScorecardRun& run) {
    const ClassCosts& costs = *run.analysis->costs;
    return costs.volumePerPeriod > 0 ? costs.volumePerPeriod : run.analysis->everything.total().weight;
}

std::string periodOf(const ClassScorecardRun& run) {
    const ClassCosts& costs = *run.analysis->costs;
    return costs.volumePerPeriod > 0 ? " a " + costs.period : " over these " + run.words.samples;
}

std::string moneyText(const ClassScorecardRun& run, double amount) {
    const ClassCosts& costs = *run.analysis->costs;
    return costs.currency.empty() ? money(amount) : money(amount, costs.currency);
}

double costOf(const ClassScorecardRun& run) {
    return classTotal(run.analysis->everything.called, *run.analysis->costs) /
           run.analysis->everything.total().weight * scaleOf(run);
}

std::string costRange(const ClassScorecardRun& run) {
    if (!run.intervals.cost) return {};
    return fmt::format("between {} and {}", money(run.intervals.cost->lo * scaleOf(run)),
                       money(run.intervals.cost->hi * scaleOf(run)));
}

// What one kind of mistake costs, the dearest first.
TableBlock dearestTable(const ClassScorecardRun& run) {
    struct Priced {
        std::size_t truth, called;
        double cost;
    };
    const ClassAnalysis& analysis = *run.analysis;
    const double scale = scaleOf(run) / analysis.everything.total().weight;
    std::vector<Priced> priced;
    for (std::size_t truth = 0; truth < analysis.classes.size(); ++truth)
        for (std::size_t called = 0; called < analysis.classes.size(); ++called) {
            const double cost = analysis.everything.called.at(truth, called).weight *
                                analysis.costs->at(truth, called) * scale;
            if (truth != called && cost > 0) priced.push_back({truth, called, cost});
        }
    std::stable_sort(priced.begin(), priced.end(),
                     [](const Priced& a, const Priced& b) { return a.cost > b.cost; });
    if (priced.size() > 8) priced.resize(8);
    TableBlock table;
    table.heads = {{"The dearest mistakes"},
                   {capitalised(run.words.samples), true},
                   {"one costs", true},
                   {capitalised("cost" + periodOf(run)), true}};
    for (const Priced& one : priced)
        table.rows.push_back({fmt::format("{} called {}", inQuotes(analysis.classes[one.truth]),
                                          inQuotes(analysis.classes[one.called])),
                              count(analysis.everything.called.at(one.truth, one.called).n),
                              moneyText(run, analysis.costs->at(one.truth, one.called)),
                              moneyText(run, one.cost)});
    return table;
}

// The confidence below which about this share of the answers lies.
double confidenceFor(const ClassAnalysis& run, double share) {
    const double all = run.everything.total().weight;
    double lo = run.axisLo, hi = run.axisHi;
    for (int step = 0; step < 40; ++step) {
        const double middle = (lo + hi) / 2;
        (run.sweep->at(middle).reviewed.weight <= share * all ? lo : hi) = middle;
    }
    // As people would set it.
    return std::clamp(roundedConfidence(run, lo), run.axisLo, run.axisHi);
}

double costAt(const ClassScorecardRun& run, double confidence) {
    const ClassAnalysis& analysis = *run.analysis;
    const ConfusionTable table = analysis.sweep->table(confidence);
    const double total =
        classTotal(table.called, *analysis.costs) + table.reviewed().weight * analysis.costs->review;
    return total / analysis.everything.total().weight * scaleOf(run);
}

std::vector<std::string> coverageRow(const ClassScorecardRun& run, double confidence, bool inForce) {
    const ClassAnalysis& analysis = *run.analysis;
    const ConfidenceSweep::Split split = analysis.sweep->at(confidence);
    const bool none = split.reviewed.n == 0;
    const auto interval = wilson95Weighted(split.right.weight, split.right.weight + split.wrong.weight,
                                           split.right.weightSq + split.wrong.weightSq);
    std::vector<std::string> cells{
        (none ? "nothing is looked at"
              : fmt::format("answers below {}", confidenceText(analysis, confidence))) +
            (inForce ? ", in force" : ""),
        none ? "0"
             : fmt::format("{} ({})", count(split.reviewed.n),
                           fineShareText(split.reviewed.weight / analysis.everything.total().weight)),
        count(split.right.n + split.wrong.n), withRange(split.accuracy(), interval)};
    if (analysis.costs) cells.push_back(moneyText(run, costAt(run, confidence)));
    return cells;
}

TableBlock coverageTable(const ClassScorecardRun& run) {
    TableBlock table;
    table.heads = {{"A person looks at"},
                   {capitalised(run.words.samples), true},
                   {"the model answers", true},
                   {"of 100 right", true}};
    if (run.analysis->costs) table.heads.push_back({capitalised("cost" + periodOf(run)), true});
    std::vector<double> points{run.analysis->axisLo};
    for (const double share : {0.05, 0.1, 0.2, 0.3})
        points.push_back(confidenceFor(*run.analysis, share));
    if (run.confidence)
        points.push_back(std::clamp(*run.confidence, run.analysis->axisLo, run.analysis->axisHi));
    std::sort(points.begin(), points.end());
    points.erase(std::unique(points.begin(), points.end()), points.end());
    std::uint64_t before = run.analysis->samples() + 1;
    for (const double at : points) {
        const std::uint64_t reviewed = run.analysis->sweep->at(at).reviewed.n;
        if (reviewed == before) continue;
        before = reviewed;
        table.rows.push_back(coverageRow(run, at, run.confidence && at == *run.confidence));
    }
    return table;
}

}  // namespace

std::vector<RunRow> classRows(const std::vector<ClassScorecardRun>& runs) {
    std::vector<RunRow> rows;
    for (const ClassScorecardRun& run : runs)
        rows.push_back(run.row);
    return rows;
}

std::string classSummary(const ClassScorecardRun& run) {
    const Value& accuracy = run.numbers.accuracy;
    if (!accuracy) return fmt::format("Nothing can be said: {}.", describe(accuracy.why));
    std::string text = fmt::format("Of 100 {} {} are called right", run.words.samples, ofHundred(*accuracy));
    if (const auto interval = intervalOf(run, "accuracy"))
        text += fmt::format(", between {} and {}", ofHundred(interval->lo), ofHundred(interval->hi));
    if (const auto least = leastFound(run))
        text += fmt::format("; {} is found least, {} of 100", inQuotes(nameOf(run, *least)),
                            ofHundred(*run.numbers.perClass[*least].recall));
    text += ".";
    const auto pairs = confusedPairs(run.analysis->everything, 1);
    if (pairs.empty()) return text + " No answer is wrong.";
    return text + " The most frequent mistake: " + pairSentence(run, pairs.front());
}

std::string confidenceNote(const ClassScorecardRun& run) {
    const std::string version = versionName(run.row.info.version);
    if (!run.confidence)
        return fmt::format(
            "{} is counted with every answer trusted: no confidence is set below which a "
            "person looks.",
            version);
    return plain(confidenceSentence(run.analysis->sweep->at(*run.confidence),
                                    confidenceText(*run.analysis, *run.confidence), false,
                                    run.words.samples)) +
           " All other figures are of every answer, trusted as it is.";
}

KeyFiguresBlock classKeyFigures(const ClassScorecardRun& run) {
    KeyFiguresBlock keys;
    const auto share = [&](const Value& value, const std::string& label,
                           const std::optional<Interval>& interval) {
        keys.figures.push_back(
            {value ? ofHundred(*value) + " of 100" : "n/a: " + std::string(describe(value.why)), label,
             interval ? fmt::format("between {} and {}", ofHundred(interval->lo), ofHundred(interval->hi))
                      : ""});
    };
    if (run.analysis->costs)
        keys.figures.push_back(
            {moneyText(run, costOf(run)), "wrong answers cost" + periodOf(run), costRange(run)});
    share(run.numbers.accuracy, run.words.samples + " are called right", intervalOf(run, "accuracy"));
    share(run.numbers.balancedAccuracy, "of each class alike are found",
          intervalOf(run, "balanced_accuracy"));
    if (const auto least = leastFound(run); least && !run.analysis->costs)
        share(run.numbers.perClass[*least].recall,
              fmt::format("of {} are found", inQuotes(nameOf(run, *least))), run.intervals.recall[*least]);
    if (run.gate && !run.gate->results.empty()) keys.figures.push_back(requirementFigure(*run.gate));
    return keys;
}

std::vector<Block> confusionBlocks(const ClassScorecardRun& run) {
    std::vector<Block> blocks;
    const ClassAnalysis& analysis = *run.analysis;
    const bool drawn = analysis.classes.size() <= kDrawn;
    const auto pairs = confusedPairs(analysis.everything, kPairs);
    if (drawn) blocks.emplace_back(confusionFigure(analysis.everything, analysis.classes, run.words.samples));
    if (pairs.empty()) {
        blocks.emplace_back(ParagraphBlock{"No answer is wrong."});
        return blocks;
    }
    std::string text;
    for (std::size_t i = 0; i < std::min(kSentences, pairs.size()); ++i)
        text += (text.empty() ? "" : " ") + pairSentence(run, pairs[i]);
    blocks.emplace_back(ParagraphBlock{text});
    if (drawn) return blocks;
    blocks.emplace_back(ParagraphBlock{
        fmt::format("{} classes are too many for one picture; these pairs are taken for each other most.",
                    count(analysis.classes.size())),
        true});
    blocks.emplace_back(pairTable(run, pairs));
    return blocks;
}

std::vector<Block> classBlocks(const ClassScorecardRun& run) {
    const std::size_t classes = run.analysis->classes.size();
    std::vector<std::size_t> order(classes);
    for (std::size_t c = 0; c < classes; ++c)
        order[c] = c;
    const bool cut = classes > kClassRows;
    if (cut) {
        const auto f1 = [&](std::size_t c) { return run.numbers.perClass[c].f1.v.value_or(2); };
        std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return f1(a) < f1(b); });
        order.resize(kClassRows);
    }
    TableBlock table;
    table.heads = {{"Class"},
                   {capitalised(run.words.samples), true},
                   {"Precision", true},
                   {"Recall", true},
                   {"F1", true}};
    for (const std::size_t c : order) {
        const ClassNumbers& n = run.numbers.perClass[c];
        table.rows.push_back(
            {nameOf(run, c), count(n.support), withRange(n.precision, run.intervals.precision[c]),
             withRange(n.recall, run.intervals.recall[c]), withRange(n.f1, run.intervals.f1[c])});
    }
    std::vector<Block> blocks;
    blocks.emplace_back(std::move(table));
    blocks.emplace_back(ParagraphBlock{
        fmt::format(
            "Of 100, with 95 % intervals. Precision: of 100 called so, those that are. Recall: of 100 "
            "that are, those called so.{}",
            cut ? fmt::format(" The {} classes with the lowest F1 of {} are shown.", kClassRows,
                              count(classes))
                : ""),
        true});
    return blocks;
}

TableBlock classMetricsTable(const std::vector<ClassScorecardRun>& runs) {
    TableBlock table;
    table.heads.push_back({"Figure (95 % interval)"});
    for (const std::string& name : sideNames(classRows(runs)))
        table.heads.push_back({name, true});
    const auto add = [&](const std::string& title, auto of) {
        std::vector<std::string> row{title};
        for (const ClassScorecardRun& run : runs)
            row.push_back(of(run));
        table.rows.push_back(std::move(row));
    };
    for (const std::string& id : matrixFigureNames())
        add(std::string(matrixFigureTitle(id)), [&](const ClassScorecardRun& run) -> std::string {
            const Value value = matrixFigure(run.numbers, id);
            const auto interval = intervalOf(run, id);
            if (!value || !interval) return valueOr(value, 3);
            return fmt::format("{} ({} to {})", fixed(*value, 3), fixed(interval->lo, 3),
                               fixed(interval->hi, 3));
        });
    add("ROC AUC, one class against the rest, macro",
        [](const ClassScorecardRun& run) { return valueOr(run.rocAuc, 3); });
    add("Log loss", [](const ClassScorecardRun& run) { return valueOr(run.logLoss, 3); });
    return table;
}

std::vector<Block> classMoneyBlocks(const std::vector<ClassScorecardRun>& runs) {
    std::vector<Block> blocks;
    if (!runs.front().analysis->costs) return blocks;
    const std::vector<std::string> names = sideNames(classRows(runs));
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const ClassScorecardRun& run = runs[i];
        if (!run.analysis->costs) continue;
        blocks.emplace_back(
            ParagraphBlock{fmt::format("{}: wrong answers cost {}{}, {}.", names[i],
                                       moneyText(run, costOf(run)), periodOf(run), costRange(run))});
        if (runs.size() == 1) blocks.emplace_back(dearestTable(run));
    }
    return blocks;
}

std::vector<Block> coverageBlocks(const std::vector<ClassScorecardRun>& runs) {
    std::vector<ClassFigureRun> known;
    const std::vector<std::string> names = sideNames(classRows(runs));
    for (std::size_t i = 0; i < runs.size(); ++i)
        if (runs[i].analysis->sweep->known()) known.push_back({names[i], runs[i].analysis});
    std::vector<Block> blocks;
    if (known.empty()) return blocks;
    blocks.emplace_back(coverageFigure(known, runs.front().words.samples));
    if (runs.size() == 1) blocks.emplace_back(coverageTable(runs.front()));
    return blocks;
}

std::optional<FigureBlock> classSegmentFigure(const ClassScorecardRun& run) {
    if (run.segments.empty()) return std::nullopt;
    std::vector<IntervalRow> rows;
    for (const ClassSegmentShare& segment : run.segments)
        rows.push_back({segment.name, segment.n, segment.accuracy, segment.interval});
    return intervalFigure(
        fmt::format("{} called right by segment, the least first", capitalised(run.words.samples)), rows,
        run.numbers.accuracy.v);
}

}  // namespace reckoner
