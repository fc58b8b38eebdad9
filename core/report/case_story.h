// What became of one case and what moved its score, in the model's own words: for pages people read.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/base/task_context.h"
#include "core/cost/operating_point.h"
#include "core/data/explanation.h"
#include "core/review/case_view.h"
#include "core/store/store.h"
#include "core/wording/vocabulary.h"

namespace reckoner {

class CaseStory {
 public:
    // positive: that class against the rest at `at`, in tiers as they act; nothing: all classes. Costs and
    // words are those in force for the run's model; costs the run has no amounts for are left out.
    CaseStory(const Store& store, const RunRow& run, EvalTablePtr table,
              const std::optional<std::string>& positive, const OperatingPoint& at,
              const TaskContext& context);

    // "Missed default: 2,500 EUR approved, 1,250 EUR lost."; of several classes "Called F, was really M."
    // label: in force for this case; another than the run's has no cost.
    std::string sentence(RowIndex row, const std::optional<std::string>& label) const;
    // "What moved the score" as name and figure: {"amount (2,500)", "+0.114 towards bad"}. Empty: nothing is
    // known, or the explanation is text to read.
    std::vector<std::pair<std::string, std::string>> factors(RowIndex row) const;

 private:
    std::vector<Factor> explanation(RowIndex row) const;

    RunInfo info_;
    EvalTablePtr table_;
    std::optional<std::string> positive_;
    OperatingPoint point_;
    CostModel costs_;
    Vocabulary words_;
    std::shared_ptr<const CaseView> view_;       // null: no decision can be read
    std::shared_ptr<const RealColumn> amounts_;  // what the costs are a part of; null: none
};

}  // namespace reckoner
