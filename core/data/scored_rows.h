// Which rows of a run take part in binary metrics, their truth, and why the others do not.
#pragma once

#include <array>
#include <memory>
#include <string>
#include <vector>

#include "core/data/eval_table.h"
#include "core/data/row_set.h"

namespace reckoner {

// One reason a row, the label's first (CLI.md, "Settled details").
enum class Exclusion { MissingLabel, UnexpectedLabel, MissingScore, NanScore, InfiniteScore };
inline constexpr std::size_t kExclusions = 5;
std::string_view name(Exclusion exclusion);  // "missing_label", ...

struct ExclusionCounts {
    std::array<std::uint64_t, kExclusions> counts{};
    std::uint64_t& operator[](Exclusion e) { return counts[static_cast<std::size_t>(e)]; }
    std::uint64_t operator[](Exclusion e) const { return counts[static_cast<std::size_t>(e)]; }
    std::uint64_t total() const;
};

// The binary view of a run: one class against the rest.
struct ScoredRows {
    std::string positive;
    std::vector<RowIndex> rows;              // scored rows in row order
    std::vector<double> scores;              // beside rows; -0.0 is 0.0
    std::vector<std::uint8_t> positiveBits;  // beside rows: 1 = the positive class
    // Beside rows, or empty: all 1. A missing, negative or not finite weight is 0.
    std::vector<double> weights;
    ExclusionCounts excluded;  // of the cohort

    // Score column: the class score of `positive` in a multiclass run, else the score column. Without a label
    // column every row is excluded for its missing label.
    // positive empty: the run's own. Throws Error{BadInput} when the class or a score column does not exist.
    static ScoredRows of(const EvalTable& table, const RowSet& cohort, const std::string& positive = {},
                         const TaskContext& context = {});

 private:
    void resize(std::size_t samples, bool weighted);
};

}  // namespace reckoner
