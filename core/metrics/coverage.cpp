#include "core/metrics/coverage.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>

#include "core/data/grouping.h"

namespace reckoner {
namespace {

bool isNumbers(const ColumnInfo& column) {
    return column.type == ColumnType::Real;
}

struct Extent {
    double lo = std::numeric_limits<double>::infinity();
    double hi = -std::numeric_limits<double>::infinity();
    std::uint64_t missing = 0;
    bool any() const { return lo <= hi; }
};

Extent extentOf(const EvalTable& table, const ColumnInfo& column, const RowSet& rows,
                const TaskContext& context) {
    const auto numbers = table.real(column.id, context);
    Extent extent;
    rows.forEach([&](RowIndex row) {
        const double number = numbers->values()[row];
        if (!std::isfinite(number)) {
            ++extent.missing;
            return;
        }
        extent.lo = std::min(extent.lo, number);
        extent.hi = std::max(extent.hi, number);
    });
    return extent;
}

// Rows of each group of a column.
std::vector<CoveredValue> countedValues(const EvalTable& table, const RowSet& rows, const GroupColumn& column,
                                        const TaskContext& context) {
    const Grouping grouping = Grouping::of(table, {column}, context);
    std::vector<CoveredValue> values;
    for (const Grouping::Key& key : grouping.keys)
        values.push_back({key.values[0], 0, {}});
    rows.forEach([&](RowIndex row) { ++values[grouping.codes[row]].rows; });
    std::erase_if(values, [](const CoveredValue& value) { return value.rows == 0; });
    return values;
}

void addOtherValues(ColumnCoverage& column, const std::vector<CoveredValue>& theirs) {
    std::map<std::string, std::uint64_t> rest;
    for (const CoveredValue& value : theirs)
        if (value.value) rest[*value.value] = value.rows;
    for (CoveredValue& value : column.values) {
        if (!value.value) {
            value.other = column.otherMissing;
            continue;
        }
        const auto found = rest.find(*value.value);
        value.other = found == rest.end() ? 0 : found->second;
        if (found != rest.end()) rest.erase(found);
    }
    // Missing stays last.
    const bool missing = !column.values.empty() && !column.values.back().value;
    const auto end = column.values.end() - (missing ? 1 : 0);
    std::vector<CoveredValue> more;
    for (const auto& [value, rows] : rest)
        more.push_back({value, 0, rows});
    column.values.insert(end, more.begin(), more.end());
}

void compare(ColumnCoverage& column, const EvalTable& other, const RowSet& otherRows, const EvalTable& table,
             const RowSet& rows, const TaskContext& context) {
    const ColumnInfo* info = other.find(column.column.name);
    const ColumnInfo* mine = table.find(column.column.name);
    if (!info || info->type != mine->type) return;
    column.otherRows = otherRows.size();
    if (isNumbers(*info)) {
        const Extent extent = extentOf(other, *info, otherRows, context);
        column.otherMissing = extent.missing;
        if (!extent.any() || !column.range) return;
        column.range->otherLo = extent.lo;
        column.range->otherHi = extent.hi;
        const auto numbers = table.real(mine->id, context);
        rows.forEach([&](RowIndex row) {
            const double number = numbers->values()[row];
            if (number < extent.lo) ++column.range->below;
            if (number > extent.hi && std::isfinite(number)) ++column.range->above;
        });
        return;
    }
    const std::vector<CoveredValue> theirs = countedValues(other, otherRows, column.column, context);
    column.otherMissing = 0;
    for (const CoveredValue& value : theirs)
        if (!value.value) column.otherMissing = value.rows;
    if (mine->type == ColumnType::Category) addOtherValues(column, theirs);
}

double shareSum(const ColumnCoverage& column, double (*term)(double)) {
    const auto all = static_cast<double>(column.present());
    double sum = 0;
    for (const CoveredValue& value : column.values)
        if (value.value && value.rows > 0) sum += term(static_cast<double>(value.rows) / all);
    return sum;
}

}  // namespace

std::size_t ColumnCoverage::distinct() const {
    return static_cast<std::size_t>(std::count_if(
        values.begin(), values.end(), [](const CoveredValue& v) { return v.value && v.rows > 0; }));
}

std::vector<std::size_t> ColumnCoverage::largest() const {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < values.size(); ++i)
        if (values[i].value) order.push_back(i);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return values[a].rows > values[b].rows; });
    return order;
}

Value ColumnCoverage::topShare(std::size_t k) const {
    if (present() == 0) return Reason::NoSamples;
    std::uint64_t rowsOf = 0;
    const std::vector<std::size_t> order = largest();
    for (std::size_t i = 0; i < std::min(k, order.size()); ++i)
        rowsOf += values[order[i]].rows;
    return static_cast<double>(rowsOf) / static_cast<double>(present());
}

Value ColumnCoverage::effective() const {
    if (present() == 0) return Reason::NoSamples;
    return 1 / shareSum(*this, [](double p) { return p * p; });
}

Value ColumnCoverage::effectiveByEntropy() const {
    if (present() == 0) return Reason::NoSamples;
    return std::exp(-shareSum(*this, [](double p) { return p * std::log(p); }));
}

std::uint64_t ColumnCoverage::onlyHere() const {
    return static_cast<std::uint64_t>(std::count_if(values.begin(), values.end(), [](const CoveredValue& v) {
        return v.value && v.rows > 0 && v.other && *v.other == 0;
    }));
}

std::uint64_t ColumnCoverage::onlyThere() const {
    return static_cast<std::uint64_t>(std::count_if(values.begin(), values.end(), [](const CoveredValue& v) {
        return v.value && v.rows == 0 && v.other.value_or(0) > 0;
    }));
}

Value ColumnCoverage::missingShare() const {
    return ratio(static_cast<double>(missing), static_cast<double>(rows), Reason::NoSamples);
}

std::vector<ColumnCoverage> coverage(const EvalTable& table, const RowSet& rows,
                                     const std::vector<GroupColumn>& columns, const EvalTable* other,
                                     const RowSet* otherRows, const TaskContext& context) {
    std::vector<ColumnCoverage> result;
    for (const GroupColumn& name : columns) {
        context.checkCancelled();
        context.report(static_cast<double>(result.size()) / static_cast<double>(columns.size()), "counting");
        ColumnCoverage& column = result.emplace_back();
        column.column = name;
        column.rows = rows.size();
        column.values = countedValues(table, rows, name, context);
        for (const CoveredValue& value : column.values)
            if (!value.value) column.missing = value.rows;
        const ColumnInfo* info = table.find(name.name);
        if (info && isNumbers(*info)) {
            const Extent extent = extentOf(table, *info, rows, context);
            if (extent.any()) column.range = CoveredRange{extent.lo, extent.hi, {}, {}, 0, 0};
        }
        if (other && otherRows) compare(column, *other, *otherRows, table, rows, context);
    }
    return result;
}

}  // namespace reckoner
