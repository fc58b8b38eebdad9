#include "core/review/case_sort.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <memory>
#include <numeric>

#include "core/base/cancel_every.h"
#include "core/base/error.h"
#include "core/base/numbers.h"
#include "core/base/random.h"
#include "core/metrics/score_order.h"

namespace reckoner {
namespace {

using Key = CaseSort::Key;

constexpr std::pair<std::string_view, Key> kSortNames[] = {
    {"row", Key::Row},   {"score", Key::Score},       {"real", Key::Real},
    {"cost", Key::Cost}, {"distance", Key::Distance}, {"mistakes", Key::Mistakes},
};
constexpr std::string_view kColumn = "column:";
constexpr std::string_view kRandom = "random:";

const ColumnInfo& columnOf(const CaseView& view, const CaseSort& sort) {
    const ColumnInfo* column = view.table().find(sort.column);
    if (!column) throw Error(ErrorCode::BadInput, "There is no column \"" + sort.column + "\" to sort by.");
    return *column;
}

// Places of the categories by value: by size when all are numbers, else by their bytes.
std::vector<double> ranks(const CategoryColumn& column) {
    const std::vector<std::string>& names = column.categories();
    std::vector<double> numbers;
    for (const std::string& name : names)
        if (const auto number = parseNumber(name); number && !std::isnan(*number)) numbers.push_back(*number);
    std::vector<double> result(names.size() + 1, missingReal());
    if (numbers.size() == names.size()) {
        std::copy(numbers.begin(), numbers.end(), result.begin());
        return result;
    }
    std::vector<std::uint32_t> order(names.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(),
              [&](std::uint32_t a, std::uint32_t b) { return names[a] < names[b]; });
    for (std::size_t place = 0; place < order.size(); ++place)
        result[order[place]] = static_cast<double>(place);
    return result;
}

// Any real number in (0, 1), in its order: probabilities take the middle half, so that none are made equal.
double squeezed(double value) {
    if (value < 0) return 0.25 / (1 - value);
    if (value > 1) return 1 - 0.25 / value;
    return 0.25 + value / 2;
}

double mistakeValue(const CaseView& view, RowIndex row) {
    const RowOutcome outcome = view.outcome(row);
    const double sure = view.binary() ? view.distance(row) : view.score(row);
    const double within = std::isnan(sure) ? -1 : squeezed(sure);
    return within + (isMistake(outcome) ? 6 : outcome == RowOutcome::Unknown ? 0 : 3);
}

// Calls use(valueOf) where valueOf(row) is a number to sort by; NaN is missing. Not for text columns.
template <class Use>
decltype(auto) withValues(const CaseView& view, const CaseSort& sort, const TaskContext& context,
                          const Use& use) {
    switch (sort.key) {
        case Key::Score:
            if (const BinaryDecisions* binary = view.binary())
                return use([binary](RowIndex row) { return binary->score(row); });
            return use([&view](RowIndex row) { return view.score(row); });
        case Key::Real:
            return use([&view](RowIndex row) { return view.realScore(row); });
        case Key::Cost:
            return use([&view](RowIndex row) { return view.cost(row); });
        case Key::Distance:
            return use([&view](RowIndex row) { return view.distance(row); });
        case Key::Random:
            return use([&sort](RowIndex row) { return Random(sort.seed, row).unit(); });
        case Key::Mistakes:
            return use([&view](RowIndex row) { return mistakeValue(view, row); });
        case Key::Row:
            return use([](RowIndex row) { return static_cast<double>(row); });
        case Key::Column:
            break;
    }
    const ColumnInfo& info = columnOf(view, sort);
    if (info.type == ColumnType::Category) {
        const auto column = view.table().category(info.id, context);
        return use([column, places = ranks(*column)](RowIndex row) { return places[column->code(row)]; });
    }
    const auto column = view.table().real(info.id, context);
    return use([values = column->values().data(), column](RowIndex row) { return values[row]; });
}

bool isText(const CaseView& view, const CaseSort& sort) {
    return sort.key == Key::Column && columnOf(view, sort).type == ColumnType::Text;
}

struct Ranked {
    double value;  // higher comes first
    RowIndex row;
    bool operator<(const Ranked& other) const {
        return value != other.value ? value > other.value : row < other.row;
    }
};

// Text: the first bytes of every wanted row, then compared.
class TextOrder {
 public:
    TextOrder(const TextColumn& column, const RowSet& rows, const TaskContext& context) : context_(context) {
        entries_.reserve(rows.size());
        RowIndex next = 0;
        while (next < rows.size()) {
            context.checkCancelled();
            const RowIndex first = rows[next];
            const RowIndex last = std::min<RowIndex>(rows.tableRows() - first, 4'096) + first;
            column.scan(first, last, [&](RowIndex row, std::string_view text, bool missing) {
                if (next == rows.size() || rows[next] != row) return;
                add(row, text.substr(0, kLongest), missing);
                ++next;
            });
        }
    }
    std::vector<RowIndex> sorted(bool descending) {
        const auto missing = std::stable_partition(entries_.begin(), entries_.end(),
                                                   [](const Entry& entry) { return !entry.missing; });
        std::size_t compared = 0;
        std::stable_sort(entries_.begin(), missing, [&](const Entry& a, const Entry& b) {
            if (++compared % kCancelEvery == 0) context_.checkCancelled();
            return descending ? text(b) < text(a) : text(a) < text(b);
        });
        std::vector<RowIndex> rows;
        rows.reserve(entries_.size());
        for (const Entry& entry : entries_)
            rows.push_back(entry.row);
        return rows;
    }

 private:
    static constexpr std::size_t kLongest = 64;
    struct Entry {
        std::size_t begin;
        RowIndex row;
        std::uint8_t size;
        bool missing;
    };
    void add(RowIndex row, std::string_view text, bool missing) {
        entries_.push_back({bytes_.size(), row, static_cast<std::uint8_t>(text.size()), missing});
        bytes_ += text;
    }
    std::string_view text(const Entry& entry) const {
        return std::string_view(bytes_).substr(entry.begin, entry.size);
    }
    const TaskContext& context_;
    std::string bytes_;
    std::vector<Entry> entries_;
};

std::vector<RowIndex> inRowOrder(const RowSet& rows, bool descending) {
    std::vector<RowIndex> result;
    result.reserve(rows.size());
    rows.forEach([&](RowIndex row) { result.push_back(row); });
    if (descending) std::reverse(result.begin(), result.end());
    return result;
}

}  // namespace

std::optional<CaseSort> CaseSort::parse(std::string_view text) {
    CaseSort sort;
    sort.descending = text.starts_with('-');
    if (sort.descending) text.remove_prefix(1);
    for (const auto& [name, key] : kSortNames)
        if (text == name) {
            sort.key = key;
            return sort;
        }
    if (text.starts_with(kColumn)) {
        sort.key = Key::Column;
        sort.column = text.substr(kColumn.size());
        return sort.column.empty() ? std::nullopt : std::optional(sort);
    }
    if (!text.starts_with(kRandom) || sort.descending) return std::nullopt;
    const std::string_view digits = text.substr(kRandom.size());
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), sort.seed);
    if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
    sort.key = Key::Random;
    return sort;
}

