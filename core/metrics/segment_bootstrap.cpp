#include "core/metrics/segment_bootstrap.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "core/base/parallel_for.h"
#include "core/base/undefined.h"
#include "core/cost/operating_point.h"
#include "core/cost/tier_prices.h"
#include "core/metrics/binned_draws.h"
#include "core/metrics/bootstrap_figures.h"
#include "core/metrics/measure_columns.h"
#include "core/metrics/multinomial.h"
#include "core/metrics/quick_bootstrap.h"
#include "core/metrics/quick_replicates.h"
#include "core/metrics/run_analysis.h"
#include "core/metrics/segment_ranking.h"
#include "core/metrics/significance.h"
#include "core/metrics/tally_bootstrap.h"

namespace reckoner {
namespace {

constexpr std::uint64_t kRestSeed = 1;  // added to the seed: the rest is drawn by itself

using Replicates = std::vector<double>;

bool oneClass(const Tally& tally) {
    return tally.tp.n + tally.fn.n == 0 || tally.fp.n + tally.tn.n == 0;
}

double figureOf(const MetricEntry& metric, const Tally& tally) {
    return oneClass(tally) ? kUndefined : metric.value(tally).v.value_or(kUndefined);
}

double errorOf(const Replicates& values) {
    double n = 0, mean = 0, squares = 0;
    for (const double value : values) {
        if (std::isnan(value)) continue;
        n += 1;
        const double step = value - mean;
        mean += step / n;
        squares += step * (value - mean);
    }
    return n < 2 ? kUndefined : std::sqrt(squares / (n - 1));
}

// The four cells of a part of the run.
struct SegmentCells {
    Tally tally;
    std::vector<double> weights;         // of its samples, where there are weights
    std::vector<std::uint8_t> outcomes;  // beside: 0 tp, 1 fp, 2 fn, 3 tn
};

Sums sumsOf(const BinnedDraws::ClassSum& drawn) {
    Sums sums;
    sums.n = drawn.n;
    sums.weight = drawn.sum;
    return sums;
}

Replicates tallyReplicates(const SegmentCells& cells, const MetricEntry& metric, std::uint32_t replicates,
                           std::uint64_t seed, const TaskContext& context) {
    Replicates values(replicates, kUndefined);
    if (oneClass(cells.tally)) return values;
    if (cells.weights.empty()) {
        const Tally& t = cells.tally;
        const std::array<std::uint64_t, 4> counts{t.tp.n, t.fp.n, t.fn.n, t.tn.n};
        std::array<std::uint64_t, 4> drawn{};
        for (std::uint32_t r = 0; r < replicates; ++r) {
            Random random(seed, r);
            resampleCounts(random, counts, drawn);
            std::array<Sums, 4> sums;
            for (std::size_t cell = 0; cell < drawn.size(); ++cell) {
                sums[cell].n = drawn[cell];
                sums[cell].weight = static_cast<double>(drawn[cell]);
            }
            values[r] = figureOf(metric, {sums[0], sums[1], sums[2], sums[3]});
        }
        return values;
    }
    const BinnedDraws draws(cells.weights, cells.outcomes, 4);
    std::vector<std::uint64_t> scratch;
    std::array<BinnedDraws::ClassSum, 4> sums;
    for (std::uint32_t r = 0; r < replicates; ++r) {
        if (r % 64 == 0) context.checkCancelled();
        Random random(seed, r);
        draws.draw(random, scratch, sums);
        values[r] = figureOf(metric, {sumsOf(sums[0]), sumsOf(sums[1]), sumsOf(sums[2]), sumsOf(sums[3])});
    }
    return values;
}

std::size_t figurePlace(const MetricEntry& metric) {
    const std::vector<std::string> names = figureNames();
    return static_cast<std::size_t>(std::find(names.begin(), names.end(), metric.id) - names.begin());
}

}  // namespace

bool needsBootstrap(const MetricEntry& metric, const SegmentBoard& board) {
    if (&metric == &rocAucMetric()) return !board.run()->rows.weights.empty();
    return metric.proportion == nullptr;
}

struct SegmentBootstrap::Impl {
    SegmentBoardPtr board;
    BoardReading reading;
    std::uint32_t replicates;
    std::uint64_t seed;
    bool ofScores;                                   // the metric is read from a ranking
    std::size_t set = static_cast<std::size_t>(-1);  // that groupOf is of
    std::vector<std::uint32_t> groupOf;              // beside the scored rows

