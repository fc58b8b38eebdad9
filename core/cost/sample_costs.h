// What each sample of a run costs at a threshold, one by one.
#pragma once

#include <array>
#include <memory>

#include "core/base/task_context.h"
#include "core/metrics/run_analysis.h"

namespace reckoner {

// Holds the amount columns, no copy of them; the run must outlive it.
class SampleCosts {
 public:
    // Loads the amount columns. Throws Error{BadInput} when one does not exist.
    SampleCosts(const RunAnalysis& run, const TaskContext& context = {});

    std::size_t size() const { return rows_.rows.size(); }
    // By place in run.rows, times the sample's weight, as production is mixed. A missing amount adds nothing.
    double of(std::size_t i, bool flagged) const;
    double at(std::size_t i, double threshold) const { return of(i, rows_.scores[i] >= threshold); }

 private:
    const ScoredRows& rows_;
    ClassShift shift_;
    std::array<const OutcomeCost*, 4> outcomes_{};
    std::array<std::shared_ptr<const RealColumn>, 4> amounts_;
};

}  // namespace reckoner
