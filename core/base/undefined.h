// The number of a figure that there is not.
#pragma once

#include <limits>

namespace reckoner {

// A figure of a replicate or of a step that has none (nothing flagged, one class only). Test with std::isnan.
inline constexpr double kUndefined = std::numeric_limits<double>::quiet_NaN();

}  // namespace reckoner