    const ScoredRows& rows() const { return board->run()->rows; }
    bool weighted() const { return !rows().weights.empty(); }
    bool contrasts() const {
        // Large parts are read a few times instead of being drawn.
        const auto each = static_cast<double>(rows().rows.size());
        const double passes = rows().rows.size() >= kQuickFrom ? 20 : replicates;
        return each * passes * static_cast<double>(board->segments().size()) <= kMostDraws;
    }

    void load(std::size_t wanted, const TaskContext& context) {
        if (set == wanted || (!ofScores && !weighted())) return;
        const Grouping grouping = Grouping::of(*board->run()->request.table, board->sets()[wanted], context);
        groupOf.resize(rows().rows.size());
        for (std::size_t i = 0; i < groupOf.size(); ++i)
            groupOf[i] = grouping.codes[rows().rows[i]];
        set = wanted;
    }

    SegmentCells cellsOf(const Tally& tally, std::uint32_t group, bool inside) const {
        SegmentCells cells{tally, {}, {}};
        if (!weighted()) return cells;
        for (std::size_t i = 0; i < groupOf.size(); ++i) {
            if ((groupOf[i] == group) != inside) continue;
            const bool flagged = rows().scores[i] >= reading.threshold;
            cells.weights.push_back(rows().weights[i]);
            cells.outcomes.push_back(rows().positiveBits[i] ? (flagged ? 0 : 2) : (flagged ? 1 : 3));
        }
        return cells;
    }

    ScoredRows rowsOf(std::uint32_t group, bool inside) const {
        ScoredRows part;
        part.positive = rows().positive;
        for (std::size_t i = 0; i < groupOf.size(); ++i) {
            if ((groupOf[i] == group) != inside) continue;
            part.rows.push_back(rows().rows[i]);
            part.scores.push_back(rows().scores[i]);
            part.positiveBits.push_back(rows().positiveBits[i]);
            if (weighted()) part.weights.push_back(rows().weights[i]);
        }
        return part;
    }

    // The metric of these rows, and of their replicates.
    std::pair<double, Replicates> scoreReplicates(const ScoredRows& part, std::uint64_t from,
                                                  Executor* executor, const TaskContext& context) const {
        const std::size_t place = figurePlace(*reading.metric);
        const std::size_t figures = figureNames().size();
        const BootstrapOrder order(part, board->run()->request.table->info().kind, reading.threshold, {},
                                   context);
        const auto figure = [&](std::span<const std::uint8_t> counts) {
            std::vector<double> out(figures, kUndefined);
            return figuresOf(order, nullptr, counts, out) ? out[place] : kUndefined;
        };
        Replicates values(replicates, kUndefined);
        if (part.rows.empty()) return {kUndefined, values};
        const std::vector<std::uint8_t> once(order.samples(), 1);
        const double exact = figure(once);
        if (part.rows.size() >= kQuickFrom) {
            BootstrapRequest request;
            request.rows = &part;
            request.kind = board->run()->request.table->info().kind;
            request.threshold = reading.threshold;
            const auto keep = [&](const std::string& name, std::vector<double> drawn) {
                if (name == reading.metric->id) values = std::move(drawn);
            };
            quickReplicates({nullptr, &request, from, replicates}, executor, TaskContext(context.stopToken()),
                            keep);
            return {exact, std::move(values)};
        }
        Resampler(from, replicates)
            .run(
                order.samples(),
                [&](std::uint32_t r, std::span<const std::uint8_t> counts) { values[r] = figure(counts); },
                executor, TaskContext(context.stopToken()));
        return {exact, std::move(values)};
    }

