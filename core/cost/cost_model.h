// What each kind of decision costs. Negative = a gain.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/metrics/tally.h"

namespace reckoner {

// fixed + factor x amount of the sample.
struct OutcomeCost {
    double fixed = 0;
    double factor = 0;
    std::string amountColumn;  // empty: no amount
    bool operator==(const OutcomeCost&) const = default;
};

struct CostModel {
    OutcomeCost tp;
    OutcomeCost fp{1, 0, {}};
    OutcomeCost fn{1, 0, {}};
    OutcomeCost tn;
    double review = 0;             // one human review
    std::string currency;          // "EUR"; empty: costs count in false alarms
    double volumePerPeriod = 0;    // decisions a period; 0: not known
    std::string period = "month";  // "month", "week", ...
    std::string note;              // where the figures come from
    bool operator==(const CostModel&) const = default;

    bool inMoney() const { return !currency.empty(); }
    // Distinct amount columns in the order tp, fp, fn, tn: what ThresholdSweep must carry.
    std::vector<std::string> measures() const;
};

// Money by outcome over the samples of a tally.
struct CostParts {
    double tp = 0;
    double fp = 0;
    double fn = 0;
    double tn = 0;
    double total() const { return tp + fp + fn + tn; }
};

// A cost model bound to the measure order of one sweep.
class BoundCost {
 public:
    // measures: the list the sweep was built with; must contain model.measures().
    BoundCost(const CostModel& model, const std::vector<std::string>& measures);
    CostParts of(const Tally& tally) const;
    double total(const Tally& tally) const { return of(tally).total(); }
    const CostModel& model() const { return model_; }

 private:
    CostModel model_;
    int index_[4];  // measure of tp, fp, fn, tn, or -1
};

// (C_FP - C_TN) / ((C_FP - C_TN) + (C_FN - C_TP)); nothing when amounts vary by sample or the sum is not
// positive.
std::optional<double> bayesThreshold(const CostModel& model);

// "fp=5,fn=30,tp=-10,tn=0", also "fn=0.5*amount" and "fp=2+0.15*amount". Throws Error{Usage}.
CostModel parseCosts(const std::string& text);

}  // namespace reckoner
