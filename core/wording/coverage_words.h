// What the Coverage tab says about columns, their values and what they can support.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/metrics/coverage_board.h"
#include "core/wording/decide_sentences.h"
#include "core/wording/sentence.h"

namespace reckoner {

// One column in the table, beside its claims (those of its own segments).
struct CoverageRow {
    std::string name;       // "job"
    std::string values;     // "4"; of numbers "10 groups"
    std::string effective;  // "2.2"
    std::string largest;    // "fixed 63 %, freelance 23 %"
    std::string missing;    // "2.1 %", "none"
    std::string elsewhere;  // "1 only here, 2 only there"; "" without another run
    std::string thin;       // "2 of 4"
    std::size_t thinCount = 0;
};
CoverageRow coverageRow(const CoverageBoard& board, std::size_t column,
                        const std::vector<SegmentClaim>& claims);

// "17 of 25 groups are too small for a claim about recall."
Sentence coverageHeadline(const CoverageBoard& board, const std::vector<SegmentClaim>& claims,
                          const MetricEntry& metric);
// What is counted, and what "too small" means, with formula and power in words.
std::string coverageSummary(const CoverageBoard& board, const MetricEntry& metric, const Vocabulary& words);
// "job: 4 values, as even as 2.2 of the same size; by entropy 2.7."
std::string columnSentence(const CoverageBoard& board, std::size_t column, const Vocabulary& words);
// "Values from 18 to 68; 12 lie outside those of v1 · W27, 18 to 65."; "" where there is nothing to say.
std::string rangeSentence(const CoverageBoard& board, std::size_t column);

// "enough", "340 more", "never: the rest is too small", "everybody".
std::string claimText(const SegmentClaim& claim);
// "63 %", with enough digits for small shares: "0.4 %".
std::string coverageShare(std::uint64_t part, std::uint64_t whole);
// A range of a column of numbers, for a chip: "income 100 to 200".
std::string rangeText(const EvalTable& table, const std::string& column, double lo, double hi);
// The values only one run has, by name: "only here: a, b; only in v1 · W27: c". Empty: none.
std::string elsewhereText(const CoverageBoard& board, std::size_t column);

}  // namespace reckoner
