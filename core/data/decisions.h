// What a run decided, row by row: by its threshold, or by its highest class.
#pragma once

#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/task_context.h"
#include "core/data/eval_table.h"

namespace reckoner {

enum class RowOutcome : std::uint8_t { Caught, FalseAlarm, Missed, LetThrough, Unknown };
inline bool isMistake(RowOutcome outcome) {
    return outcome == RowOutcome::FalseAlarm || outcome == RowOutcome::Missed;
}

// The score of `positive`: its class score in a run of several classes, else the score column. May be null.
const ColumnInfo* scoreColumnOf(const EvalTable& table, const std::string& positive);

// One class against the rest at a threshold. Immutable, thread-safe.
class BinaryDecisions {
 public:
    // Without labels every outcome is unknown. Throws Error{BadInput} when there is no score column.
    BinaryDecisions(const EvalTable& table, const std::string& positive, double threshold,
                    const TaskContext& context = {});

    double threshold() const { return threshold_; }
    const std::string& positive() const { return positive_; }
    double score(RowIndex row) const { return scores_[row]; }
    // 1 positive, 0 another class, 2 not a label (missing, or outside the classes).
    std::uint8_t truth(RowIndex row) const {
        // Nearly every run has few classes: their codes are bytes, read without asking how wide they are.
        if (narrow_) return truthOf_[narrow_[row]];
        return labels_ ? truthOf_[labels_->code(row)] : 2;
    }
    bool flagged(RowIndex row) const { return scores_[row] >= threshold_; }
    // Without a branch: whether a decision was right is what a processor guesses worst.
    RowOutcome outcome(RowIndex row) const {
        const double score = scores_[row];
        const unsigned place = 4U * truth(row) + 2U * static_cast<unsigned>(score >= threshold_) +
                               static_cast<unsigned>(std::abs(score) <= std::numeric_limits<double>::max());
        return kOutcomes[place];
    }

 private:
    static constexpr RowOutcome kNone = RowOutcome::Unknown;
    // By truth, flagged, finite.
    static constexpr std::array<RowOutcome, 12> kOutcomes = {
        kNone, RowOutcome::LetThrough,
        kNone, RowOutcome::FalseAlarm,  // another class
        kNone, RowOutcome::Missed,
        kNone, RowOutcome::Caught,  // the positive one
        kNone, kNone,
        kNone, kNone,  // not a label
    };

    std::string positive_;
    double threshold_;
    std::shared_ptr<const RealColumn> column_;
    const double* scores_;
    std::shared_ptr<const CategoryColumn> labels_;
    const std::uint8_t* narrow_ = nullptr;
    std::vector<std::uint8_t> truthOf_;
};

// All classes: codes are places in the run's class order. Immutable, thread-safe.
class ClassDecisions {
 public:
    // confidence: answers whose highest class score is lower go to a person. Throws Error{BadInput} when the
    // run has neither predictions nor a score for every class.
    ClassDecisions(const EvalTable& table, std::optional<double> confidence = {},
                   const TaskContext& context = {});

    std::uint32_t classes() const { return static_cast<std::uint32_t>(names_.size()); }
    const std::vector<std::string>& names() const { return names_; }
    std::uint32_t review() const { return classes(); }    // goes to a person
    std::uint32_t none() const { return classes() + 1; }  // not a class, or missing

    std::uint32_t truth(RowIndex row) const { return labels_ ? truthOf_[labels_->code(row)] : none(); }
    // The class that is named: the prediction where it is a class, else the highest score (ties: the first).
    std::uint32_t named(RowIndex row) const;
    // The same, or review() where the highest score is below the confidence asked for.
    std::uint32_t called(RowIndex row) const;
    // The score of a class; NaN when it has none.
    double score(RowIndex row, std::uint32_t code) const {
        return code < scores_.size() ? scores_[code]->values()[row] : kNone;
    }
    // The highest class score; NaN when one is no number or the run has no class scores.
    double confidence(RowIndex row) const;
    RowOutcome outcome(RowIndex row) const;  // Caught: right. FalseAlarm: wrong. Review is unknown

 private:
    static constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
    std::uint32_t highest(RowIndex row) const;
    std::vector<std::string> names_;
    std::optional<double> confidence_;
    std::vector<std::shared_ptr<const RealColumn>> scores_;  // of every class, or empty
    std::shared_ptr<const CategoryColumn> labels_;
    std::vector<std::uint32_t> truthOf_;
    std::shared_ptr<const CategoryColumn> predictions_;
    std::vector<std::uint32_t> predictedOf_;
};

}  // namespace reckoner
