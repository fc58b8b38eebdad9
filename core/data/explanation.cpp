#include "core/data/explanation.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include <nlohmann/json.hpp>

#include "core/base/numbers.h"
#include "core/base/trimmed.h"

namespace reckoner {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::array kNames = {"feature", "name", "factor", "reason", "token", "word"};
constexpr std::array kWeights = {"weight",     "contribution", "shap",  "shap_value",
                                 "importance", "score",        "impact"};

std::optional<double> numberOf(const Json& value) {
    std::optional<double> number;
    if (value.is_number()) number = value.get<double>();
    if (value.is_string()) number = parseNumber(value.get<std::string>());
    if (!number || !std::isfinite(*number)) return std::nullopt;
    return number;
}

std::string textOf(const Json& value) {
    if (value.is_string()) return value.get<std::string>();
    if (value.is_null()) return {};
    return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

const Json* member(const Json& object, const auto& names) {
    for (const char* name : names)
        if (const auto found = object.find(name); found != object.end()) return &*found;
    return nullptr;
}

std::optional<Factor> fromObject(const Json& object, const std::string& name) {
    const auto given = object.find("value");
    const Json* weight = member(object, kWeights);
    // {"feature": "age", "value": -0.2}: the only number there is, is the weight.
    const bool valueIsWeight = weight == nullptr && given != object.end();
    if (valueIsWeight) weight = &*given;
    if (!weight || name.empty()) return std::nullopt;
    const auto number = numberOf(*weight);
    if (!number) return std::nullopt;
    return Factor{name, *number, valueIsWeight || given == object.end() ? std::string() : textOf(*given)};
}

std::optional<Factor> fromEntry(const Json& entry) {
    if (entry.is_array() && entry.size() >= 2 && entry[0].is_string()) {
        const auto number = numberOf(entry[1]);
        return number ? std::optional(Factor{entry[0].get<std::string>(), *number, {}}) : std::nullopt;
    }
    if (!entry.is_object()) return std::nullopt;
    const Json* name = member(entry, kNames);
    return fromObject(entry, name ? textOf(*name) : std::string());
}

std::vector<Factor> fromJson(const Json& document) {
    std::vector<Factor> factors;
    if (document.is_array()) {
        for (const Json& entry : document)
            if (auto factor = fromEntry(entry)) factors.push_back(std::move(*factor));
        return factors;
    }
    for (const auto& [name, value] : document.items()) {
        if (value.is_object()) {
            if (auto factor = fromObject(value, name)) factors.push_back(std::move(*factor));
        } else if (const auto number = numberOf(value)) {
            factors.push_back({name, *number, {}});
        }
    }
    return factors;
}

// "name = 0.1; other: -0.2", also with commas or line breaks between.
std::vector<Factor> fromList(std::string_view text) {
    std::vector<Factor> factors;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of(";,|\n"), text.size());
        const std::string_view part = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (trimmed(part).empty()) continue;
        const std::size_t sign = part.find_last_of("=:");
        if (sign == std::string_view::npos) return {};
        std::string digits(trimmed(part.substr(sign + 1)));
        if (digits.starts_with('+')) digits.erase(0, 1);
        const auto number = parseNumber(digits);
        std::string name(trimmed(part.substr(0, sign)));
        if (!number || !std::isfinite(*number) || name.empty()) return {};
        factors.push_back({std::move(name), *number, {}});
    }
    return factors;
}

}  // namespace

std::vector<Factor> parseExplanation(std::string_view text) {
    const std::string content(trimmed(text));
    if (content.empty()) return {};
    const Json document = Json::parse(content, nullptr, false);
    const bool json = document.is_object() || document.is_array();
    std::vector<Factor> factors = json ? fromJson(document) : fromList(content);
    std::stable_sort(factors.begin(), factors.end(), [](const Factor& a, const Factor& b) {
        return std::fabs(a.weight) > std::fabs(b.weight);
    });
    return factors;
}

}  // namespace reckoner
