// What each kind of decision costs. Negative = a gain.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/cost/class_prices.h"
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
    double reviewerAccuracy = 1;   // share of reviews that decide right, in [0, 1]
    // Reviews that can be done in a period (in this run, where no volume is known); nothing: no limit.
    std::optional<double> reviewCapacity{};
    // Share of positives expected in production, in (0, 1); nothing: as in the run.
    std::optional<double> prevalence{};
    ClassPrices byClass{};  // of several classes; empty: not entered
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

// How many samples of production one sample of the run stands for, by class: 1 and 1 where a run is mixed as
// production is. Both together keep the number of samples.
struct ClassShift {
    double positives = 1;
    double negatives = 1;
    bool operator==(const ClassShift&) const = default;
    bool none() const { return positives == 1 && negatives == 1; }
};
// From the weights of both classes to `prevalence` (a share of positives in (0, 1)). No shift where it is
// not known or the run holds one class only: what is not there cannot be weighed up.
ClassShift classShift(std::optional<double> prevalence, double positives, double negatives);

// A cost model bound to the measure order of one sweep, and to how production is mixed.
class BoundCost {
 public:
    // measures: the list the sweep was built with; must contain model.measures().
    BoundCost(const CostModel& model, const std::vector<std::string>& measures, ClassShift shift = {});
    // Shifted to production, as are all sums below.
    CostParts of(const Tally& tally) const;
    double total(const Tally& tally) const { return of(tally).total(); }
    // What these samples weigh in production.
    double weight(const Sums& positives, const Sums& negatives) const {
        return shift_.positives * positives.weight + shift_.negatives * negatives.weight;
    }
    const ClassShift& shift() const { return shift_; }
    const CostModel& model() const { return model_; }

 private:
    CostModel model_;
    ClassShift shift_;
    int index_[4];  // measure of tp, fp, fn, tn, or -1
};

// (C_FP - C_TN) / ((C_FP - C_TN) + (C_FN - C_TP)) for scores calibrated on the run; where production is mixed
// otherwise, each cost counts as often as its class. Nothing when amounts vary by sample or the sum is not
// positive.
std::optional<double> bayesThreshold(const CostModel& model, ClassShift shift = {});

// "fp=5,fn=30,tp=-10,tn=0", also "fn=0.5*amount" and "fp=2+0.15*amount". Throws Error{Usage}.
CostModel parseCosts(const std::string& text);

}  // namespace reckoner
