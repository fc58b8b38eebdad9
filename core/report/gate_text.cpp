#include <cmath>

#include "core/report/gate_report.h"
#include "core/report/text_table.h"
#include "core/wording/number_format.h"
#include "core/wording/policy_words.h"
#include "core/wording/requirement_words.h"

namespace reckoner {
namespace {

std::string detailOf(const RequirementResult& result) {
    std::string text = resultText(result);
    if (const std::string needed = neededText(result); !needed.empty()) text += "; " + needed;
    if (const std::string waiver = waiverText(result); !waiver.empty()) text += "; " + waiver;
    return text;
}

}  // namespace

std::string gateTable(const GateResult& gate) {
    std::string text = terminalText(gate.model + " " + gate.version) + " on " + terminalText(gate.evalSet) +
                       " (run " + count(static_cast<std::uint64_t>(gate.run)) + ")";
    if (gate.point.tiers)
        text += ", tiers from " + cutoffsText(gate.point) + "; counted from the first cut-off, " +
                threshold(countedFrom(gate.point)) + ", money of the tiers";
    else if (!std::isnan(gate.point.threshold))
        text += ", threshold " + threshold(gate.point.threshold);
    text += "\n";
    if (!gate.results.empty()) {
        TextTable table({{"Nr", TextTable::Align::Right}, {"State"}, {"Requirement"}, {"Result"}});
        table.setLongest(120);
        for (const RequirementResult& result : gate.results)
            table.add({std::to_string(result.requirement().id), std::string(title(result.state)),
                       requirementText(result.requirement()), detailOf(result)});
        text += table.text();
    }
    return text + terminalText(gateText(gate)) + "\n";
}

}  // namespace reckoner
