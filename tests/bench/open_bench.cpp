// Opens a store and loads label, score and three categories of its run: open_bench STORE
#include <fmt/format.h>

#include "tests/bench/bench_support.h"

int main(int, char** argv) {
    using namespace reckoner;
    return bench::benchMain([argv] {
        const SystemClock clock;
        const bench::Stopwatch watch;
        const EvalTablePtr table = bench::openRun(argv[1], clock);
        bench::loadColumns(*table);
        const double seconds = watch.seconds();
        return fmt::format(R"({{"seconds": {}, "rows": {}}})", seconds, table->rows());
    });
}
