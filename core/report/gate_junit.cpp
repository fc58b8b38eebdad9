#include <fmt/format.h>

#include "core/report/document.h"
#include "core/report/gate_report.h"
#include "core/report/text_table.h"
#include "core/wording/requirement_words.h"

namespace reckoner {
namespace {

// What XML may hold: no control characters, no bytes that are no UTF-8, no U+FFFE and U+FFFF.
std::string xmlText(std::string_view text) {
    std::string safe = escapedHtml(terminalText(text));
    for (const std::string_view noCharacter : {"\xEF\xBF\xBE", "\xEF\xBF\xBF"})
        for (std::size_t at = safe.find(noCharacter); at != std::string::npos;
             at = safe.find(noCharacter, at))
            safe.replace(at, 3, "\xEF\xBF\xBD");
    return safe;
}

bool leans(const RequirementResult& result) {
    return result.state == RequirementState::LeaningMet || result.state == RequirementState::LeaningFailed;
}

bool fails(const RequirementResult& result, bool strict) {
    return result.state == RequirementState::Failed || (strict && leans(result));
}

bool skips(const RequirementResult& result, bool strict) {
    return result.state == RequirementState::Waived || (!strict && leans(result));
}

std::string messageOf(const RequirementResult& result) {
    std::string message = std::string(title(result.state)) + ": " + resultText(result);
    if (const std::string needed = neededText(result); !needed.empty()) message += "; " + needed;
    if (const std::string waiver = waiverText(result); !waiver.empty()) message += "; " + waiver;
    return message;
}

std::string testCase(const GateResult& gate, const RequirementResult& result, bool strict) {
    const std::string head = fmt::format(
        "    <testcase classname=\"{}\" name=\"{}\"", xmlText(gate.model),
        xmlText(fmt::format("{}: {}", result.requirement().id, requirementText(result.requirement()))));
    const std::string message = xmlText(messageOf(result));
    if (fails(result, strict))
        return fmt::format("{}>\n      <failure type=\"{}\" message=\"{}\">{}</failure>\n    </testcase>\n",
                           head, name(result.state), message, message);
    if (skips(result, strict))
        return fmt::format("{}>\n      <skipped message=\"{}\"/>\n    </testcase>\n", head, message);
    return fmt::format("{}>\n      <system-out>{}</system-out>\n    </testcase>\n", head, message);
}

}  // namespace

std::string gateJUnit(const GateResult& gate, bool strict) {
    std::size_t failures = 0, skipped = 0;
    std::string cases;
    for (const RequirementResult& result : gate.results) {
        failures += fails(result, strict) ? 1 : 0;
        skipped += skips(result, strict) ? 1 : 0;
        cases += testCase(gate, result, strict);
    }
    const std::string counts = fmt::format("tests=\"{}\" failures=\"{}\" errors=\"0\" skipped=\"{}\"",
                                           gate.results.size(), failures, skipped);
    return fmt::format(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites {}>\n  <testsuite name=\"{}\" {}>\n{}"
        "  </testsuite>\n</testsuites>\n",
        counts, xmlText(fmt::format("{} {}@{}", gate.model, gate.version, gate.evalSet)), counts, cases);
}

}  // namespace reckoner
