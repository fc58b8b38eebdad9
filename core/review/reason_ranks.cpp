#include "core/review/reason_ranks.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "core/review/case_view.h"
#include "core/store/notebook.h"

namespace reckoner {
namespace {

// Rows of the samples that carry notes; a sample that occurs more than once has its first row.
std::map<std::string, RowIndex> rowsOf(const EvalTable& table, const std::vector<Annotation>& notes,
                                       const TaskContext& context) {
    std::map<std::string, RowIndex> rows;
    const ColumnInfo* id = table.find(ColumnRole::Id);
    if (!id) return rows;
    std::set<std::string, std::less<>> wanted;
    for (const Annotation& note : notes)
        wanted.insert(note.sampleId);
    const auto texts = table.text(id->id, context);
    constexpr RowIndex kBlock = 65'536;
    for (RowIndex first = 0; first < table.rows(); first += kBlock) {
        context.checkCancelled();
        texts->scan(first, std::min<RowIndex>(table.rows(), first + kBlock),
                    [&](RowIndex row, std::string_view text, bool) {
                        const auto found = wanted.find(text);
                        if (found != wanted.end()) rows.try_emplace(*found, row);
                    });
    }
    return rows;
}

}  // namespace

std::vector<ErrorReason> rankedReasons(const std::shared_ptr<Store>& store, const RunAnalysisPtr& run,
                                       double threshold, std::int64_t model, const TaskContext& context) {
    const EvalTablePtr table = run->request.table;
    std::vector<Annotation> notes = Notebook(store).annotations(model);
    const auto rows = rowsOf(*table, notes, context);
    std::erase_if(notes, [&](const Annotation& note) { return !rows.contains(note.sampleId); });
    std::optional<CaseView> view;
    if (table->info().task == Task::Binary) {
        CaseView::Point point;
        point.outcome.threshold = threshold;
        point.costs = run->cost.model();
        view.emplace(table, point, context);
    }
    const auto costOf = [&](const std::string& sample) -> std::optional<double> {
        if (!view) return std::nullopt;
        const RowIndex row = rows.at(sample);
        if (!isMistake(view->outcome(row))) return std::nullopt;
        const double cost = view->cost(row);
        return std::isfinite(cost) ? std::optional(cost) : std::nullopt;
    };
    std::vector<ErrorReason> reasons = reasonsOf(notes, costOf).reasons;
    std::erase_if(reasons, [](const ErrorReason& reason) { return reason.tag.empty(); });
    std::stable_sort(reasons.begin(), reasons.end(), [](const ErrorReason& a, const ErrorReason& b) {
        return a.cost != b.cost ? a.cost > b.cost : a.samples > b.samples;
    });
    return reasons;
}

std::vector<ErrorReason> inGivenOrder(std::vector<ErrorReason> reasons,
                                      const std::vector<std::string>& given) {
    std::stable_sort(reasons.begin(), reasons.end(), [&](const ErrorReason& a, const ErrorReason& b) {
        const auto place = [&](const ErrorReason& one) {
            return std::find(given.begin(), given.end(), one.tag) - given.begin();
        };
        return place(a) < place(b);
    });
    return reasons;
}

}  // namespace reckoner
