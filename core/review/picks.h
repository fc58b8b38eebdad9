// Ready-made choices of cases for a meeting, each out of the cases a filter leaves.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/data/row_set.h"
#include "core/review/case_sort.h"
#include "core/review/case_view.h"

namespace reckoner {

enum class Pick {
    Expensive,  // every decision that costs more than nothing, the dearest first
    Confident,  // mistakes, the farthest from the threshold first
    Nearest,    // within 2 % of the score axis around the threshold, the nearest first
    New,        // right under the run compared with, wrong now
    Segment,    // of each value of each segment column the dearest case not drawn before
    Unnoted,    // without a note
    Random,     // all, in a drawn order
};
inline constexpr std::size_t kPicks = 7;
std::string_view name(
    Pick pick);  // "expensive", "confident", "nearest", "new", "segment", "unnoted", "random"
std::optional<Pick> pickNamed(std::string_view name);

// What picks need to know beside the run. Rows ascend.
struct PickSources {
    std::vector<RowIndex> noted;                  // rows that carry a note
    std::optional<std::vector<RowIndex>> broken;  // nothing: there is no run to compare with
    std::uint64_t seed = 7;
};

// The cases of a pick; nothing where it makes no sense (no costs, no run to compare with, no segments).
std::optional<RowSet> pickedRows(const CaseView& view, const RowSet& base, Pick pick,
                                 const PickSources& sources, const TaskContext& context = {});
// How a pick is ordered until somebody sorts otherwise.
CaseSort pickSort(const CaseView& view, Pick pick, std::uint64_t seed);
// One from each segment: in the order of columns and values. O(rows).
std::vector<RowIndex> oneFromEachSegment(const CaseView& view, const RowSet& base,
                                         const TaskContext& context = {});

}  // namespace reckoner
