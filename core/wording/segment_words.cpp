#include "core/wording/segment_words.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include <fmt/format.h>

#include "core/base/numbers.h"
#include "core/metrics/segment_ranking.h"
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

// The same for a metric that is no share.
std::string plainContrast(const SegmentReading& reading) {
    const std::string interval =
        reading.differenceInterval
            ? fmt::format("between {} and {}", fixed(reading.differenceInterval->lo, 3),
                          fixed(reading.differenceInterval->hi, 3))
            : std::string();
    const bool seen = reading.standing == Standing::Worse || reading.standing == Standing::Better;
    return fmt::format(
        "{}: {}, q {}.",
        seen ? fixed(*reading.difference, 3) + " against the rest" : "No difference seen to the rest",
        interval, qText(reading.qValue));
}

std::string contrastText(const SegmentReading& reading, const MetricEntry& metric) {
    if (!metric.proportion && reading.difference) return plainContrast(reading);
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

std::string groupLabel(const std::string& value) {
    constexpr std::size_t kReadable = 7;
    constexpr std::string_view kUpTo = "\u2264 ";
    const bool range = (value.starts_with('(') || value.starts_with('[')) && value.ends_with(']');
    if (!range && !value.starts_with("> ") && !value.starts_with(kUpTo)) return value;
    std::string text;
    std::string number;
    const auto flush = [&] {
        const auto parsed = number.size() > kReadable ? parseNumber(number) : std::nullopt;
        text += parsed ? fmt::format("{:.5g}", *parsed) : number;
        number.clear();
    };
    for (const char c : value) {
        if ((c >= '0' && c <= '9') || c == '.' || c == '-' || c == 'e' || c == '+') {
            number += c;
            continue;
        }
        flush();
        text += c;
    }
    flush();
    return text;
}

std::string oneLine(const std::string& value) {
    static constexpr std::string_view kBreaks[] = {"\n", "\r",     "\t",     "\v",
                                                   "\f", "\u0085", "\u2028", "\u2029"};
    std::string text;
    for (std::size_t i = 0; i < value.size();) {
        const auto found = std::find_if(std::begin(kBreaks), std::end(kBreaks), [&](std::string_view one) {
            return std::string_view(value).substr(i).starts_with(one);
        });
        const bool breaks = found != std::end(kBreaks);
        text += breaks ? ' ' : value[i];
        i += breaks ? found->size() : 1;
    }
    return text;
}

std::string segmentValueName(const Grouping::Key& key) {
    std::string text;
    for (const auto& value : key.values)
        text += (text.empty() ? "" : ", ") + (value ? oneLine(groupLabel(*value)) : "missing");
    return text;
}

const std::vector<const MetricEntry*>& segmentMetrics() {
    static const std::vector<const MetricEntry*> list = [] {
        std::vector<const MetricEntry*> metrics;
        for (const char* id : {"recall", "precision", "accuracy", "fpr", "fnr", "specificity", "npv",
                               "selection_rate", "f1", "mcc", "balanced_accuracy", "kappa", "lift"})
            metrics.push_back(findMetric(id));
        metrics.insert(metrics.end(), scoreMetrics().begin(), scoreMetrics().end());
        return metrics;
    }();
    return list;
}

const MetricEntry& companionOf(const MetricEntry& metric) {
    return *findMetric(metric.id == "recall" ? "precision" : "recall");
}

std::string metricName(const MetricEntry& metric) {
    std::string name(metric.title);
    const bool ofSomebody = name.find('\'') != std::string::npos || name.starts_with("Brier");
    if (!ofSomebody && name.size() > 1 && name[1] >= 'a' && name[1] <= 'z')
        name[0] = static_cast<char>(std::tolower(name[0]));
    return name;
}

std::string trialsName(const MetricEntry& metric, const RunAnalysis& run, const Vocabulary& words) {
    if (!metric.proportion) return "of either class";
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
    if (!metric.proportion) return metricName(metric);
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

std::string costHead(const RunAnalysis& run, const Vocabulary& words) {
    if (run.cost.model().inMoney()) return amountUnitText(run, words);
    return fmt::format("cost, in {}", words.falseAlarmMany);
}

std::string segmentHelp(std::string_view key, const MetricEntry& metric, const RunAnalysis& run,
                        const Vocabulary& words) {
    if (key == "prevalence")
        return fmt::format("How many of 100 {} are {}.", words.samples, run.rows.positive);
    if (key == "selected") return fmt::format("How many of 100 {} are {}.", words.samples, words.flagged);
    if (key == "errors")
        return fmt::format("Share of all mistakes, {} and {} together, that happen here.", words.missedMany,
                           words.falseAlarmMany);
    if (key == "value")
        return fmt::format("{}, with its 95\u202F% interval. The dashed line is everyone.",
                           capitalised(metricHead(metric, run, words)));
    if (key == "difference")
        return fmt::format("This segment minus all other {}. In colour where it is worse beyond noise.",
                           words.samples);
    if (key == "q")
        return "How likely so large a difference is by luck, counting that many segments were looked at "
               "(Benjamini-Hochberg). Below 0.05 it is more than noise.";
    if (key == "cost" && run.cost.model().inMoney())
        return "What the decisions in this segment cost, in tiers with their reviews. The rows of one column "
               "add up to the whole.";
    if (key == "cost")
        return fmt::format(
            "What the decisions in this segment cost. No money was entered, so it is counted in {}: "
            "each {} counts as many as the costs say. It is not the number of {} alone.",
            words.falseAlarmMany, words.missedOne, words.falseAlarmMany);
    if (key == "best") return "The threshold that would be cheapest for this segment alone.";
    if (key == "saves")
        return fmt::format(
            "What the segment would cost less at its own best threshold. Chosen on these same {}, "
            "so rather less elsewhere.",
            words.samples);
    return {};
}

std::string segmentLegend(const Vocabulary&) {
    return "q: below 0.05 the difference is more than luck. Own best: the cheapest threshold for the segment "
           "alone.";
}

std::string drawnIntervals(std::size_t known, std::size_t all, std::uint32_t replicates, std::uint64_t seed) {
    if (known < all) return fmt::format("Drawing intervals: {} of {} segments.", count(known), count(all));
    return fmt::format("Intervals: bootstrap, {} replicates, seed {}.", count(replicates), seed);
}

std::string heatLegend(const MetricEntry& metric) {
    const bool judged = metric.direction != Direction::Neither;
    return fmt::format(
        "Coloured: {} than the rest beyond noise, the further the stronger. Grey: no difference seen. "
        "Without a "
        "ground: too few.",
        judged ? "worse or better" : "lower or higher");
}

std::string hundredText(const Value& value) {
    return value ? ofHundred(*value) : "n/a";
}

std::string metricText(const MetricEntry& metric, const Value& value) {
    if (metric.proportion || !value) return hundredText(value);
    return fixed(*value, 2);
}

std::string contrastText(const MetricEntry& metric, const Value& difference) {
    if (metric.proportion || !difference) return pointsText(difference);
    const std::string size = fixed(std::fabs(*difference), 2);
    if (size == "0.00") return size;
    return (*difference < 0 ? "\u2212" : "+") + size;
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
    const bool share = reading.metric->proportion != nullptr;
    const auto exact = [&](double v) { return share ? fixed(v * 100, 1) : fixed(v, 3); };
    const std::string interval =
        now.interval ? fmt::format(", between {} and {}", exact(now.interval->lo), exact(now.interval->hi))
                     : std::string();
    const std::string value =
        now.value ? exact(*now.value) + interval : fmt::format("n/a, {}", describe(now.value.why));
    const std::string few =
        now.standing == Standing::TooFew
            ? "\n" + capitalised(standingCaption(Standing::TooFew, *reading.metric, run, words)) + "."
            : std::string();
    const std::string saves = amountText(run, words, board.ownBestSaves(one, now));
    const std::string best = std::isinf(one.cheapest.threshold)
                                 ? "flagging nobody"
                                 : "its own best threshold, " + fullThreshold(run, one.cheapest.threshold);
    return fmt::format(
        "{} {}: {} {}, {} {}\n{}: {}\n{}{}\nAt {} it would cost {}{} less; chosen on these same {}, so "
        "rather less elsewhere.",
        segmentColumnName(*run.request.table, one.columns), segmentValueName(one.key), count(one.n),
        one.n == 1 ? words.sample : words.samples, count(one.positives), run.rows.positive,
        metricHead(*reading.metric, run, words), value, contrastText(now, *reading.metric), few, best, saves,
        perPeriodText(run), words.samples);
}

}  // namespace reckoner
