#include "core/import/manifest_class_costs.h"

#include <algorithm>
#include <cmath>

#include <nlohmann/json.hpp>

#include "core/base/error.h"

namespace reckoner {
namespace {

using Json = nlohmann::json;

[[noreturn]] void refuse(const std::string& what) {
    throw Error(ErrorCode::BadInput, "The manifest's \"cost_matrix\" " + what);
}

double moneyOf(const Json& value) {
    if (!value.is_number() || !std::isfinite(value.get<double>())) refuse("holds a cost that is no number.");
    return value.get<double>();
}

void readRows(const Json& rows, ClassCosts& costs) {
    if (rows.size() != costs.classes) refuse("needs a row for each class, in class order.");
    for (const Json& row : rows) {
        if (!row.is_array() || row.size() != costs.classes)
            refuse("needs a column for each class in every row, in class order.");
        for (const Json& value : row)
            costs.money.push_back(moneyOf(value));
    }
}

std::size_t placeOf(const std::string& name, const std::vector<std::string>& classes) {
    const auto found = std::find(classes.begin(), classes.end(), name);
    if (found == classes.end()) refuse("names \"" + name + "\", which is no class of this run.");
    return static_cast<std::size_t>(found - classes.begin());
}

// Truth by name, in it the called class by name.
void readNames(const Json& rows, const std::vector<std::string>& classes, ClassCosts& costs) {
    costs.money.assign(costs.classes * costs.classes, 0);
    for (const auto& [truth, row] : rows.items())
        for (const auto& [called, value] : row.items())
            costs.money[placeOf(truth, classes) * costs.classes + placeOf(called, classes)] = moneyOf(value);
}

void readAround(const Json& object, ClassCosts& costs) {
    const auto number = [&](const char* key) { return object.contains(key) ? moneyOf(object[key]) : 0; };
    costs.review = number("review");
    costs.volumePerPeriod = std::max(0.0, number("volume"));
    costs.currency = object.value("unit", "");
    costs.period = object.value("period", costs.period);
}

bool isByName(const Json& object) {
    return !object.empty() &&
           std::all_of(object.begin(), object.end(), [](const Json& row) { return row.is_object(); });
}

}  // namespace

std::optional<ClassCosts> manifestClassCosts(const std::string& manifestJson,
                                             const std::vector<std::string>& classes) {
    const Json root = Json::parse(
        manifestJson.starts_with("\xEF\xBB\xBF") ? manifestJson.substr(3) : manifestJson, nullptr, false);
    if (!root.is_object() || !root.contains("cost_matrix")) return std::nullopt;
    const Json& stated = root["cost_matrix"];
    ClassCosts costs;
    costs.classes = classes.size();
    try {
        if (stated.is_array()) {
            readRows(stated, costs);
        } else if (stated.is_object() && stated.contains("matrix")) {
            readAround(stated, costs);
            if (stated["matrix"].is_array())
                readRows(stated["matrix"], costs);
            else
                readNames(stated["matrix"], classes, costs);
        } else if (stated.is_object() && isByName(stated)) {
            readNames(stated, classes, costs);
        } else {
            return std::nullopt;
        }
    } catch (const Json::exception&) {
        refuse("is not written as the manual says.");
    }
    return costs;
}

}  // namespace reckoner
