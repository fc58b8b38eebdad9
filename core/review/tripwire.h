// Decisions that come up again by themselves: the figure they depend on is read whenever a run has arrived.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/task_context.h"
#include "core/base/value.h"
#include "core/review/cohort.h"
#include "core/review/decision.h"
#include "core/store/store.h"

namespace reckoner {

// "if precision for enterprise falls below 0.7", "recall of job = 'partime' < 70 %", "share of positives
// rises above 35 of 100". A cohort is called by its name or written as a filter; empty text: no tripwire.
// Throws Error{Usage}, one sentence: no metric, no bound, a cohort that is neither.
Tripwire parseTripwire(std::string_view text, const std::vector<Cohort>& cohorts);
// As parseTripwire reads it again.
std::string tripwireSentence(const Tripwire& tripwire, const std::vector<Cohort>& cohorts);

struct TripwireReading {
    Decision decision;
    RunRow run;   // the newest one since the decision, of its version where it names one
    Value value;  // n/a with its reason
    bool tripped = false;
};

// Of one decision at the version's operating point; nothing without a tripwire, or while no run has arrived
// since. O(rows) of that run. Throws Error{Cancelled}, Error{Store}.
std::optional<TripwireReading> readTripwire(const std::shared_ptr<Store>& store, const Decision& decision,
                                            const TaskContext& context = {});
// Of the standing decisions of a model those that have tripped, newest first.
std::vector<TripwireReading> trippedDecisions(const std::shared_ptr<Store>& store,
                                              const std::vector<Decision>& decisions,
                                              const TaskContext& context = {});

}  // namespace reckoner
