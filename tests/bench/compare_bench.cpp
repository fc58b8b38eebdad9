// Two versions on the same samples: DeLong's test and the paired bootstrap of every figure, AUC, F1 and cost
// among them.
//   compare_bench compare PAIRS         2,000 replicates, two threads
//   compare_bench write PAIRS FILE      the same pairs as CSV for the peers
#include <fstream>
#include <optional>

#include <fmt/format.h>

#include "core/base/executor.h"
#include "core/base/random.h"
#include "core/metrics/auc_difference.h"
#include "core/metrics/quick_bootstrap.h"
#include "tests/bench/bench_support.h"

namespace {

using namespace reckoner;

struct Pairs {
    ScoredRows first;
    ScoredRows second;
    std::vector<double> amounts;
};

Pairs somePairs(std::size_t n) {
    Random random(31);
    Pairs pairs;
    for (std::size_t i = 0; i < n; ++i) {
        const bool positive = random.unit() < 0.2;
        const double score = 0.7 * random.unit() + (positive ? 0.3 * random.unit() : 0);
        const double other = score + 0.2 * (random.unit() - (positive ? 0.45 : 0.5));
        pairs.first.positiveBits.push_back(positive ? 1 : 0);
        pairs.first.scores.push_back(score);
        pairs.second.scores.push_back(std::clamp(other, 0.0, 1.0));
        pairs.amounts.push_back(100 + 5'000 * random.unit() * random.unit());
    }
    pairs.second.positiveBits = pairs.first.positiveBits;
    return pairs;
}

std::string write(const Pairs& pairs, const char* file) {
    std::ofstream out(file);
    out << "y,a,b,amount\n";
    for (std::size_t i = 0; i < pairs.amounts.size(); ++i)
        out << fmt::format("{},{},{},{}\n", int{pairs.first.positiveBits[i]}, pairs.first.scores[i],
                           pairs.second.scores[i], pairs.amounts[i]);
    return "{}";
}

std::string compare(const Pairs& pairs) {
    Executor executor{2};
    CostModel model;
    model.fp = {0, 0.15, "amount"};
    model.fn = {0, 0.5, "amount"};
    const BoundCost cost(model, model.measures());
    BootstrapRequest first;
    first.rows = &pairs.first;
    first.cost = &cost;
    first.amounts = {pairs.amounts};
    BootstrapRequest second = first;
    second.rows = &pairs.second;

    const bench::Stopwatch delong;
    aucDifferencePaired(pairs.first.scores, pairs.second.scores, pairs.first.positiveBits);
    const double delongSeconds = delong.seconds();
    const bench::Stopwatch watch;
    std::optional<double> earliest;
    const BootstrapIntervals all = quickPairedBootstrap(
        first, second, &executor, {},
        [&](const std::string&, const Interval&) { earliest = earliest.value_or(watch.seconds()); });
    return fmt::format(R"({{"delong": {}, "first_interval": {}, "bootstrap": {}, "intervals": {}}})",
                       delongSeconds, earliest.value_or(0), watch.seconds(), all.intervals.size());
}

}  // namespace

int main(int, char** argv) {
    return bench::benchMain([argv] {
        const Pairs pairs = somePairs(std::stoul(argv[2]));
        return std::string(argv[1]) == "write" ? write(pairs, argv[3]) : compare(pairs);
    });
}
