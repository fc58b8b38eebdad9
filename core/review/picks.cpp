#include "core/review/picks.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <unordered_set>

#include "core/data/column_groups.h"
#include "core/data/grouping.h"
#include "core/data/row_bitmap.h"

namespace reckoner {
namespace {

constexpr std::array<std::string_view, kPicks> kNames = {"expensive", "confident", "nearest", "new",
                                                         "segment",   "unnoted",   "random"};
constexpr double kNear = 0.02;  // of the score axis, on either side
constexpr RowIndex kCheckEvery = 1 << 16;

template <class Test>
RowSet those(const RowSet& base, const TaskContext& context, const Test& test) {
    if (base.isAll()) {
        // Counted before they are listed: a list of millions that grows is written twice.
        RowBitmap matching(base.tableRows());
        matching.fill(test, context);
        return matching.toRowSet();
    }
    std::vector<RowIndex> rows;
    RowIndex seen = 0;
    base.forEach([&](RowIndex row) {
        if (seen++ % kCheckEvery == 0) context.checkCancelled();
        if (test(row)) rows.push_back(row);
    });
    return RowSet(std::move(rows), base.tableRows());
}

// Whether a row is one of an ascending list; asked in ascending order.
class Member {
 public:
    explicit Member(const std::vector<RowIndex>& rows) : next_(rows.begin()), end_(rows.end()) {}
    bool operator()(RowIndex row) const {
        while (next_ != end_ && *next_ < row)
            ++next_;
        return next_ != end_ && *next_ == row;
    }

 private:
    mutable std::vector<RowIndex>::const_iterator next_;
    std::vector<RowIndex>::const_iterator end_;
};

bool isNear(const CaseView& view, RowIndex row) {
    if (view.binary() || view.point().outcome.confidence)
        return view.distance(row) <= kNear * view.point().axis;
    return false;
}

bool hasSegments(const CaseView& view) {
    const auto& columns = view.table().columns();
    return std::any_of(columns.begin(), columns.end(),
                       [](const ColumnInfo& column) { return column.role == ColumnRole::Segment; });
}

// What a case weighs where one of several is to be chosen: its cost, else how sure the decision was.
double weightOf(const CaseView& view, RowIndex row) {
    const double weight = view.knowsCosts() ? view.cost(row) : view.distance(row);
    return std::isnan(weight) ? -HUGE_VAL : weight;
}

constexpr RowIndex kNobody = std::numeric_limits<RowIndex>::max();

// By code: the dearest row that is not taken, the first of several; kNobody where there is none.
template <class CodeOf>
std::vector<RowIndex> dearestByCode(const CaseView& view, const RowSet& base, std::size_t codes,
                                    const std::unordered_set<RowIndex>& taken, const TaskContext& context,
                                    const CodeOf& codeOf) {
    std::vector<RowIndex> best(codes, kNobody);
    std::vector<double> weights(codes);
    RowIndex seen = 0;
    base.forEach([&](RowIndex row) {
        if (seen++ % kCheckEvery == 0) context.checkCancelled();
        const auto code = static_cast<std::size_t>(codeOf(row));
        const double weight = weightOf(view, row);
        if (best[code] != kNobody && weight <= weights[code]) return;
        if (taken.contains(row)) return;
        best[code] = row;
        weights[code] = weight;
    });
    return best;
}

// Of each value of a column, by value; rows without one belong to no segment.
std::vector<RowIndex> dearestOfEach(const CaseView& view, const RowSet& base, const ColumnInfo& column,
                                    const std::unordered_set<RowIndex>& taken, const TaskContext& context) {
    std::vector<RowIndex> best;
    std::vector<std::uint32_t> order;
    if (column.type == ColumnType::Category) {
        const auto categories = view.table().category(column.id, context);
        order = categoryOrder(categories->categories());
        best = categories->visit([&](auto codes) {
            return dearestByCode(view, base, order.size() + 1, taken, context,
                                 [codes](RowIndex row) { return codes[row]; });
        });
    } else {
        const Grouping groups = Grouping::byColumns(view.table(), {column.name}, context);
        for (std::uint32_t group = 0; group < groups.groups(); ++group)
            if (groups.keys[group].values[0]) order.push_back(group);
        best = dearestByCode(view, base, groups.groups(), taken, context,
                             [&groups](RowIndex row) { return groups.codes[row]; });
    }
    std::vector<RowIndex> rows;
    for (const std::uint32_t code : order)
        if (best[code] != kNobody) rows.push_back(best[code]);
    return rows;
}

}  // namespace

std::string_view name(Pick pick) {
    return kNames[static_cast<std::size_t>(pick)];
}

std::optional<Pick> pickNamed(std::string_view name) {
    for (std::size_t i = 0; i < kPicks; ++i)
        if (kNames[i] == name) return static_cast<Pick>(i);
    return std::nullopt;
}

std::optional<RowSet> pickedRows(const CaseView& view, const RowSet& base, Pick pick,
                                 const PickSources& sources, const TaskContext& context) {
    switch (pick) {
        case Pick::Expensive:
            if (!view.knowsCosts()) return std::nullopt;
            return those(base, context, [&](RowIndex row) { return view.cost(row) > 0; });
        case Pick::Confident:
            return those(base, context, [&](RowIndex row) { return isMistake(view.outcome(row)); });
        case Pick::Nearest:
            if (!view.binary() && !view.point().outcome.confidence) return std::nullopt;
            return those(base, context, [&](RowIndex row) { return isNear(view, row); });
        case Pick::New:
            if (!sources.broken) return std::nullopt;
            return those(base, context, Member(*sources.broken));
        case Pick::Segment: {
            if (!hasSegments(view)) return std::nullopt;
            std::vector<RowIndex> rows = oneFromEachSegment(view, base, context);
            std::sort(rows.begin(), rows.end());
            return RowSet(std::move(rows), base.tableRows());
        }
        case Pick::Unnoted: {
            if (sources.noted.empty()) return base;
            const Member noted(sources.noted);
            return those(base, context, [&noted](RowIndex row) { return !noted(row); });
        }
        case Pick::Random:
            return base;
    }
    return std::nullopt;
}

CaseSort pickSort(const CaseView& view, Pick pick, std::uint64_t seed) {
    CaseSort sort;
    sort.descending = true;
    sort.key = view.knowsCosts() ? CaseSort::Key::Cost : CaseSort::Key::Score;
    if (pick == Pick::Random) return {CaseSort::Key::Random, false, {}, seed};
    if (pick == Pick::Confident || pick == Pick::Nearest) {
        sort.key = CaseSort::Key::Distance;
        sort.descending = pick == Pick::Confident;
    }
    return sort;
}

std::vector<RowIndex> oneFromEachSegment(const CaseView& view, const RowSet& base,
                                         const TaskContext& context) {
    std::vector<RowIndex> drawn;
    std::unordered_set<RowIndex> taken;
    for (const ColumnInfo& column : view.table().columns()) {
        if (column.role != ColumnRole::Segment || column.type == ColumnType::Text) continue;
        for (const RowIndex row : dearestOfEach(view, base, column, taken, context))
            if (taken.insert(row).second) drawn.push_back(row);
    }
    return drawn;
}

}  // namespace reckoner