    SegmentInterval settle(Replicates mine, const Replicates& rest) const {
        SegmentInterval result;
        result.dropped = static_cast<std::uint32_t>(
            std::count_if(mine.begin(), mine.end(), [](double value) { return std::isnan(value); }));
        result.difference = result.pValue = Reason::TooFew;
        if (!rest.empty()) {
            Replicates differences(replicates);
            for (std::uint32_t r = 0; r < replicates; ++r)
                differences[r] = mine[r] - rest[r];
            result.differenceInterval = percentile95(std::move(differences));
        }
        result.value = percentile95(std::move(mine));
        return result;
    }

    SegmentInterval ofTally(std::size_t i, const TaskContext& context) const {
        const SegmentReading& one = reading.segments[i];
        const std::uint32_t group = board->segments()[i].group;
        const MetricEntry& metric = *reading.metric;
        Tally rest = reading.whole;
        for (Sums Tally::*cell : {&Tally::tp, &Tally::fp, &Tally::fn, &Tally::tn})
            rest.*cell -= one.tally.*cell;
        SegmentInterval result = settle(
            tallyReplicates(cellsOf(one.tally, group, true), metric, replicates, seed, context),
            tallyReplicates(cellsOf(rest, group, false), metric, replicates, seed + kRestSeed, context));
        result.difference = one.difference;
        result.pValue = one.pValue;
        return result;
    }

