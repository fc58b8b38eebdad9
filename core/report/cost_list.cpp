#include "core/report/cost_list.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "core/cost/break_even.h"
#include "core/report/text_table.h"
#include "core/wording/cost_words.h"

namespace reckoner {
namespace {

constexpr std::pair<const char*, Outcome> kOutcomes[] = {{"tp", Outcome::Caught},
                                                         {"fp", Outcome::FalseAlarm},
                                                         {"fn", Outcome::Missed},
                                                         {"tn", Outcome::LetThrough}};

// Cohorts with costs of their own in a scenario.
std::vector<Cohort> pricedCohorts(const CostBook& book, const std::string& scenario,
                                  const std::vector<Cohort>& cohorts) {
    std::vector<Cohort> priced;
    for (const Cohort& cohort : cohorts)
        if (book.entry(scenario, cohort.uid)) priced.push_back(cohort);
    return priced;
}

std::string cohortName(const std::vector<Cohort>& cohorts, const std::string& uid) {
    const auto found =
        std::find_if(cohorts.begin(), cohorts.end(), [&](const Cohort& cohort) { return cohort.uid == uid; });
    return found == cohorts.end() ? "a cohort that is gone" : found->name;
}

Json optionalJson(const std::optional<double>& number) {
    return number ? jsonNumber(*number) : Json(nullptr);
}

Json costModelJson(const CostModel& costs) {
    Json document = {{"review", jsonNumber(costs.review)},
                     {"reviewer_accuracy", jsonNumber(costs.reviewerAccuracy)},
                     {"review_capacity", optionalJson(costs.reviewCapacity)},
                     {"prevalence", optionalJson(costs.prevalence)},
                     {"unit", costs.currency},
                     {"volume_per_period", jsonNumber(costs.volumePerPeriod)},
                     {"period", costs.period}};
    for (const auto& [name, outcome] : kOutcomes) {
        const OutcomeCost& cost = priceOf(costs, outcome);
        document[name] = {{"cost", jsonNumber(cost.fixed)},
                          {"factor", jsonNumber(cost.factor)},
                          {"amount", cost.amountColumn.empty() ? Json(nullptr) : Json(cost.amountColumn)}};
    }
    if (costs.byClass.empty()) return document;
    Json rows = Json::object();
    for (std::size_t truth = 0; truth < costs.byClass.classes.size(); ++truth)
        for (std::size_t called = 0; called < costs.byClass.classes.size(); ++called)
            rows[costs.byClass.classes[truth]][costs.byClass.classes[called]] =
                jsonNumber(costs.byClass.at(truth, called));
    document["matrix"] = std::move(rows);
    return document;
}

}  // namespace

Json costsJson(const ModelRow& model, const CostBook& book, const std::vector<Cohort>& cohorts) {
    Json scenarios = Json::array();
    for (const std::string& name : book.scenarios()) {
        const auto costs = book.inForce(name);
        if (!costs) continue;
        Json scenario = costModelJson(costs->row.costs);
        scenario["name"] = name;
        scenario["id"] = costs->row.id;
        scenario["cohorts"] = Json::array();
        for (const Cohort& cohort : pricedCohorts(book, name, cohorts)) {
            Json own = costModelJson(book.inForce(name, cohort.uid)->row.costs);
            own["cohort"] = cohort.name;
            scenario["cohorts"].push_back(std::move(own));
        }
        scenarios.push_back(std::move(scenario));
    }
    Json history = Json::array();
    for (const CostModelRow& row : book.history())
        history.push_back(
            {{"id", row.id},
             {"at", row.at},
             {"who", row.who},
             {"why", row.why},
             {"scenario", row.scenario},
             {"cohort", row.cohort.empty() ? Json(nullptr) : Json(cohortName(cohorts, row.cohort))},
             {"removed", row.removed},
             {"changes", costChanges(book.before(row), row)}});
    return {{"model", model.name}, {"scenarios", std::move(scenarios)}, {"history", std::move(history)}};
}

std::string costsText(const ModelRow& model, const CostBook& book, const std::vector<Cohort>& cohorts) {
    if (book.empty())
        return "No costs are known of " + terminalText(model.name) +
               ": a missed one counts as much as one false alarm. Say them in the window, on Decide under "
               "\"Cost model...\", or in a manifest's \"cost_matrix\".\n";
    TextTable now({{"Scenario"}, {"For"}, {"Missed"}, {"False alarm"}, {"Caught"}, {"Let through"}});
    const auto add = [&](const std::string& scenario, const std::string& whom, const CostModel& costs) {
        const auto price = [&](Outcome outcome) {
            return terminalText(priceText(priceOf(costs, outcome), costs.currency));
        };
        now.add({terminalText(scenario), terminalText(whom), price(Outcome::Missed),
                 price(Outcome::FalseAlarm), price(Outcome::Caught), price(Outcome::LetThrough)});
    };
    for (const std::string& name : book.scenarios()) {
        if (const auto costs = book.inForce(name)) add(name, "everyone", costs->row.costs);
        for (const Cohort& cohort : pricedCohorts(book, name, cohorts))
            add(name, cohort.name, book.inForce(name, cohort.uid)->row.costs);
    }
    TextTable past({{"When"}, {"Who"}, {"Scenario"}, {"What changed"}, {"Why"}});
    for (const CostModelRow& row : book.history()) {
        std::string changes;
        for (const std::string& change : costChanges(book.before(row), row))
            changes += (changes.empty() ? "" : "; ") + change;
        const std::string whom = row.cohort.empty() ? "" : ", " + cohortName(cohorts, row.cohort);
        past.add({row.at.substr(0, 16), terminalText(row.who), terminalText(row.scenario + whom),
                  terminalText(changes.empty() ? "nothing" : changes), terminalText(row.why)});
    }
    return now.text() + "\n" + past.text();
}

}  // namespace reckoner
