#include "core/report/case_outcome_text.h"

#include <nlohmann/json.hpp>

#include "core/wording/case_sentences.h"

namespace reckoner {

Json caseOutcomesJson(const CaseOutcomes& outcomes) {
    Json document = {{"noted", outcomes.cases.size()}};
    Json samples = Json::object();
    for (const CaseOutcome outcome :
         {CaseOutcome::Fixed, CaseOutcome::StillWrong, CaseOutcome::NewlyWrong, CaseOutcome::StillRight,
          CaseOutcome::AwaitingLabel, CaseOutcome::NotInRun}) {
        const std::string key(name(outcome));
        document[key] = outcomes.count(outcome);
        samples[key] = Json::array();
        for (const NotedCase& one : outcomes.cases)
            if (one.outcome == outcome) samples[key].push_back(one.sampleId);
    }
    document["before_run"] = outcomes.before ? Json(*outcomes.before) : Json(nullptr);
    document["before_version"] =
        outcomes.beforeVersion.empty() ? Json(nullptr) : Json(outcomes.beforeVersion);
    document["samples"] = std::move(samples);
    document["sentence"] = casesSentence(outcomes);
    return document;
}

}  // namespace reckoner
