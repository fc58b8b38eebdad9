// Which cases the Errors page is about, as the state says: cohort, cell, filters, pick and order.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/review/case_list.h"
#include "ui/session/review_session.h"

namespace reckoner::errors {

// Seed of the random pick; a number as text. Empty: 7.
inline constexpr std::string_view kSeed = "errors.seed";

std::uint64_t seed(const ReviewState& state);

// The chips' expressions, without cell and cohort.
std::vector<std::string> filters(const ReviewState& state);
void setFilters(ReviewState& state, const std::vector<std::string>& filters);
// Takes cell and chips away; cohort, pick and order stay.
void clearFilters(ReviewState& state);
// Cohort, cell and chips: what the list is filtered by.
std::vector<std::string> allFilters(const ReviewState& state);

// The same as one expression in its normal form: what "Save as cohort..." saves. Empty: everything.
std::string expression(const ReviewState& state);

// What `outcome`, `predicted`, `note` and `flip` mean on the page.
OutcomeContext outcomeContext(ReviewSession& session);

// Nothing while no run is loaded or it has no threshold yet.
std::optional<CaseQuery> caseQuery(ReviewSession& session);

// Whether two queries ask for the same cases in the same order.
bool sameCases(const CaseQuery& a, const CaseQuery& b);

}  // namespace reckoner::errors
