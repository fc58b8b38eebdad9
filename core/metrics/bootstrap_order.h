// A run laid out for resampling: sorted once, so that a replicate is a pass over "how often was it drawn".
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "core/base/task_context.h"
#include "core/data/eval_table.h"
#include "core/data/scored_rows.h"
#include "core/metrics/tally.h"

namespace reckoner {

// Sums over the draws of one replicate; gaps are those of the ECE before the division by the weight.
struct ReplicateSums {
    Tally tally;
    double logLoss = 0;
    double brier = 0;
    double gaps10 = 0;
    double gaps15 = 0;
};

struct ReplicateRanking {
    double rocAuc = 0;
    double averagePrecision = 0;
    double ks = 0;
};

// Immutable; every method is const and thread-safe. Sample numbers are places in the order.
class BootstrapOrder {
 public:
    // amounts: beside rows, one a measure; a missing amount is 0. Throws Error{Cancelled}.
    BootstrapOrder(const ScoredRows& rows, ScoreKind kind, double threshold,
                   const std::vector<std::span<const double>>& amounts, const TaskContext& context);

    std::uint32_t samples() const { return static_cast<std::uint32_t>(positive_.size()); }
    // By place: which of the rows it is.
    std::span<const std::uint32_t> positions() const { return positions_; }
    // Whether the scores are probabilities; without, logLoss to gaps15 are 0.
    bool probabilities() const { return !probability_.empty(); }

    // O(samples).
    ReplicateSums sums(std::span<const std::uint8_t> counts) const;
    // Precondition: sums are those of the same counts, with weight in both classes. O(samples).
    ReplicateRanking ranking(std::span<const std::uint8_t> counts, const ReplicateSums& sums) const;

 private:
    // A stretch of samples in the same bins on the same side of the threshold.
    struct Zone {
        std::uint32_t end;
        bool flagged;
        std::uint8_t bin10;
        std::uint8_t bin15;
    };
    struct ZoneSums;

    void cutZones(double threshold, const std::vector<double>& scores);
    template <bool Weighted>
    ZoneSums zoneSums(std::uint32_t first, std::uint32_t end, std::span<const std::uint8_t> counts) const;
    template <bool Weighted>
    ReplicateSums sumsOf(std::span<const std::uint8_t> counts) const;
    template <bool Weighted>
    ReplicateRanking rankingOf(std::span<const std::uint8_t> counts, const ReplicateSums& sums) const;
    void addAmounts(std::uint32_t first, const Zone& zone, std::span<const std::uint8_t> counts,
                    Tally& tally) const;

    // By place, highest score first.
    std::vector<std::uint32_t> positions_;
    std::vector<std::uint8_t> positive_;
    std::vector<double> weight_;                // empty: all 1
    std::vector<double> probability_;           // empty: the scores are none
    std::vector<double> loss_;                  // log loss; beside probability_
    std::vector<std::vector<double>> amounts_;  // weight x amount, by measure
    std::vector<std::uint32_t> tieEnds_;        // one past the last place of each distinct score
    std::vector<Zone> zones_;
};

}  // namespace reckoner
