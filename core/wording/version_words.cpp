#include "core/wording/version_words.h"

#include <cmath>

#include <fmt/format.h>

#include "core/data/segment_filter.h"
#include "core/wording/decide_sentences.h"
#include "core/wording/number_format.h"
#include "core/wording/outcome_words.h"
#include "core/wording/segment_words.h"

namespace reckoner {
namespace {

const EvalTable& baseTable(const VersionBoard& board) {
    return *board.base().run->request.table;
}

const Cohort* cohortFor(const VersionBoard& board, const std::string& column, const Grouping::Key& key,
                        const VersionWords& words) {
    return cohortOf(words.cohorts, segmentExpression(baseTable(board), {column}, key));
}

std::string lowered(std::string text) {
    if (text.size() > 1 && text[1] >= 'a' && text[1] <= 'z' && text[0] >= 'A' && text[0] <= 'Z')
        text[0] = static_cast<char>(text[0] + 32);
    return text;
}

std::string plainTitle(const std::string& metric) {
    if (metric == "roc_auc") return "AUC";
    if (metric == "average_precision") return "Average precision";
    if (metric == "ks") return "KS";
    if (metric == "log_loss") return "Log loss";
    if (metric == "brier") return "Brier score";
    if (metric == "ece_10") return "Calibration error, 10 bins";
    if (metric == "ece_15") return "Calibration error, 15 bins";
    if (metric == "latency_p95") return "Latency p95, ms";
    if (metric == "selection_rate_ratio") return "Selection-rate ratio";
    const MetricEntry* entry = findMetric(metric);
    return entry ? std::string(entry->title) : metric;
}

std::string number(FigureScale scale, double value) {
    switch (scale) {
        case FigureScale::Money:
            return amountText(value);
        case FigureScale::Hundred:
            return fixed(value * 100, 1);
        case FigureScale::Milliseconds:
            return fixed(value, 1);
        case FigureScale::Ratio:
            return fixed(value, 2);
        case FigureScale::Plain:
            break;
    }
    return fixed(value, 3);
}

// Without a sign. Money to two digits of what it ranges over, so that 3,471 beside 4,912 is 3,500 and 4,900.
std::string size(FigureScale scale, double value, double beside) {
    const double length = std::fabs(value);
    if (scale != FigureScale::Money) return number(scale, length);
    const double greater = std::max(length, std::fabs(beside));
    if (!(greater > 0)) return "0";
    const double unit = std::pow(10.0, std::floor(std::log10(greater)) - 1);
    const double rounded = std::round(length / unit) * unit;
    return amountText(rounded);
}

// How much better: positive is better.
double better(Direction direction, double difference) {
    return direction == Direction::LowerIsBetter ? -difference : difference;
}

std::string noDifference(const FigureRow& row, const Interval& interval) {
    const double one = better(row.direction, interval.lo);
    const double other = better(row.direction, interval.hi);
    const double worst = std::min(one, other);
    const double best = std::max(one, other);
    if (worst == 0 && best == 0) return "no difference in any sample";
    return fmt::format("no difference seen: {} worse to {} better", size(row.scale, worst, best),
                       size(row.scale, best, worst));
}

Sentence seen(const FigureRow& row, double difference, const Interval& interval, Verdict verdict) {
    const double near = std::min(std::fabs(interval.lo), std::fabs(interval.hi));
    const double far = std::max(std::fabs(interval.lo), std::fabs(interval.hi));
    const char* word = verdict == Verdict::Better ? "better" : "worse";
    return {{fmt::format("{} {}", size(row.scale, difference, far), word), Emphasis::Accent},
            {fmt::format(", between {} and {}", size(row.scale, near, far), size(row.scale, far, near))}};
}

// Why there is no difference, in the words of its row.
std::string notComparable(const FigureRow& row, Reason why) {
    if (why != Reason::NotComparable) return fmt::format("not comparable: {}", describe(why));
    if (row.metric == "latency_p95") return "not comparable: one has no latency column";
    if (row.metric == "cost") return "not comparable: no volume a period is known";
    if (row.metric == "selection_rate_ratio") return "not comparable on different samples";
    return "not comparable: a rule has no scores";
}

// Neither direction is the better one.
std::string neither(const FigureRow& row, double difference, const Interval& interval) {
    const auto signedText = [&](double value) {
        return (value < 0 ? "\u2212" : "+") + size(row.scale, value, difference);
    };
    if (interval.lo == 0 && interval.hi == 0) return "no difference in any sample";
    if (interval.lo <= 0 && interval.hi >= 0)
        return fmt::format("no difference seen: {} to {}", signedText(interval.lo), signedText(interval.hi));
    return fmt::format("{} {}, between {} and {}", size(row.scale, difference, difference),
                       difference > 0 ? "higher" : "lower", signedText(interval.lo), signedText(interval.hi));
}

}  // namespace

bool namedSegment(const VersionBoard& board, const std::string& column, const Grouping::Key& key,
                  const VersionWords& words) {
    return cohortFor(board, column, key, words) != nullptr;
}

std::string versionSegmentName(const VersionBoard& board, const std::string& column, const Grouping::Key& key,
                               const VersionWords& words) {
    if (const Cohort* cohort = cohortFor(board, column, key, words)) return lowered(cohort->name);
    return segmentColumnName(baseTable(board), {column}) + " " + segmentValueName(key);
}

std::string figureTitle(const VersionBoard& board, const FigureRow& row, const VersionWords& words) {
    const RunAnalysis& run = *board.judged().run;
    if (row.segment())
        return plainTitle(row.metric) + ", " + versionSegmentName(board, row.column, row.key, words);
    if (row.metric == "cost") return capitalised(amountUnitText(run, words.words));
    if (row.metric == "selection_rate_ratio")
        return plainTitle(row.metric) + ", " + segmentColumnName(baseTable(board), {row.column});
    if (row.metric == "recall" || row.metric == "precision" || row.metric == "fpr")
        return capitalised(metricHead(*findMetric(row.metric), run, words.words));
    if (row.metric == "accuracy" || row.metric == "selection_rate")
        return plainTitle(row.metric) + ", of 100";
    return plainTitle(row.metric);
}

std::string figureText(const FigureRow& row, std::size_t side) {
    const Value& value = row.values[side];
    return value ? number(row.scale, *value) : "n/a";
}

Verdict verdictOf(const FigureRow& row, std::size_t side) {
    return row.differences[side] ? row.differences[side]->verdict : Verdict::NotComparable;
}

Sentence differenceText(const FigureRow& row, std::size_t side, bool pending) {
    if (!row.differences[side]) return {};
    const Difference& difference = *row.differences[side];
    if (!difference.value) return {{notComparable(row, difference.value.why)}};
    if (!difference.interval) {
        if (pending) return {{"counting how sure it is..."}};
        return {{"not comparable: too few to say how sure it is"}};
    }
    const Interval& interval = *difference.interval;
    if (row.direction == Direction::Neither) return {{neither(row, *difference.value, interval)}};
    if (difference.verdict == Verdict::Better || difference.verdict == Verdict::Worse)
        return seen(row, *difference.value, interval, difference.verdict);
    // A segment that stands out by itself, but not among as many as were looked at.
    if (interval.lo > 0 || interval.hi < 0) {
        Sentence sentence =
            seen(row, *difference.value, interval,
                 better(row.direction, *difference.value) > 0 ? Verdict::Better : Verdict::Worse);
        return {{"no difference seen among so many: " + plain(sentence)}};
    }
    return {{noDifference(row, interval)}};
}

Sentence briefDifferenceText(const FigureRow& row, std::size_t side, bool pending) {
    Sentence sentence = differenceText(row, side, pending);
    if (sentence.empty()) return sentence;
    const auto without = [&](const std::string& lead) {
        std::string& text = sentence.front().text;
        if (text.rfind(lead, 0) == 0) text = text.substr(lead.size());
    };
    without("no difference seen among so many: ");
    without("no difference seen: ");
    without("not comparable: ");
    std::string& rest = sentence.back().text;
    if (sentence.size() > 1 && rest.rfind(", between ", 0) == 0) {
        rest = ", " + rest.substr(std::string(", between ").size());
        if (const std::size_t word = rest.find(" and "); word != std::string::npos)
            rest.replace(word, std::string(" and ").size(), " to ");
    }
    return sentence;
}

std::string figureHint(const VersionBoard& board, const FigureRow& row, std::size_t side,
                       const VersionWords& words) {
    std::string text = figureTitle(board, row, words) + ", " + board.request.sides[side].name + ": ";
    const Value& value = row.values[side];
    text += value ? number(row.scale, *value) : fmt::format("n/a, {}", describe(value.why));
    if (!row.differences[side]) return text;
    text += "\nAgainst " + board.base().name + ": " + plain(differenceText(row, side, board.replicates == 0));
    if (row.segment() && row.trials > 0)
        text += fmt::format("\nOf {} {}, q {}", count(row.trials),
                            trialsName(*findMetric(row.metric), *board.judged().run, words.words),
                            qText(row.q[side]));
    return text;
}

std::string overlapText(const SampleOverlap& overlap, const VersionWords& words) {
    if (!overlap.paired) return "different samples, 95\u202F% interval";
    const std::string samples = overlap.both == 1 ? words.words.sample : words.words.samples;
    if (overlap.partial())
        return fmt::format("the {} {} in both, 95\u202F% interval", count(overlap.both), samples);
    return fmt::format("same {} {}, 95\u202F% interval", count(overlap.both), samples);
}

std::string overlapSentence(const SampleOverlap& overlap, const std::string& base, const std::string& judged,
                            const VersionWords& words) {
    if (!overlap.paired)
        return fmt::format("{} and {} share no {}: each is judged over its own, and nothing is paired.",
                           judged, base, words.words.sample);
    if (!overlap.partial()) return {};
    std::string text = fmt::format("{} and {} share {} {}", judged, base, count(overlap.both),
                                   overlap.both == 1 ? words.words.sample : words.words.samples);
    if (overlap.onlyBase > 0) text += fmt::format("; {} only in {}", count(overlap.onlyBase), base);
    if (overlap.onlySide > 0) text += fmt::format("; {} only in {}", count(overlap.onlySide), judged);
    if (overlap.conflicting > 0)
        text += fmt::format("; {} with a label that changed", count(overlap.conflicting));
    return text + ". Figures are of those in both.";
}

std::string partialOverlapSentence(const VersionBoard& board, const VersionWords& words) {
    const SampleOverlap& overlap = board.overlaps[board.request.judged];
    if (!overlap.paired && board.request.ownSamples)
        return fmt::format("{} and {} are each judged over their own {}; nothing is paired.",
                           board.judged().name, board.base().name, words.words.samples);
    return overlapSentence(overlap, board.base().name, board.judged().name, words);
}

std::string policyOwner(const VersionBoard& board, double threshold) {
    const auto owns = [&](const VersionSide& side) { return side.policy && *side.policy == threshold; };
    if (owns(board.base())) return board.base().name;
    for (const VersionSide& side : board.request.sides)
        if (owns(side)) return side.name;
    return {};
}

std::string pairThresholdText(const VersionBoard& board, std::size_t side) {
    const auto said = [&](std::size_t one) {
        const VersionSide& of = board.request.sides[one];
        if (of.kind != VersionSide::Kind::Run) return std::string();
        return board.points[one].tiers ? std::string("tiers")
                                       : shortThreshold(*of.run, board.thresholds[one]);
    };
    const std::string here = said(side);
    const std::string base = said(board.request.base);
    if (here.empty() && base.empty()) return {};
    if (here.empty() || base.empty() || here == base) {
        const std::string& both = here.empty() ? base : here;
        return (both == "tiers" ? "in " : "at ") + both;
    }
    return here + " against " + base;
}

std::string ruleText(ThresholdRule rule, const RunAnalysis& judged, double same, const Vocabulary& words,
                     const std::string& policyOf) {
    switch (rule) {
        case ThresholdRule::Same: {
            const std::string at = shortThreshold(judged, same);
            return policyOf.empty() ? "Same threshold, " + at
                                    : fmt::format("Same threshold, policy {} of {}", at, policyOf);
        }
        case ThresholdRule::Best:
            return "Each at its best";
        case ThresholdRule::Policy:
            return "Each at its policy";
        case ThresholdRule::Own:
            return "Each as set";
        case ThresholdRule::SameNumber:
            break;
    }
    return "Same number " + words.flagged;
}

std::string ruleSideName(VersionSide::Kind kind, const Vocabulary& words) {
    return capitalised(words.flag) + (kind == VersionSide::Kind::FlagNobody ? " nobody" : " everybody");
}

namespace {

// "0.35/0.65".
std::string tierCutoffs(const RunAnalysis& run, const TierPlan& plan) {
    std::string text;
    for (const double cutoff : plan.cutoffs)
        text += (text.empty() ? "" : "/") + shortThreshold(run, cutoff);
    return text;
}

}  // namespace

std::string sideNote(const VersionBoard& board, std::size_t side, const Vocabulary& words) {
    const VersionSide& one = board.request.sides[side];
    if (one.kind != VersionSide::Kind::Run) return "a rule";
    const double threshold = board.thresholds[side];
    if (std::isinf(threshold)) return threshold > 0 ? words.flag + " nobody" : words.flag + " everybody";
    if (!board.points[side].tiers) return "at " + shortThreshold(*one.run, threshold);
    return "tiers " + tierCutoffs(*one.run, *board.points[side].tiers);
}

std::string flipText(const FlipGroup& flip, const Vocabulary& words) {
    using Kind = FlipGroup::Kind;
    if (flip.kind == Kind::NowReviewed) return words.flagged + " before, now a person decides";
    if (flip.kind == Kind::NoLongerReviewed) return "a person decided, now " + words.flagged;
    const bool widened =
        flip.byPeople > 0 && (flip.kind == Kind::NowFlagged || flip.kind == Kind::NoLongerFlagged);
    return flipText(flip.kind, words) + (widened ? " or reviewed" : "");
}

std::string flipText(FlipGroup::Kind kind, const Vocabulary& words) {
    const Vocabulary unset;
    const bool own = words.falseAlarmMany != unset.falseAlarmMany;
    // "good customers refused" without its last word are the good customers.
    std::string others = words.falseAlarmMany;
    const std::size_t verb = others.rfind(" " + words.flagged);
    if (own && verb != std::string::npos && verb + words.flagged.size() + 1 == others.size())
        others = others.substr(0, verb);
    else
        others = "others";
    switch (kind) {
        case FlipGroup::Kind::NowCaught:
            return words.realOnes + " now caught";
        case FlipGroup::Kind::NowMissed:
            return words.realOnes + " now missed";
        case FlipGroup::Kind::NoLongerFlagged:
            return others + " no longer " + words.flagged;
        case FlipGroup::Kind::NowFlagged:
        case FlipGroup::Kind::NowReviewed:
        case FlipGroup::Kind::NoLongerReviewed:
            break;
    }
    return others + " now " + words.flagged;
}

Sentence flipWhereText(const VersionBoard& board, const FlipGroup& flip, const VersionWords& words) {
    if (!flip.where) return {};
    const SideSegment& segment = board.segments[*flip.where];
    const char* what = flip.kind == FlipGroup::Kind::NowMissed   ? "newly missed"
                       : flip.kind == FlipGroup::Kind::NowCaught ? "newly caught"
                                                                 : "";
    const std::string name = versionSegmentName(board, segment.column, segment.key, words);
    const std::string of = *what != '\0'                              ? std::string(what)
                           : flip.kind == FlipGroup::Kind::NowFlagged ? "newly " + words.words.flagged
                                                                      : "no longer " + words.words.flagged;
    return {{count(flip.there), Emphasis::Accent},
            {fmt::format(" of the {} {} are {}.", count(flip.n), of, name)}};
}

}  // namespace reckoner
