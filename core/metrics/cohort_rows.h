// The rows an analysis looks at, scored or not.
#pragma once

#include "core/metrics/run_analysis.h"

namespace reckoner {

// What request.where picks; all rows without it. Throws Error{BadInput} for a bad expression. O(rows).
RowSet cohortRows(const AnalysisRequest& request, const TaskContext& context = {});

}  // namespace reckoner
