#include "core/metrics/slice_data.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include "core/base/cancel_every.h"
#include "core/cost/point_costs.h"
#include "core/data/grouping.h"

namespace reckoner {
namespace {

bool wrongAt(const RunAnalysis& run, std::size_t i, double threshold) {
    return (run.rows.scores[i] >= threshold) != (run.rows.positiveBits[i] != 0);
}

double weightOf(const RunAnalysis& run, std::size_t i) {
    return run.rows.weights.empty() ? 1 : run.rows.weights[i];
}

using Bits = std::vector<std::uint64_t>;

Bits bitsOf(const std::vector<std::uint8_t>& members) {
    Bits bits(members.size() / 64 + 1);
    for (std::size_t i = 0; i < members.size(); ++i)
        bits[i / 64] |= std::uint64_t{members[i]} << (i % 64);
    return bits;
}

double overlapOf(const Bits& a, const Bits& b) {
    std::uint64_t common = 0, inA = 0, inB = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        common += static_cast<std::uint64_t>(std::popcount(a[i] & b[i]));
        inA += static_cast<std::uint64_t>(std::popcount(a[i]));
        inB += static_cast<std::uint64_t>(std::popcount(b[i]));
    }
    const std::uint64_t smaller = std::min(inA, inB);
    return smaller == 0 ? 0 : static_cast<double>(common) / static_cast<double>(smaller);
}

}  // namespace

SliceData sliceData(const RunAnalysis& run, const std::vector<GroupColumn>& columns,
                    const OperatingPoint& point, SliceOf of, const TaskContext& context) {
    SliceData data;
    for (const GroupColumn& column : columns) {
        const Grouping grouping = Grouping::of(*run.request.table, {column}, context);
        SliceColumn& added = data.columns.emplace_back();
        added.name = column.name;
        for (const Grouping::Key& key : grouping.keys)
            added.values.push_back(key.values.front());
        added.codes.reserve(run.rows.rows.size());
        for (const RowIndex row : run.rows.rows)
            added.codes.push_back(grouping.codes[row]);
    }
    data.weights = run.rows.weights;
    data.errors.resize(run.rows.rows.size());
    if (of == SliceOf::Errors) {
        const double threshold = countedFrom(point);
        for (std::size_t i = 0; i < data.errors.size(); ++i)
            data.errors[i] = wrongAt(run, i, threshold) ? 1 : 0;
        return data;
    }
    const SampleCosts each(run, context);
    const PointCosts costs(run, each, point);
    for (std::size_t i = 0; i < data.errors.size(); ++i) {
        if (i % kCancelEvery == 0) context.checkCancelled();
        const double weight = weightOf(run, i);
        data.errors[i] = weight > 0 ? std::max(0.0, costs.at(i) / weight) : 0;
    }
    return data;
}

std::vector<std::uint8_t> sliceMembers(const SliceData& data, const Slice& slice) {
    std::vector<std::uint8_t> members(data.errors.size(), 1);
    for (const SlicePart& part : slice.parts) {
        const std::vector<std::uint32_t>& codes = data.columns[part.column].codes;
        for (std::size_t i = 0; i < members.size(); ++i)
            members[i] &= codes[i] == part.value ? 1 : 0;
    }
    return members;
}

SliceFigures sliceFigures(const RunAnalysis& run, const std::vector<std::uint8_t>& members,
                          const OperatingPoint& point, const TaskContext& context) {
    const SampleCosts each(run, context);
    const PointCosts costs(run, each, point);
    const double threshold = countedFrom(point);
    SliceFigures figures;
    double weight = 0, wrong = 0, cost = 0;
    for (std::size_t i = 0; i < members.size(); ++i) {
        if (i % kCancelEvery == 0) context.checkCancelled();
        if (!members[i]) continue;
        ++figures.n;
        weight += weightOf(run, i);
        cost += costs.at(i);
        if (!wrongAt(run, i, threshold)) continue;
        ++figures.errors;
        wrong += weightOf(run, i);
    }
    figures.errorRate = ratio(wrong, weight, Reason::NoSamples);
    figures.cost = cost;
    figures.costPerPeriod = run.perPeriod(cost);
    return figures;
}

SliceName sliceName(const SliceData& data, const Slice& slice) {
    SliceName name;
    for (const SlicePart& part : slice.parts) {
        name.columns.push_back(data.columns[part.column].name);
        name.values.push_back(data.columns[part.column].values[part.value]);
    }
    return name;
}

std::vector<DistinctSlice> distinctSlices(const SliceData& data, const std::vector<Slice>& slices,
                                          std::size_t top, double most, const TaskContext& context) {
    std::vector<DistinctSlice> taken;
    std::vector<Bits> bits;
    for (std::size_t place = 0; place < slices.size(); ++place) {
        context.checkCancelled();
        Bits mine = bitsOf(sliceMembers(data, slices[place]));
        DistinctSlice one{place};
        std::size_t nearest = 0;
        for (std::size_t i = 0; i < bits.size(); ++i) {
            const double overlap = overlapOf(mine, bits[i]);
            if (overlap > one.overlap) nearest = i;
            one.overlap = std::max(one.overlap, overlap);
        }
        if (one.overlap > most) {
            ++taken[nearest].variants;
            continue;
        }
        if (taken.size() == top) continue;
        taken.push_back(one);
        bits.push_back(std::move(mine));
    }
    return taken;
}

}  // namespace reckoner
