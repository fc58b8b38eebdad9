// Conditions on stored columns: categories by code, numbers and dates by ranges, text by reading it.
#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>
#include <optional>
#include <unordered_set>
#include <utility>

#include "core/base/case_fold.h"
#include "core/base/numbers.h"
#include "core/data/date_span.h"
#include "core/data/filter_error.h"
#include "core/data/filter_plan.h"

namespace reckoner {
namespace {

using Node = Filter::Node;
using Kind = Node::Kind;

constexpr double kInfinity = std::numeric_limits<double>::infinity();

// lo <= x <= hi; lo > hi is empty.
struct Range {
    double lo;
    double hi;
};

double justBelow(double x) {
    return std::nextafter(x, -kInfinity);
}

double justAbove(double x) {
    return std::nextafter(x, kInfinity);
}

bool isOrder(const Node& node) {
    return node.kind == Kind::Between ||
           (node.kind == Kind::Compare && node.comparison != Comparison::Equal &&
            node.comparison != Comparison::NotEqual);
}

double numberOf(const FilterValue& value, const std::string& column, const FilterBinding& binding) {
    const std::optional<double> number = parseNumber(value.text);
    if (number && !std::isnan(*number)) return *number;
    refuse("\"" + column + "\" holds numbers, and this is none.", binding, value.at);
}

// first <= x < end as a closed range; a moment with a fraction is itself alone.
Range dateOf(const FilterValue& value, const std::string& column, const FilterBinding& binding) {
    const std::optional<DateSpan> span = parseDateSpan(value.text);
    if (!span)
        refuse("\"" + column + "\" holds dates; write one as 2024-06-03 or '2024-06-03 10:30'.", binding,
               value.at);
    return {span->first, span->first < span->end ? justBelow(span->end) : span->end};
}

// The ranges a test on an ordered column stands for, before its negation. A value is a range itself: a
// number from itself to itself, a day from its first to its last moment.
std::vector<Range> rangesOf(const Node& node, const std::vector<Range>& values) {
    const Range& first = values.front();
    if (node.kind == Kind::In) return values;
    if (node.kind == Kind::Between) return {{first.lo, values[1].hi}};
    switch (node.comparison) {
        case Comparison::Equal:
        case Comparison::NotEqual:
            return {first};
        case Comparison::Less:
            if (first.lo == -kInfinity) return {};
            return {{-kInfinity, justBelow(first.lo)}};
        case Comparison::LessEqual:
            return {{-kInfinity, first.hi}};
        case Comparison::Greater:
            if (first.hi == kInfinity) return {};
            return {{justAbove(first.hi), kInfinity}};
        case Comparison::GreaterEqual:
            return {{first.lo, kInfinity}};
    }
    return {};
}

// Sorted by lo and merged, so that a long list is searched, not walked.
std::vector<Range> merged(std::vector<Range> ranges) {
    std::erase_if(ranges, [](const Range& r) { return r.lo > r.hi; });
    std::sort(ranges.begin(), ranges.end(), [](const Range& a, const Range& b) { return a.lo < b.lo; });
    std::vector<Range> result;
    for (const Range& range : ranges) {
        if (!result.empty() && range.lo <= result.back().hi)
            result.back().hi = std::max(result.back().hi, range.hi);
        else
            result.push_back(range);
    }
    return result;
}

bool inAny(const std::vector<Range>& ranges, double x) {
    const auto after = std::upper_bound(ranges.begin(), ranges.end(), x,
                                        [](double value, const Range& range) { return value < range.lo; });
    return after != ranges.begin() && x <= std::prev(after)->hi;
}

FilterLeaf realLeaf(const std::shared_ptr<const RealColumn>& column, std::vector<Range> ranges,
                    bool negative) {
    return [column, ranges = merged(std::move(ranges)), negative](RowBitmap& rows, const RowBitmap*,
                                                                  const TaskContext& context) {
        const double* values = column->values().data();
        if (ranges.size() == 1 && !negative) {
            const auto [lo, hi] = ranges.front();
            // Both sides are always looked at: a branch in the middle would be guessed wrong half the time.
            rows.fill(
                [values, lo, hi](RowIndex row) {
                    return (static_cast<unsigned>(values[row] >= lo) &
                            static_cast<unsigned>(values[row] <= hi)) != 0;
                },
                context);
            return;
        }
        // Not a number matches neither way.
        rows.fill(
            [&](RowIndex row) { return !std::isnan(values[row]) && inAny(ranges, values[row]) != negative; },
            context);
    };
}

FilterLeaf missingNumberLeaf(const std::shared_ptr<const RealColumn>& column, bool negated) {
    return [column, negated](RowBitmap& rows, const RowBitmap*, const TaskContext& context) {
        const double* values = column->values().data();
        rows.fill([values, negated](RowIndex row) { return std::isnan(values[row]) != negated; }, context);
    };
}

// Numbers that are worked out row by row, such as a confidence.
FilterLeaf computedLeaf(std::function<double(RowIndex)> get, std::vector<Range> ranges, bool negative) {
    return [get = std::move(get), ranges = merged(std::move(ranges)), negative](
               RowBitmap& rows, const RowBitmap*, const TaskContext& context) {
        rows.fill(
            [&](RowIndex row) {
                const double value = get(row);
                return !std::isnan(value) && inAny(ranges, value) != negative;
            },
            context);
    };
}

FilterPlan planOrdered(const Node& node, const ColumnInfo& info, const FilterBinding& binding) {
    FilterPlan plan;
    const auto column = binding.table.real(info.id, binding.context);
    if (node.kind == Kind::Missing) {
        plan.leaf = missingNumberLeaf(column, node.negated);
        return plan;
    }
    if (node.kind == Kind::Contains || node.kind == Kind::StartsWith)
        refuse("\"" + info.name + "\" holds " + (info.type == ColumnType::Timestamp ? "dates" : "numbers") +
                   "; contains and starts with are for text.",
               binding, node.at);
    std::vector<Range> values;
    for (const FilterValue& value : node.values) {
        if (info.type == ColumnType::Timestamp) {
            values.push_back(dateOf(value, info.name, binding));
            continue;
        }
        const double number = numberOf(value, info.name, binding);
        values.push_back({number, number});
    }
    plan.leaf = realLeaf(column, rangesOf(node, values), isNegative(node));
    return plan;
}

// Whether a text that is not missing matches =, !=, in, contains, starts with.
std::function<bool(std::string_view)> textTest(const Node& node) {
    const bool negative = isNegative(node);
    if (node.kind == Kind::Contains || node.kind == Kind::StartsWith)
        return [needle = foldCase(node.values[0].text), whole = node.kind == Kind::Contains,
                negative](std::string_view text) {
            const std::string folded = foldCase(text);
            return (whole ? folded.find(needle) != std::string::npos : folded.starts_with(needle)) !=
                   negative;
        };
    auto wanted = std::make_shared<std::unordered_set<std::string>>();
    for (const FilterValue& value : node.values)
        wanted->insert(value.text);
    return
        [wanted, negative](std::string_view text) { return wanted->contains(std::string(text)) != negative; };
}

// Order on categories compares those that are numbers ("4" of 1 to 5) with a number.
std::function<bool(std::string_view)> numberedTest(const Node& node, const ColumnInfo& info,
                                                   const FilterBinding& binding) {
    std::vector<Range> values;
    for (const FilterValue& value : node.values) {
        const std::optional<double> number = parseNumber(value.text);
        if (!number || std::isnan(*number))
            refuse("\"" + info.name +
                       "\" holds categories, which have no order; compare it with a number, "
                       "or use = or in.",
                   binding, value.at);
        values.push_back({*number, *number});
    }
    return [ranges = merged(rangesOf(node, values)), negative = node.negated](std::string_view text) {
        const std::optional<double> number = parseNumber(text);
        return number && !std::isnan(*number) && inAny(ranges, *number) != negative;
    };
}

FilterPlan planCategory(const Node& node, const ColumnInfo& info, const FilterBinding& binding) {
    const auto column = binding.table.category(info.id, binding.context);
    const std::vector<std::string>& categories = column->categories();
    std::vector<std::uint8_t> accepted(categories.size() + 1, 0);
    if (node.kind == Kind::Missing) {
        std::fill(accepted.begin(), accepted.end(), std::uint8_t{node.negated});
        accepted.back() = !node.negated;
    } else {
        const auto test = isOrder(node) ? numberedTest(node, info, binding) : textTest(node);
        for (std::size_t code = 0; code < categories.size(); ++code)
            accepted[code] = test(categories[code]);
    }
    FilterPlan plan;
    plan.leaf = [column, accepted = std::move(accepted)](RowBitmap& rows, const RowBitmap*,
                                                         const TaskContext& context) {
        column->visit([&](auto codes) {
            fillByCode(
                rows, accepted, [codes](RowIndex row) { return codes[row]; }, context);
        });
    };
    return plan;
}

FilterPlan planText(const Node& node, const ColumnInfo& info, const FilterBinding& binding) {
    constexpr RowIndex kBlock = 4'096;
    if (isOrder(node))
        refuse("\"" + info.name + "\" holds text, which has no order; use =, in, contains or starts with.",
               binding, node.at);
    const auto column = binding.table.text(info.id, binding.context);
    const bool wantsMissing = node.kind == Kind::Missing;
    const auto test = wantsMissing ? std::function<bool(std::string_view)>() : textTest(node);
    FilterPlan plan;
    plan.readsText = true;
    plan.leaf = [column, test, wantsMissing, negated = node.negated](
                    RowBitmap& rows, const RowBitmap* candidates, const TaskContext& context) {
        const auto visit = [&](RowIndex row, std::string_view text, bool missing) {
            if (wantsMissing ? missing != negated : !missing && test(text)) rows.set(row);
        };
        for (RowIndex first = 0; first < rows.rows();) {
            context.checkCancelled();
            const RowIndex last = rows.rows() - first > kBlock ? first + kBlock : rows.rows();
            if (!candidates || candidates->anyIn(first, last)) column->scan(first, last, visit);
            first = last;
        }
    };
    return plan;
}

}  // namespace

FilterPlan planNumbers(const Node& node, const FilterBinding& binding, std::function<double(RowIndex)> get) {
    FilterPlan plan;
    if (node.kind == Kind::Missing) {
        plan.leaf = [get = std::move(get), negated = node.negated](RowBitmap& rows, const RowBitmap*,
                                                                   const TaskContext& context) {
            rows.fill([&](RowIndex row) { return std::isnan(get(row)) != negated; }, context);
        };
        return plan;
    }
    if (node.kind == Kind::Contains || node.kind == Kind::StartsWith)
        refuse("\"" + node.column.name + "\" holds numbers; contains and starts with are for text.", binding,
               node.at);
    std::vector<Range> values;
    for (const FilterValue& value : node.values) {
        const double number = numberOf(value, node.column.name, binding);
        values.push_back({number, number});
    }
    plan.leaf = computedLeaf(std::move(get), rangesOf(node, values), isNegative(node));
    return plan;
}

FilterPlan planColumn(const Node& node, const ColumnInfo& column, const FilterBinding& binding) {
    switch (column.type) {
        case ColumnType::Category:
            return planCategory(node, column, binding);
        case ColumnType::Text:
            return planText(node, column, binding);
        case ColumnType::Real:
        case ColumnType::Timestamp:
            return planOrdered(node, column, binding);
    }
    throw Error(ErrorCode::Internal, "A filter met a column of an unknown type.");
}

}  // namespace reckoner
