// What a dragged threshold asks of core: counts and money of every segment. threshold_bench STORE
#include <fmt/format.h>

#include "core/base/random.h"
#include "core/cost/cost_model.h"
#include "core/metrics/sweep.h"
#include "tests/bench/bench_support.h"

int main(int, char** argv) {
    using namespace reckoner;
    return bench::benchMain([argv] {
        const SystemClock clock;
        const EvalTablePtr table = bench::openRun(argv[1], clock);
        const ScoredRows rows = ScoredRows::of(*table, RowSet::all(table->rows()));
        const Grouping byCountry = Grouping::byColumns(*table, {"country"});
        const CostModel costs = parseCosts("fp=5+0.15*amount,fn=0.5*amount,tp=-10");
        const BoundCost cost(costs, costs.measures());
        const auto sweep = ThresholdSweep::build(*table, rows, costs.measures(), &byCountry);

        std::vector<Tally> tallies(sweep->groups());
        std::vector<double> money(sweep->groups());
        std::vector<double> took;
        Random random(7);
        for (int i = 0; i < 20'000; ++i) {
            const double threshold = random.unit();
            const bench::Stopwatch watch;
            sweep->at(threshold, tallies);
            for (std::size_t g = 0; g < tallies.size(); ++g)
                money[g] = cost.total(tallies[g]);
            took.push_back(watch.seconds());
        }
        return fmt::format(R"({{"p50": {}, "p99": {}, "segments": {}, "check": {}}})",
                           bench::percentile(took, 0.5), bench::percentile(took, 0.99), sweep->groups(),
                           money.front());
    });
}
