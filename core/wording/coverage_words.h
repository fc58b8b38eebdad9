// What the Coverage tab says about columns, their values and what they can support.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/metrics/coverage_board.h"
#include "core/metrics/coverage_findings.h"
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
    std::string thin;       // "2 of 4": groups of which nothing can be said
    std::string matters;    // its weightiest finding in short; without any what it mostly holds
    bool found = false;     // it has one
};
CoverageRow coverageRow(const CoverageBoard& board, std::size_t column,
                        const std::vector<SegmentClaim>& claims,
                        const std::vector<CoverageFinding>& findings);

// The weightiest finding: "80 of 100 rows come from 3 of 40 values of **shop**, as good as 6 sources."
Sentence coverageHeadline(const CoverageBoard& board, const std::vector<SegmentClaim>& claims,
                          const std::vector<CoverageFinding>& findings, const MetricEntry& metric,
                          const Vocabulary& words);
// One finding in full.
Sentence findingSentence(const CoverageBoard& board, const std::vector<SegmentClaim>& claims,
                         const CoverageFinding& finding, const MetricEntry& metric, const Vocabulary& words);
// How many columns, and which differences how many groups can tell.
std::string coverageSummary(const CoverageBoard& board, const std::vector<SegmentClaim>& claims,
                            const MetricEntry& metric, const Vocabulary& words);
// What "tell" means, with formula and power in words.
std::string coverageMethod(const MetricEntry& metric);
// "8 more columns, nothing odd".
std::string foldedText(std::size_t columns);
// "job: 4 values, as even as 2.2 of the same size; by entropy 2.7."
std::string columnSentence(const CoverageBoard& board, std::size_t column, const Vocabulary& words);
// "Values from 18 to 68; 12 lie outside those of v1 · W27, 18 to 65."; "" where there is nothing to say.
std::string rangeSentence(const CoverageBoard& board, std::size_t column);

// What a group can tell: "12 points", "nothing", "everybody".
std::string tellsText(const SegmentClaim& claim);
// "enough", "340 more", "never: the rest is too small", "everybody".
std::string claimText(const SegmentClaim& claim);
// "63 %", with enough digits for small shares: "0.4 %".
std::string coverageShare(std::uint64_t part, std::uint64_t whole);
// A range of a column of numbers, for a chip: "income 100 to 200".
std::string rangeText(const EvalTable& table, const std::string& column, double lo, double hi);
// The values only one run has, by name: "only here: a, b; only in v1 · W27: c". Empty: none.
std::string elsewhereText(const CoverageBoard& board, std::size_t column);

}  // namespace reckoner