    SegmentInterval ofRanking(std::size_t i, Executor* executor, const TaskContext& context) const {
        const std::uint32_t group = board->segments()[i].group;
        auto [value, mine] = scoreReplicates(rowsOf(group, true), seed, executor, context);
        if (!contrasts()) return settle(std::move(mine), {});
        const auto [elsewhere, rest] =
            scoreReplicates(rowsOf(group, false), seed + kRestSeed, executor, context);
        const double error = std::hypot(errorOf(mine), errorOf(rest));
        SegmentInterval result = settle(std::move(mine), rest);
        const double difference = value - elsewhere;
        if (std::isnan(difference)) return result;
        result.difference = difference;
        if (error > 0) result.pValue = std::erfc(std::abs(difference) / error / std::sqrt(2.0));
        return result;
    }
};

SegmentBootstrap::SegmentBootstrap(SegmentBoardPtr board, BoardReading reading, std::uint32_t replicates,
                                   std::uint64_t seed)
    : impl_(std::make_unique<Impl>()) {
    impl_->board = std::move(board);
    impl_->ofScores = findMetric(reading.metric->id) == nullptr;
    impl_->reading = std::move(reading);
    impl_->replicates = replicates;
    impl_->seed = seed;
}

SegmentBootstrap::~SegmentBootstrap() = default;

std::vector<SegmentInterval> SegmentBootstrap::of(std::span<const std::size_t> segments, Executor* executor,
                                                  const TaskContext& context) {
    std::vector<SegmentInterval> result(segments.size());
    std::vector<std::size_t> places(segments.size());
    for (std::size_t k = 0; k < places.size(); ++k)
        places[k] = k;
    // One set after the other: its groups are read once.
    std::stable_sort(places.begin(), places.end(), [&](std::size_t a, std::size_t b) {
        return impl_->board->segments()[segments[a]].set < impl_->board->segments()[segments[b]].set;
    });
    for (std::size_t from = 0; from < places.size();) {
        const auto setOf = [&](std::size_t k) { return impl_->board->segments()[segments[places[k]]].set; };
        std::size_t end = from;
        while (end < places.size() && setOf(end) == setOf(from))
            ++end;
        impl_->load(setOf(from), context);
        if (impl_->ofScores) {
            for (std::size_t k = from; k < end; ++k)
                result[places[k]] = impl_->ofRanking(segments[places[k]], executor, context);
        } else {
            parallelFor(end - from, executor, TaskContext(context.stopToken()), [&](std::size_t k) {
                const std::size_t place = places[from + k];
                result[place] = impl_->ofTally(segments[place], context);
            });
        }
        from = end;
    }
    return result;
}

std::size_t SegmentBootstrap::step() const {
    constexpr double kDraws = 3e7;
    if (!impl_->ofScores && !impl_->weighted()) return 128;
    const double each = static_cast<double>(impl_->rows().rows.size()) * impl_->replicates;
    return std::max<std::size_t>(1, static_cast<std::size_t>(kDraws / std::max(1.0, each)));
}

void applyIntervals(BoardReading& reading, const SegmentBoard& board,
                    const std::vector<std::optional<SegmentInterval>>& intervals) {
    const bool all = std::all_of(intervals.begin(), intervals.end(), [](const auto& one) { return !!one; });
    const bool ofScores = findMetric(reading.metric->id) == nullptr;
    std::vector<Value> p;
    for (std::size_t i = 0; i < reading.segments.size(); ++i) {
        SegmentReading& one = reading.segments[i];
        if (intervals[i]) {
            one.interval = intervals[i]->value;
            one.differenceInterval = intervals[i]->differenceInterval;
            if (ofScores) one.difference = intervals[i]->difference;
            if (ofScores) one.pValue = intervals[i]->pValue;
        }
        p.push_back(one.pValue);
    }
    if (!all) return;
    const std::vector<Value> q = benjaminiHochberg(p);
    for (std::size_t i = 0; i < q.size(); ++i) {
        SegmentReading& one = reading.segments[i];
        one.qValue = q[i];
        one.standing = standingOf(one, *reading.metric, readingTrials(board, i, one, *reading.metric));
    }
}

std::vector<BootstrapIntervals> groupBootstraps(const RunAnalysis& analysis, const OperatingPoint& point,
                                                std::uint32_t replicates, Executor* executor,
                                                const TaskContext& context) {
    const Grouping& grouping = *analysis.grouping;
    auto amounts = measureAmounts(*analysis.request.table, analysis.measures, analysis.rows.rows, context);
    std::optional<TierPrices> prices;
    if (point.tiers) {
        prices = tierPrices(analysis.rows, amounts, analysis.cost, reviewTerms(analysis, *point.tiers),
                            *point.tiers, context);
        amounts = {prices->amounts};
    }
    const BoundCost& cost = prices ? prices->cost : analysis.cost;
    std::vector<std::vector<std::size_t>> members(grouping.groups());
    for (std::size_t i = 0; i < analysis.rows.rows.size(); ++i)
        members[grouping.codes[analysis.rows.rows[i]]].push_back(i);
    std::vector<BootstrapIntervals> result(members.size());
    // Many groups keep all threads busy by themselves.
    constexpr std::size_t kMany = 8;
    Executor* inside = members.size() >= kMany ? nullptr : executor;
    parallelFor(members.size(), executor, context, [&](std::size_t group) {
        ScoredRows part;
        part.positive = analysis.rows.positive;
        std::vector<std::vector<double>> own(amounts.size());
        for (const std::size_t i : members[group]) {
            part.rows.push_back(analysis.rows.rows[i]);
            part.scores.push_back(analysis.rows.scores[i]);
            part.positiveBits.push_back(analysis.rows.positiveBits[i]);
            if (!analysis.rows.weights.empty()) part.weights.push_back(analysis.rows.weights[i]);
            for (std::size_t m = 0; m < own.size(); ++m)
                own[m].push_back(amounts[m][i]);
        }
        if (part.rows.empty()) return;
        BootstrapRequest request;
        request.rows = &part;
        request.kind = analysis.request.table->info().kind;
        request.threshold = countedFrom(point);
        request.cost = &cost;
        request.amounts.assign(own.begin(), own.end());
        request.replicates = replicates;
        result[group] = usualBootstrap(request, inside, TaskContext(context.stopToken()));
    });
    return result;
}

}  // namespace reckoner
