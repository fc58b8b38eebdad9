// What about the data of a run matters, the weightiest first.
#pragma once

#include <vector>

#include "core/metrics/coverage_board.h"

namespace reckoner {

enum class CoverageKind {
    NewValues,     // values that one of two runs has and the other lacks
    OutOfRange,    // numbers outside the range of the other run
    Missing,       // values that are missing, or more often than in the other run
    Concentrated,  // most rows come from few of the values
    Thin,          // groups of which nothing can be said
};

struct CoverageFinding {
    CoverageKind kind{};
    std::size_t column = 0;
    double weight = 0;       // in (0, 1]: what it is sorted by
    std::uint64_t rows = 0;  // it is about
    // Concentrated: how many hold `rows`, four fifths, or the three largest where it takes more than ten;
    // Thin: how many groups.
    std::size_t values = 0;
    std::vector<std::size_t> segments;  // Thin: which, of board.segments(), the largest first
};

// claims: of the board at one threshold and metric. A column may have several. Ties: in the order of columns.
// What counts: values new or gone at all; 1 row in 1,000 outside; 1 row in 100 missing, or 1 in 100 more than
// in the other run; a column of names whose effective number is at most half of its number of values (bins of
// numbers are made even on purpose). Weights: what is new or grew 0.6 and more, what is missing 0.2 and more,
// what is concentrated up to 0.5, thin groups up to 0.3, each by the share of rows or groups it is about.
std::vector<CoverageFinding> coverageFindings(const CoverageBoard& board,
                                              const std::vector<SegmentClaim>& claims);

// Columns by their weightiest finding; those without any follow in their order.
std::vector<std::size_t> columnsByWeight(const CoverageBoard& board,
                                         const std::vector<CoverageFinding>& findings);

// The fewest values that hold four fifths of the rows that have one.
std::size_t valuesOfMost(const ColumnCoverage& column);
inline constexpr double kMostRows = 0.8;

}  // namespace reckoner
