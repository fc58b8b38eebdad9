#include "core/review/picks.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>
#include <span>
#include <unordered_set>

#include "core/base/cancel_every.h"
#include "core/data/column_groups.h"
#include "core/data/grouping.h"
#include "core/data/row_bitmap.h"

namespace reckoner {
namespace {

constexpr std::array<std::string_view, kPicks> kNames = {"expensive", "confident", "nearest", "new",
                                                         "segment",   "unnoted",   "random"};
constexpr double kNear = 0.02;  // of the score axis, on either side

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
        if (seen++ % kCancelEvery == 0) context.checkCancelled();
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

constexpr RowIndex kNobody = std::numeric_limits<RowIndex>::max();

// The dearest rows of each segment of one column, so that there is another where one is taken already.
class DearestOfColumn {
    template <class Use>
    decltype(auto) withCodes(const Use& use) const {
        if (categories_) return categories_->visit(use);
        return use(grouping_->codes);
    }

 public:
    // Rows without a value belong to no segment.
    DearestOfColumn(const EvalTable& table, const ColumnInfo& column, const TaskContext& context) {
        if (column.type == ColumnType::Category) {
            categories_ = table.category(column.id, context);
            order_ = categoryOrder(categories_->categories());
            codes_ = order_.size() + 1;
        } else {
            grouping_ = Grouping::byColumns(table, {column.name}, context);
            codes_ = grouping_->groups();
            for (std::uint32_t group = 0; group < codes_; ++group)
                if (grouping_->keys[group].values[0]) order_.push_back(group);
        }
        floors_.assign(codes_, std::numeric_limits<double>::quiet_NaN());
        kept_.assign(codes_ * kKept, Kept());
    }

    // rows ascend from call to call.
    void add(std::span<const RowIndex> rows, const double* weights) {
        withCodes([&](const auto& codes) {
            for (std::size_t i = 0; i < rows.size(); ++i) {
                const auto code = static_cast<std::size_t>(codes[rows[i]]);
                // Nearly always so; an equal one comes too late.
                if (weights[i] <= floors_[code]) continue;
                keep(code, {weights[i], rows[i]});
            }
        });
    }

    // By value: the dearest that is not taken; kNobody where all that are kept are.
    struct Chosen {
        std::uint32_t code;
        RowIndex row;
        bool asked;  // whether there may be others behind those that are kept
    };
    std::vector<Chosen> choose(const std::unordered_set<RowIndex>& taken) const {
        std::vector<Chosen> chosen;
        for (const std::uint32_t code : order_) {
            const Kept* kept = &kept_[code * kKept];
            std::size_t i = 0;
            while (i < kKept && kept[i].row != kNobody && taken.contains(kept[i].row))
                ++i;
            chosen.push_back({code, i < kKept ? kept[i].row : kNobody, i == kKept});
        }
        return chosen;
    }

    std::size_t codeOf(RowIndex row) const {
        return withCodes([&](const auto& codes) { return static_cast<std::size_t>(codes[row]); });
    }

 private:
    static constexpr std::size_t kKept = 8;
    struct Kept {
        double weight = 0;
        RowIndex row = kNobody;
    };

    void keep(std::size_t code, Kept one) {
        Kept* kept = &kept_[code * kKept];
        std::size_t at = kKept - 1;
        while (at > 0 && (kept[at - 1].row == kNobody || kept[at - 1].weight < one.weight)) {
            kept[at] = kept[at - 1];
            --at;
        }
        kept[at] = one;
        if (kept[kKept - 1].row != kNobody) floors_[code] = kept[kKept - 1].weight;
    }

    std::shared_ptr<const CategoryColumn> categories_;
    std::optional<Grouping> grouping_;
    std::vector<std::uint32_t> order_;  // codes by value
    std::size_t codes_ = 0;
    std::vector<double> floors_;  // by code: the least that is kept; not a number while there is room
    std::vector<Kept> kept_;      // kKept a code, the dearest first
};

// Calls use(rows, weights) block by block: what a case weighs where one of several is to be chosen is its
// cost, else how sure the decision was.
template <class Use>
void forEachWeighed(const CaseView& view, const RowSet& base, const TaskContext& context, const Use& use) {
    constexpr RowIndex kBlock = 1 << 12;
    std::vector<RowIndex> rows;
    std::vector<double> weights;
    const auto weigh = [&](const auto& weightOf) {
        for (RowIndex first = 0; first < base.size(); first += kBlock) {
            context.checkCancelled();
            const RowIndex size = std::min(kBlock, base.size() - first);
            rows.resize(size);
            weights.resize(size);
            for (RowIndex i = 0; i < size; ++i) {
                rows[i] = base[first + i];
                const double weight = weightOf(rows[i]);
                weights[i] = std::isnan(weight) ? -HUGE_VAL : weight;
            }
            use(std::span<const RowIndex>(rows), weights.data());
        }
    };
    if (view.knowsCosts())
        weigh([&view](RowIndex row) { return view.cost(row); });
    else
        weigh([&view](RowIndex row) { return view.distance(row); });
}

// Where everything that was kept of a segment is taken: all of it is looked at again.
RowIndex dearestLeft(const CaseView& view, const RowSet& base, const DearestOfColumn& column,
                     std::size_t code, const std::unordered_set<RowIndex>& taken,
                     const TaskContext& context) {
    RowIndex best = kNobody;
    double most = 0;
    forEachWeighed(view, base, context, [&](std::span<const RowIndex> rows, const double* weights) {
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if ((best != kNobody && weights[i] <= most) || column.codeOf(rows[i]) != code) continue;
            if (taken.contains(rows[i])) continue;
            best = rows[i];
            most = weights[i];
        }
    });
    return best;
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
    sort.key = view.knowsCosts() ? CaseSort::Key::Cost : CaseSort::Key::Mistakes;
    if (pick == Pick::Random) return {CaseSort::Key::Random, false, {}, seed};
    if (pick == Pick::Confident || pick == Pick::Nearest) {
        sort.key = CaseSort::Key::Distance;
        sort.descending = pick == Pick::Confident;
    }
    return sort;
}

std::vector<RowIndex> oneFromEachSegment(const CaseView& view, const RowSet& base,
                                         const TaskContext& context) {
    std::vector<DearestOfColumn> columns;
    for (const ColumnInfo& column : view.table().columns())
        if (column.role == ColumnRole::Segment && column.type != ColumnType::Text)
            columns.emplace_back(view.table(), column, context);
    forEachWeighed(view, base, context, [&](std::span<const RowIndex> rows, const double* weights) {
        for (DearestOfColumn& column : columns)
            column.add(rows, weights);
    });
    std::vector<RowIndex> drawn;
    std::unordered_set<RowIndex> taken;
    for (const DearestOfColumn& column : columns) {
        const std::unordered_set<RowIndex> before = taken;
        for (const DearestOfColumn::Chosen& one : column.choose(before)) {
            const RowIndex row =
                one.asked ? dearestLeft(view, base, column, one.code, before, context) : one.row;
            if (row != kNobody && taken.insert(row).second) drawn.push_back(row);
        }
    }
    return drawn;
}

}  // namespace reckoner
