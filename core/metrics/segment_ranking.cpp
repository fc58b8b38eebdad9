#include "core/metrics/segment_ranking.h"

#include <algorithm>
#include <cmath>

#include "core/metrics/intervals.h"
#include "core/metrics/ranking.h"
#include "core/metrics/segments.h"
#include "core/metrics/significance.h"

namespace reckoner {
namespace {

constexpr double kMostWork = 1e8;

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

void contrast(SegmentAuc& segment, const ScoredRows& rows, const Grouping& grouping, std::uint32_t group,
              const TaskContext& context) {
    const auto mine = delong(membersOf(rows, grouping, group), context);
    const auto others = delong(restOf(rows, grouping, group), context);
    if (!mine || !others) {
        segment.rest = segment.difference = segment.pValue = Reason::TooFew;
        return;
    }
    segment.rest = others->auc;
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

}  // namespace

const MetricEntry& rocAucMetric() {
    static const MetricEntry entry{"roc_auc", "ROC AUC", Direction::HigherIsBetter, notFromATally, nullptr};
    return entry;
}

SegmentRanking segmentRanking(const SegmentBoard& board, const TaskContext& context) {
    const RunAnalysis& run = *board.run();
    const bool weighted = !run.rows.weights.empty();
    const double work =
        static_cast<double>(run.rows.rows.size()) * static_cast<double>(board.segments().size());
    SegmentRanking ranking;
    ranking.whole = run.ranking.rocAuc;
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
            SegmentAuc& one = ranking.segments[at];
            one.auc = scores[segment.group].rocAuc;
            one.interval = scores[segment.group].rocAucInterval;
            const Reason why = weighted ? Reason::Weighted : Reason::TooFew;
            one.rest = one.difference = one.pValue = one.auc ? Value(why) : one.auc;
            const auto fewest =
                static_cast<double>(std::min(segment.positives, segment.n - segment.positives));
            if (!weighted && one.auc && fewest >= kFewestTrials && work <= kMostWork)
                contrast(one, run.rows, grouping, segment.group, context);
        }
    }
    return ranking;
}

BoardReading readRanking(const SegmentBoard& board, const SegmentRanking& ranking, double threshold) {
    BoardReading reading = board.at(threshold, *findMetric("recall"));
    reading.metric = &rocAucMetric();
    reading.wholeValue = ranking.whole;
    std::vector<Value> p;
    for (const SegmentAuc& one : ranking.segments)
        p.push_back(one.pValue);
    const std::vector<Value> q = benjaminiHochberg(p);
    for (std::size_t i = 0; i < reading.segments.size(); ++i) {
        SegmentReading& now = reading.segments[i];
        const SegmentAuc& one = ranking.segments[i];
        now.value = one.auc;
        now.interval = one.interval;
        now.difference = one.difference;
        now.differenceInterval = one.differenceInterval;
        now.pValue = one.pValue;
        now.qValue = q[i];
        const BoardSegment& segment = board.segments()[i];
        const auto fewest = static_cast<double>(std::min(segment.positives, segment.n - segment.positives));
        now.standing = standingOf(now, rocAucMetric(), fewest);
    }
    return reading;
}

}  // namespace reckoner
