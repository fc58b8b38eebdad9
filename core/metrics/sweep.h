// Counts, amounts and money at any threshold, per group, without touching the samples again.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/base/task_context.h"
#include "core/data/grouping.h"
#include "core/data/scored_rows.h"
#include "core/metrics/tally.h"

namespace reckoner {

// Immutable after construction; every method is const and thread-safe.
class Sweep {
 public:
    virtual ~Sweep() = default;

    // False: figures hold at bin edges only (an engine that bins far away).
    virtual bool exact() const = 0;
    virtual std::uint32_t groups() const = 0;
    virtual std::uint64_t samples() const = 0;
    virtual std::size_t distinctScores() const = 0;

    // Flagged means score >= threshold; +infinity flags nobody. Precondition: threshold is not NaN.
    // One Tally per group. Precondition: out.size() == groups(). O(checkpoint spacing).
    virtual void at(double threshold, std::span<Tally> out) const = 0;
    // The whole cohort, groups together.
    virtual Tally at(double threshold) const = 0;

    // Visits "flag nobody" (+infinity) and then every distinct score from the highest down, with the tally of
    // the whole cohort: bit for bit what at(threshold) returns. Return false to stop.
    using Visitor = std::function<bool(double threshold, const Tally& tally)>;
    virtual void scan(const Visitor& visitor) const = 0;

    // The same walk in batches, for figures that need no more than the flagged weight of each class: many
    // times faster than a call for each score. The first step is "flag nobody".
    struct RankStep {
        double threshold;
        double tp;  // weight of the flagged positives
        double fp;  // weight of the flagged negatives
    };
    using RankVisitor = std::function<void(std::span<const RankStep> steps)>;
    virtual void scanRanks(const RankVisitor& visitor) const;

    // The nearest distinct score above / below (strictly); nullopt at the end.
    virtual std::optional<double> above(double threshold) const = 0;
    virtual std::optional<double> below(double threshold) const = 0;
    virtual double lowest() const = 0;   // NaN without samples
    virtual double highest() const = 0;  // NaN without samples
};

// Exact, in memory: a compact sorted copy (9 bytes a sample up to 128 groups, 8 more a measure, 8 more for
// weights) and running sums at checkpoints. Sums are taken in blocks of a fixed size, so figures are the same
// on every machine. Construction sorts once (radix, 64-bit keys): O(n).
class ThresholdSweep final : public Sweep {
 public:
    // measures: names of real columns (Amount, Numeric, ...), at most kMaxMeasures; they fill Sums::amounts
    // in this order. grouping may be null: one group. Throws Error{BadInput} for a column that does not
    // exist.
    static std::shared_ptr<const ThresholdSweep> build(const EvalTable& table, const ScoredRows& rows,
                                                       const std::vector<std::string>& measures = {},
                                                       const Grouping* grouping = nullptr,
                                                       const TaskContext& context = {});
    // The same without a table, for tests and resampling: amounts[m] beside scores; groupCodes beside scores
    // or empty.
    static std::shared_ptr<const ThresholdSweep> build(std::span<const double> scores,
                                                       std::span<const std::uint8_t> positives,
                                                       std::span<const double> weights,
                                                       const std::vector<std::span<const double>>& amounts,
                                                       std::span<const std::uint32_t> groupCodes,
                                                       std::uint32_t groups, const TaskContext& context = {});
    ~ThresholdSweep() override;

    bool exact() const override { return true; }
    std::uint32_t groups() const override;
    std::uint64_t samples() const override;
    std::size_t distinctScores() const override;
    void at(double threshold, std::span<Tally> out) const override;
    Tally at(double threshold) const override;
    void scan(const Visitor& visitor) const override;
    void scanRanks(const RankVisitor& visitor) const override;
    std::optional<double> above(double threshold) const override;
    std::optional<double> below(double threshold) const override;
    double lowest() const override;
    double highest() const override;

    // Positives among the k highest scores, ties in the order they came in. Precondition: k <= samples().
    std::uint64_t positivesInTop(std::uint64_t k) const;
    // Whether the k-th and the next score are the same. Precondition: 0 < k <= samples().
    bool cutFallsInATie(std::uint64_t k) const;
    // Bytes in memory.
    std::size_t bytes() const;

 private:
    struct Impl;
    explicit ThresholdSweep(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

}  // namespace reckoner
