#include "core/metrics/cohort_rows.h"

namespace reckoner {

RowSet cohortRows(const AnalysisRequest& request, const TaskContext& context) {
    if (request.where.empty()) return RowSet::all(request.table->rows());
    const std::string& positive =
        request.positive.empty() ? request.table->info().positive : request.positive;
    return Filter::parse(request.where)
        .apply(*request.table, {positive, request.threshold, {}, request.facts}, context);
}

}  // namespace reckoner
