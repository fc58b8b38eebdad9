// What is odd about a comparison, before anybody reads its figures: a sentence each.
#pragma once

#include <string>
#include <vector>

#include "core/metrics/class_comparison.h"
#include "core/metrics/comparison.h"

namespace reckoner {

// Both score or answer alike; one or few samples in common; one class only; a ranking worse than chance.
std::vector<std::string> compareRemarks(const Comparison& comparison);
std::vector<std::string> compareRemarks(const ClassComparison& comparison);

}  // namespace reckoner
