// What each column is, from its name and its first values; every guess with its reason.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/import/file_head.h"

namespace reckoner {

// What the first rows of a column hold.
struct ColumnFacts {
    std::size_t rows = 0;
    std::size_t present = 0;    // not missing
    std::size_t tokens = 0;     // NA, N/A, NaN: missing in numbers, perhaps a value in text
    std::size_t numbers = 0;    // finite or infinite numbers among them
    std::size_t fractions = 0;  // numbers that are not whole
    std::size_t percents = 0;   // values with a percent sign
    std::size_t times = 0;
    std::size_t objects = 0;  // JSON objects
    double lowest = 0;        // of the finite numbers
    double highest = 0;
    std::size_t bytes = 0;  // of all present values together
    std::map<std::string, std::size_t> distinct;

    bool allNumbers() const { return present > 0 && numbers * 20 >= present * 19; }
    bool allTimes() const { return present > 0 && times * 20 >= present * 19; }
};
ColumnFacts factsOf(const SampleColumn& column, char decimal);

struct RoleGuess {
    std::optional<ColumnRole> role;
    std::string classOf;
    std::string reason;
};

// Beside head.columns. fixed: roles somebody has said already (index of the column); they are kept, and no
// second label, score or id is guessed beside them.
std::vector<RoleGuess> guessRoles(const FileHead& head, const std::vector<ColumnFacts>& facts,
                                  const std::map<std::size_t, RoleGuess>& fixed);

struct KindGuess {
    ScoreKind kind = ScoreKind::Probability;
    std::string reason;
};
KindGuess guessKind(const std::string& columnName, const ColumnFacts& facts);

}  // namespace reckoner
