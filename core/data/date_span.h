// ISO dates as people type them into filters.
#pragma once

#include <optional>
#include <string_view>

namespace reckoner {

// Seconds since 1970-01-01T00:00:00 UTC: the moments a date stands for, first <= t < end. A day stands for
// all its moments, so does a month, a minute or a second; with a fraction of a second first == end.
struct DateSpan {
    double first;
    double end;
};

// "2024-06", "2024-06-03", "2024-06-03 10:30", "2024-06-03T10:30:15.5Z", "2024-06-03T10:30+02:00"; without
// an offset it is UTC. Nothing for anything else, such as February 30.
std::optional<DateSpan> parseDateSpan(std::string_view text);

}  // namespace reckoner
