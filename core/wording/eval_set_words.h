// How eval sets and what they share are written.
#pragma once

#include <string>
#include <vector>

#include "core/review/eval_set_overlap.h"
#include "core/store/store.h"

namespace reckoner {

// The runs of one eval set, newest first.
struct EvalSetRuns {
    std::int64_t id = 0;
    std::string name;
    std::vector<RunRow> runs;
    std::uint64_t rows() const;  // of the largest run
};
// Of one model, the newest set first.
std::vector<EvalSetRuns> evalSetsOf(const std::vector<RunRow>& runs, std::int64_t modelId);

// "3 runs, 4,454 rows, 16 September 2024".
std::string evalSetCaption(const EvalSetRuns& set);
// "Fingerprint 2d0905a3": where the labels of its runs differ, "2 fingerprints: labels or samples changed
// between runs".
std::string fingerprintText(const EvalSetRuns& set);
// "v3 · gradient boosting, 16 September 2024, 4,454 rows, 4,454 scored".
std::string evalSetRunText(const RunRow& run);
// "550 samples in both, 3,904 only here, none only there, 12 with a label that changed": what is loud first.
std::string evalSetOverlapText(const EvalSetOverlap& overlap);

}  // namespace reckoner
