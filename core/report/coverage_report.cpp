#include "core/report/coverage_report.h"

#include <nlohmann/json.hpp>

#include "core/report/text_table.h"
#include "core/wording/coverage_words.h"

namespace reckoner {
namespace {

Json valueJson(const CoverageBoard& board, std::size_t column, const CoveredValue& value,
               const std::vector<SegmentClaim>& claims) {
    Json document = {{"value", value.value ? Json(*value.value) : Json(nullptr)}, {"rows", value.rows}};
    if (const auto segment = board.segmentOf(column, value.value)) {
        const SegmentClaim& claim = claims[*segment];
        document["trials"] = jsonNumber(claim.trials);
        document["needed"] = claim.needed ? Json(*claim.needed) : Json(nullptr);
        document["more"] = claim.more ? Json(*claim.more) : Json(nullptr);
        document["tells"] = claim.tells ? jsonNumber(*claim.tells) : Json(nullptr);
    }
    if (value.other) document["other_rows"] = *value.other;
    return document;
}

const char* nameOf(CoverageKind kind) {
    switch (kind) {
        case CoverageKind::NewValues:
            return "new_values";
        case CoverageKind::OutOfRange:
            return "out_of_range";
        case CoverageKind::Missing:
            return "missing";
        case CoverageKind::Concentrated:
            return "concentrated";
        case CoverageKind::Thin:
            break;
    }
    return "thin";
}

Json columnJson(const CoverageBoard& board, std::size_t column, const std::vector<SegmentClaim>& claims,
                const std::vector<CoverageFinding>& findings) {
    const ColumnCoverage& one = board.columns()[column];
    Json document = {{"rows", one.rows},
                     {"missing", one.missing},
                     {"missing_share", jsonValue(one.missingShare())},
                     {"distinct", one.distinct()},
                     {"effective", jsonValue(one.effective())},
                     {"effective_entropy", jsonValue(one.effectiveByEntropy())},
                     {"top_1_share", jsonValue(one.topShare(1))},
                     {"top_3_share", jsonValue(one.topShare(3))}};
    if (one.otherRows) {
        document["other_rows"] = *one.otherRows;
        document["other_missing"] = one.otherMissing ? Json(*one.otherMissing) : Json(nullptr);
    }
    if (one.range) {
        document["range"] = Json::array({jsonNumber(one.range->lo), jsonNumber(one.range->hi)});
        if (one.range->otherLo) {
            document["other_range"] =
                Json::array({jsonNumber(*one.range->otherLo), jsonNumber(*one.range->otherHi)});
            document["outside"] = one.range->below + one.range->above;
        }
    } else if (one.otherRows) {
        document["only_here"] = one.onlyHere();
        document["only_there"] = one.onlyThere();
    }
    document["findings"] = Json::array();
    for (const CoverageFinding& finding : findings)
        if (finding.column == column)
            document["findings"].push_back({{"kind", nameOf(finding.kind)},
                                            {"weight", jsonNumber(finding.weight)},
                                            {"rows", finding.rows},
                                            {"values", finding.values}});
    document["values"] = Json::array();
    for (const CoveredValue& value : one.values)
        document["values"].push_back(valueJson(board, column, value, claims));
    return document;
}

}  // namespace

Json coverageJson(const CoverageBoard& board, double threshold, const MetricEntry& metric) {
    const auto claims = segmentClaims(*board.segments(), board.segments()->at(threshold, metric));
    const auto findings = coverageFindings(board, claims);
    Json document = Json::object();
    for (std::size_t column = 0; column < board.columns().size(); ++column)
        document[board.columns()[column].column.name] = columnJson(board, column, claims, findings);
    return document;
}

std::string coverageText(const CoverageBoard& board, double threshold, const MetricEntry& metric,
                         const Vocabulary& words) {
    using Align = TextTable::Align;
    const auto claims = segmentClaims(*board.segments(), board.segments()->at(threshold, metric));
    const bool compared = board.request().other != nullptr;
    const auto findings = coverageFindings(board, claims);
    std::vector<TextTable::Head> heads{{"Column"},
                                       {"What matters"},
                                       {"Values", Align::Right},
                                       {"As varied as", Align::Right},
                                       {"Missing", Align::Right}};
    if (compared) heads.push_back({"New or gone", Align::Right});
    heads.push_back({"Too thin", Align::Right});
    TextTable table(heads);
    for (const std::size_t column : columnsByWeight(board, findings)) {
        const CoverageRow row = coverageRow(board, column, claims, findings);
        std::vector<std::string> cells{row.name, row.matters, row.values, row.effective, row.missing};
        if (compared) cells.push_back(row.elsewhere);
        cells.push_back(row.thin);
        table.add(std::move(cells));
    }
    std::string text;
    constexpr std::size_t kTold = 6;
    for (std::size_t i = 0; i < std::min(kTold, findings.size()); ++i)
        text += terminalText(plain(findingSentence(board, claims, findings[i], metric, words))) + "\n";
    if (findings.empty())
        text = terminalText(plain(coverageHeadline(board, claims, findings, metric, words))) + "\n";
    return text + "\n" + table.text() + terminalText(coverageSummary(board, claims, metric, words)) + " " +
           coverageMethod(metric) + "\n";
}

}  // namespace reckoner
