#include "app/cli/cost_option.h"

#include "core/base/error.h"
#include "core/base/near_names.h"
#include "core/store/cost_ledger.h"
#include "core/store/notebook.h"

namespace reckoner::cli {
namespace {

std::string cohortUid(const std::shared_ptr<Store>& store, std::int64_t modelId, const std::string& where) {
    if (where.empty()) return {};
    const std::vector<Cohort> cohorts = Notebook(store).cohorts(modelId);
    const Cohort* cohort = cohortOf(cohorts, where);
    return cohort ? cohort->uid : std::string();
}

}  // namespace

AnalysisRequest::PrevalenceOf prevalenceOf(const CostsInForce& costs) {
    return costs.cohortPrevalence ? AnalysisRequest::PrevalenceOf::Picked
                                  : AnalysisRequest::PrevalenceOf::Run;
}

std::optional<CostsInForce> storedCosts(const std::shared_ptr<Store>& store, std::int64_t modelId,
                                        const std::string& scenario, const std::string& where) {
    const CostBook book = CostLedger(store).book(modelId);
    const std::string name = scenario.empty() ? kLikelyScenario : scenario;
    if (!book.has(name))
        throw Error(ErrorCode::Usage, "The model has no scenario \"" + name + "\" of its costs" +
                                          didYouMean(name, book.scenarios()));
    return book.inForce(name, cohortUid(store, modelId, where));
}

std::vector<NamedCosts> storedScenarios(const std::shared_ptr<Store>& store, std::int64_t modelId,
                                        const std::string& where) {
    const CostBook book = CostLedger(store).book(modelId);
    std::vector<NamedCosts> scenarios;
    if (book.scenarios().size() < 2) return scenarios;
    const std::string cohort = cohortUid(store, modelId, where);
    for (const std::string& name : book.scenarios())
        if (const auto costs = book.inForce(name, cohort))
            scenarios.push_back({name, costs->row.costs, prevalenceOf(*costs)});
    return scenarios;
}

}  // namespace reckoner::cli
