#include "core/wording/segment_sentences.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/wording/number_format.h"
#include "core/wording/segment_words.h"

namespace reckoner {
namespace {

// So that a headline fits into its line: the names of crosses are long.
std::size_t mostNamed(const SegmentBoard& board) {
    std::size_t widest = 1;
    for (const SegmentSet& set : board.sets())
        widest = std::max(widest, set.size());
    return 4 - std::min<std::size_t>(widest, 3);
}

std::string nameOf(const SegmentBoard& board, std::size_t segment) {
    const BoardSegment& one = board.segments()[segment];
    std::string name;
    for (std::size_t i = 0; i < one.columns.size(); ++i)
        name += (i == 0 ? "" : ", ") + segmentColumnName(*board.run()->request.table, {one.columns[i]}) +
                " " + segmentValueName({{one.key.values[i]}});
    return name;
}

std::vector<std::size_t> worseOnes(const BoardReading& reading) {
    std::vector<std::size_t> worse = worstBeyondNoise(reading);
    std::erase_if(worse, [&](std::size_t i) { return reading.segments[i].standing != Standing::Worse; });
    return worse;
}

// Of everyone's share: below this it is worth a word.
constexpr double kRare = 0.85;

// How common the positive class is in all of these segments, against everyone: " where they are rare".
std::string prevalenceClause(const SegmentBoard& board, const std::vector<std::size_t>& segments) {
    const RunAnalysis& run = *board.run();
    const double all = static_cast<double>(run.sweep->at(run.axisLo).positives()) /
                       static_cast<double>(std::max<std::uint64_t>(1, run.sweep->samples()));
    const auto share = [&](std::size_t i) {
        const BoardSegment& one = board.segments()[i];
        return static_cast<double>(one.positives) / static_cast<double>(one.n);
    };
    if (segments.size() > 1 &&
        std::all_of(segments.begin(), segments.end(), [&](auto i) { return share(i) < kRare * all; }))
        return " where they are rare";
    if (segments.size() > 1 &&
        std::all_of(segments.begin(), segments.end(), [&](auto i) { return share(i) > all / kRare; }))
        return " where they are common";
    return {};
}

std::string lead(const SegmentBoard& board, const MetricEntry& metric, const Vocabulary& words,
                 const std::vector<std::size_t>& worse) {
    const std::string real = words.realOnes;
    if (metric.id == "recall" || metric.id == "fnr")
        return capitalised(real) + " slip through" + prevalenceClause(board, worse) + ": ";
    if (metric.id == "precision")
        return fmt::format("Fewer of those {} {}: ", words.flagged, words.wouldHave);
    if (metric.id == "fpr" || metric.id == "specificity")
        return capitalised(words.falseAlarmMany) + " gather: ";
    if (metric.id == "selection_rate") return fmt::format("Fewer are {}: ", words.flagged);
    if (metric.id == "npv") return fmt::format("Fewer of those {} are right: ", words.passed);
    return fmt::format("{} {}: ", higherIsWorse(metric) ? "Higher" : "Lower", metricName(metric));
}

// What the first figure counts, said once: " of 100 caught".
std::string unit(const MetricEntry& metric, const RunAnalysis& run, const Vocabulary& words) {
    if (!metric.proportion) return {};
    const std::string head = metricHead(metric, run, words);
    const std::size_t comma = head.rfind(", ");
    return " of 100 " + (comma == std::string::npos ? head : head.substr(comma + 2));
}

// "job, home and age".
std::string columnList(const SegmentBoard& board) {
    const EvalTable& table = *board.run()->request.table;
    std::vector<std::string> names;
    for (const SegmentSet& set : board.sets()) {
        std::string name;
        for (const GroupColumn& column : set)
            name += (name.empty() ? "" : " × ") + segmentColumnName(table, {column.name});
        names.push_back(name);
    }
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i)
        text += (i == 0 ? "" : i + 1 == names.size() ? " and " : ", ") + names[i];
    return text;
}

std::string beyondNoise(std::size_t worse, const MetricEntry& metric) {
    const std::string how = metric.direction == Direction::Neither ? "lower" : "worse";
    if (worse == 0) return fmt::format("None is {} than the rest beyond noise.", how);
    return fmt::format("{} {} {} than the rest beyond noise.", count(worse), worse == 1 ? "is" : "are", how);
}

}  // namespace

