#include "core/review/case_list.h"

#include <algorithm>

#include "core/data/sample_facts.h"

namespace reckoner {
namespace {

// Fewer are put in order at once.
constexpr RowIndex kFew = 50'000;

CaseSort sortOf(const CaseQuery& query, const CaseView& view) {
    if (query.sort && (query.sort->key != CaseSort::Key::Cost || view.knowsCosts())) return *query.sort;
    return pickSort(view, query.pick.value_or(Pick::Expensive), query.seed);
}

}  // namespace

RowSet filteredRows(const CaseQuery& query, const TaskContext& context) {
    if (query.selected) return query.selected->rows(context);
    return SelectedRows(query.table, query.filters, query.point.outcome).rows(context);
}

PickSources pickSources(const CaseQuery& query, Pick pick, const TaskContext& context) {
    PickSources sources;
    sources.seed = query.seed;
    const SampleFactsPtr& facts = query.point.outcome.facts;
    if (!facts) return sources;
    if (pick == Pick::Unnoted) sources.noted = facts->notedRows(context);
    if (pick == Pick::New && facts->hasBaseline()) {
        sources.broken.emplace();
        Filter::parse("flip = broken")
            .apply(*query.table, query.point.outcome, context)
            .forEach([&](RowIndex row) { sources.broken->push_back(row); });
    }
    return sources;
}

CaseList beginList(const CaseQuery& query, std::size_t most, const TaskContext& context) {
    CaseList list;
    auto view = std::make_shared<const CaseView>(query.table, query.point, context);
    list.view = view;
    list.sort = sortOf(query, *view);
    RowSet base = filteredRows(query, context);
    list.drawn = query.pick == Pick::Segment && !query.sort;
    if (list.drawn) {
        list.rows = oneFromEachSegment(*view, base, context);
        std::vector<RowIndex> ascending = list.rows;
        std::sort(ascending.begin(), ascending.end());
        list.members = RowSet(std::move(ascending), base.tableRows());
        list.complete = true;
        return list;
    }
    if (!query.pick)
        list.members = std::move(base);
    else
        list.members = pickedRows(*view, base, *query.pick, pickSources(query, *query.pick, context), context)
                           .value_or(RowSet({}, base.tableRows()));
    list.complete = list.members.size() <= kFew;
    if (list.complete)
        list.rows = sortedCases(*view, list.members, list.sort, context);
    else if (auto first = firstCases(*view, list.members, list.sort, most, context))
        list.rows = std::move(*first);
    return list;
}

std::vector<RowIndex> finishList(const CaseList& list, const TaskContext& context) {
    return list.complete ? list.rows : sortedCases(*list.view, list.members, list.sort, context);
}

}  // namespace reckoner
