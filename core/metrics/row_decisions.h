// What a run decided about single rows, and whether it was right: for reading cases one by one.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/task_context.h"
#include "core/data/eval_table.h"

namespace reckoner {

inline constexpr std::uint32_t kNoClassPlace = ~0U;

enum class RowState {
    Right,
    Wrong,
    AwaitingLabel,  // decided, but the label is missing or no class
    Undecided,      // no usable score or prediction
};

// Places are those of the run's class order; one class against the rest: 1 for that class, 0 for the others.
class RowDecisions {
 public:
    // positive: that class against the rest at `threshold` (flagged from there up); nothing: all classes, by
    // the prediction column, else the highest class score (ties: the first). Throws Error{BadInput} when the
    // run has no scores for it.
    RowDecisions(const EvalTable& table, const std::optional<std::string>& positive, double threshold,
                 const TaskContext& context = {});

    struct Decision {
        std::uint32_t place = kNoClassPlace;
        double score = missingReal();  // against the rest: the score; all classes: the highest class score
    };
    Decision at(RowIndex row) const;
    std::uint32_t truth(RowIndex row) const;  // kNoClassPlace: missing, or no class
    RowState state(RowIndex row) const;
    // The class decided for; against the rest of several "not X". Empty when undecided.
    std::string decisionName(RowIndex row) const;

    std::uint32_t placeOf(const std::string& className) const;  // kNoClassPlace: no class of the run
    // By code of a category column (the missing code last): its place.
    std::vector<std::uint32_t> placesOf(const CategoryColumn& column) const;

 private:
    Decision highest(RowIndex row) const;

    std::vector<std::string> classes_;
    std::optional<std::string> positive_;
    double threshold_;
    std::shared_ptr<const RealColumn> score_;
    std::vector<std::shared_ptr<const RealColumn>> classScores_;
    std::shared_ptr<const CategoryColumn> predictions_;
    std::vector<std::uint32_t> predictionPlaces_;
    std::shared_ptr<const CategoryColumn> labels_;
    std::vector<std::uint32_t> labelPlaces_;
};

}  // namespace reckoner
