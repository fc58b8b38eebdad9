#include "core/wording/coverage_words.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/metrics/sample_need.h"
#include "core/wording/number_format.h"
#include "core/wording/segment_words.h"

namespace reckoner {
namespace {

constexpr std::size_t kNamed = 3;

std::string columnName(const CoverageBoard& board, std::size_t column) {
    return segmentColumnName(*board.request().run->request.table, {board.columns()[column].column.name});
}

std::string effectiveText(const Value& effective) {
    return effective ? fixed(*effective, *effective < 100 ? 1 : 0) : "n/a";
}

std::string numberText(double number) {
    return number == static_cast<double>(static_cast<long long>(number)) ? fixed(number, 0)
                                                                         : threshold(number);
}

std::size_t thinIn(const CoverageBoard& board, std::size_t column, const std::vector<SegmentClaim>& claims,
                   std::size_t* all) {
    std::size_t thin = 0;
    *all = 0;
    for (std::size_t i = 0; i < claims.size(); ++i) {
        if (board.segments()->segments()[i].set != column) continue;
        ++*all;
        thin += claims[i].thin() ? 1 : 0;
    }
    return thin;
}

// Numbers cut into groups, not values.
bool inBins(const ColumnCoverage& column) {
    return column.range && std::any_of(column.values.begin(), column.values.end(), [](const auto& value) {
               return value.value && value.value->ends_with(']');
           });
}

std::string namesOf(const ColumnCoverage& column, bool here) {
    std::string text;
    std::size_t named = 0;
    std::size_t all = 0;
    for (const CoveredValue& value : column.values) {
        if (!value.value || !value.other) continue;
        const bool wanted = here ? value.rows > 0 && *value.other == 0 : value.rows == 0 && *value.other > 0;
        if (!wanted) continue;
        ++all;
        if (named == kNamed) continue;
        ++named;
        text += (text.empty() ? "" : ", ") +
                fmt::format("{} ({})", *value.value, count(here ? value.rows : *value.other));
    }
    if (all > named) text += fmt::format(" and {} more", count(all - named));
    return text;
}

}  // namespace

std::string coverageShare(std::uint64_t part, std::uint64_t whole) {
    if (whole == 0) return "n/a";
    const double share = static_cast<double>(part) / static_cast<double>(whole);
    if (part > 0 && share < 0.001) return "< 0.1\u202F%";
    return percent(share, share < 0.0995 ? 1 : 0);
}

CoverageRow coverageRow(const CoverageBoard& board, std::size_t column,
                        const std::vector<SegmentClaim>& claims) {
    const ColumnCoverage& one = board.columns()[column];
    CoverageRow row;
    row.name = columnName(board, column);
    row.values = count(one.distinct()) + (inBins(one) ? " groups" : "");
    row.effective = effectiveText(one.effective());
    const std::vector<std::size_t> order = one.largest();
    for (std::size_t i = 0; i < std::min<std::size_t>(2, order.size()); ++i) {
        const CoveredValue& value = one.values[order[i]];
        if (value.rows == 0) continue;
        row.largest += (i == 0 ? "" : ", ") + fmt::format("{} {}", groupLabel(*value.value),
                                                          coverageShare(value.rows, one.present()));
    }
    row.missing = one.missing == 0 ? "none" : coverageShare(one.missing, one.rows);
    if (one.otherRows && one.range)
        row.elsewhere = one.range->below + one.range->above == 0
                            ? "none"
                            : fmt::format("{} outside", count(one.range->below + one.range->above));
    else if (one.otherRows)
        row.elsewhere = one.onlyHere() + one.onlyThere() == 0
                            ? "none"
                            : fmt::format("{} here, {} there", count(one.onlyHere()), count(one.onlyThere()));
    else if (board.request().other)
        row.elsewhere = "no such column";
    std::size_t all = 0;
    row.thinCount = thinIn(board, column, claims, &all);
    row.thin = fmt::format("{} of {}", count(row.thinCount), count(all));
    return row;
}

Sentence coverageHeadline(const CoverageBoard& board, const std::vector<SegmentClaim>& claims,
                          const MetricEntry& metric) {
    if (board.columns().empty()) return {{"No column of this run makes segments."}};
    std::size_t thin = 0;
    for (const SegmentClaim& claim : claims)
        thin += claim.thin() ? 1 : 0;
    const std::string points = fixed(kToldDifference * 100, 0);
    if (thin == 0)
        return {{fmt::format("Every group is large enough to tell {} points of {} from the rest.", points,
                             metricName(metric))}};
    return {
        {fmt::format("{} of {} groups are too small", count(thin), count(claims.size())), Emphasis::Strong},
        {fmt::format(" to tell {} points of {} from the rest.", points, metricName(metric))}};
}

std::string coverageSummary(const CoverageBoard& board, const MetricEntry& metric, const Vocabulary& words) {
    const ColumnCoverage* first = board.columns().empty() ? nullptr : &board.columns().front();
    return fmt::format(
        "{} {} of {} {}. Enough: a two-sided test of two shares at 5\u202F% finds a difference of {} points "
        "in "
        "{} in {} of 5 cases (power {}; Fleiss, Levin and Paik 2003, 4.2).",
        count(board.columns().size()), board.columns().size() == 1 ? "column" : "columns",
        count(first ? first->rows : 0), words.samples, fixed(kToldDifference * 100, 0), metricName(metric),
        fixed(kToldPower * 5, 0), percent(kToldPower));
}

std::string columnSentence(const CoverageBoard& board, std::size_t column, const Vocabulary& words) {
    const ColumnCoverage& one = board.columns()[column];
    if (one.present() == 0)
        return fmt::format("{} is missing in all {} {}.", columnName(board, column), count(one.rows),
                           words.samples);
    const std::string top = one.distinct() > kNamed ? fmt::format(" The {} largest hold {}.", kNamed,
                                                                  percentText(one.topShare(kNamed)))
                                                    : std::string();
    return fmt::format(
        "{} {}, as concentrated as {} of the same size (inverse Simpson index; by entropy {}).{}",
        count(one.distinct()),
        inBins(one)           ? "groups"
        : one.distinct() == 1 ? "value"
                              : "values",
        effectiveText(one.effective()), effectiveText(one.effectiveByEntropy()), top);
}

std::string rangeSentence(const CoverageBoard& board, std::size_t column) {
    const ColumnCoverage& one = board.columns()[column];
    if (!one.range) return {};
    const std::string own =
        fmt::format("From {} to {}", numberText(one.range->lo), numberText(one.range->hi));
    if (!one.range->otherLo) return own + ".";
    const std::uint64_t outside = one.range->below + one.range->above;
    return fmt::format("{}; in {} from {} to {}: {} outside of that.", own, board.request().otherName,
                       numberText(*one.range->otherLo), numberText(*one.range->otherHi),
                       outside == 0   ? "none lies"
                       : outside == 1 ? "1 lies"
                                      : count(outside) + " lie");
}

std::string claimText(const SegmentClaim& claim) {
    if (claim.alone) return "everybody";
    if (!claim.more) return "rest too small";
    if (*claim.more == 0) return "enough";
    return count(*claim.more) + " more";
}

std::string rangeText(const EvalTable& table, const std::string& column, double lo, double hi) {
    return fmt::format("{} {} to {}", segmentColumnName(table, {column}), numberText(lo), numberText(hi));
}

std::string elsewhereText(const CoverageBoard& board, std::size_t column) {
    const ColumnCoverage& one = board.columns()[column];
    const std::string here = namesOf(one, true);
    const std::string there = namesOf(one, false);
    std::string text;
    if (!here.empty()) text = "Only here: " + here + ".";
    if (!there.empty())
        text += (text.empty() ? "" : " ") + fmt::format("Only in {}: {}.", board.request().otherName, there);
    return text;
}

}  // namespace reckoner
