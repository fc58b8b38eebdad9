// What `tiers --acts` says: the best cut-offs of any two to four tiers.
#pragma once

#include <vector>

#include "core/cost/tier_figures.h"
#include "core/report/tiers_report.h"

namespace reckoner {

struct ActsReport {
    RunAnalysisPtr analysis;
    TierPlan plan;
    ReviewTerms terms;
    std::optional<double> capacity;
    TierTotals totals;
    double withoutReview = 0;  // the lowest total with one threshold
    Vocabulary words;
};

// "none,review,automatic": from the lowest scores up. Throws Error{Usage}.
std::vector<TierAct> parseActs(const std::string& text);

// Throws Error{BadInput} when the run has no scored sample, Error{Usage} for impossible terms.
ActsReport actsReport(const RunAnalysisPtr& analysis, const TiersRequest& request,
                      const std::vector<TierAct>& acts, const Vocabulary& words,
                      const TaskContext& context = {});
// As tiersJson(), with a list of "tiers" from the lowest scores up.
Json actsJson(const ActsReport& report);
std::string actsText(const ActsReport& report);

}  // namespace reckoner
