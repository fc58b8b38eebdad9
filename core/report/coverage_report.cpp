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
    }
    if (value.other) document["other_rows"] = *value.other;
    return document;
}

Json columnJson(const CoverageBoard& board, std::size_t column, const std::vector<SegmentClaim>& claims) {
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
    document["values"] = Json::array();
    for (const CoveredValue& value : one.values)
        document["values"].push_back(valueJson(board, column, value, claims));
    return document;
}

}  // namespace

Json coverageJson(const CoverageBoard& board, double threshold, const MetricEntry& metric) {
    const auto claims = segmentClaims(*board.segments(), board.segments()->at(threshold, metric));
    Json document = Json::object();
    for (std::size_t column = 0; column < board.columns().size(); ++column)
        document[board.columns()[column].column.name] = columnJson(board, column, claims);
    return document;
}

std::string coverageText(const CoverageBoard& board, double threshold, const MetricEntry& metric,
                         const Vocabulary& words) {
    using Align = TextTable::Align;
    const auto claims = segmentClaims(*board.segments(), board.segments()->at(threshold, metric));
    const bool compared = board.request().other != nullptr;
    std::vector<TextTable::Head> heads{{"Column"},
                                       {"Values", Align::Right},
                                       {"As even as", Align::Right},
                                       {"The largest"},
                                       {"Missing", Align::Right}};
    if (compared) heads.push_back({"Not in both", Align::Right});
    heads.push_back({"Too small", Align::Right});
    TextTable table(heads);
    for (std::size_t column = 0; column < board.columns().size(); ++column) {
        const CoverageRow row = coverageRow(board, column, claims);
        std::vector<std::string> cells{row.name, row.values, row.effective, row.largest, row.missing};
        if (compared) cells.push_back(row.elsewhere);
        cells.push_back(row.thin);
        table.add(std::move(cells));
    }
    return terminalText(plain(coverageHeadline(board, claims, metric))) + "\n" + table.text() +
           terminalText(coverageSummary(board, metric, words)) + "\n";
}

}  // namespace reckoner
