#include <nlohmann/json.hpp>

#include "core/report/gate_report.h"
#include "core/report/point_json.h"
#include "core/report/requirement_report.h"
#include "core/wording/requirement_words.h"

namespace reckoner {
namespace {

Json optionalCount(const std::optional<std::uint64_t>& number) {
    return number ? Json(*number) : Json(nullptr);
}

Json segmentJson(const SegmentReach& segment) {
    return {{"segment", segment.name},
            {"n", segment.n},
            {"value", jsonValue(segment.value)},
            {"interval", jsonInterval(segment.interval)},
            {"state", std::string(name(segment.state))},
            {"samples_needed", optionalCount(segment.samplesNeeded)}};
}

Json resultJson(const RequirementResult& result) {
    const Requirement& requirement = result.requirement();
    Json document = {{"id", requirement.id},
                     {"text", requirementText(requirement)},
                     {"state", std::string(name(result.state))},
                     {"value", jsonValue(result.value)},
                     {"interval", jsonInterval(result.interval)},
                     {"floor", optionalNumber(requirement.floor)},
                     {"target", optionalNumber(requirement.target)},
                     {"samples_needed", optionalCount(result.samplesNeeded)},
                     {"metric", requirement.metric},
                     {"n", result.n},
                     {"bound", jsonNumber(result.bound)},
                     {"at_most", result.atMost},
                     {"reason", result.reason.empty() ? Json(nullptr) : Json(result.reason)}};
    if (!requirement.baseline.empty()) {
        document["baseline"] = result.baseline.empty() ? Json(nullptr) : Json(result.baseline);
        document["baseline_value"] = jsonValue(result.baselineValue);
        document["by_at_most"] = optionalNumber(requirement.byAtMost);
    }
    if (requirement.share) {
        document["share"] = *requirement.share;
        document["segments"] = Json::array();
        for (const SegmentReach& segment : result.segments)
            document["segments"].push_back(segmentJson(segment));
    }
    if (result.waiver)
        document["waiver"] = {
            {"who", result.waiver->who},
            {"why", result.waiver->why},
            {"at", result.waiver->at},
            {"until", result.waiver->until.empty() ? Json(nullptr) : Json(result.waiver->until)},
            {"without", std::string(name(result.unwaived))}};
    return document;
}

}  // namespace

Json gateJson(const GateResult& gate) {
    Json results = Json::array();
    for (const RequirementResult& result : gate.results)
        results.push_back(resultJson(result));
    Json leftOut = Json::array();
    for (const Requirement& requirement : gate.leftOut)
        leftOut.push_back({{"id", requirement.id}, {"text", requirementText(requirement)}});
    return {
        {"requirements", results},
        {"verdict", std::string(name(gate.verdict()))},
        {"checked", gate.results.size()},
        {"left_out", leftOut},
        {"run",
         {{"id", gate.run}, {"model", gate.model}, {"version", gate.version}, {"eval_set", gate.evalSet}}},
        {"threshold", jsonNumber(countedFrom(gate.point))},
        {"cutoffs", cutoffsJson(gate.point)},
        {"bootstrap", {{"replicates", gate.replicates}, {"seed", gate.seed}}}};
}

}  // namespace reckoner
