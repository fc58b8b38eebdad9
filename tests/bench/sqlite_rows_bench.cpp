// A peer: the same columns from an ordinary SQLite table, row by row. sqlite_rows_bench FILE
// Categories become codes on the way, as in ours.
#include <array>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <fmt/format.h>
#include <sqlite3.h>

#include "tests/bench/bench_support.h"

namespace {

class Categories {
 public:
    void add(sqlite3_stmt* row, int column) {
        const std::string_view text(reinterpret_cast<const char*>(sqlite3_column_text(row, column)),
                                    static_cast<std::size_t>(sqlite3_column_bytes(row, column)));
        for (std::size_t i = 0; i < names_.size(); ++i)
            if (names_[i] == text) {
                codes_.push_back(static_cast<std::uint8_t>(i));
                return;
            }
        codes_.push_back(static_cast<std::uint8_t>(names_.size()));
        names_.emplace_back(text);
    }

 private:
    std::vector<std::string> names_;  // at most 50: looking through them is faster than hashing
    std::vector<std::uint8_t> codes_;
};

}  // namespace

int main(int, char** argv) {
    using namespace reckoner;
    return bench::benchMain([argv] {
        const bench::Stopwatch watch;
        sqlite3* database = nullptr;
        sqlite3_stmt* row = nullptr;
        if (sqlite3_open_v2(argv[1], &database, SQLITE_OPEN_READONLY, nullptr) != SQLITE_OK ||
            sqlite3_prepare_v2(database, "SELECT score, label, country, plan, channel FROM run", -1, &row,
                               nullptr) != SQLITE_OK)
            throw Error(ErrorCode::BadInput, sqlite3_errmsg(database));
        std::vector<double> scores;
        std::array<Categories, 4> categories;
        while (sqlite3_step(row) == SQLITE_ROW) {
            scores.push_back(sqlite3_column_double(row, 0));
            for (int i = 0; i < 4; ++i)
                categories[static_cast<std::size_t>(i)].add(row, i + 1);
        }
        const double seconds = watch.seconds();
        sqlite3_finalize(row);
        sqlite3_close(database);
        return fmt::format(R"({{"seconds": {}, "rows": {}}})", seconds, scores.size());
    });
}
