#include "ui/review/picked_cases.h"

#include "core/cost/class_costs.h"
#include "ui/session/selection_desk.h"

namespace reckoner {

std::optional<CaseQuery> pickQuery(ReviewSession& session, Pick pick) {
    const RunAnalysisPtr run = session.run();
    if (!run) return std::nullopt;
    CaseQuery query;
    query.table = run->request.table;
    query.point.outcome = SelectionDesk::of(session).outcome();
    const bool binary = query.table->info().task == Task::Binary;
    if (binary && !query.point.outcome.threshold) return std::nullopt;
    query.point.costs = run->cost.model();
    if (!binary) query.point.classCosts = classCosts(run->cost.model(), query.table->info().classes);
    query.point.axisLo = binary ? run->axisLo : 0;
    query.point.axis = binary ? run->axisHi - run->axisLo : 1;
    if (!session.state().cohort.empty()) query.filters.push_back(session.state().cohort);
    // Where nothing has a price the surest mistakes stand for the dearest ones.
    const bool priced = binary || query.point.classCosts.has_value();
    query.pick = pick == Pick::Expensive && !priced ? Pick::Confident : pick;
    return query;
}

std::vector<std::string> firstCases(const CaseQuery& query, std::size_t most, const TaskContext& context) {
    const CaseList list = beginList(query, most, context);
    const ColumnInfo* id = query.table->find(ColumnRole::Id);
    std::vector<std::string> ids;
    if (!id) return ids;
    const auto texts = query.table->text(id->id, context);
    for (const RowIndex row : list.rows) {
        if (ids.size() == most) break;
        ids.push_back(texts->at(row));
    }
    return ids;
}

}  // namespace reckoner
