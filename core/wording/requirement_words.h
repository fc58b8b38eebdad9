// How a requirement reads, and what a run's figures say about it.
#pragma once

#include <string>

#include "core/review/gate.h"

namespace reckoner {

// "Recall reaches 0.8 and aims at 0.9 where job = 'partime', by 30 June 2026";
// "Recall reaches 0.7 in at least 90 % of the segments of job"; "ROC AUC is no more than 0.01 worse than v2".
std::string requirementText(const Requirement& requirement);
// The same with its reason and owner: "...; because ... (Risk)".
std::string requirementTextInFull(const Requirement& requirement);

// "met", "target met", "failed", "leaning met", "leaning failed", "waived".
std::string_view title(RequirementState state);
// A figure of the metric as it is shown: "0.634", "118 ms", "64,100".
std::string figureText(const std::string& metric, double value);
// "0.634, between 0.528 and 0.731"; against a baseline "−0.250 to v1, between ..."; else the reason.
std::string resultText(const RequirementResult& result);
// "about 1,204 more samples would settle it"; empty when it is settled.
std::string neededText(const RequirementResult& result);
// "waived by Risk on 4 March 2026: one month"; empty without.
std::string waiverText(const RequirementResult& result);

// Why a requirement is asked for, where it comes from a tag, a case or a slice: "12 notes say "thin file"".
std::string tagAsReason(const std::string& tag, std::uint64_t samples);
std::string caseAsReason(const std::string& outcome);
std::string sliceAsReason(const Value& errorRate);

// "Passed: 3 met.", "Failed: 1 of 4 failed, 1 leaning.", "Not enough evidence: 2 of 3 leaning."
std::string gateText(const GateResult& gate);
// Its two parts: "Failed: 2 of 7 failed, 3 leaning.", and what was left out; the second may be empty.
std::string gateVerdictText(const GateResult& gate);
std::string gateLeftOutText(const GateResult& gate);

}  // namespace reckoner
