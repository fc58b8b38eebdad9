// How the scores of a run are divided into tiers, and what happens in each: names, actions, who acts, by
// when.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace reckoner {

// What is done with the samples of a tier: nothing (they are let through), people look at each and decide, or
// it is done without looking (they are flagged).
enum class TierAct { None, Review, Automatic };

struct TierRule {
    std::string name;  // "urgent"
    TierAct act = TierAct::None;
    std::string action;  // "call the ward"
    std::string who;     // "nurse on duty"
    std::string within;  // "15 minutes"
    bool operator==(const TierRule&) const = default;
};

inline constexpr std::size_t kMostCutoffs = 3;

struct TierPlan {
    std::vector<double> cutoffs;  // one to three, ascending; equal ones leave nothing between them
    std::vector<TierRule> tiers;  // one more than cut-offs, from the lowest scores up
    // What the team says of its reviews; nothing: what the cost model says.
    std::optional<double> reviewCost;  // of one, in the cost model's unit
    std::optional<double> accuracy;    // share of reviews that decide right
    std::optional<double> capacity;    // reviews a period (in this run, where no volume is known)
    std::optional<double> minutes;     // one review takes
    bool operator==(const TierPlan&) const = default;

    // By score, as `score >= cut-off`. Precondition: check() holds.
    std::size_t tierOf(double score) const;
};

// Throws Error{Usage} with what is wrong: cut-offs that are NaN, too many or out of order, tiers that do not
// fit them, a share outside [0, 1], a negative capacity or duration.
void check(const TierPlan& plan);

// Moves one cut-off; it stops at its neighbours. Precondition: at < cutoffs.size(), value is not NaN.
void moveCutoff(TierPlan& plan, std::size_t at, double value);

// Usual plans by number of cut-offs (1 to 3), without cut-offs yet: no action | automatic; no action | review
// | automatic; nothing | watch | monitor | urgent.
std::vector<TierRule> usualTiers(std::size_t cutoffs);

// The lowest cut-off from which up something is done; +infinity when nothing ever is. -infinity when it is
// done to all.
double actingThreshold(const TierPlan& plan);

// The tiers people look at lie side by side (or there are none): what a capacity can be fitted to.
bool oneReviewBand(const TierPlan& plan);

// JSON with keys that are never renamed; empty text for an empty plan. Infinity is written as text.
std::string tierPlanJson(const TierPlan& plan);
// Nothing when the text is no plan that check() accepts.
std::optional<TierPlan> tierPlanFromJson(const std::string& text);

}  // namespace reckoner
