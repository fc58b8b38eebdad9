#include "core/metrics/fairness_intervals.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <limits>
#include <span>
#include <string_view>
#include <vector>

#include "core/base/error.h"
#include "core/base/parallel_for.h"
#include "core/metrics/fairness.h"
#include "core/metrics/latency.h"
#include "core/metrics/multinomial.h"
#include "core/metrics/run_analysis.h"

namespace reckoner {
namespace {

struct NamedFigure {
    const char* name;
    Value (*of)(const Fairness&);
};

constexpr std::array<NamedFigure, 14> kFigures = {{
    {"selection_rate_difference", [](const Fairness& f) { return f.selectionRate.difference; }},
    {"selection_rate_ratio", [](const Fairness& f) { return f.selectionRate.ratio; }},
    {"tpr_difference", [](const Fairness& f) { return f.tpr.difference; }},
    {"tpr_ratio", [](const Fairness& f) { return f.tpr.ratio; }},
    {"fpr_difference", [](const Fairness& f) { return f.fpr.difference; }},
    {"fpr_ratio", [](const Fairness& f) { return f.fpr.ratio; }},
    {"fnr_difference", [](const Fairness& f) { return f.fnr.difference; }},
    {"fnr_ratio", [](const Fairness& f) { return f.fnr.ratio; }},
    {"precision_difference", [](const Fairness& f) { return f.precision.difference; }},
    {"precision_ratio", [](const Fairness& f) { return f.precision.ratio; }},
    {"accuracy_difference", [](const Fairness& f) { return f.accuracy.difference; }},
    {"accuracy_ratio", [](const Fairness& f) { return f.accuracy.ratio; }},
    {"equalized_odds_difference", [](const Fairness& f) { return f.equalizedOddsDifference; }},
    {"equalized_odds_ratio", [](const Fairness& f) { return f.equalizedOddsRatio; }},
}};

// Every sample as the cell of its group's confusion matrix that it falls into.
struct GroupCells {
    std::uint32_t groups = 0;
    std::vector<std::uint32_t> ofSample;  // group x 4 + tp, fp, fn, tn; beside the scored rows
    std::vector<std::uint64_t> counts;    // by cell
    std::vector<bool> leftOut;            // groups under the minimum
};

GroupCells groupCellsOf(const ScoredRows& rows, const Grouping& grouping, double threshold,
                        std::uint64_t minimumN) {
    GroupCells cells;
    cells.groups = grouping.groups();
    cells.counts.resize(std::size_t{cells.groups} * 4);
    cells.ofSample.reserve(rows.rows.size());
    for (std::size_t i = 0; i < rows.rows.size(); ++i) {
        const std::uint32_t group = grouping.codes[rows.rows[i]];
        const bool positive = rows.positiveBits[i] != 0;
        const bool flagged = rows.scores[i] >= threshold;
        cells.ofSample.push_back(group * 4 + (flagged ? (positive ? 0 : 1) : (positive ? 2 : 3)));
        ++cells.counts[cells.ofSample.back()];
    }
    for (std::uint32_t group = 0; group < cells.groups; ++group) {
        const std::uint64_t* cell = &cells.counts[std::size_t{group} * 4];
        cells.leftOut.push_back(cell[0] + cell[1] + cell[2] + cell[3] < minimumN);
    }
    return cells;
}

std::vector<Tally> talliesOf(const GroupCells& cells, const std::vector<Sums>& sums) {
    std::vector<Tally> tallies(cells.groups);
    for (std::uint32_t group = 0; group < cells.groups; ++group) {
        if (cells.leftOut[group]) continue;
        const Sums* cell = &sums[std::size_t{group} * 4];
        tallies[group] = {cell[0], cell[1], cell[2], cell[3]};
    }
    return tallies;
}

std::vector<Tally> drawnTallies(const GroupCells& cells, const std::vector<double>& weights,
                                std::span<const std::uint8_t> counts) {
    std::vector<Sums> sums(cells.counts.size());
    for (std::size_t i = 0; i < counts.size(); ++i) {
        Sums& cell = sums[cells.ofSample[i]];
        cell.n += counts[i];
        cell.weight += counts[i] * weights[i];
    }
    return talliesOf(cells, sums);
}

std::vector<Tally> countedTallies(const GroupCells& cells, std::span<const std::uint64_t> counts) {
    std::vector<Sums> sums(counts.size());
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const auto n = static_cast<double>(counts[i]);
        sums[i] = {counts[i], n, n, {}};
    }
    return talliesOf(cells, sums);
}

std::vector<Tally> observedTallies(const GroupCells& cells, const std::vector<double>& weights) {
    if (weights.empty()) return countedTallies(cells, cells.counts);
    std::vector<Sums> sums(cells.counts.size());
    for (std::size_t i = 0; i < cells.ofSample.size(); ++i) {
        Sums& cell = sums[cells.ofSample[i]];
        ++cell.n;
        cell.weight += weights[i];
        cell.weightSq += weights[i] * weights[i];
    }
    return talliesOf(cells, sums);
}

// One column of figures a replicate; NaN where a figure is not defined.
class Drawn {
 public:
    explicit Drawn(std::uint32_t replicates)
        : replicates_(replicates),
          figures_(kFigures.size() * replicates, std::numeric_limits<double>::quiet_NaN()) {}

