// AUC, average precision and the full PR curve from labels and scores in memory: ranking_bench STORE
#include <fmt/format.h>

#include "core/metrics/ranking.h"
#include "core/metrics/sweep.h"
#include "tests/bench/bench_support.h"

int main(int, char** argv) {
    using namespace reckoner;
    return bench::benchMain([argv] {
        const SystemClock clock;
        const EvalTablePtr table = bench::openRun(argv[1], clock);
        const ScoredRows rows = ScoredRows::of(*table, RowSet::all(table->rows()));

        const bench::Stopwatch watch;
        const auto sweep = ThresholdSweep::build(rows.scores, rows.positiveBits, {}, {}, {}, 1);
        const RankingNumbers numbers = rankingNumbers(*sweep);
        std::vector<double> thresholds;
        std::vector<double> precision;
        std::vector<double> recall;
        for (auto* list : {&thresholds, &precision, &recall})
            list->reserve(sweep->distinctScores());
        sweep->scan([&](double threshold, const Tally& tally) {
            if (std::isinf(threshold)) return true;
            thresholds.push_back(threshold);
            precision.push_back(static_cast<double>(tally.tp.n) / static_cast<double>(tally.flagged()));
            recall.push_back(static_cast<double>(tally.tp.n) / static_cast<double>(tally.positives()));
            return true;
        });
        const double seconds = watch.seconds();
        return fmt::format(R"({{"seconds": {}, "roc_auc": {}, "average_precision": {}, "points": {}}})",
                           seconds, *numbers.rocAuc, *numbers.averagePrecision, thresholds.size());
    });
}
