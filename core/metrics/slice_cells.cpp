#include "core/metrics/slice_cells.h"

#include <algorithm>
#include <array>

namespace reckoner {
namespace {

constexpr std::size_t kBlock = 4096;  // samples whose cells are worked out at once: stays in the first cache

template <class Use>
void forEachBlock(std::span<const SliceCodes* const> columns, std::size_t samples, Use use) {
    std::array<std::uint32_t, kBlock> cells;
    for (std::size_t begin = 0; begin < samples; begin += kBlock) {
        const std::size_t size = std::min(kBlock, samples - begin);
        const std::uint8_t* first = columns[0]->codes.data() + begin;
        for (std::size_t i = 0; i < size; ++i)
            cells[i] = first[i];
        for (std::size_t c = 1; c < columns.size(); ++c) {
            const std::uint8_t* next = columns[c]->codes.data() + begin;
            const std::uint32_t width = columns[c]->size();
            for (std::size_t i = 0; i < size; ++i)
                cells[i] = cells[i] * width + next[i];
        }
        use(begin, std::span<const std::uint32_t>(cells.data(), size));
    }
}

}  // namespace

bool SliceCells::countable(const SliceData& data) {
    return data.weights.empty() &&
           std::all_of(data.errors.begin(), data.errors.end(), [](double e) { return e == 0 || e == 1; });
}

SliceCells::SliceCells(const SliceData& data, bool countable) : data_(data), countable_(countable) {
    if (countable_)
        for (const double e : data.errors)
            wrong_.push_back(e == 0 ? 0 : 1);
}

std::vector<SliceCount> SliceCells::count(std::span<const SliceCodes* const> columns) const {
    std::size_t size = 1;
    for (const SliceCodes* column : columns)
        size *= column->size();
    std::vector<SliceCount> result(size);
    const std::size_t samples = data_.errors.size();
    if (!countable_) {
        forEachBlock(columns, samples, [&](std::size_t begin, std::span<const std::uint32_t> cells) {
            for (std::size_t i = 0; i < cells.size(); ++i) {
                SliceCount& cell = result[cells[i]];
                const double weight = data_.weights.empty() ? 1 : data_.weights[begin + i];
                ++cell.n;
                cell.weight += weight;
                cell.errors += weight * data_.errors[begin + i];
            }
        });
        return result;
    }
    // Two tables by turns, so that neighbours in one cell do not wait for each other. Errors in the upper
    // half.
    std::vector<std::uint64_t> even(size);
    std::vector<std::uint64_t> odd(size);
    forEachBlock(columns, samples, [&](std::size_t begin, std::span<const std::uint32_t> cells) {
        const std::uint8_t* wrong = wrong_.data() + begin;
        const auto one = [&](std::size_t i) { return 1 + (std::uint64_t{wrong[i]} << 32); };
        std::size_t i = 0;
        for (; i + 1 < cells.size(); i += 2) {
            even[cells[i]] += one(i);
            odd[cells[i + 1]] += one(i + 1);
        }
        if (i < cells.size()) even[cells[i]] += one(i);
    });
    for (std::size_t cell = 0; cell < size; ++cell) {
        const std::uint64_t n = (even[cell] & 0xFFFF'FFFF) + (odd[cell] & 0xFFFF'FFFF);
        result[cell] = {n, static_cast<double>(n),
                        static_cast<double>((even[cell] >> 32) + (odd[cell] >> 32))};
    }
    return result;
}

}  // namespace reckoner
