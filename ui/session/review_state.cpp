#include "ui/session/review_state.h"

#include <charconv>
#include <cmath>

#include <nlohmann/json.hpp>

#include "core/base/numbers.h"

namespace reckoner {
namespace {

using Json = nlohmann::json;

template <class T>
void readInteger(const Json& document, const char* key, T& into) {
    const auto found = document.find(key);
    if (found != document.end() && found->is_number_integer()) into = found->get<T>();
}

void readText(const Json& document, const char* key, std::string& into) {
    const auto found = document.find(key);
    if (found != document.end() && found->is_string()) into = found->get<std::string>();
}

std::optional<RunId> runIdOf(const std::string& text) {
    RunId id = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), id);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return id;
}

// Infinity ("flag nobody") is no JSON number, so thresholds that are not finite are written as text.
Json thresholdToJson(double threshold) {
    if (std::isfinite(threshold)) return threshold;
    return shortestNumber(threshold);
}

std::optional<double> thresholdFromJson(const Json& value) {
    std::optional<double> number;
    if (value.is_number()) number = value.get<double>();
    if (value.is_string()) number = parseNumber(value.get<std::string>());
    if (!number || std::isnan(*number)) return std::nullopt;
    return number;
}

}  // namespace

std::optional<double> ReviewState::threshold() const {
    const auto found = thresholds.find(run);
    if (found == thresholds.end()) return std::nullopt;
    return found->second;
}

const TierPlan* ReviewState::tierPlan() const {
    const auto found = tiers.find(run);
    return found == tiers.end() ? nullptr : &found->second;
}

std::string ReviewState::toJson() const {
    Json points = Json::object();
    for (const auto& [id, value] : thresholds)
        points[std::to_string(id)] = thresholdToJson(value);
    Json plans = Json::object();
    for (const auto& [id, plan] : tiers)
        plans[std::to_string(id)] = Json::parse(tierPlanJson(plan), nullptr, false);
    const Json document = {{"model", model},       {"run", run},           {"baseline", baseline},
                           {"cohort", cohort},     {"positive", positive}, {"page", page},
                           {"thresholds", points}, {"tiers", plans},       {"options", options},
                           {"scenario", scenario}};
    return document.dump(-1, ' ', false, Json::error_handler_t::replace);
}

ReviewState ReviewState::fromJson(const std::string& text) {
    ReviewState state;
    const Json document = Json::parse(text, nullptr, false);
    if (!document.is_object()) return state;
    readInteger(document, "model", state.model);
    readInteger(document, "run", state.run);
    readInteger(document, "baseline", state.baseline);
    readText(document, "cohort", state.cohort);
    readText(document, "positive", state.positive);
    readText(document, "scenario", state.scenario);
    readText(document, "page", state.page);
    if (const auto points = document.find("thresholds"); points != document.end() && points->is_object()) {
        for (const auto& [key, value] : points->items()) {
            const auto id = runIdOf(key);
            const auto threshold = thresholdFromJson(value);
            if (id && threshold) state.thresholds[*id] = *threshold;
        }
    }
    if (const auto plans = document.find("tiers"); plans != document.end() && plans->is_object()) {
        for (const auto& [key, value] : plans->items()) {
            const auto id = runIdOf(key);
            const auto plan = tierPlanFromJson(value.dump(-1, ' ', false, Json::error_handler_t::replace));
            if (id && plan) state.tiers[*id] = *plan;
        }
    }
    if (const auto options = document.find("options"); options != document.end() && options->is_object()) {
        for (const auto& [key, value] : options->items())
            if (value.is_string()) state.options[key] = value.get<std::string>();
    }
    return state;
}

}  // namespace reckoner
