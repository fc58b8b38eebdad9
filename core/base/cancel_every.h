// How often a long loop looks whether its caller has cancelled.
#pragma once

#include <cstddef>

namespace reckoner {

// Rows between two looks at whether the caller has cancelled: a millisecond of work or less, and too rare to
// be felt in a loop over millions.
inline constexpr std::size_t kCancelEvery = std::size_t{1} << 16;

}  // namespace reckoner
