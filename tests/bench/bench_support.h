// What the bench programs share: a clock, the memory of the process, the run to measure, one JSON object out.
#pragma once

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

#include <malloc.h>
#include <unistd.h>

#include "core/base/clock.h"
#include "core/base/error.h"
#include "core/data/eval_table.h"
#include "core/store/store.h"

namespace reckoner::bench {

class Stopwatch {
 public:
    double seconds() const {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - began_).count();
    }

 private:
    std::chrono::steady_clock::time_point began_ = std::chrono::steady_clock::now();
};

// Bytes of the process that lie in memory, after unused heap went back.
inline double residentBytes() {
    malloc_trim(0);
    std::ifstream in("/proc/self/statm");
    double total = 0;
    double resident = 0;
    in >> total >> resident;
    return resident * static_cast<double>(sysconf(_SC_PAGESIZE));
}

// The value below which `share` of the values lie (nearest rank).
inline double percentile(std::vector<double> values, double share) {
    std::sort(values.begin(), values.end());
    const auto rank = static_cast<std::size_t>(std::ceil(share * static_cast<double>(values.size())));
    return values[std::clamp<std::size_t>(rank, 1, values.size()) - 1];
}

// The one run of a store that the bench made.
inline EvalTablePtr openRun(const std::string& file, const Clock& clock) {
    const std::shared_ptr<Store> store = Store::open(file, OpenMode::ReadOnly, clock);
    const auto runs = store->runs();
    if (runs.empty()) throw Error(ErrorCode::BadInput, "The store holds no run.");
    return store->openTable(runs.front().info.id);
}

// Loads what every page needs: label, score and the segment columns.
inline void loadColumns(const EvalTable& table) {
    for (const ColumnInfo& column : table.columns())
        if (column.role == ColumnRole::Label || column.role == ColumnRole::Score ||
            column.role == ColumnRole::Segment)
            table.column(column.id);
}

// main() of a bench: prints what `body` says, or the sentence of its error.
template <class Body>
int benchMain(Body body) {
    try {
        std::puts(body().c_str());
        return 0;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
}

}  // namespace reckoner::bench
