// What charts, bar and matrix show: one run at one threshold, and what it is compared with.
#pragma once

#include <optional>

#include <QString>

#include "core/cost/limits.h"
#include "core/cost/tier_plan.h"
#include "core/metrics/run_analysis.h"
#include "core/wording/vocabulary.h"

namespace reckoner {

struct OperatingFacts {
    RunAnalysisPtr run;       // null: nothing to show
    RunAnalysisPtr baseline;  // null: compared with nothing
    QString runName;          // "v2"
    QString baselineName;     // "v1"
    Vocabulary words;
    std::optional<double> policy;  // threshold in force for this version
    double threshold = 0;
    std::optional<double> capacity;  // most reviews a period, where a team's capacity is known
    Limits limits;                   // what is asked of a threshold besides being cheap
    // What charts draw instead: with what the model's requirements ask where no limit is set. Nothing is
    // searched by it.
    std::optional<Limits> withRequired;
    // The cheapest threshold that holds `limits`, and the one within `capacity`; nothing: not asked for, or
    // not known yet.
    std::optional<LimitedOptimum> limited;
    std::optional<LimitedOptimum> fitting;
    std::optional<TierPlan> tiers;        // on the screen instead of one threshold
    std::size_t cutoff = 0;               // of the tiers: the cut-off that `threshold` is, and that moves
    std::optional<TierPlan> policyTiers;  // in force; `policy` is empty then
    // 95 %, of the cost a period: now minus the policy, and the lowest minus the policy; where they are
    // known.
    std::optional<Interval> difference;
    std::optional<Interval> saving;

    const Limits& drawn() const { return withRequired ? *withRequired : limits; }
    bool shown() const { return run && run->sweep && run->sweep->samples() > 0; }
};

// The other class of a binary run by its name; "others" when there are several.
inline QString otherClass(const RunAnalysis& run) {
    const std::vector<std::string>& classes = run.request.table->info().classes;
    if (classes.size() != 2) return QStringLiteral("others");
    return QString::fromStdString(classes[0] == run.rows.positive ? classes[1] : classes[0]);
}

}  // namespace reckoner
