// Dates and times as files write them.
#pragma once

#include <string>
#include <string_view>

namespace reckoner {

enum class TimeFormat { Date, Minute, Second, Millisecond };
std::string timeFormatName(TimeFormat format);  // "date", "minute", "second", "millisecond"

struct TimeText {
    double seconds;  // since 1970-01-01T00:00:00 UTC; NaN (not missingReal()) when it is no time
    TimeFormat format = TimeFormat::Date;
};

// 2024-03-04, 2024/03/04, 04.03.2024, each with an optional time "T05:06", " 05:06:07.089" and an optional
// zone "Z",
// "+01:00"; without a zone the time is taken as UTC. Also seconds, milli-, micro- or nanoseconds since 1970,
// told apart by size. 03/04/2024 is no time: nobody can tell which is the month.
TimeText readTime(std::string_view text);

}  // namespace reckoner
