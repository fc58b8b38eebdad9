#include <algorithm>
#include <cmath>

#include "core/import/cell_number.h"
#include "core/import/class_guess.h"
#include "core/import/role_guess.h"
#include "core/import/time_text.h"

namespace reckoner {

namespace {

void addNumber(ColumnFacts& facts, double number) {
    const bool first = facts.numbers++ == 0;
    if (!std::isfinite(number)) return;
    facts.fractions += number != std::floor(number) ? 1 : 0;
    facts.lowest = first ? number : std::min(facts.lowest, number);
    facts.highest = first ? number : std::max(facts.highest, number);
}

bool isJsonObject(const SampleCell& cell) {
    if (cell.kind == CellKind::Json) return cell.text.starts_with('{');
    return cell.text.size() >= 2 && cell.text.starts_with('{') && cell.text.ends_with('}') &&
           (cell.text.size() == 2 || cell.text[1] == '"');
}

}  // namespace

ColumnFacts factsOf(const SampleColumn& column, char decimal) {
    ColumnFacts facts;
    facts.rows = column.cells.size();
    for (const SampleCell& cell : column.cells) {
        if (cell.kind == CellKind::Missing || isMissingToken(cell.text)) {
            const bool empty = cell.text.empty() || lowered(cell.text) == "null";
            facts.tokens += empty ? 0 : 1;
            continue;
        }
        ++facts.present;
        facts.bytes += cell.text.size();
        ++facts.distinct[cell.text];
        facts.objects += isJsonObject(cell) ? 1 : 0;
        const double number = cellNumber(cell.text, decimal);
        if (!std::isnan(number)) {
            addNumber(facts, number);
            facts.percents += cell.text.ends_with('%') ? 1 : 0;
        } else if (!std::isnan(readTime(cell.text).seconds)) {
            ++facts.times;
        }
    }
    return facts;
}

KindGuess guessKind(const std::string& columnName, const ColumnFacts& facts) {
    const std::string text = lowered(columnName);
    const auto has = [&](std::string_view word) { return text.find(word) != std::string::npos; };
    if (facts.percents > 0) return {ScoreKind::Percent, "the values carry a percent sign"};
    if (facts.numbers > 0 && facts.lowest >= 0 && facts.highest <= 1)
        return {ScoreKind::Probability, "all values lie between 0 and 1"};
    if (has("logit") || has("log_odds") || has("logodds"))
        return {ScoreKind::Logit, "the name says log-odds"};
    if (has("margin") || has("decision_function")) return {ScoreKind::Margin, "the name says margin"};
    if (facts.lowest >= 0 && facts.highest <= 100)
        return {ScoreKind::Percent, "the values lie between 0 and 100"};
    if (facts.lowest < 0) return {ScoreKind::Margin, "some values are negative"};
    return {ScoreKind::Raw, "the values go beyond 100"};
}

}  // namespace reckoner
