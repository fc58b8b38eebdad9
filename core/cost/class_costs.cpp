#include "core/cost/class_costs.h"

#include <algorithm>

namespace reckoner {

std::optional<ClassCosts> classCosts(const CostModel& model, const std::vector<std::string>& classes) {
    const ClassPrices& prices = model.byClass;
    if (prices.empty()) return std::nullopt;
    ClassCosts costs;
    costs.classes = classes.size();
    costs.review = model.review;
    costs.currency = model.currency;
    costs.volumePerPeriod = model.volumePerPeriod;
    costs.period = model.period;
    const auto place = [&](const std::string& name) {
        return static_cast<std::size_t>(std::find(prices.classes.begin(), prices.classes.end(), name) -
                                        prices.classes.begin());
    };
    for (const std::string& truth : classes)
        for (const std::string& called : classes) {
            const std::size_t t = place(truth), c = place(called);
            const bool known = t < prices.classes.size() && c < prices.classes.size();
            costs.money.push_back(known ? prices.at(t, c) : 0);
        }
    return costs;
}

double classTotal(const ClassMatrix& matrix, const ClassCosts& costs) {
    double total = 0;
    for (std::size_t truth = 0; truth < costs.classes; ++truth)
        for (std::size_t called = 0; called < costs.classes; ++called)
            total += matrix.at(static_cast<ClassCode>(truth), static_cast<ClassCode>(called)).weight *
                     costs.at(truth, called);
    return total;
}

ClassMoney classMoney(const ConfusionTable& table, const FoldedConfusion& folded, const ClassCosts& costs) {
    const double weight = folded.total().all.weight;
    const double scale = costs.volumePerPeriod > 0 && weight > 0 ? costs.volumePerPeriod / weight : 1;
    ClassMoney result;
    for (std::size_t r = 0; r < folded.size(); ++r) {
        for (std::size_t c = 0; c < folded.size(); ++c) {
            double sum = 0;
            for (const ClassCode truth : folded.group(r))
                for (const ClassCode called : folded.group(c))
                    sum += table.called.at(truth, called).weight * costs.at(truth, called);
            result.cells.push_back(sum * scale);
            result.total += result.cells.back();
        }
        result.review.push_back(folded.review(r).weight * costs.review * scale);
        result.total += result.review.back();
    }
    return result;
}

}  // namespace reckoner
