#include "core/metrics/segment_ranking.h"

#include <algorithm>
#include <cmath>

#include "core/metrics/intervals.h"
#include "core/metrics/ranking.h"
#include "core/metrics/segments.h"
#include "core/metrics/significance.h"

namespace reckoner {
namespace {

constexpr double kMostWork = 1e9;

ScoredRows restOf(const ScoredRows& rows, const Grouping& grouping, std::uint32_t group) {
    ScoredRows rest;
    rest.positive = rows.positive;
    for (std::size_t i = 0; i < rows.rows.size(); ++i) {
        if (grouping.codes[rows.rows[i]] == group) continue;
        rest.rows.push_back(rows.rows[i]);
        rest.scores.push_back(rows.scores[i]);
        rest.positiveBits.push_back(rows.positiveBits[i]);
    }
    return rest;
}

double errorOf(const DeLong& one) {
    return std::sqrt(std::max(0.0, one.variance));
}

ScoredRows membersOf(const ScoredRows& rows, const Grouping& grouping, std::uint32_t group) {
    ScoredRows members;
    members.positive = rows.positive;
    for (std::size_t i = 0; i < rows.rows.size(); ++i) {
        if (grouping.codes[rows.rows[i]] != group) continue;
        members.rows.push_back(rows.rows[i]);
        members.scores.push_back(rows.scores[i]);
        members.positiveBits.push_back(rows.positiveBits[i]);
    }
    return members;
}

void contrast(SegmentScore& segment, const ScoredRows& rows, const Grouping& grouping, std::uint32_t group,
              const TaskContext& context) {
    const auto mine = delong(membersOf(rows, grouping, group), context);
    const auto others = delong(restOf(rows, grouping, group), context);
    if (!mine || !others) {
        segment.difference = segment.pValue = Reason::TooFew;
        return;
    }
    segment.difference = mine->auc - others->auc;
    const double error = std::hypot(errorOf(*mine), errorOf(*others));
    segment.differenceInterval =
        Interval{*segment.difference - kZ95 * error, *segment.difference + kZ95 * error};
    segment.pValue = error > 0 ? std::erfc(std::abs(*segment.difference) / error / std::sqrt(2.0))
                               : (*segment.difference == 0 ? 1.0 : 0.0);
}

Value notFromATally(const Tally&) {
    return Reason::NotComparable;
}

Value SegmentScores::*const kValues[] = {&SegmentScores::rocAuc,  &SegmentScores::averagePrecision,
                                         &SegmentScores::ks,      &SegmentScores::brier,
                                         &SegmentScores::logLoss, &SegmentScores::ece10};

std::size_t placeOf(const MetricEntry& metric) {
    const auto& list = scoreMetrics();
    return static_cast<std::size_t>(std::find(list.begin(), list.end(), &metric) - list.begin());
}

Value wholeOf(const RunAnalysis& run, const MetricEntry& metric) {
    const Value values[] = {run.ranking.rocAuc,    run.ranking.averagePrecision, run.ranking.ks,
                            run.probability.brier, run.probability.logLoss,      run.probability.ece10};
    return values[placeOf(metric)];
}

}  // namespace

const std::vector<const MetricEntry*>& scoreMetrics() {
    static const MetricEntry entries[] = {
        {"roc_auc", "ROC AUC", Direction::HigherIsBetter, notFromATally, nullptr},
        {"average_precision", "Average precision", Direction::HigherIsBetter, notFromATally, nullptr},
        {"ks", "KS", Direction::HigherIsBetter, notFromATally, nullptr},
        {"brier", "Brier score", Direction::LowerIsBetter, notFromATally, nullptr},
        {"log_loss", "Log loss", Direction::LowerIsBetter, notFromATally, nullptr},
        {"ece_10", "Calibration error (ECE)", Direction::LowerIsBetter, notFromATally, nullptr},
    };
    static const std::vector<const MetricEntry*> list = [] {
        std::vector<const MetricEntry*> all;
        for (const MetricEntry& entry : entries)
            all.push_back(&entry);
        return all;
    }();
    return list;
}

const MetricEntry& rocAucMetric() {
    return *scoreMetrics().front();
}

SegmentRanking segmentRanking(const SegmentBoard& board, const MetricEntry& metric,
                              const TaskContext& context) {
    const RunAnalysis& run = *board.run();
    const bool delong = &metric == &rocAucMetric() && run.rows.weights.empty();
    const double work =
        static_cast<double>(run.rows.rows.size()) * static_cast<double>(board.segments().size());
    SegmentRanking ranking;
    ranking.metric = &metric;
    ranking.whole = wholeOf(run, metric);
    ranking.segments.resize(board.segments().size());
    std::size_t at = 0;
    for (std::size_t s = 0; s < board.sets().size(); ++s) {
        const Grouping grouping = Grouping::of(*run.request.table, board.sets()[s], context);
        const auto scores =
            segmentScores(run.rows, grouping, run.request.table->info().kind, nullptr, context);
        for (; at < board.segments().size() && board.segments()[at].set == s; ++at) {
            context.checkCancelled();
            context.report(static_cast<double>(at) / static_cast<double>(board.segments().size()), "ranking");
            const BoardSegment& segment = board.segments()[at];
            SegmentScore& one = ranking.segments[at];
            one.value = scores[segment.group].*kValues[placeOf(metric)];
            one.difference = one.pValue = one.value ? Value(Reason::TooFew) : one.value;
            if (!delong) continue;
            one.interval = scores[segment.group].rocAucInterval;
            const auto fewest =
                static_cast<double>(std::min(segment.positives, segment.n - segment.positives));
            if (one.value && fewest >= kFewestTrials && work <= kMostWork)
                contrast(one, run.rows, grouping, segment.group, context);
        }
    }
    return ranking;
}

BoardReading readRanking(const SegmentBoard& board, const SegmentRanking& ranking,
                         const OperatingPoint& point) {
    BoardReading reading = board.at(point, *findMetric("recall"));
    reading.metric = ranking.metric;
    reading.wholeValue = ranking.whole;
    std::vector<Value> p;
    for (const SegmentScore& one : ranking.segments)
        p.push_back(one.pValue);
    const std::vector<Value> q = benjaminiHochberg(p);
    for (std::size_t i = 0; i < reading.segments.size(); ++i) {
        SegmentReading& now = reading.segments[i];
        const SegmentScore& one = ranking.segments[i];
        now.value = one.value;
        now.interval = one.interval;
        now.difference = one.difference;
        now.differenceInterval = one.differenceInterval;
        now.pValue = one.pValue;
        now.qValue = q[i];
        now.standing = standingOf(now, *ranking.metric, readingTrials(board, i, now, *ranking.metric));
    }
    return reading;
}

}  // namespace reckoner
