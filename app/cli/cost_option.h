// The costs a subcommand counts by: those of the store, under a scenario.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/cost/scenario_optimum.h"
#include "core/review/cost_book.h"
#include "core/store/store.h"

namespace reckoner::cli {

// scenario empty: the likely costs. where: the filter in force; a saved cohort that means the same has its
// own costs, where it has some. Nothing when the model has no costs yet. Throws Error{Usage} naming the
// scenarios there are.
std::optional<CostsInForce> storedCosts(const std::shared_ptr<Store>& store, std::int64_t modelId,
                                        const std::string& scenario, const std::string& where);

// Every scenario of the model as storedCosts gives it; empty while there is one only.
std::vector<NamedCosts> storedScenarios(const std::shared_ptr<Store>& store, std::int64_t modelId,
                                        const std::string& where);

AnalysisRequest::PrevalenceOf prevalenceOf(const CostsInForce& costs);

inline constexpr const char* kScenarioHelp = "the scenario of the model's costs (default: likely)";

}  // namespace reckoner::cli