Sentence segmentHeadline(const SegmentBoard& board, const BoardReading& reading, const Vocabulary& words) {
    const RunAnalysis& run = *board.run();
    const MetricEntry& metric = *reading.metric;
    if (board.segments().empty()) return {{"No column of this run makes segments."}};
    const std::vector<std::size_t> worse = worseOnes(reading);
    if (worse.empty()) {
        const bool allFew = std::all_of(reading.segments.begin(), reading.segments.end(),
                                        [](const auto& one) { return one.standing == Standing::TooFew; });
        if (allFew) return {{"Too few in every segment to say where it fails."}};
        return {
            {fmt::format("No segment stands out in {}: what differs is within noise.", metricName(metric))}};
    }
    Sentence sentence{{lead(board, metric, words, worse)}};
    for (std::size_t i = 0; i < std::min(worse.size(), mostNamed(board)); ++i) {
        if (i > 0) sentence.push_back({", "});
        sentence.push_back({nameOf(board, worse[i]), Emphasis::Strong});
        sentence.push_back({" " + metricText(metric, reading.segments[worse[i]].value) +
                            (i == 0 ? unit(metric, run, words) : "")});
    }
    sentence.push_back({"."});
    return sentence;
}

std::string segmentSummary(const SegmentBoard& board, const BoardReading& reading, const Vocabulary& words,
                           bool bars) {
    const std::size_t n = board.segments().size();
    const auto worse = static_cast<std::size_t>(
        std::count_if(reading.segments.begin(), reading.segments.end(),
                      [](const auto& one) { return one.standing == Standing::Worse; }));
    const std::string everyone =
        reading.wholeValue ? fmt::format(" {}: {}{}.", bars ? "The dashed line is everyone" : "Everyone",
                                         metricText(*reading.metric, reading.wholeValue),
                                         unit(*reading.metric, *board.run(), words))
                           : fmt::format(" For everyone it is n/a: {}.", describe(reading.wholeValue.why));
    const RunAnalysis& run = *board.run();
    const std::string against = run.request.table->info().classes.size() > 2
                                    ? fmt::format(" {} against all other classes.", run.rows.positive)
                                    : std::string();
    return fmt::format("{} of {}.{} {}{}", n == 1 ? "The one segment" : "All " + count(n) + " segments",
                       columnList(board), against, beyondNoise(worse, *reading.metric), everyone);
}

std::string changeSentence(const SegmentBoard& board, const BoardReading& reading,
                           const std::vector<SegmentChange>& changes, const std::string& before,
                           const Vocabulary& words) {
    const MetricEntry& metric = *reading.metric;
    const bool judged = metric.direction != Direction::Neither;
    const auto worst = worstChange(changes, metric);
    if (!worst)
        // Compare pairs the samples and may see more.
        return fmt::format("Since {} no segment got {} beyond noise, each version read by itself.", before,
                           judged ? "worse" : "lower");
    return fmt::format("Since {}, {} got {} most: {} to {}{}.", before, nameOf(board, *worst),
                       judged ? "worse" : "lower", hundredText(changes[*worst].before),
                       hundredText(reading.segments[*worst].value), unit(metric, *board.run(), words));
}

std::string moreSegments(const std::vector<Standing>& standings, const MetricEntry& metric,
                         const RunAnalysis& run, const Vocabulary& words) {
    std::string parts;
    for (const Standing kind : {Standing::Worse, Standing::Same, Standing::Better, Standing::TooFew}) {
        const auto n = static_cast<std::size_t>(std::count(standings.begin(), standings.end(), kind));
        if (n == 0) continue;
        parts += (parts.empty() ? "" : ", ") + count(n) + " " + standingCaption(kind, metric, run, words);
    }
    return fmt::format("{} more: {}", count(standings.size()), parts);
}

}  // namespace reckoner
