#include "core/metrics/coverage_findings.h"

#include <algorithm>
#include <numeric>

namespace reckoner {
namespace {

constexpr double kSomeMissing = 0.01;
constexpr double kSomeOutside = 0.001;
constexpr double kConcentrated = 0.5;  // effective number over number of values
constexpr std::size_t kFewestValues = 3;
constexpr std::size_t kFewToTell = 10;

double share(std::uint64_t part, std::uint64_t whole) {
    return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

void addNewValues(const ColumnCoverage& column, CoverageFinding finding,
                  std::vector<CoverageFinding>& findings) {
    if (!column.otherRows || column.range) return;
    if (column.onlyHere() + column.onlyThere() == 0) return;
    std::uint64_t gone = 0;
    for (const CoveredValue& value : column.values) {
        if (!value.value || !value.other) continue;
        if (*value.other == 0) finding.rows += value.rows;
        if (value.rows == 0) gone += *value.other;
    }
    finding.kind = CoverageKind::NewValues;
    finding.weight = 0.6 + 0.4 * std::max(share(finding.rows, column.rows), share(gone, *column.otherRows));
    findings.push_back(finding);
}

void addRange(const ColumnCoverage& column, CoverageFinding finding, std::vector<CoverageFinding>& findings) {
    if (!column.range || !column.range->otherLo) return;
    finding.rows = column.range->below + column.range->above;
    const double outside = share(finding.rows, column.rows);
    if (outside < kSomeOutside) return;
    finding.kind = CoverageKind::OutOfRange;
    finding.weight = 0.3 + 0.7 * outside;
    findings.push_back(finding);
}

void addMissing(const ColumnCoverage& column, CoverageFinding finding,
                std::vector<CoverageFinding>& findings) {
    const double now = share(column.missing, column.rows);
    const bool compared = column.otherRows && column.otherMissing;
    const bool grew = compared && now - share(*column.otherMissing, *column.otherRows) >= kSomeMissing;
    if (now < kSomeMissing && !grew) return;
    finding.kind = CoverageKind::Missing;
    finding.rows = column.missing;
    finding.weight = (grew ? 0.6 : 0.2) + (grew ? 0.4 : 0.8) * now;
    findings.push_back(finding);
}

void addConcentrated(const ColumnCoverage& column, bool names, CoverageFinding finding,
                     std::vector<CoverageFinding>& findings) {
    const Value effective = column.effective();
    if (!names || !effective || column.distinct() < kFewestValues) return;
    const double evenness = *effective / static_cast<double>(column.distinct());
    if (evenness > kConcentrated) return;
    finding.kind = CoverageKind::Concentrated;
    const std::size_t most = valuesOfMost(column);
    finding.values = most > kFewToTell ? kFewestValues : most;
    const std::vector<std::size_t> order = column.largest();
    for (std::size_t i = 0; i < finding.values; ++i)
        finding.rows += column.values[order[i]].rows;
    finding.weight = 0.5 * (1 - evenness);
    findings.push_back(finding);
}

void addThin(const CoverageBoard& board, const std::vector<SegmentClaim>& claims, CoverageFinding finding,
             std::vector<CoverageFinding>& findings) {
    const auto& segments = board.segments()->segments();
    std::size_t all = 0;
    for (std::size_t i = 0; i < segments.size(); ++i) {
        if (segments[i].set != finding.column) continue;
        ++all;
        if (!claims[i].silent()) continue;
        finding.segments.push_back(i);
        finding.rows += segments[i].n;
    }
    if (finding.segments.empty()) return;
    std::stable_sort(finding.segments.begin(), finding.segments.end(),
                     [&](std::size_t a, std::size_t b) { return segments[a].n > segments[b].n; });
    finding.kind = CoverageKind::Thin;
    finding.values = finding.segments.size();
    finding.weight = 0.05 + 0.25 * share(finding.values, all);
    findings.push_back(finding);
}

}  // namespace

std::size_t valuesOfMost(const ColumnCoverage& column) {
    std::uint64_t rows = 0;
    std::size_t taken = 0;
    for (const std::size_t i : column.largest()) {
        if (share(rows, column.present()) >= kMostRows) break;
        rows += column.values[i].rows;
        ++taken;
    }
    return taken;
}

std::vector<CoverageFinding> coverageFindings(const CoverageBoard& board,
                                              const std::vector<SegmentClaim>& claims) {
    std::vector<CoverageFinding> findings;
    for (std::size_t c = 0; c < board.columns().size(); ++c) {
        const ColumnCoverage& column = board.columns()[c];
        CoverageFinding finding;
        finding.column = c;
        addNewValues(column, finding, findings);
        addRange(column, finding, findings);
        addMissing(column, finding, findings);
        addConcentrated(column, !column.range, finding, findings);
        addThin(board, claims, finding, findings);
    }
    std::stable_sort(findings.begin(), findings.end(),
                     [](const auto& a, const auto& b) { return a.weight > b.weight; });
    return findings;
}

std::vector<std::size_t> columnsByWeight(const CoverageBoard& board,
                                         const std::vector<CoverageFinding>& findings) {
    std::vector<std::size_t> order;
    std::vector<bool> taken(board.columns().size());
    const auto take = [&](std::size_t column) {
        if (!taken[column]) order.push_back(column);
        taken[column] = true;
    };
    for (const CoverageFinding& finding : findings)
        take(finding.column);
    for (std::size_t c = 0; c < taken.size(); ++c)
        take(c);
    return order;
}

}  // namespace reckoner
