// What each answer costs in a run of several classes: money by true and called class.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/cost/cost_model.h"
#include "core/metrics/confusion.h"

namespace reckoner {

// Rows = truth, columns = called, both in class order. Negative = a gain.
struct ClassCosts {
    std::size_t classes = 0;
    std::vector<double> money;  // classes x classes
    double review = 0;          // one human review
    std::string currency;
    double volumePerPeriod = 0;  // answers a period; 0: not known
    std::string period = "month";

    double at(std::size_t truth, std::size_t called) const { return money[truth * classes + called]; }
    bool operator==(const ClassCosts&) const = default;
};

// What a cost model says of a run with these classes; a class it does not name costs nothing. Nothing where
// it has no costs by class.
std::optional<ClassCosts> classCosts(const CostModel& model, const std::vector<std::string>& classes);

// Over all samples of a matrix, by weight. Precondition: as many classes.
double classTotal(const ClassMatrix& matrix, const ClassCosts& costs);

// Money by place of a folded table: places x places, then what reviewing costs by row. Per period where a
// volume is known, else of the samples. By weight.
struct ClassMoney {
    std::vector<double> cells;
    std::vector<double> review;
    double total = 0;
};
// O(K^2). Precondition: costs.classes == table.classes(), folded was made of this table.
ClassMoney classMoney(const ConfusionTable& table, const FoldedConfusion& folded, const ClassCosts& costs);

}  // namespace reckoner