    void take(std::uint32_t replicate, const std::vector<Tally>& tallies) {
        const Fairness drawn = fairness(tallies);
        for (std::size_t figure = 0; figure < kFigures.size(); ++figure)
            if (const Value value = kFigures[figure].of(drawn))
                figures_[figure * replicates_ + replicate] = *value;
    }
    // Ascending, those that are defined.
    std::vector<double> sorted(std::size_t figure) const {
        const auto first = figures_.begin() + static_cast<std::ptrdiff_t>(figure * replicates_);
        std::vector<double> drawn(first, first + replicates_);
        std::erase_if(drawn, [](double value) { return std::isnan(value); });
        std::sort(drawn.begin(), drawn.end());
        return drawn;
    }

 private:
    std::uint32_t replicates_;
    std::vector<double> figures_;
};

constexpr std::uint32_t kBlock = 64;  // replicates a round of the loop

template <class Body>
void eachReplicate(std::uint32_t replicates, Executor* executor, const TaskContext& context, Body body) {
    parallelFor((replicates + kBlock - 1) / kBlock, executor, context, [&](std::size_t block) {
        const auto first = static_cast<std::uint32_t>(block) * kBlock;
        for (std::uint32_t r = first; r < std::min(first + kBlock, replicates); ++r)
            body(r);
    });
}

Drawn bootstrapOf(const GroupCells& cells, const std::vector<double>& weights, std::uint32_t replicates,
                  Executor* executor, const TaskContext& context) {
    Drawn figures(replicates);
    if (!weights.empty()) {
        Resampler(kBootstrapSeed, replicates)
            .run(
                static_cast<std::uint32_t>(cells.ofSample.size()),
                [&](std::uint32_t replicate, std::span<const std::uint8_t> counts) {
                    figures.take(replicate, drawnTallies(cells, weights, counts));
                },
                executor, context);
        return figures;
    }
    eachReplicate(replicates, executor, context, [&](std::uint32_t replicate) {
        Random random(kBootstrapSeed, replicate);
        std::vector<std::uint64_t> counts(cells.counts.size());
        resampleCounts(random, cells.counts, counts);
        figures.take(replicate, countedTallies(cells, counts));
    });
    return figures;
}

// Trials that are worth as much as the samples: (sum w)^2 / sum w^2.
std::uint64_t trialsOf(const Sums& a, const Sums& b) {
    const double weight = a.weight + b.weight;
    const double squares = a.weightSq + b.weightSq;
    return squares > 0 ? static_cast<std::uint64_t>(std::llround(weight * weight / squares)) : 0;
}

// One rate of every group, drawn with the share of all groups together.
struct RateTrials {
    const char* name;
    std::vector<std::uint64_t> trials;  // of the groups that have any
    double share = 0;
};

std::vector<RateTrials> rateTrials(const std::vector<Tally>& groups) {
    const auto both = [](Sums a, const Sums& b) { return a += b; };
    struct Rate {
        const char* name;
        std::function<Sums(const Tally&)> hit;
        std::function<Sums(const Tally&)> miss;
    };
    const std::array<Rate, 6> rates{{
        {"selection_rate", [&](const Tally& t) { return both(t.tp, t.fp); },
         [&](const Tally& t) { return both(t.fn, t.tn); }},
        {"tpr", [](const Tally& t) { return t.tp; }, [](const Tally& t) { return t.fn; }},
        {"fpr", [](const Tally& t) { return t.fp; }, [](const Tally& t) { return t.tn; }},
        {"fnr", [](const Tally& t) { return t.fn; }, [](const Tally& t) { return t.tp; }},
        {"precision", [](const Tally& t) { return t.tp; }, [](const Tally& t) { return t.fp; }},
        {"accuracy", [&](const Tally& t) { return both(t.tp, t.tn); },
         [&](const Tally& t) { return both(t.fp, t.fn); }},
    }};
    std::vector<RateTrials> result;
    for (const Rate& rate : rates) {
        RateTrials one{rate.name, {}, 0};
        double hits = 0;
        double all = 0;
        for (const Tally& group : groups) {
            const Sums hit = rate.hit(group);
            const Sums miss = rate.miss(group);
            hits += hit.weight;
            all += hit.weight + miss.weight;
            if (const std::uint64_t trials = trialsOf(hit, miss)) one.trials.push_back(trials);
        }
        one.share = all > 0 ? std::clamp(hits / all, 0.0, 1.0) : 0;
        result.push_back(std::move(one));
    }
    return result;
}

double drawnGap(Random& random, const RateTrials& rate) {
    double lo = 1;
    double hi = 0;
    for (const std::uint64_t trials : rate.trials) {
        const double share =
            static_cast<double>(binomial(random, trials, rate.share)) / static_cast<double>(trials);
        lo = std::min(lo, share);
        hi = std::max(hi, share);
    }
    return hi - lo;
}

std::map<std::string, double> chanceGaps(const std::vector<Tally>& groups, std::uint32_t replicates,
                                         Executor* executor, const TaskContext& context) {
    constexpr std::uint64_t kStream = std::uint64_t{1} << 40;  // apart from the bootstrap's
    const std::vector<RateTrials> rates = rateTrials(groups);
    std::vector<std::vector<double>> gaps(rates.size() + 1, std::vector<double>(replicates));
    eachReplicate(replicates, executor, context, [&](std::uint32_t replicate) {
        Random random(kBootstrapSeed, kStream + replicate);
        double odds = 0;
        for (std::size_t i = 0; i < rates.size(); ++i) {
            const double gap = rates[i].trials.empty() ? 0 : drawnGap(random, rates[i]);
            gaps[i][replicate] = gap;
            const std::string_view name = rates[i].name;
            if (name == "tpr" || name == "fpr") odds = std::max(odds, gap);
        }
        gaps.back()[replicate] = odds;
    });
    std::map<std::string, double> result;
    for (std::size_t i = 0; i < gaps.size() && replicates > 1; ++i) {
        std::sort(gaps[i].begin(), gaps[i].end());
        const std::string name = i < rates.size() ? rates[i].name : "equalized_odds";
        if (i == rates.size() || rates[i].trials.size() > 1)
            result[name + "_difference"] = quantile(gaps[i], 0.95);
    }
    return result;
}

}  // namespace