std::string CaseSort::text() const {
    const std::string sign = descending ? "-" : "";
    if (key == Key::Column) return sign + std::string(kColumn) + column;
    if (key == Key::Random) return std::string(kRandom) + std::to_string(seed);
    for (const auto& [name, known] : kSortNames)
        if (known == key) return sign + std::string(name);
    return "row";
}

std::vector<RowIndex> sortedCases(const CaseView& view, const RowSet& rows, const CaseSort& sort,
                                  const TaskContext& context) {
    if (sort.key == Key::Row) return inRowOrder(rows, sort.descending);
    if (isText(view, sort)) {
        const auto column = view.table().text(columnOf(view, sort).id, context);
        return TextOrder(*column, rows, context).sorted(sort.descending);
    }
    std::vector<double> values;
    std::vector<std::uint32_t> sortable;
    std::vector<RowIndex> missing;
    values.reserve(rows.size());
    sortable.reserve(rows.size());
    withValues(view, sort, context, [&](const auto& valueOf) {
        RowIndex seen = 0;
        rows.forEach([&](RowIndex row) {
            if (seen++ % kCancelEvery == 0) context.checkCancelled();
            const double value = valueOf(row);
            if (std::isnan(value)) return missing.push_back(row);
            values.push_back(sort.descending ? value : -value);
            sortable.push_back(row);
        });
    });
    const std::vector<OrderedScore> ordered = orderScores(values, sortable, context);
    std::vector<RowIndex> result;
    result.reserve(rows.size());
    for (const OrderedScore& item : ordered)
        result.push_back(item.payload);
    result.insert(result.end(), missing.begin(), missing.end());
    return result;
}

std::optional<std::vector<RowIndex>> firstCases(const CaseView& view, const RowSet& rows,
                                                const CaseSort& sort, std::size_t most,
                                                const TaskContext& context) {
    if (isText(view, sort)) return std::nullopt;
    std::vector<Ranked> best;  // the best so far, and newcomers above the bound
    std::vector<RowIndex> missing;
    best.reserve(most * 4);
    double bound = -std::numeric_limits<double>::infinity();
    bool pruned = false;
    const auto prune = [&] {
        if (best.size() <= most) return;
        std::nth_element(best.begin(), best.begin() + static_cast<std::ptrdiff_t>(most), best.end());
        best.resize(most);
        bound = std::max_element(best.begin(), best.end())->value;
        pruned = true;
    };
    withValues(view, sort, context, [&](const auto& valueOf) {
        RowIndex seen = 0;
        rows.forEach([&](RowIndex row) {
            if (seen++ % kCancelEvery == 0) context.checkCancelled();
            const double found = valueOf(row);
            const double value = sort.descending ? found : -found;
            // Once there are enough an equal value comes too late: rows ascend. Till then all that is a
            // number counts. One comparison a row that is nearly always false.
            if (value > bound || (!pruned && !std::isnan(value))) {
                best.push_back({value, row});
                if (best.size() == most * 4) prune();
            } else if (missing.size() < most && std::isnan(value)) {
                missing.push_back(row);
            }
        });
    });
    std::sort(best.begin(), best.end());
    if (best.size() > most) best.resize(most);
    std::vector<RowIndex> result;
    for (const Ranked& ranked : best)
        result.push_back(ranked.row);
    for (std::size_t i = 0; i < missing.size() && result.size() < most; ++i)
        result.push_back(missing[i]);
    return result;
}

}  // namespace reckoner
