// Counting samples by the crossed codes of one to three columns: what slices are read from.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/metrics/slices.h"

namespace reckoner {

// A column as the search sees it: values that can make a slice have codes from 1, all others 0.
struct SliceCodes {
    std::uint32_t column = 0;
    std::vector<std::uint8_t> codes;    // beside the samples
    std::vector<std::uint32_t> values;  // by code - 1: the code in SliceData
    std::vector<SliceCount> counts;     // beside values
    std::uint32_t size() const { return static_cast<std::uint32_t>(values.size()) + 1; }
};

// Sums by cell: the last column's code runs fastest. Cells with a code 0 are filled like the others.
class SliceCells {
 public:
    // Every e is 0 or 1 and there are no weights: whole numbers are counted, twice as fast.
    static bool countable(const SliceData& data);

    // The data must outlive it. countable: as countable(data) says.
    SliceCells(const SliceData& data, bool countable);
    // columns: one to three. O(samples + cells).
    std::vector<SliceCount> count(std::span<const SliceCodes* const> columns) const;
    // By the column's own codes.
    std::vector<SliceCount> count(const SliceColumn& column) const;

 private:
    const SliceData& data_;
    bool countable_;
    std::vector<std::uint8_t> wrong_;  // where countable: e
};

}  // namespace reckoner
