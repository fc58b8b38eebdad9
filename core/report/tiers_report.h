// What `tiers` says: the best two cut-offs, what falls between them and what it costs.
#pragma once

#include <optional>
#include <string>

#include "core/cost/tiers.h"
#include "core/metrics/run_analysis.h"
#include "core/report/json_text.h"
#include "core/report/text_table.h"
#include "core/wording/vocabulary.h"

namespace reckoner {

struct TiersRequest {
    ReviewTerms terms;               // capacity is filled from `capacity`
    std::optional<double> capacity;  // reviews a period; of this run where no volume is known
};

struct TiersReport {
    RunAnalysisPtr analysis;
    TiersRequest request;
    Tiers best;
    double withoutReview = 0;  // the lowest total with one threshold
    Vocabulary words;
};

// Throws Error{BadInput} when the run has no scored sample, Error{Usage} for impossible terms.
TiersReport tiersReport(const RunAnalysisPtr& analysis, const TiersRequest& request, const Vocabulary& words,
                        const TaskContext& context = {});
// {"cutoffs", "expected": {"automatic", "review", "none"}, "total_cost", ...}: over the run's samples; "inf"
// for a cut-off that nobody reaches. "per_period" is null without a volume.
Json tiersJson(const TiersReport& report);
std::string tiersText(const TiersReport& report);
// The heads over a row a tier. period: "a month".
TextTable tierTable(const Vocabulary& words, const std::string& period);

}  // namespace reckoner
