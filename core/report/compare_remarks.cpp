#include "core/report/compare_remarks.h"

#include <algorithm>

#include "core/wording/number_format.h"

namespace reckoner {
namespace {

constexpr std::uint64_t kFew = 30;

void addFew(std::uint64_t both, bool paired, std::vector<std::string>& remarks) {
    if (!paired || both >= kFew) return;
    remarks.push_back(both == 1 ? std::string("Only one sample is in both runs: nothing can be said from it.")
                                : "Only " + count(both) + " samples are in both runs: too few to say much.");
}

void addRanking(const char* side, const ComparedRun& run, std::vector<std::string>& remarks) {
    const Value& auc = run.ranking.rocAuc;
    if (auc && *auc < 0.5)
        remarks.push_back("The ranking of " + std::string(side) + " is worse than chance (ROC AUC " +
                          fixed(*auc, 3) + "): is the positive class right?");
}

}  // namespace

std::vector<std::string> compareRemarks(const Comparison& comparison) {
    std::vector<std::string> remarks;
    addFew(comparison.both, comparison.paired, remarks);
    const std::vector<double>& first = comparison.first.rows.scores;
    if (comparison.paired && !first.empty() && first == comparison.second.rows.scores)
        remarks.emplace_back("Both runs give every sample the same score: their ranking is the same.");
    const Tally& tally = comparison.second.tally;
    const bool positives = tally.tp.n + tally.fn.n > 0, negatives = tally.fp.n + tally.tn.n > 0;
    if (tally.n() > 0 && positives != negatives)
        remarks.push_back(std::string("Every sample compared is ") +
                          (positives ? "of the positive class" : "of the negative class") +
                          ": what needs both classes is n/a.");
    addRanking("A", comparison.first, remarks);
    addRanking("B", comparison.second, remarks);
    return remarks;
}

std::vector<std::string> compareRemarks(const ClassComparison& comparison) {
    std::vector<std::string> remarks;
    addFew(comparison.both, comparison.paired, remarks);
    std::size_t present = 0;
    bool same =
        comparison.paired && comparison.both > 0 && comparison.flips.fixed + comparison.flips.broken == 0;
    for (std::size_t truth = 0; truth < comparison.classes.size(); ++truth) {
        present += comparison.secondMatrix.truthTotal(truth).n > 0 ? 1 : 0;
        for (std::size_t predicted = 0; predicted < comparison.classes.size(); ++predicted)
            same = same && comparison.firstMatrix.at(truth, predicted).n ==
                               comparison.secondMatrix.at(truth, predicted).n;
    }
    if (same)
        remarks.emplace_back(
            "Both runs are right and wrong on the same samples, and as often in each class.");
    if (present == 1)
        remarks.emplace_back("Every sample compared is of one class: what needs several is n/a.");
    return remarks;
}

}  // namespace reckoner
