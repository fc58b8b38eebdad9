// What the window shows, as one value: serves Back and Forward, session restore, a bound view, `render`.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "core/cost/tier_plan.h"
#include "core/data/eval_table.h"

namespace reckoner {

struct ReviewState {
    std::int64_t model = 0;  // store ids; 0: none
    RunId run = 0;
    RunId baseline = 0;                          // 0: compared with nothing
    std::string cohort;                          // filter expression; empty: all
    std::string scenario;                        // which costs; empty: the likely ones
    std::string positive;                        // multiclass: the class looked at; empty: the run's own
    std::map<RunId, double> thresholds;          // the operating point of each run looked at
    std::map<RunId, TierPlan> tiers;             // the cut-offs of each run that was looked at in tiers
    std::string page = "decide";                 // id of the page list
    std::map<std::string, std::string> options;  // page-owned: "decide.chart" = "pr"

    bool operator==(const ReviewState&) const = default;
    std::optional<double> threshold() const;
    // Of the run on the screen; nothing until there are tiers for it.
    const TierPlan* tierPlan() const;

    std::string toJson() const;
    // Unknown keys are ignored, wrong types fall back to the default.
    static ReviewState fromJson(const std::string& text);
};

}  // namespace reckoner
