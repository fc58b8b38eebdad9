// The costs of one model: what is in force, its scenarios, its cohorts' own costs and how they came about.
#pragma once

#include <string>
#include <vector>

#include "core/report/json_text.h"
#include "core/review/cohort.h"
#include "core/review/cost_book.h"
#include "core/store/store.h"

namespace reckoner {

// {"model", "scenarios": [{"name", "tp": {"cost", "factor", "amount"}, "fp", "fn", "tn", "review", ...,
// "cohorts": [...]}], "history": [{"id", "at", "who", "why", "scenario", "cohort", "changes": [...]}]},
// newest first.
Json costsJson(const ModelRow& model, const CostBook& book, const std::vector<Cohort>& cohorts);
// A model without costs is a sentence that says what to do.
std::string costsText(const ModelRow& model, const CostBook& book, const std::vector<Cohort>& cohorts);

}  // namespace reckoner
