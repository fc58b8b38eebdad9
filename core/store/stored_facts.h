// What filters ask about a run beside its columns, read from a store when a filter needs it.
#pragma once

#include <memory>
#include <optional>

#include "core/data/sample_facts.h"
#include "core/store/store.h"

namespace reckoner {

// Notes and corrected labels of the run's model; the samples of `baseline` joined by the numbers of a common
// eval set, else by sample id, the n-th occurrence with the n-th. It decides at `threshold` where one is
// given, else by its policy in force. Reads nothing yet.
SampleFacts::Sources storedFacts(const std::shared_ptr<Store>& store, const RunRow& run,
                                 const std::optional<RunRow>& baseline,
                                 std::optional<double> threshold = std::nullopt);

}  // namespace reckoner
