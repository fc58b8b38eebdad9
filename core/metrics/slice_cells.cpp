#include "core/metrics/slice_cells.h"

#include <algorithm>

namespace reckoner {
namespace {

// The cell of a sample, for one to three columns: worked out in registers, sample by sample.
struct CellOf {
    const std::uint8_t* first;
    const std::uint8_t* second;
    const std::uint8_t* third;
    std::uint32_t secondSize;
    std::uint32_t thirdSize;

    template <std::size_t kColumns>
    std::uint32_t at(std::size_t i) const {
        std::uint32_t cell = first[i];
        if constexpr (kColumns > 1) cell = cell * secondSize + second[i];
        if constexpr (kColumns > 2) cell = cell * thirdSize + third[i];
        return cell;
    }
};

CellOf cellOf(std::span<const SliceCodes* const> columns) {
    CellOf cell{columns[0]->codes.data(), nullptr, nullptr, 1, 1};
    if (columns.size() > 1) {
        cell.second = columns[1]->codes.data();
        cell.secondSize = columns[1]->size();
    }
    if (columns.size() > 2) {
        cell.third = columns[2]->codes.data();
        cell.thirdSize = columns[2]->size();
    }
    return cell;
}

template <std::size_t kColumns>
void addUp(const CellOf& cell, const SliceData& data, std::vector<SliceCount>& result) {
    for (std::size_t i = 0; i < data.errors.size(); ++i) {
        SliceCount& count = result[cell.at<kColumns>(i)];
        const double weight = data.weights.empty() ? 1 : data.weights[i];
        ++count.n;
        count.weight += weight;
        count.errors += weight * data.errors[i];
    }
}

// Four tables by turns, so that neighbours in one cell do not wait for each other. Errors are counted in the
// upper half.
template <std::size_t kColumns>
void countUp(const CellOf& cell, const std::vector<std::uint8_t>& wrong, std::vector<std::uint64_t>& tables,
             std::size_t size) {
    std::uint64_t* table = tables.data();
    const std::size_t n = wrong.size();
    const auto add = [&](std::size_t i, std::size_t turn) {
        table[turn * size + cell.at<kColumns>(i)] += 1 + (std::uint64_t{wrong[i]} << 32);
    };
    std::size_t i = 0;
    for (; i + 4 <= n; i += 4) {
        add(i, 0);
        add(i + 1, 1);
        add(i + 2, 2);
        add(i + 3, 3);
    }
    for (; i < n; ++i)
        add(i, 0);
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

std::vector<SliceCount> SliceCells::count(const SliceColumn& column) const {
    std::vector<SliceCount> result(column.values.size());
    if (!countable_) {
        for (std::size_t i = 0; i < column.codes.size(); ++i) {
            SliceCount& count = result[column.codes[i]];
            const double weight = data_.weights.empty() ? 1 : data_.weights[i];
            ++count.n;
            count.weight += weight;
            count.errors += weight * data_.errors[i];
        }
        return result;
    }
    std::vector<std::uint64_t> table(result.size());
    for (std::size_t i = 0; i < column.codes.size(); ++i)
        table[column.codes[i]] += 1 + (std::uint64_t{wrong_[i]} << 32);
    for (std::size_t value = 0; value < result.size(); ++value) {
        const std::uint64_t n = table[value] & 0xFFFF'FFFF;
        result[value] = {n, static_cast<double>(n), static_cast<double>(table[value] >> 32)};
    }
    return result;
}

std::vector<SliceCount> SliceCells::count(std::span<const SliceCodes* const> columns) const {
    std::size_t size = 1;
    for (const SliceCodes* column : columns)
        size *= column->size();
    std::vector<SliceCount> result(size);
    const CellOf place = cellOf(columns);
    if (!countable_) {
        if (columns.size() == 1) addUp<1>(place, data_, result);
        if (columns.size() == 2) addUp<2>(place, data_, result);
        if (columns.size() == 3) addUp<3>(place, data_, result);
        return result;
    }
    std::vector<std::uint64_t> tables(4 * size);
    if (columns.size() == 1) countUp<1>(place, wrong_, tables, size);
    if (columns.size() == 2) countUp<2>(place, wrong_, tables, size);
    if (columns.size() == 3) countUp<3>(place, wrong_, tables, size);
    for (std::size_t cell = 0; cell < size; ++cell) {
        std::uint64_t n = 0, errors = 0;
        for (std::size_t turn = 0; turn < 4; ++turn) {
            n += tables[turn * size + cell] & 0xFFFF'FFFF;
            errors += tables[turn * size + cell] >> 32;
        }
        result[cell] = {n, static_cast<double>(n), static_cast<double>(errors)};
    }
    return result;
}

}  // namespace reckoner
