// A peer: each line parsed into a document by nlohmann, and thrown away. json_lines_bench FILE
#include <fstream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "tests/bench/bench_support.h"

int main(int, char** argv) {
    using namespace reckoner;
    return bench::benchMain([argv] {
        const bench::Stopwatch watch;
        std::ifstream in(argv[1]);
        std::size_t rows = 0;
        double sum = 0;
        for (std::string line; std::getline(in, line); ++rows)
            sum += nlohmann::json::parse(line).at("score").get<double>();
        return fmt::format(R"({{"seconds": {}, "rows": {}, "check": {}}})", watch.seconds(), rows, sum);
    });
}
