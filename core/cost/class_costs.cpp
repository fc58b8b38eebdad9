#include "core/cost/class_costs.h"

namespace reckoner {

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
