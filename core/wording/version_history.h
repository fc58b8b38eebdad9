// How a version's place in its life, and what is known about it, are written.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/review/stage.h"
#include "core/review/version_results.h"
#include "core/wording/vocabulary.h"

namespace reckoner {

// "production since 11 June 2024"; "no stage yet".
std::string stageSinceText(const RegistryEntry& entry);
// "Candidate" on its day: "17 September 2024, Risk".
std::string stageTitle(Stage stage);  // "In review"
std::string stageCaption(const StageChange& change);

// "p50 21.3, p95 33.9, p99 41.0 ms": measured where a run has a latency column, else as stated; empty:
// neither.
std::string latencyText(const std::optional<VersionFacts>& facts, const LatencyNumbers* measured);
// "0.02 EUR a prediction"; empty where it is not known.
std::string predictionCostText(const std::optional<VersionFacts>& facts);

// The label of a field of what is known, and what it holds; empty fields say so.
struct FactLine {
    std::string name;
    std::string text;
    bool known = false;
};
std::vector<FactLine> factLines(const RegistryEntry& entry, const std::string& parent,
                                const std::string& changelog, const LatencyNumbers* measured);

// What moving it there means for another: "v2 is retired by it." Empty: nothing follows.
std::string consequenceText(const std::vector<RegistryEntry>& entries, std::int64_t version, Stage stage);

// One point of the history of results, for the pointer: "credit-weekly-W23, 9 June 2024: recall 58 of
// 100, between 50 and 65; 550 applications, at 0.42".
std::string resultText(const VersionResult& result, const Vocabulary& words);

}  // namespace reckoner
