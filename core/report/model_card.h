// A model card: what a version decides, how well, for whom not, who answers for it.
#pragma once

#include <vector>

#include "core/report/scorecard.h"
#include "core/review/brief.h"
#include "core/review/decision.h"
#include "core/review/experiment.h"
#include "core/review/stage.h"

namespace reckoner {

struct ModelCard {
    ScorecardRun run;
    std::vector<BriefAnswer> answers;
    std::optional<RegistryEntry> registry;
    std::vector<Decision> decisions;      // of the model
    std::vector<Experiment> experiments;  // of the model
    std::string parent;                   // version name; may be empty
    std::string today;                    // ISO date
};

Document modelCard(const ModelCard& card);

}  // namespace reckoner
