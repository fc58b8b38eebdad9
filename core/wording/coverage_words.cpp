#include "core/wording/coverage_words.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/metrics/sample_need.h"
#include "core/wording/number_format.h"
#include "core/wording/segment_words.h"

namespace reckoner {
namespace {

constexpr std::size_t kNamed = 3;

std::string coverageColumn(const CoverageBoard& board, std::size_t column) {
    return segmentColumnName(*board.request().run->request.table, {board.columns()[column].column.name});
}

std::string effectiveText(const Value& effective) {
    return effective ? fixed(*effective, *effective < 100 ? 1 : 0) : "n/a";
}

std::string numberText(double number) {
    return number == static_cast<double>(static_cast<long long>(number)) ? fixed(number, 0)
                                                                         : threshold(number);
}

std::size_t groupsOf(const CoverageBoard& board, std::size_t column) {
    const auto& segments = board.segments()->segments();
    return static_cast<std::size_t>(
        std::count_if(segments.begin(), segments.end(), [&](const auto& one) { return one.set == column; }));
}

const CoverageFinding* findingOf(const std::vector<CoverageFinding>& findings, std::size_t column,
                                 std::optional<CoverageKind> kind = {}) {
    for (const CoverageFinding& finding : findings)
        if (finding.column == column && (!kind || finding.kind == *kind)) return &finding;
    return nullptr;
}

// "8.6 of 100", small shares "4 of 1,000".
std::string perHundred(std::uint64_t part, std::uint64_t whole) {
    const double share = whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
    if (part == 0) return "none";
    if (share < 0.01) return fmt::format("{} of 1,000", fixed(std::max(1.0, share * 1000), 0));
    return fmt::format("{} of 100", fixed(share * 100, share < 0.0995 ? 1 : 0));
}

// Numbers cut into groups, not values.
bool inBins(const ColumnCoverage& column) {
    return column.range && std::any_of(column.values.begin(), column.values.end(), [](const auto& value) {
               return value.value && value.value->ends_with(']');
           });
}

// "6 values", "1 value", "10 groups".
std::string valuesText(const ColumnCoverage& column, std::size_t n) {
    const char* word = inBins(column) ? (n == 1 ? "group" : "groups") : (n == 1 ? "value" : "values");
    return fmt::format("{} {}", count(n), word);
}

// How much is missing in the other run, where that is another figure.
std::string missingThere(const ColumnCoverage& column, const std::string& before, const std::string& after) {
    if (!column.otherMissing) return {};
    const std::string theirs = perHundred(*column.otherMissing, *column.otherRows);
    return theirs == perHundred(column.missing, column.rows) ? std::string() : before + theirs + after;
}

// " (married, single)"; of many nothing.
std::string topNames(const ColumnCoverage& column, std::size_t n) {
    if (n > kNamed) return {};
    const std::vector<std::size_t> order = column.largest();
    std::string text;
    for (std::size_t i = 0; i < n; ++i)
        text += (i == 0 ? "" : ", ") + oneLine(groupLabel(*column.values[order[i]].value));
    return " (" + text + ")";
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
                fmt::format("{} ({})", oneLine(*value.value), count(here ? value.rows : *value.other));
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

namespace {

std::string matterText(const CoverageBoard& board, const CoverageFinding& finding) {
    const ColumnCoverage& column = board.columns()[finding.column];
    switch (finding.kind) {
        case CoverageKind::NewValues: {
            const std::string fresh = column.onlyHere() == 0
                                          ? std::string()
                                          : fmt::format("{} new ({})", count(column.onlyHere()),
                                                        perHundred(finding.rows, column.rows));
            const std::string gone =
                column.onlyThere() == 0 ? std::string() : fmt::format("{} gone", count(column.onlyThere()));
            return fresh + (fresh.empty() || gone.empty() ? "" : ", ") + gone;
        }
        case CoverageKind::OutOfRange:
            return fmt::format("{} outside {} to {}", count(finding.rows), numberText(*column.range->otherLo),
                               numberText(*column.range->otherHi));
        case CoverageKind::Missing:
            return perHundred(finding.rows, column.rows) + " missing" + missingThere(column, ", ", " there");
        case CoverageKind::Concentrated:
            return fmt::format("{} from {} of {}, as varied as {}",
                               perHundred(finding.rows, column.present()), count(finding.values),
                               count(column.distinct()), effectiveText(column.effective()));
        case CoverageKind::Thin:
            break;
    }
    return fmt::format("{} of {} groups too thin for any claim", count(finding.values),
                       count(groupsOf(board, finding.column)));
}

std::string listed(const std::vector<std::string>& names) {
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i)
        text += (i == 0 ? "" : i + 1 == names.size() ? " and " : ", ") + names[i];
    return text;
}

std::string rowsText(std::uint64_t rows, const Vocabulary& words) {
    return fmt::format("{} {}", count(rows), rows == 1 ? words.sample : words.samples);
}

// "ignore (20; 5 points take 2,658 more)", the largest of them first.
std::string thinNames(const CoverageBoard& board, const std::vector<SegmentClaim>& claims,
                      const CoverageFinding& finding) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < std::min(kNamed, finding.segments.size()); ++i) {
        const BoardSegment& segment = board.segments()->segments()[finding.segments[i]];
        const SegmentClaim& claim = claims[finding.segments[i]];
        const std::string more =
            claim.more ? fmt::format("; 5 points take {} more", count(*claim.more)) : std::string();
        names.push_back(fmt::format("{} ({}{})", segmentValueName(segment.key), count(segment.n), more));
    }
    if (finding.segments.size() > kNamed) names.push_back(count(finding.segments.size() - kNamed) + " more");
    return listed(names);
}

}  // namespace

