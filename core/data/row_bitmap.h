// One bit a row: how conditions are combined before they become a RowSet.
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <vector>

#include "core/base/task_context.h"
#include "core/data/row_set.h"

namespace reckoner {

// Bits past the last row are always 0.
class RowBitmap {
 public:
    explicit RowBitmap(RowIndex rows, bool value = false)
        : rows_(rows), words_((std::size_t{rows} + 63) / 64, value ? ~std::uint64_t{0} : 0) {
        clearTail();
    }

    RowIndex rows() const { return rows_; }
    bool test(RowIndex row) const { return (words_[row / 64] >> (row % 64)) & 1; }
    void set(RowIndex row) { words_[row / 64] |= std::uint64_t{1} << (row % 64); }
    // Whether any row of [first, last) is set. Precondition: first is a multiple of 64.
    bool anyIn(RowIndex first, RowIndex last) const {
        const auto begin = words_.begin() + first / 64;
        const auto end = words_.begin() + static_cast<std::ptrdiff_t>((std::size_t{last} + 63) / 64);
        return std::any_of(begin, end, [](std::uint64_t word) { return word != 0; });
    }

    // Sets every bit to test(row), 64 rows at a time.
    template <class Test>
    void fill(const Test& matches, const TaskContext& context) {
        constexpr std::size_t kWordsBetweenChecks = 1 << 14;
        for (std::size_t w = 0; w < words_.size(); ++w) {
            if (w % kWordsBetweenChecks == 0) context.checkCancelled();
            const std::size_t first = w * 64;
            const std::size_t count = std::min<std::size_t>(64, rows_ - first);
            std::uint64_t word = 0;
            for (std::size_t bit = 0; bit < count; ++bit)
                word |= std::uint64_t{matches(static_cast<RowIndex>(first + bit))} << bit;
            words_[w] = word;
        }
    }

    RowBitmap& operator&=(const RowBitmap& other) {
        for (std::size_t w = 0; w < words_.size(); ++w)
            words_[w] &= other.words_[w];
        return *this;
    }
    RowBitmap& operator|=(const RowBitmap& other) {
        for (std::size_t w = 0; w < words_.size(); ++w)
            words_[w] |= other.words_[w];
        return *this;
    }
    void invert() {
        for (std::uint64_t& word : words_)
            word = ~word;
        clearTail();
    }

    RowIndex count() const {
        RowIndex total = 0;
        for (const std::uint64_t word : words_)
            total += static_cast<RowIndex>(std::popcount(word));
        return total;
    }

    RowSet toRowSet() const {
        const RowIndex size = count();
        if (size == rows_) return RowSet::all(rows_);
        std::vector<RowIndex> rows;
        rows.reserve(size);
        for (std::size_t w = 0; w < words_.size(); ++w)
            for (std::uint64_t word = words_[w]; word != 0; word &= word - 1)
                rows.push_back(
                    static_cast<RowIndex>(w * 64 + static_cast<std::size_t>(std::countr_zero(word))));
        return RowSet(std::move(rows), rows_);
    }

 private:
    void clearTail() {
        if (rows_ % 64 != 0) words_.back() &= (std::uint64_t{1} << (rows_ % 64)) - 1;
    }
    RowIndex rows_;
    std::vector<std::uint64_t> words_;
};

}  // namespace reckoner
