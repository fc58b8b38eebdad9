// A model card: what a version decides, how well, for whom not, who answers for it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/report/class_scorecard.h"
#include "core/report/scorecard.h"
#include "core/review/brief.h"
#include "core/review/decision.h"
#include "core/review/experiment.h"
#include "core/review/stage.h"
#include "core/wording/version_words.h"

namespace reckoner {

// What is told of the run in the card's order, of two classes or of several.
struct CardBody {
    std::vector<Block> summary;
    std::vector<Block> quality;     // how well it decides
    std::vector<Block> weaknesses;  // for whom it decides worse
    std::vector<Block> history;
    std::vector<Block> remarks;  // what the figures assume
    std::string share;           // "share of defaults"; empty: of several classes
    std::string shareText;
    std::vector<LatencyNumbers> latency;  // of the run, where it is measured
};

struct ModelCard {
    RunRow row;
    std::string model;  // its title
    CardBody body;
    std::optional<Policy> policy;  // in force for the version
    std::optional<GateResult> gate;
    VersionWords words;
    std::vector<ReportedCase> cases;
    std::vector<BriefAnswer> answers;
    std::optional<RegistryEntry> registry;
    std::vector<Decision> decisions;      // of the model
    std::vector<Experiment> experiments;  // of the model
    std::string parent;                   // version name; may be empty
    std::string today;                    // ISO date
};

CardBody cardBody(const ScorecardRun& run);
CardBody cardBody(const ClassScorecardRun& run);
Document modelCard(const ModelCard& card);

}  // namespace reckoner
