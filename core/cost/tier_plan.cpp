#include "core/cost/tier_plan.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/base/numbers.h"

namespace reckoner {
namespace {

using PlanJson = nlohmann::json;

// Keys and words of the JSON in stores and states: never renamed.
constexpr std::pair<TierAct, const char*> kActs[] = {
    {TierAct::None, "none"}, {TierAct::Review, "review"}, {TierAct::Automatic, "automatic"}};
constexpr std::pair<const char*, std::string TierRule::*> kTexts[] = {{"name", &TierRule::name},
                                                                      {"action", &TierRule::action},
                                                                      {"who", &TierRule::who},
                                                                      {"within", &TierRule::within}};
constexpr std::pair<const char*, std::optional<double> TierPlan::*> kTerms[] = {
    {"review_cost", &TierPlan::reviewCost},
    {"accuracy", &TierPlan::accuracy},
    {"capacity", &TierPlan::capacity},
    {"minutes", &TierPlan::minutes}};

[[noreturn]] void refusePlan(const char* sentence) {
    throw Error(ErrorCode::Usage, sentence);
}

PlanJson numberJson(double number) {
    if (std::isfinite(number)) return number;
    return shortestNumber(number);
}

std::optional<double> numberFrom(const PlanJson& json) {
    if (json.is_number()) return json.get<double>();
    if (json.is_string()) return parseNumber(json.get<std::string>());
    return std::nullopt;
}

PlanJson ruleJson(const TierRule& rule) {
    PlanJson json = PlanJson::object();
    for (const auto& [act, word] : kActs)
        if (act == rule.act) json["act"] = word;
    for (const auto& [key, text] : kTexts)
        json[key] = rule.*text;
    return json;
}

std::optional<TierRule> ruleFrom(const PlanJson& json) {
    if (!json.is_object() || !json.contains("act")) return std::nullopt;
    TierRule rule;
    const auto known = std::find_if(std::begin(kActs), std::end(kActs),
                                    [&](const auto& act) { return json["act"] == act.second; });
    if (known == std::end(kActs)) return std::nullopt;
    rule.act = known->first;
    for (const auto& [key, text] : kTexts)
        if (const auto found = json.find(key); found != json.end() && found->is_string())
            rule.*text = found->get<std::string>();
    return rule;
}

}  // namespace

std::size_t TierPlan::tierOf(double score) const {
    return static_cast<std::size_t>(std::upper_bound(cutoffs.begin(), cutoffs.end(), score) -
                                    cutoffs.begin());
}

void check(const TierPlan& plan) {
    if (plan.cutoffs.empty()) refusePlan("Tiers need at least one cut-off.");
    if (plan.cutoffs.size() > kMostCutoffs) refusePlan("There can be at most three cut-offs.");
    if (std::any_of(plan.cutoffs.begin(), plan.cutoffs.end(), [](double t) { return std::isnan(t); }))
        refusePlan("nan is not a cut-off.");
    if (!std::is_sorted(plan.cutoffs.begin(), plan.cutoffs.end()))
        refusePlan("A cut-off must not be above the next one.");
    if (plan.tiers.size() != plan.cutoffs.size() + 1)
        refusePlan("There is one tier more than there are cut-offs.");
    if (plan.accuracy && !(*plan.accuracy >= 0 && *plan.accuracy <= 1))
        refusePlan("A reviewer's accuracy is a share from 0 to 1.");
    if (plan.capacity && !(*plan.capacity >= 0)) refusePlan("A review capacity cannot be negative.");
    if (plan.minutes && !(*plan.minutes >= 0 && std::isfinite(*plan.minutes)))
        refusePlan("A review cannot take less than no time.");
    if (plan.reviewCost && !std::isfinite(*plan.reviewCost)) refusePlan("The cost of a review is a number.");
}

void moveCutoff(TierPlan& plan, std::size_t at, double value) {
    if (at > 0) value = std::max(value, plan.cutoffs[at - 1]);
    if (at + 1 < plan.cutoffs.size()) value = std::min(value, plan.cutoffs[at + 1]);
    plan.cutoffs[at] = value;
}

std::vector<TierRule> usualTiers(std::size_t cutoffs) {
    const TierRule none{"no action", TierAct::None, {}, {}, {}};
    if (cutoffs <= 1) return {none, {"automatic", TierAct::Automatic, {}, {}, {}}};
    if (cutoffs == 2)
        return {none, {"review", TierAct::Review, {}, {}, {}}, {"automatic", TierAct::Automatic, {}, {}, {}}};
    return {{"nothing", TierAct::None, {}, {}, {}},
            {"watch", TierAct::Review, {}, {}, {}},
            {"monitor", TierAct::Review, {}, {}, {}},
            {"urgent", TierAct::Automatic, {}, {}, {}}};
}

double actingThreshold(const TierPlan& plan) {
    for (std::size_t i = 0; i < plan.tiers.size(); ++i) {
        if (plan.tiers[i].act == TierAct::None) continue;
        return i == 0 ? -std::numeric_limits<double>::infinity() : plan.cutoffs[i - 1];
    }
    return std::numeric_limits<double>::infinity();
}

bool oneReviewBand(const TierPlan& plan) {
    int begun = 0;
    bool before = false;
    for (const TierRule& rule : plan.tiers) {
        const bool review = rule.act == TierAct::Review;
        if (review && !before) ++begun;
        before = review;
    }
    return begun <= 1;
}

std::string tierPlanJson(const TierPlan& plan) {
    if (plan.cutoffs.empty()) return {};
    PlanJson json = {{"cutoffs", PlanJson::array()}, {"tiers", PlanJson::array()}};
    for (const double cutoff : plan.cutoffs)
        json["cutoffs"].push_back(numberJson(cutoff));
    for (const TierRule& rule : plan.tiers)
        json["tiers"].push_back(ruleJson(rule));
    for (const auto& [key, term] : kTerms)
        if (plan.*term) json[key] = numberJson(*(plan.*term));
    return json.dump(-1, ' ', false, PlanJson::error_handler_t::replace);
}

std::optional<TierPlan> tierPlanFromJson(const std::string& text) {
    const PlanJson json = PlanJson::parse(text, nullptr, false);
    if (!json.is_object() || !json.contains("cutoffs") || !json.contains("tiers")) return std::nullopt;
    if (!json["cutoffs"].is_array() || !json["tiers"].is_array()) return std::nullopt;
    TierPlan plan;
    for (const PlanJson& cutoff : json["cutoffs"]) {
        const auto number = numberFrom(cutoff);
        if (!number) return std::nullopt;
        plan.cutoffs.push_back(*number);
    }
    for (const PlanJson& tier : json["tiers"]) {
        const auto rule = ruleFrom(tier);
        if (!rule) return std::nullopt;
        plan.tiers.push_back(*rule);
    }
    for (const auto& [key, term] : kTerms)
        if (const auto found = json.find(key); found != json.end()) plan.*term = numberFrom(*found);
    try {
        check(plan);
    } catch (const Error&) {
        return std::nullopt;
    }
    return plan;
}

}  // namespace reckoner
