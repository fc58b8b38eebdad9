// How the values of one case are written in a list: short, in fixed widths, never by locale.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/data/column.h"

namespace reckoner {

// "1,250", "0.306", "−12.5": up to four significant decimals, no exponent below a billion. Not a number:
// "n/a"; missing: "missing".
std::string caseNumber(double number);
// A score to a thousandth of the axis: "0.306" on [0, 1], "30.6" on [0, 100].
std::string caseScore(double score, double axis);
// Whole money, with decimals only below ten: "1,250", "4.50".
std::string caseMoney(double amount);
// Seconds since 1970 in the detail the column has: "2024-06-03", "2024-06-03 10:30".
std::string caseTime(double seconds, std::string_view timeFormat);
// One line of at most `most` characters of a text that may be long: line ends and other controls become
// visible signs, NUL too. Reads no further than it shows.
std::string caseLine(std::string_view text, std::size_t most = 200);

// "276 of 4,454 applications"; all of them: "4,454 applications".
std::string listedText(std::uint64_t listed, std::uint64_t all, const std::string& samples);

}  // namespace reckoner
