#include "core/review/version_board.h"

#include <algorithm>

#include "core/review/version_rows.h"

namespace reckoner {
namespace {

std::vector<ThresholdSide> thresholdSides(const VersionBoardRequest& request) {
    std::vector<ThresholdSide> sides;
    for (const VersionSide& side : request.sides) {
        ThresholdSide& one = sides.emplace_back(ThresholdSide{side.run, side.policy, {}, side.chosen});
        if (side.kind == VersionSide::Kind::FlagNobody) one.fixed = std::numeric_limits<double>::infinity();
        if (side.kind == VersionSide::Kind::FlagEverybody)
            one.fixed = -std::numeric_limits<double>::infinity();
    }
    return sides;
}

// What "same" is read on: the judged run, else, for a rule, the base.
std::size_t standardOf(const VersionBoardRequest& request) {
    return request.judged;
}

SampleOverlap overlapOf(const Comparison& comparison) {
    return {comparison.paired,     comparison.both,        comparison.onlyFirst,
            comparison.onlySecond, comparison.conflicting, comparison.unscored};
}

std::vector<SideSegment> segmentsOf(const VersionBoardRequest& request, const VersionPairs& pairs) {
    std::vector<SideSegment> list;
    const VersionPair& judged = *pairs[request.judged];
    for (std::size_t column = 0; column < judged.segments.size(); ++column)
        for (const SegmentDifference& one : judged.segments[column]) {
            SideSegment& segment = list.emplace_back();
            segment.column = request.columns[column];
            segment.key = one.key;
            segment.n = one.n;
            segment.flips = one.flips;
            segment.tallies.resize(request.sides.size());
            segment.tallies[request.base] = one.first;
            segment.tallies[request.judged] = one.second;
            for (std::size_t side = 0; side < request.sides.size(); ++side) {
                if (side == request.judged || !pairs[side] || column >= pairs[side]->segments.size())
                    continue;
                for (const SegmentDifference& other : pairs[side]->segments[column])
                    if (other.key.values == one.key.values) segment.tallies[side] = other.second;
            }
        }
    return list;
}

std::uint64_t changedOf(const SegmentDifference& one, FlipGroup::Kind kind) {
    switch (kind) {
        case FlipGroup::Kind::NowCaught:
            return one.positives.c;
        case FlipGroup::Kind::NowMissed:
            return one.positives.b;
        case FlipGroup::Kind::NoLongerFlagged:
            return one.negatives.c;
        case FlipGroup::Kind::NowFlagged:
            return one.negatives.b;
        case FlipGroup::Kind::NowReviewed:
        case FlipGroup::Kind::NoLongerReviewed:
            break;
    }
    return 0;
}

// The segment furthest above its share of the class, where it is a fifth of all and a fifth above.
void locate(FlipGroup& flip, const VersionPair& pair) {
    constexpr double kAbove = 1.2;
    constexpr double kShare = 0.2;
    constexpr double kFewest = 5;
    const bool positive = flip.kind == FlipGroup::Kind::NowCaught || flip.kind == FlipGroup::Kind::NowMissed;
    double furthest = 0;
    std::size_t place = 0;
    for (const auto& column : pair.segments) {
        double all = 0;
        for (const SegmentDifference& one : column)
            all += static_cast<double>(positive ? one.first.positives() : one.first.negatives());
        for (const SegmentDifference& one : column) {
            const auto count = static_cast<double>(changedOf(one, flip.kind));
            const double share =
                all > 0 ? static_cast<double>(positive ? one.first.positives() : one.first.negatives()) / all
                        : 0;
            const double expected = share * static_cast<double>(flip.n);
            const bool told = count >= kFewest && count >= kAbove * expected &&
                              count >= kShare * static_cast<double>(flip.n);
            if (told && count - expected > furthest) {
                furthest = count - expected;
                flip.where = place;
                flip.there = static_cast<std::uint64_t>(count);
            }
            ++place;
        }
    }
}

}  // namespace

const FigureRow* VersionBoard::row(const std::string& metric) const {
    for (const FigureRow& one : rows)
        if (one.metric == metric && one.column.empty()) return &one;
    return nullptr;
}

const Difference* VersionBoard::difference(const std::string& metric) const {
    const FigureRow* found = row(metric);
    if (!found || !found->differences[request.judged]) return nullptr;
    return &*found->differences[request.judged];
}

namespace {

// What the pairs say; rows are read again once there are more intervals.
void readRows(VersionBoard& board, const VersionPairs& pairs, const TaskContext& context) {
    board.rows = versionRows(board.request, pairs, board.points, context);
    board.worst = worstRow(board.rows, board.request.judged);
}

void readPairs(VersionBoard& board, const VersionPairs& pairs, const TaskContext& context) {
    const VersionBoardRequest& request = board.request;
    const VersionPair& judged = *pairs[request.judged];
    board.segments = segmentsOf(request, pairs);
    board.decisions = judged.comparison.decisions;
    board.density = scoreDensity(request, judged);
    board.changes = flipGroups(request, judged, board.points, context);
    for (FlipGroup& flip : board.changes)
        locate(flip, judged);
    addFlipCosts(request, judged, board.points, board.segments, context);
    const Flips& flips = judged.comparison.flips;
    board.identical = judged.comparison.paired && judged.rows.size() > 0 && flips.fixed + flips.broken == 0 &&
                      judged.rows.first.scores == judged.rows.second.scores;
    const std::size_t sides = request.sides.size();
    board.tallies.resize(sides);
    board.overlaps.resize(sides);
    board.flips.resize(sides);
    for (std::size_t side = 0; side < sides; ++side) {
        const VersionPair& pair = side == request.base ? judged : *pairs[side];
        board.overlaps[side] = overlapOf(pair.comparison);
        board.tallies[side] =
            side == request.base ? pair.comparison.first.tally : pair.comparison.second.tally;
        if (side != request.base) board.flips[side] = pair.comparison.flips;
    }
}

void resample(VersionBoard& board, VersionPairs& pairs, Executor* executor, const TaskContext& context) {
    for (auto& pair : pairs) {
        if (!pair) continue;
        context.checkCancelled();
        pair->compared.replicates = board.request.replicates;
        addBootstrap(pair->comparison, pair->compared, executor, context);
    }
    const auto& bootstrap = pairs[board.request.judged]->comparison.bootstrap;
    board.seed = bootstrap->seed;
    board.replicates = bootstrap->replicates;
}

}  // namespace

VersionBoardPtr versionBoard(const VersionBoardRequest& request, Executor* executor,
                             const TaskContext& context, const VersionBoardSink& early) {
    auto board = std::make_shared<VersionBoard>();
    board->request = request;
    board->thresholds =
        thresholdsBy(request.rule, thresholdSides(request), request.same, standardOf(request));
    const std::size_t sides = request.sides.size();
    for (std::size_t side = 0; side < sides; ++side) {
        const VersionSide& one = request.sides[side];
        const bool tiers = request.rule == ThresholdRule::Policy && one.tiers;
        board->points.emplace_back(board->thresholds[side], tiers ? one.tiers : std::nullopt);
    }
    VersionPairs pairs(sides);
    for (std::size_t side = 0; side < sides; ++side) {
        if (side == request.base) continue;
        context.report(static_cast<double>(side) / static_cast<double>(2 * sides), "comparing");
        pairs[side] = versionPair(request, side, board->points, executor, context);
    }
    readPairs(*board, pairs, context);
    readRows(*board, pairs, context);
    if (request.replicates == 0) return board;
    if (early) early(board);
    auto whole = std::make_shared<VersionBoard>(*board);
    context.report(0.5, "resampling");
    resample(*whole, pairs, executor, context);
    readRows(*whole, pairs, context);
    return whole;
}

}  // namespace reckoner
