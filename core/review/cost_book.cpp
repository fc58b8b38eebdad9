#include "core/review/cost_book.h"

#include <algorithm>

namespace reckoner {

CostBook::CostBook(std::vector<CostModelRow> newestFirst) : rows_(std::move(newestFirst)) {}

std::vector<std::string> CostBook::scenarios() const {
    std::vector<std::string> names{kLikelyScenario};
    for (auto row = rows_.rbegin(); row != rows_.rend(); ++row)
        if (std::find(names.begin(), names.end(), row->scenario) == names.end() && has(row->scenario))
            names.push_back(row->scenario);
    return names;
}

bool CostBook::has(const std::string& scenario) const {
    return scenario == kLikelyScenario || entry(scenario) != nullptr;
}

const CostModelRow* CostBook::entry(const std::string& scenario, const std::string& cohort) const {
    for (const CostModelRow& row : rows_)
        if (row.scenario == scenario && row.cohort == cohort) return row.removed ? nullptr : &row;
    return nullptr;
}

std::optional<CostsInForce> CostBook::inForce(const std::string& scenario, const std::string& cohort) const {
    const CostModelRow* base = entry(scenario);
    if (!base) base = entry(kLikelyScenario);
    const std::string& found = base ? base->scenario : scenario;
    const CostModelRow* own = cohort.empty() ? nullptr : entry(found, cohort);
    if (!base && !own) return std::nullopt;
    CostsInForce result{base ? *base : *own, own != nullptr, false};
    if (own && base) {
        CostModelRow& row = result.row;
        const CostModel everybody = row.costs;
        row = *own;
        row.costs.review = everybody.review;
        row.costs.reviewerAccuracy = everybody.reviewerAccuracy;
        row.costs.reviewCapacity = everybody.reviewCapacity;
        row.costs.volumePerPeriod = everybody.volumePerPeriod;
        if (!own->costs.prevalence) row.costs.prevalence = everybody.prevalence;
        if (own->costs.byClass.empty()) row.costs.byClass = everybody.byClass;
    }
    if (own) result.cohortPrevalence = own->costs.prevalence.has_value();
    const auto newest =
        std::find_if(rows_.begin(), rows_.end(), [](const CostModelRow& row) { return !row.removed; });
    result.row.words = newest->words;
    result.row.costs.currency = newest->costs.currency;
    result.row.costs.period = newest->costs.period;
    return result;
}

const CostModelRow* CostBook::before(const CostModelRow& row) const {
    auto at = std::find_if(rows_.begin(), rows_.end(), [&](const auto& one) { return one.id == row.id; });
    if (at == rows_.end()) return nullptr;
    at = std::find_if(at + 1, rows_.end(), [&](const auto& one) {
        return one.scenario == row.scenario && one.cohort == row.cohort;
    });
    return at == rows_.end() ? nullptr : &*at;
}

}  // namespace reckoner
