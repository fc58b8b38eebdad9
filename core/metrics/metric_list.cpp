#include "core/metrics/metric_list.h"

#include <algorithm>
#include <cmath>

namespace reckoner {
namespace {

using Proportion = MetricEntry::Proportion;

Value shareOf(const Sums& part, const Sums& rest, Reason whenZero) {
    return ratio(part.weight, part.weight + rest.weight, whenZero);
}
Proportion proportionOf(const Sums& part, const Sums& rest) {
    return {part.weight, part.weight + rest.weight, part.weightSq + rest.weightSq};
}
// Two cells of four as one.
Sums both(Sums a, const Sums& b) {
    return a += b;
}

Value accuracy(const Tally& t) {
    return shareOf(both(t.tp, t.tn), both(t.fp, t.fn), Reason::NoSamples);
}
Proportion accuracyShare(const Tally& t) {
    return proportionOf(both(t.tp, t.tn), both(t.fp, t.fn));
}
Value precision(const Tally& t) {
    return shareOf(t.tp, t.fp, Reason::NothingFlagged);
}
Proportion precisionShare(const Tally& t) {
    return proportionOf(t.tp, t.fp);
}
Value recall(const Tally& t) {
    return shareOf(t.tp, t.fn, Reason::NoPositives);
}
Proportion recallShare(const Tally& t) {
    return proportionOf(t.tp, t.fn);
}
Value specificity(const Tally& t) {
    return shareOf(t.tn, t.fp, Reason::NoNegatives);
}
Proportion specificityShare(const Tally& t) {
    return proportionOf(t.tn, t.fp);
}
Value npv(const Tally& t) {
    return shareOf(t.tn, t.fn, Reason::NothingPassed);
}
Proportion npvShare(const Tally& t) {
    return proportionOf(t.tn, t.fn);
}
Value fpr(const Tally& t) {
    return shareOf(t.fp, t.tn, Reason::NoNegatives);
}
Proportion fprShare(const Tally& t) {
    return proportionOf(t.fp, t.tn);
}
Value fnr(const Tally& t) {
    return shareOf(t.fn, t.tp, Reason::NoPositives);
}
Proportion fnrShare(const Tally& t) {
    return proportionOf(t.fn, t.tp);
}
Value selectionRate(const Tally& t) {
    return shareOf(both(t.tp, t.fp), both(t.fn, t.tn), Reason::NoSamples);
}
Proportion selectionShare(const Tally& t) {
    return proportionOf(both(t.tp, t.fp), both(t.fn, t.tn));
}

// No positives at all and none predicted: nothing that F1 could speak about.
Value f1(const Tally& t) {
    const double twice = 2 * t.tp.weight;
    return ratio(twice, twice + t.fp.weight + t.fn.weight, Reason::NoPositives);
}

Value balancedAccuracy(const Tally& t) {
    const Value yes = recall(t);
    const Value no = specificity(t);
    if (!yes) return yes.why;
    if (!no) return no.why;
    return (*yes + *no) / 2;
}

// 0 where a margin is empty, as scikit-learn.
Value mcc(const Tally& t) {
    if (t.weight() == 0) return Reason::NoSamples;
    const double tp = t.tp.weight;
    const double fp = t.fp.weight;
    const double fn = t.fn.weight;
    const double tn = t.tn.weight;
    // Roots before products: four margins of ten million each would not overflow, but of weights might.
    const double root = std::sqrt((tp + fp) * (tp + fn)) * std::sqrt((tn + fp) * (tn + fn));
    if (root == 0) return 0.0;
    return (tp * tn - fp * fn) / root;
}

Value lift(const Tally& t) {
    const Value right = precision(t);
    if (!right) return right;
    const double positives = t.tp.weight + t.fn.weight;
    if (positives == 0) return Reason::NoPositives;
    return *right / (positives / t.weight());
}

// Cohen's kappa: agreement beyond what the margins would give by chance.
Value kappa(const Tally& t) {
    const double n = t.weight();
    if (n == 0) return Reason::NoSamples;
    const double flagged = t.tp.weight + t.fp.weight;
    const double positives = t.tp.weight + t.fn.weight;
    const double chance = (flagged * positives + (n - flagged) * (n - positives)) / (n * n);
    return ratio((t.tp.weight + t.tn.weight) / n - chance, 1 - chance, Reason::SingleClass);
}

}  // namespace

const std::vector<MetricEntry>& metricList() {
    using enum Direction;
    static const std::vector<MetricEntry> list{
        {"accuracy", "Accuracy", HigherIsBetter, accuracy, accuracyShare},
        {"precision", "Precision", HigherIsBetter, precision, precisionShare},
        {"recall", "Recall", HigherIsBetter, recall, recallShare},
        {"specificity", "Specificity", HigherIsBetter, specificity, specificityShare},
        {"f1", "F1", HigherIsBetter, f1, nullptr},
        {"mcc", "MCC", HigherIsBetter, mcc, nullptr},
        {"balanced_accuracy", "Balanced accuracy", HigherIsBetter, balancedAccuracy, nullptr},
        {"selection_rate", "Selection rate", Neither, selectionRate, selectionShare},
        {"npv", "Negative predictive value", HigherIsBetter, npv, npvShare},
        {"fpr", "False positive rate", LowerIsBetter, fpr, fprShare},
        {"fnr", "False negative rate", LowerIsBetter, fnr, fnrShare},
        {"lift", "Lift", HigherIsBetter, lift, nullptr},
        {"kappa", "Cohen's kappa", HigherIsBetter, kappa, nullptr},
    };
    return list;
}

const MetricEntry* findMetric(std::string_view id) {
    const auto& list = metricList();
    const auto found =
        std::find_if(list.begin(), list.end(), [&](const MetricEntry& m) { return m.id == id; });
    return found == list.end() ? nullptr : &*found;
}

}  // namespace reckoner
