// What `slices` says: where a run fails most, up to three columns deep.
#pragma once

#include <string>
#include <vector>

#include "core/metrics/slice_data.h"
#include "core/report/json_text.h"
#include "core/wording/vocabulary.h"

namespace reckoner {

class Executor;

struct SlicesRequest {
    SliceOf of = SliceOf::Errors;
    std::vector<GroupColumn> columns;  // empty: the usual ones
    OperatingPoint point;
    SliceOptions options;
    bool distinct = false;  // one finding once: slices that mostly overlap with one listed are left out
};

struct SlicesReport {
    RunAnalysisPtr analysis;
    SlicesRequest request;
    SliceData data;
    SliceSearch search;
    std::vector<DistinctSlice> shown;   // places in search.slices
    std::vector<SliceFigures> figures;  // beside shown
    SliceFigures whole;
    Vocabulary words;
};

// Throws Error{BadInput} when the run has no scored sample or no column that makes slices.
SlicesReport slicesReport(const RunAnalysisPtr& analysis, const SlicesRequest& request,
                          const Vocabulary& words, Executor* executor = nullptr,
                          const TaskContext& context = {});
// {"slices": [{"values", "n", "error_rate", "score", "lift", "q_value", "cost", ...}], ...}: cost is the
// total over the run's samples.
Json slicesJson(const SlicesReport& report);
std::string slicesText(const SlicesReport& report);

}  // namespace reckoner
