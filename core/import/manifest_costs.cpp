#include "core/import/manifest_costs.h"

#include <cmath>
#include <utility>

#include <nlohmann/json.hpp>

#include "core/base/error.h"

namespace reckoner {
namespace {

using Json = nlohmann::json;

class CostReader {
 public:
    CostReader(const Json& root, const std::string& fileName)
        : root_(root), matrix_(root.at("cost_matrix")), fileName_(fileName) {}

    CostModel read() const {
        CostModel costs;
        for (const auto& [key, outcome] : {std::pair{"TP", &costs.tp}, std::pair{"FP", &costs.fp},
                                           std::pair{"FN", &costs.fn}, std::pair{"TN", &costs.tn}})
            *outcome = outcomeCost(key);
        costs.review = number(matrix_, "review", "cost_matrix.review");
        costs.volumePerPeriod = number(matrix_, "volume", "cost_matrix.volume");
        if (costs.volumePerPeriod < 0) refuse("\"cost_matrix.volume\" must not be negative.");
        costs.currency = text("unit");
        if (const std::string period = text("period"); !period.empty()) costs.period = period;
        costs.note = "From the manifest " + fileName_ + ".";
        return costs;
    }

 private:
    [[noreturn]] void refuse(const std::string& what) const {
        throw Error(ErrorCode::BadInput, "Manifest \"" + fileName_ + "\": " + what, fileName_);
    }

    double number(const Json& object, const std::string& key, const std::string& shown) const {
        const auto at = object.find(key);
        if (at == object.end() || at->is_null()) return 0;
        if (!at->is_number() || !std::isfinite(at->get<double>()))
            refuse("\"" + shown + "\" must be a number.");
        return at->get<double>();
    }

    std::string text(const std::string& key) const {
        const auto at = matrix_.find(key);
        if (at == matrix_.end() || at->is_null()) return {};
        if (!at->is_string()) refuse("\"cost_matrix." + key + "\" must be text.");
        return at->get<std::string>();
    }

    OutcomeCost outcomeCost(const std::string& key) const {
        OutcomeCost cost;
        cost.fixed = number(matrix_, key, "cost_matrix." + key);
        const auto amounts = matrix_.find("amounts");
        if (amounts == matrix_.end() || amounts->is_null()) return cost;
        if (!amounts->is_object()) refuse("\"cost_matrix.amounts\" must be an object.");
        cost.factor = number(*amounts, key, "cost_matrix.amounts." + key);
        if (cost.factor != 0) cost.amountColumn = amountColumn();
        return cost;
    }

    std::string amountColumn() const {
        const auto columns = root_.find("columns");
        if (columns != root_.end() && columns->is_object()) {
            const Json& amount = columns->value("amount", Json());
            if (amount.is_string()) return amount.get<std::string>();
            if (amount.is_array() && !amount.empty() && amount[0].is_string())
                return amount[0].get<std::string>();
        }
        refuse("\"cost_matrix.amounts\" needs an amount column; name it as \"columns.amount\".");
    }

    const Json& root_;
    const Json& matrix_;
    const std::string& fileName_;
};

}  // namespace

std::optional<CostModel> manifestCosts(const std::string& manifestJson, const std::string& fileName) {
    const Json root = Json::parse(
        manifestJson.starts_with("\xEF\xBB\xBF") ? manifestJson.substr(3) : manifestJson, nullptr, false);
    if (!root.is_object() || !root.contains("cost_matrix") || !root["cost_matrix"].is_object())
        return std::nullopt;
    return CostReader(root, fileName).read();
}

}  // namespace reckoner
