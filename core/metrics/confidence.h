// How sure the answers of a run with several classes are, and what happens when the unsure ones go to a
// person. Source: METRICS.md, "Multiclass".
#pragma once

#include <memory>
#include <span>

#include "core/base/task_context.h"
#include "core/metrics/classified_rows.h"
#include "core/metrics/confusion.h"
#include "core/metrics/sweep.h"

namespace reckoner {

// The highest class score of each row, beside rows.rows; +infinity where a class score is no finite number:
// an answer whose confidence is not known stands (as the filter's "predicted" takes it).
std::vector<double> confidences(const EvalTable& table, const ClassifiedRows& rows,
                                const TaskContext& context = {});

// Counts at any confidence threshold without touching the samples again. An answer stands when its confidence
// >= threshold; -infinity trusts every answer, +infinity none. Immutable, thread-safe.
class ConfidenceSweep {
 public:
    static std::shared_ptr<const ConfidenceSweep> build(const EvalTable& table, const ClassifiedRows& rows,
                                                        const TaskContext& context = {});
    // The same without a table; weights empty: all 1. No confidence is NaN.
    static std::shared_ptr<const ConfidenceSweep> build(std::span<const double> confidence,
                                                        std::span<const ClassCode> truth,
                                                        std::span<const ClassCode> predicted,
                                                        std::span<const double> weights, std::size_t classes,
                                                        const TaskContext& context = {});
    ~ConfidenceSweep();

    struct Split {
        Sums right;              // answers that stand
        Sums wrong;              // answers that stand
        Sums reviewed;           // answers a person gives
        Value accuracy() const;  // of the answers that stand, by weight
    };
    Split at(double threshold) const;  // microseconds
    // O(K^2) and a short scan: under a millisecond for 200 classes. Precondition: threshold is not NaN.
    ConfusionTable table(double threshold) const;
    // The same samples as a binary sweep: score = confidence, positive = the answer is right. For histograms,
    // neighbours and curves.
    const ThresholdSweep& answers() const;
    // Whether any answer has a confidence at all.
    bool known() const;
    std::size_t classes() const;
    std::size_t bytes() const;

 private:
    struct Impl;
    explicit ConfidenceSweep(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

}  // namespace reckoner
