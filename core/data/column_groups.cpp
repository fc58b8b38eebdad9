#include "core/data/column_groups.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <numeric>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "core/base/numbers.h"

namespace reckoner {
namespace {

// What std::lower_bound over doubles gives is a group; its name is made once.
struct Cuts {
    std::vector<double> upper;       // group g holds x <= upper[g] and > upper[g - 1]
    std::vector<std::string> names;  // beside upper
};

ColumnGroups groupCategories(const CategoryColumn& column) {
    const std::vector<std::string>& categories = column.categories();
    const std::vector<std::uint32_t> order = categoryOrder(categories);

    ColumnGroups groups;
    std::vector<std::uint32_t> rank(categories.size() + 1, static_cast<std::uint32_t>(categories.size()));
    for (std::uint32_t place = 0; place < order.size(); ++place) {
        rank[order[place]] = place;
        groups.names.emplace_back(categories[order[place]]);
    }
    groups.names.emplace_back(std::nullopt);
    groups.codes.resize(column.rows());
    column.visit([&](auto codes) {
        std::transform(codes.begin(), codes.end(), groups.codes.begin(),
                       [&rank](auto code) { return rank[code]; });
    });
    return groups;
}

// The distinct values, or nothing when there are more than `most`.
std::optional<std::set<double>> distinctValues(std::span<const double> values, std::size_t most) {
    std::set<double> distinct;
    for (const double value : values) {
        if (std::isnan(value)) continue;
        distinct.insert(value + 0.0);
        if (distinct.size() > most) return std::nullopt;
    }
    return distinct;
}

Cuts cutAtValues(const std::set<double>& distinct) {
    Cuts cuts;
    for (const double value : distinct) {
        cuts.upper.push_back(value);
        cuts.names.push_back(shortestNumber(value));
    }
    return cuts;
}

struct NumberRange {
    double lowest = std::numeric_limits<double>::infinity();
    double highest = -std::numeric_limits<double>::infinity();
    std::vector<double> finite;
};

NumberRange rangeOf(std::span<const double> values) {
    NumberRange range;
    for (const double value : values) {
        if (std::isnan(value)) continue;
        range.lowest = std::min(range.lowest, value + 0.0);
        range.highest = std::max(range.highest, value + 0.0);
        if (std::isfinite(value)) range.finite.push_back(value + 0.0);
    }
    return range;
}

// inner: ascending. Groups reach from the lowest to the highest value.
Cuts cutBetween(const NumberRange& range, std::vector<double> inner) {
    inner.push_back(range.highest);
    inner.erase(std::unique(inner.begin(), inner.end()), inner.end());
    Cuts cuts;
    double lo = range.lowest;
    for (const double hi : inner) {
        const bool first = cuts.upper.empty();
        cuts.upper.push_back(hi);
        cuts.names.push_back(first && lo == hi ? shortestNumber(hi)
                                               : (first ? "[" : "(") + shortestNumber(lo) + ", " +
                                                     shortestNumber(hi) + "]");
        lo = hi;
    }
    return cuts;
}

Cuts cutAtQuantiles(std::span<const double> values, int bins) {
    NumberRange range = rangeOf(values);
    std::vector<double> inner;
    if (!range.finite.empty())
        for (int i = 1; i < bins; ++i)
            inner.push_back(quantile7(range.finite, i / static_cast<double>(bins)));
    return cutBetween(range, std::move(inner));
}

Cuts cutAtWidths(std::span<const double> values, int bins) {
    const NumberRange range = rangeOf(values);
    std::vector<double> inner;
    if (!range.finite.empty()) {
        const auto [lo, hi] = std::minmax_element(range.finite.begin(), range.finite.end());
        for (int i = 1; i < bins && *lo < *hi; ++i)
            inner.push_back(*lo + (*hi - *lo) * (i / static_cast<double>(bins)));
    }
    return cutBetween(range, std::move(inner));
}

Cuts cutAtEdges(const std::vector<double>& edges) {
    Cuts cuts;
    for (std::size_t i = 0; i < edges.size(); ++i) {
        cuts.upper.push_back(edges[i]);
        cuts.names.push_back(i == 0 ? "≤ " + shortestNumber(edges[i])
                                    : "(" + shortestNumber(edges[i - 1]) + ", " + shortestNumber(edges[i]) +
                                          "]");
    }
    cuts.upper.push_back(std::numeric_limits<double>::infinity());
    cuts.names.push_back("> " + shortestNumber(edges.back()));
    return cuts;
}

Cuts cutsOf(std::span<const double> values, const Binning& binning, std::size_t maxDistinct) {
    switch (binning.kind) {
        case Binning::Kind::Quantile:
            return cutAtQuantiles(values, binning.bins);
        case Binning::Kind::Width:
            return cutAtWidths(values, binning.bins);
        case Binning::Kind::Edges:
            return cutAtEdges(binning.edges);
        case Binning::Kind::Auto:
            break;
    }
    const auto distinct = distinctValues(values, maxDistinct);
    return distinct ? cutAtValues(*distinct) : cutAtQuantiles(values, 10);
}

ColumnGroups groupByCuts(std::span<const double> values, Cuts cuts) {
    ColumnGroups groups;
    for (std::string& cut : cuts.names)
        groups.names.emplace_back(std::move(cut));
    groups.names.emplace_back(std::nullopt);
    const auto missing = static_cast<std::uint32_t>(cuts.upper.size());
    groups.codes.reserve(values.size());
    for (const double value : values) {
        const auto at = std::lower_bound(cuts.upper.begin(), cuts.upper.end(), value) - cuts.upper.begin();
        groups.codes.push_back(std::isnan(value) ? missing : static_cast<std::uint32_t>(at));
    }
    return groups;
}

// The day, month or year a moment lies in, as its first day.
enum class Calendar { Day, Month, Year };

constexpr double kSecondsOfDay = 86'400;
constexpr double kFurthestDay = 3'650'000;  // about ten thousand years

std::chrono::year_month_day firstDay(double seconds, Calendar unit) {
    using namespace std::chrono;
    const double days = std::clamp(std::floor(seconds / kSecondsOfDay), -kFurthestDay, kFurthestDay);
    const year_month_day date{sys_days{std::chrono::days{static_cast<int>(days)}}};
    switch (unit) {
        case Calendar::Day:
            return date;
        case Calendar::Month:
            return date.year() / date.month() / 1;
        case Calendar::Year:
            break;
    }
    return date.year() / 1 / 1;
}

std::string calendarName(std::chrono::year_month_day date, Calendar unit) {
    const int year = static_cast<int>(date.year());
    const auto month = static_cast<unsigned>(date.month());
    if (unit == Calendar::Year) return fmt::format("{:04}", year);
    if (unit == Calendar::Month) return fmt::format("{:04}-{:02}", year, month);
    return fmt::format("{:04}-{:02}-{:02}", year, month, static_cast<unsigned>(date.day()));
}

ColumnGroups groupDates(std::span<const double> values) {
    constexpr std::size_t kMost = 31;
    for (const Calendar unit : {Calendar::Day, Calendar::Month, Calendar::Year}) {
        std::set<std::chrono::sys_days> starts;
        for (const double value : values) {
            if (std::isnan(value)) continue;
            starts.insert(firstDay(value, unit));
            if (unit != Calendar::Year && starts.size() > kMost) break;
        }
        if (unit != Calendar::Year && starts.size() > kMost) continue;

        Cuts cuts;
        for (const std::chrono::sys_days start : starts) {
            cuts.upper.push_back(static_cast<double>(start.time_since_epoch().count()));
            cuts.names.push_back(calendarName(start, unit));
        }
        std::vector<double> days(values.size());
        std::transform(values.begin(), values.end(), days.begin(), [unit](double value) {
            if (std::isnan(value)) return value;
            return static_cast<double>(
                std::chrono::sys_days(firstDay(value, unit)).time_since_epoch().count());
        });
        return groupByCuts(days, std::move(cuts));
    }
    return {};
}

}  // namespace

std::vector<std::uint32_t> categoryOrder(const std::vector<std::string>& categories) {
    std::vector<std::optional<double>> numbers;
    for (const std::string& category : categories)
        numbers.push_back(parseNumber(category));
    const bool byNumber = std::all_of(numbers.begin(), numbers.end(),
                                      [](const auto& number) { return number && !std::isnan(*number); });
    std::vector<std::uint32_t> order(categories.size());
    std::iota(order.begin(), order.end(), std::uint32_t{0});
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        if (byNumber && *numbers[a] != *numbers[b]) return *numbers[a] < *numbers[b];
        return categories[a] < categories[b];
    });
    return order;
}

double quantile7(std::vector<double>& values, double share) {
    const double place = share * static_cast<double>(values.size() - 1);
    const auto below = static_cast<std::ptrdiff_t>(std::floor(place));
    std::nth_element(values.begin(), values.begin() + below, values.end());
    const double lo = values[static_cast<std::size_t>(below)];
    const double part = place - static_cast<double>(below);
    if (part == 0) return lo;
    const double hi = *std::min_element(values.begin() + below + 1, values.end());
    return lo + part * (hi - lo);
}

ColumnGroups columnGroups(const EvalTable& table, const ColumnInfo& column, const Binning& binning,
                          std::size_t maxDistinct, const TaskContext& context) {
    if (column.type == ColumnType::Category) return groupCategories(*table.category(column.id, context));
    const auto numbers = table.real(column.id, context);
    if (column.type == ColumnType::Timestamp) return groupDates(numbers->values());
    return groupByCuts(numbers->values(), cutsOf(numbers->values(), binning, maxDistinct));
}

}  // namespace reckoner
