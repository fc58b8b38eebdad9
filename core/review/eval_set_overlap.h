// How the labelled samples of two runs meet: which are in both, and whether they are still the same samples.
#pragma once

#include <cstdint>

#include "core/base/task_context.h"
#include "core/data/sample_alignment.h"

namespace reckoner {

struct EvalSetOverlap {
    std::uint64_t both = 0;     // in both, with the same label or without one in either
    std::uint64_t changed = 0;  // in both, with labels that differ
    std::uint64_t onlyFirst = 0;
    std::uint64_t onlySecond = 0;

    std::uint64_t shared() const { return both + changed; }
    bool none() const { return shared() == 0; }
    bool whole() const { return onlyFirst + onlySecond + changed == 0; }
};

// All rows, scored or not. alignment: from the first run's rows to the second's. Labels are compared by name;
// a missing one differs from none. O(rows).
EvalSetOverlap evalSetOverlap(const EvalTable& first, const EvalTable& second,
                              const SampleAlignment& alignment, const TaskContext& context = {});

}  // namespace reckoner