CoverageRow coverageRow(const CoverageBoard& board, std::size_t column,
                        const std::vector<SegmentClaim>& claims,
                        const std::vector<CoverageFinding>& findings) {
    const ColumnCoverage& one = board.columns()[column];
    CoverageRow row;
    row.name = coverageColumn(board, column);
    row.values = count(one.distinct()) + (inBins(one) ? " groups" : "");
    row.effective = effectiveText(one.effective());
    const std::vector<std::size_t> order = one.largest();
    for (std::size_t i = 0; i < std::min<std::size_t>(2, order.size()); ++i) {
        const CoveredValue& value = one.values[order[i]];
        if (value.rows == 0) continue;
        row.largest += (i == 0 ? "" : ", ") + fmt::format("{} {}", oneLine(groupLabel(*value.value)),
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
                            : fmt::format("{} new, {} gone", count(one.onlyHere()), count(one.onlyThere()));
    else if (board.request().other)
        row.elsewhere = "no such column";
    std::size_t silent = 0;
    for (std::size_t i = 0; i < claims.size(); ++i)
        silent += board.segments()->segments()[i].set == column && claims[i].silent() ? 1 : 0;
    row.thin = silent == 0 ? "none" : fmt::format("{} of {}", count(silent), count(groupsOf(board, column)));
    const CoverageFinding* finding = findingOf(findings, column);
    row.found = finding != nullptr;
    row.matters = finding ? matterText(board, *finding) : "mostly " + row.largest;
    if (!finding && row.largest.empty()) row.matters = "no value at all";
    return row;
}

Sentence findingSentence(const CoverageBoard& board, const std::vector<SegmentClaim>& claims,
                         const CoverageFinding& finding, const MetricEntry& metric, const Vocabulary& words) {
    const ColumnCoverage& column = board.columns()[finding.column];
    const std::string name = coverageColumn(board, finding.column);
    const std::string& other = board.request().otherName;
    switch (finding.kind) {
        case CoverageKind::NewValues: {
            const std::string fresh = namesOf(column, true);
            const std::string gone = namesOf(column, false);
            Sentence sentence{{name, Emphasis::Strong}};
            if (!fresh.empty())
                sentence.push_back(
                    {fmt::format(": {} {} new since {}, {} {}: {}.", valuesText(column, column.onlyHere()),
                                 column.onlyHere() == 1 ? "is" : "are", other,
                                 perHundred(finding.rows, column.rows), words.samples, fresh)});
            if (!gone.empty())
                sentence.push_back({fmt::format("{} {} {} gone: {}.", fresh.empty() ? ":" : "",
                                                valuesText(column, column.onlyThere()),
                                                column.onlyThere() == 1 ? "is" : "are", gone)});
            return sentence;
        }
        case CoverageKind::OutOfRange:
            return {
                {name, Emphasis::Strong},
                {fmt::format(": {} outside {} to {}, the range of {}.",
                             rowsText(finding.rows, words) + (finding.rows == 1 ? " lies" : " lie"),
                             numberText(*column.range->otherLo), numberText(*column.range->otherHi), other)}};
        case CoverageKind::Missing:
            return {{name, Emphasis::Strong},
                    {fmt::format(" is missing in {} {}{}.", perHundred(finding.rows, column.rows),
                                 words.samples, missingThere(column, "; in " + other + " in ", ""))}};
        case CoverageKind::Concentrated:
            return {{perHundred(finding.rows, column.present()) + " " + words.samples, Emphasis::Strong},
                    {fmt::format(" come from {} of {} of ", count(finding.values),
                                 valuesText(column, column.distinct()))},
                    {name, Emphasis::Strong},
                    {fmt::format("{}: as varied as {} equal groups.", topNames(column, finding.values),
                                 effectiveText(column.effective()))}};
        case CoverageKind::Thin:
            break;
    }
    return {{name, Emphasis::Strong},
            {fmt::format(": too thin to tell even {} points of {}: {}.", fixed(kCoarseDifference * 100, 0),
                         metricName(metric), thinNames(board, claims, finding))}};
}

Sentence coverageHeadline(const CoverageBoard& board, const std::vector<SegmentClaim>& claims,
                          const std::vector<CoverageFinding>& findings, const MetricEntry& metric,
                          const Vocabulary& words) {
    if (board.columns().empty()) return {{"No column of this run makes segments."}};
    if (findings.empty())
        return {
            {"Nothing odd: no column rests on few values or lacks many, and every group can tell "
             "something."}};
    return findingSentence(board, claims, findings.front(), metric, words);
}

std::string coverageSummary(const CoverageBoard& board, const std::vector<SegmentClaim>& claims,
                            const MetricEntry& metric, const Vocabulary& words) {
    const ColumnCoverage* first = board.columns().empty() ? nullptr : &board.columns().front();
    const auto telling = [&](double difference) {
        const auto some =
            std::count_if(claims.begin(), claims.end(), [difference](const SegmentClaim& claim) {
                return claim.alone ||
                       (claim.trials >= kFewestTrials && claim.tells && *claim.tells <= difference);
            });
        return some == 0 ? std::string("none") : count(static_cast<std::uint64_t>(some));
    };
    return fmt::format(
        "{} {} of {} {}. About {}, of {} groups {} can tell {} points from the rest, {} can tell 10, {} can "
        "tell {}.",
        count(board.columns().size()), board.columns().size() == 1 ? "column" : "columns",
        count(first ? first->rows : 0), words.samples, metricName(metric), count(claims.size()),
        telling(kToldDifference), fixed(kToldDifference * 100, 0), telling(0.1), telling(kCoarseDifference),
        fixed(kCoarseDifference * 100, 0));
}

std::string coverageMethod(const MetricEntry& metric) {
    return fmt::format(
        "A group tells a difference in {} when a two-sided test of two shares at 5\u202F% finds it in {} of "
        "5 "
        "cases (Fleiss, Levin and Paik 2003, 4.2).",
        metricName(metric), fixed(kToldPower * 5, 0));
}

std::string foldedText(std::size_t columns) {
    return fmt::format("{} more {}, nothing odd", count(columns), columns == 1 ? "column" : "columns");
}

std::string columnSentence(const CoverageBoard& board, std::size_t column, const Vocabulary& words) {
    const ColumnCoverage& one = board.columns()[column];
    if (one.present() == 0)
        return fmt::format("{} is missing in all {} {}.", coverageColumn(board, column), count(one.rows),
                           words.samples);
    const std::string top = one.distinct() > kNamed ? fmt::format(" The {} largest hold {}.", kNamed,
                                                                  percentText(one.topShare(kNamed)))
                                                    : std::string();
    if (one.distinct() == 1) return fmt::format("All {} have the same value.", words.samples);
    return fmt::format("{}, as varied as {} equal groups (inverse Simpson index; by entropy {}).{}",
                       valuesText(one, one.distinct()), effectiveText(one.effective()),
                       effectiveText(one.effectiveByEntropy()), top);
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

std::string tellsText(const SegmentClaim& claim) {
    if (claim.alone) return "everybody";
    if (claim.trials < kFewestTrials || !claim.tells) return "nothing";
    const std::string points = fixed(*claim.tells * 100, *claim.tells < 0.0995 ? 1 : 0);
    return points + (points == "1.0" ? " point" : " points");
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
    if (!here.empty()) text = "New here: " + here + ".";
    if (!there.empty())
        text += (text.empty() ? "" : " ") + fmt::format("Only in {}: {}.", board.request().otherName, there);
    return text;
}

}  // namespace reckoner
