#include "core/data/grouping.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "core/base/error.h"
#include "core/base/near_names.h"
#include "core/data/column_groups.h"

namespace reckoner {
namespace {

const ColumnInfo& groupColumn(const EvalTable& table, const std::string& name) {
    const ColumnInfo* column = table.find(name);
    if (!column) {
        std::vector<std::string> names;
        for (const ColumnInfo& each : table.columns())
            names.push_back(each.name);
        throw Error(ErrorCode::BadInput,
                    "There is no column \"" + name + "\" to group by" + didYouMean(name, names));
    }
    if (column->type == ColumnType::Text)
        throw Error(ErrorCode::BadInput, "\"" + name +
                                             "\" holds free text, which makes no groups; choose a column of "
                                             "categories, numbers or dates.");
    return *column;
}

// Pairs (so far, next) as one number each, renumbered so that only pairs that occur keep a code, in order.
// Returns the pairs by new code.
std::vector<std::uint64_t> renumber(std::vector<std::uint32_t>& codes, const std::vector<std::uint32_t>& next,
                                    std::uint64_t groups, std::uint64_t nextGroups,
                                    const TaskContext& context) {
    constexpr std::uint64_t kTable = 1U << 22;
    context.checkCancelled();
    const auto pairOf = [&](std::size_t row) { return codes[row] * nextGroups + next[row]; };
    std::vector<std::uint64_t> pairs;
    if (groups * nextGroups <= kTable) {
        std::vector<std::uint32_t> place(groups * nextGroups, 0);
        for (std::size_t row = 0; row < codes.size(); ++row)
            place[pairOf(row)] = 1;
        for (std::uint64_t pair = 0; pair < place.size(); ++pair) {
            if (place[pair] == 0) continue;
            place[pair] = static_cast<std::uint32_t>(pairs.size());
            pairs.push_back(pair);
        }
        for (std::size_t row = 0; row < codes.size(); ++row)
            codes[row] = place[pairOf(row)];
        return pairs;
    }
    std::unordered_map<std::uint64_t, std::uint32_t> place;
    for (std::size_t row = 0; row < codes.size(); ++row)
        if (place.emplace(pairOf(row), 0).second) pairs.push_back(pairOf(row));
    std::sort(pairs.begin(), pairs.end());
    for (std::uint32_t code = 0; code < pairs.size(); ++code)
        place[pairs[code]] = code;
    for (std::size_t row = 0; row < codes.size(); ++row)
        codes[row] = place[pairOf(row)];
    return pairs;
}

}  // namespace

Grouping Grouping::byColumns(const EvalTable& table, const std::vector<std::string>& columns,
                             const TaskContext& context, std::size_t maxDistinct) {
    std::vector<GroupColumn> named;
    for (const std::string& name : columns)
        named.push_back({name});
    return of(table, named, context, maxDistinct);
}

Grouping Grouping::of(const EvalTable& table, const std::vector<GroupColumn>& columns,
                      const TaskContext& context, std::size_t maxDistinct) {
    Grouping result;
    result.keys.resize(1);
    result.codes.assign(table.rows(), 0);
    for (const GroupColumn& column : columns) {
        result.columns.push_back(column.name);
        const ColumnGroups next =
            columnGroups(table, groupColumn(table, column.name), column.binning, maxDistinct, context);
        const std::vector<std::uint64_t> pairs =
            renumber(result.codes, next.codes, result.keys.size(), next.names.size(), context);
        std::vector<Key> keys;
        keys.reserve(pairs.size());
        for (const std::uint64_t pair : pairs) {
            keys.push_back(result.keys[pair / next.names.size()]);
            keys.back().values.push_back(next.names[pair % next.names.size()]);
        }
        result.keys = std::move(keys);
    }
    return result;
}

}  // namespace reckoner
