#include "core/wording/segment_words.h"

#include <cmath>

#include <fmt/format.h>

#include "core/wording/errors_case.h"
#include "core/wording/number_format.h"
#include "core/wording/outcome_words.h"

namespace reckoner {
namespace {

std::string columnName(const EvalTable& table, const std::string& name) {
    const ColumnInfo* column = table.find(name);
    return column ? fieldName(*column) : name;
}

std::string signedPoints(double share) {
    const std::string size = fixed(std::fabs(share) * 100, 0);
    if (size == "0") return size;
    return (share < 0 ? "\u2212" : "+") + size;
}

// "between 12 and 3 points lower", "between 3.1 lower and 1.2 higher".
std::string betweenPoints(const Interval& interval) {
    const auto size = [](double share) { return fixed(std::fabs(share) * 100, 1); };
    if (interval.hi <= 0)
        return fmt::format("between {} and {} points lower", size(interval.hi), size(interval.lo));
    if (interval.lo >= 0)
        return fmt::format("between {} and {} points higher", size(interval.lo), size(interval.hi));
    return fmt::format("between {} points lower and {} higher", size(interval.lo), size(interval.hi));
}

std::string contrastText(const SegmentReading& reading) {
    if (!reading.difference)
        return fmt::format("Against the rest: n/a, {}.", describe(reading.difference.why));
    const std::string interval =
        reading.differenceInterval ? betweenPoints(*reading.differenceInterval) : std::string();
    const bool seen = reading.standing == Standing::Worse || reading.standing == Standing::Better;
    if (!seen)
        return fmt::format("No difference seen to the rest: {}, q {}.", interval, qText(reading.qValue));
    return fmt::format("{} points against the rest: {}, q {}.", signedPoints(*reading.difference), interval,
                       qText(reading.qValue));
}

}  // namespace

std::string segmentColumnName(const EvalTable& table, const std::vector<std::string>& columns) {
    std::string text;
    for (const std::string& column : columns)
        text += (text.empty() ? "" : ", ") + columnName(table, column);
    return text;
}

std::string segmentValueName(const Grouping::Key& key) {
    std::string text;
    for (const auto& value : key.values)
        text += (text.empty() ? "" : ", ") + value.value_or("missing");
    return text;
}

const std::vector<const MetricEntry*>& segmentMetrics() {
    static const std::vector<const MetricEntry*> list = [] {
        std::vector<const MetricEntry*> metrics;
        for (const char* id :
             {"recall", "precision", "accuracy", "fpr", "fnr", "specificity", "npv", "selection_rate"})
            metrics.push_back(findMetric(id));
        return metrics;
    }();
    return list;
}

const MetricEntry& companionOf(const MetricEntry& metric) {
    return *findMetric(metric.id == "recall" ? "precision" : "recall");
}

std::string metricName(const MetricEntry& metric) {
    std::string name(metric.title);
    if (name.size() > 1 && name[1] >= 'a' && name[1] <= 'z')
        name[0] = static_cast<char>(std::tolower(name[0]));
    return name;
}

std::string trialsName(const MetricEntry& metric, const RunAnalysis& run, const Vocabulary& words) {
    if (metric.id == "recall" || metric.id == "fnr") return run.rows.positive;
    if (metric.id == "precision") return words.flagged;
    if (metric.id == "npv") return words.passed;
    if (metric.id == "specificity" || metric.id == "fpr") {
        const auto& classes = run.request.table->info().classes;
        if (classes.size() == 2) return classes[0] == run.rows.positive ? classes[1] : classes[0];
        return "others";
    }
    return words.samples;
}

std::string metricHead(const MetricEntry& metric, const RunAnalysis& run, const Vocabulary& words) {
    const std::string of = trialsName(metric, run, words);
    const auto head = [&](const std::string& what) {
        return fmt::format("{}: of 100 {}, {}", metricName(metric), of, what);
    };
    if (metric.id == "recall") return head(words.caught);
    if (metric.id == "precision") return head(run.rows.positive);
    if (metric.id == "fnr") return head(outcomeWord(words, Cell::Missed, 2));
    if (metric.id == "specificity") return head(words.passed);
    if (metric.id == "fpr" || metric.id == "selection_rate") return head(words.flagged);
    return head("right");
}

Cell toneOf(const MetricEntry& metric) {
    for (const char* id : {"precision", "fpr", "specificity"})
        if (metric.id == id) return Cell::FalseAlarm;
    return Cell::Missed;
}

std::string hundredText(const Value& value) {
    return value ? ofHundred(*value) : "n/a";
}

std::string percentText(const Value& value) {
    return value ? shareText(*value) : "n/a";
}

std::string pointsText(const Value& difference) {
    if (!difference) return "n/a";
    const std::string points = signedPoints(*difference);
    return points + (points == "+1" || points == "\u22121" ? " point" : " points");
}

std::string qText(const Value& q) {
    if (!q) return "n/a";
    if (*q < 0.001) return "< 0.001";
    return fixed(*q, *q < 0.0995 ? 3 : 2);
}

std::string standingCaption(Standing standing, const MetricEntry& metric, const RunAnalysis& run,
                            const Vocabulary& words) {
    const bool judged = metric.direction != Direction::Neither;
    switch (standing) {
        case Standing::Worse:
            return judged ? "worse than the rest" : "lower than the rest";
        case Standing::Same:
            return "no difference seen";
        case Standing::Better:
            return judged ? "better than the rest" : "higher than the rest";
        case Standing::TooFew:
            break;
    }
    return fmt::format("too few to say (fewer than {} {})", fixed(kFewestTrials, 0),
                       trialsName(metric, run, words));
}

std::string segmentText(const SegmentBoard& board, std::size_t segment, const BoardReading& reading,
                        const Vocabulary& words) {
    const BoardSegment& one = board.segments()[segment];
    const SegmentReading& now = reading.segments[segment];
    const RunAnalysis& run = *board.run();
    const std::string interval = now.interval
                                     ? fmt::format(", between {} and {}", fixed(now.interval->lo * 100, 1),
                                                   fixed(now.interval->hi * 100, 1))
                                     : std::string();
    const std::string value =
        now.value ? fixed(*now.value * 100, 1) + interval : fmt::format("n/a, {}", describe(now.value.why));
    const std::string few =
        now.standing == Standing::TooFew
            ? "\n" + capitalised(standingCaption(Standing::TooFew, *reading.metric, run, words)) + "."
            : std::string();
    const std::string saves = amountText(run, words, board.ownBestSaves(one, now.tally));
    const std::string best = std::isinf(one.cheapest.threshold)
                                 ? "flagging nobody"
                                 : "its own best threshold, " + fullThreshold(run, one.cheapest.threshold);
    return fmt::format(
        "{} {}: {} {}, {} {}\n{}: {}\n{}{}\nAt {} it would cost {}{} less; chosen on these same {}, so "
        "rather less elsewhere.",
        segmentColumnName(*run.request.table, one.columns), segmentValueName(one.key), count(one.n),
        one.n == 1 ? words.sample : words.samples, count(one.positives), run.rows.positive,
        metricHead(*reading.metric, run, words), value, contrastText(now), few, best, saves,
        perPeriodText(run), words.samples);
}

}  // namespace reckoner
