// Memory of an open run: its columns, and all that the Decide page keeps of it. memory_bench STORE
#include <fmt/format.h>

#include "core/metrics/run_analysis.h"
#include "tests/bench/bench_support.h"

int main(int, char** argv) {
    using namespace reckoner;
    return bench::benchMain([argv] {
        const SystemClock clock;
        const double before = bench::residentBytes();
        AnalysisRequest request;
        request.table = bench::openRun(argv[1], clock);
        bench::loadColumns(*request.table);
        const auto rows = static_cast<double>(request.table->rows());
        const double columns = bench::residentBytes() - before;
        const RunAnalysisPtr analysis = analyse(request);
        const double all = bench::residentBytes() - before;
        return fmt::format(R"({{"bytes_per_row": {}, "columns_per_row": {}, "samples": {}}})", all / rows,
                           columns / rows, analysis->sweep->samples());
    });
}