FairnessIntervals fairnessIntervals(const ScoredRows& rows, const Grouping& grouping, double threshold,
                                    std::uint64_t minimumN, std::uint32_t replicates, Executor* executor,
                                    const TaskContext& context) {
    constexpr double kTail = 0.025;
    const GroupCells cells = groupCellsOf(rows, grouping, threshold, minimumN);
    FairnessIntervals result{{}, {}, kBootstrapSeed, replicates};
    const Drawn drawn = bootstrapOf(cells, rows.weights, replicates, executor, context);
    for (std::size_t figure = 0; figure < kFigures.size(); ++figure) {
        const std::vector<double> sorted = drawn.sorted(figure);
        if (sorted.size() < 2) continue;
        result.intervals[kFigures[figure].name] = {quantile(sorted, kTail), quantile(sorted, 1 - kTail)};
    }
    result.chance = chanceGaps(observedTallies(cells, rows.weights), replicates, executor, context);
    return result;
}

FairnessIntervals fairnessIntervals(const RunAnalysis& analysis, double threshold, std::uint64_t minimumN,
                                    std::uint32_t replicates, Executor* executor,
                                    const TaskContext& context) {
    if (!analysis.grouping) throw Error(ErrorCode::Internal, "Fairness was asked of a run without groups.");
    return fairnessIntervals(analysis.rows, *analysis.grouping, threshold, minimumN, replicates, executor,
                             context);
}

}  // namespace reckoner
