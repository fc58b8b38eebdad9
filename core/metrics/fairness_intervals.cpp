#include "core/metrics/fairness_intervals.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <vector>

#include "core/base/error.h"
#include "core/metrics/fairness.h"
#include "core/metrics/latency.h"
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
struct Cells {
    std::uint32_t groups = 0;
    std::vector<std::uint32_t> ofSample;  // group x 4 + tp, fp, fn, tn; beside the scored rows
    std::vector<bool> leftOut;            // groups under the minimum
};

Cells cellsOf(const RunAnalysis& analysis, double threshold, std::uint64_t minimumN) {
    const ScoredRows& rows = analysis.rows;
    Cells cells;
    cells.groups = analysis.grouping->groups();
    std::vector<std::uint64_t> sizes(cells.groups);
    for (std::size_t i = 0; i < rows.rows.size(); ++i) {
        const std::uint32_t group = analysis.grouping->codes[rows.rows[i]];
        const bool positive = rows.positiveBits[i] != 0;
        const bool flagged = rows.scores[i] >= threshold;
        cells.ofSample.push_back(group * 4 + (flagged ? (positive ? 0 : 1) : (positive ? 2 : 3)));
        ++sizes[group];
    }
    for (const std::uint64_t size : sizes)
        cells.leftOut.push_back(size < minimumN);
    return cells;
}

std::vector<Tally> talliesOf(const Cells& cells, const std::vector<double>& weights,
                             std::span<const std::uint8_t> counts) {
    std::vector<Sums> sums(std::size_t{cells.groups} * 4);
    for (std::size_t i = 0; i < counts.size(); ++i) {
        Sums& cell = sums[cells.ofSample[i]];
        cell.n += counts[i];
        if (!weights.empty()) cell.weight += counts[i] * weights[i];
    }
    std::vector<Tally> tallies(cells.groups);
    for (std::uint32_t group = 0; group < cells.groups; ++group) {
        if (cells.leftOut[group]) continue;
        if (weights.empty())
            for (std::size_t cell = 0; cell < 4; ++cell)
                sums[group * 4 + cell].weight = static_cast<double>(sums[group * 4 + cell].n);
        tallies[group] = {sums[group * 4], sums[group * 4 + 1], sums[group * 4 + 2], sums[group * 4 + 3]};
    }
    return tallies;
}

}  // namespace

FairnessIntervals fairnessIntervals(const RunAnalysis& analysis, double threshold, std::uint64_t minimumN,
                                    std::uint32_t replicates, Executor* executor,
                                    const TaskContext& context) {
    constexpr double kTail = 0.025;
    if (!analysis.grouping) throw Error(ErrorCode::Internal, "Fairness was asked of a run without groups.");
    const Cells cells = cellsOf(analysis, threshold, minimumN);
    const Resampler resampler(kBootstrapSeed, replicates);
    std::vector<double> figures(kFigures.size() * replicates, std::numeric_limits<double>::quiet_NaN());
    resampler.run(
        static_cast<std::uint32_t>(cells.ofSample.size()),
        [&](std::uint32_t replicate, std::span<const std::uint8_t> counts) {
            const Fairness drawn = fairness(talliesOf(cells, analysis.rows.weights, counts));
            for (std::size_t figure = 0; figure < kFigures.size(); ++figure)
                if (const Value value = kFigures[figure].of(drawn))
                    figures[figure * replicates + replicate] = *value;
        },
        executor, context);

    FairnessIntervals result{{}, resampler.seed(), replicates};
    for (std::size_t figure = 0; figure < kFigures.size(); ++figure) {
        const auto first = figures.begin() + static_cast<std::ptrdiff_t>(figure * replicates);
        std::vector<double> drawn(first, first + replicates);
        std::erase_if(drawn, [](double value) { return std::isnan(value); });
        if (drawn.size() < 2) continue;
        std::sort(drawn.begin(), drawn.end());
        result.intervals[kFigures[figure].name] = {quantile(drawn, kTail), quantile(drawn, 1 - kTail)};
    }
    return result;
}

}  // namespace reckoner
