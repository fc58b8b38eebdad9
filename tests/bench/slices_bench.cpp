// The search for slices: 10 columns of 10 values, all pairs, then three deep.
//   slices_bench write ROWS FILE   writes the table as CSV for the peer
//   slices_bench search ROWS       the same rows, searched
#include <fstream>

#include <fmt/format.h>

#include "core/base/executor.h"
#include "core/base/random.h"
#include "core/metrics/slices.h"
#include "tests/bench/bench_support.h"

namespace {

using namespace reckoner;

constexpr std::size_t kColumns = 10;
constexpr std::uint64_t kValues = 10;

// Errors hang on two of the columns a little, as they do in life.
SliceData sliceTable(std::size_t rows) {
    Random random(17);
    SliceData data;
    data.columns.resize(kColumns);
    for (std::size_t c = 0; c < kColumns; ++c) {
        data.columns[c].name = fmt::format("c{}", c);
        for (std::uint64_t v = 0; v < kValues; ++v)
            data.columns[c].values.emplace_back(fmt::format("v{}", v));
        data.columns[c].codes.reserve(rows);
    }
    data.errors.reserve(rows);
    for (std::size_t i = 0; i < rows; ++i) {
        for (SliceColumn& column : data.columns)
            column.codes.push_back(static_cast<std::uint32_t>(random.below(kValues)));
        const bool hot = data.columns[2].codes.back() == 3 && data.columns[7].codes.back() < 2;
        data.errors.push_back(random.unit() < (hot ? 0.3 : 0.1) ? 1 : 0);
    }
    return data;
}

void write(const SliceData& data, const char* file) {
    std::ofstream out(file);
    for (const SliceColumn& column : data.columns)
        out << column.name << ',';
    out << "e\n";
    for (std::size_t i = 0; i < data.errors.size(); ++i) {
        for (const SliceColumn& column : data.columns)
            out << 'v' << column.codes[i] << ',';
        out << data.errors[i] << '\n';
    }
}

double secondsOf(const SliceData& data, std::size_t deep, Executor* executor, std::size_t& found) {
    // Slices of any size and rate: nothing that would let the search leave out a triple.
    SliceOptions options;
    options.maxColumns = deep;
    options.minimumShare = 0;
    options.alpha = 1;
    const bench::Stopwatch watch;
    found = findSlices(data, options, executor).slices.size();
    return watch.seconds();
}

}  // namespace

int main(int, char** argv) {
    return bench::benchMain([argv] {
        const SliceData data = sliceTable(std::stoul(argv[2]));
        if (std::string(argv[1]) == "write") {
            write(data, argv[3]);
            return std::string("{}");
        }
        Executor executor{2};
        std::size_t found = 0;
        // One thread, as the peer's.
        const double pairs = secondsOf(data, 2, nullptr, found);
        const double triples = secondsOf(data, 3, &executor, found);
        return fmt::format(R"({{"pairs": {}, "triples": {}, "found": {}}})", pairs, triples, found);
    });
}
