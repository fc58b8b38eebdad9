// One state of a model's costs as somebody wrote it down. Append-only: superseded, never edited.
#pragma once

#include <cstdint>
#include <string>

#include "core/cost/cost_model.h"
#include "core/wording/vocabulary.h"

namespace reckoner {

// The scenario every model has.
inline constexpr const char* kLikelyScenario = "likely";

struct CostModelRow {
    std::int64_t id = 0;
    std::int64_t modelId = 0;
    CostModel costs;
    Vocabulary words;
    std::string who;
    std::string why;
    std::string at;                          // ISO time, filled by the store
    std::string scenario = kLikelyScenario;  // one of the variants people switch between
    std::string cohort{};                    // uid of the saved cohort whose own costs these are; empty: all
    bool removed = false;                    // from here on the scenario (or the cohort's own costs) is gone
    bool operator==(const CostModelRow&) const = default;
};

}  // namespace reckoner
