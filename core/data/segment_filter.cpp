#include "core/data/segment_filter.h"

#include <cmath>

#include "core/base/error.h"
#include "core/base/numbers.h"
#include "core/data/filter.h"
#include "core/data/filter_text.h"

namespace reckoner {
namespace {

std::string bound(const std::string& name, const char* sign, std::string_view number) {
    const auto value = parseNumber(number);
    if (!value || std::isinf(*value)) return {};
    return name + " " + sign + " " + std::string(number);
}

std::string both(const std::string& lower, const std::string& upper) {
    if (lower.empty() || upper.empty()) return lower + upper;
    return lower + " and " + upper;
}

// Reads the names that column_groups.cpp gives to groups of numbers.
std::string numberFilter(const std::string& name, std::string_view group) {
    constexpr std::string_view kUpTo = "≤ ";
    if (group.starts_with(kUpTo)) return bound(name, "<=", group.substr(kUpTo.size()));
    if (group.starts_with("> ")) return bound(name, ">", group.substr(2));
    if (!group.ends_with(']')) return name + " = " + std::string(group);
    const std::size_t comma = group.find(", ");
    const std::string_view lo = group.substr(1, comma - 1);
    const std::string_view hi = group.substr(comma + 2, group.size() - comma - 3);
    const std::string range = both(bound(name, group.front() == '[' ? ">=" : ">", lo), bound(name, "<=", hi));
    return range.empty() ? name + " is not missing" : range;
}

// A day or a month stands for all its moments in the language; a year is written from its first to its last
// month.
std::string dateFilter(const std::string& name, const std::string& group) {
    if (group.size() > 4) return name + " = " + group;
    return name + " between " + group + "-01 and " + group + "-12";
}

std::string filterOf(const EvalTable& table, const std::string& column,
                     const std::optional<std::string>& value) {
    const ColumnInfo* info = table.find(column);
    if (!info)
        throw Error(ErrorCode::Internal,
                    "A segment is of the column \"" + column + "\", which is not there.");
    const std::string name = filterName(column);
    if (!value) return name + " is missing";
    if (info->type == ColumnType::Category) return name + " = " + filterText(*value);
    if (info->type == ColumnType::Timestamp) return dateFilter(name, *value);
    return numberFilter(name, *value);
}

}  // namespace

std::vector<std::string> segmentFilters(const EvalTable& table, const std::vector<std::string>& columns,
                                        const Grouping::Key& key) {
    std::vector<std::string> filters;
    for (std::size_t i = 0; i < columns.size(); ++i)
        filters.push_back(filterOf(table, columns[i], key.values[i]));
    return filters;
}

std::string segmentExpression(const EvalTable& table, const std::vector<std::string>& columns,
                              const Grouping::Key& key) {
    std::string expression;
    for (const std::string& filter : segmentFilters(table, columns, key))
        expression += (expression.empty() ? "" : " and ") + filter;
    return Filter::parse(expression).text();
}

}  // namespace reckoner
