// The demo tells a story of a few weeks. It was written for one day; every demo store moves it so that it
// ends on the day the store is made.
#pragma once

#include <chrono>
#include <string>

#include "core/base/clock.h"

namespace reckoner {

class DemoCalendar {
 public:
    explicit DemoCalendar(Clock::Time made);

    // "2024-07-24" or "2024-07-24T10:44:00.000Z" of the story, by whole days; what is no date stays as it is.
    std::string moved(const std::string& date) const;
    // Text in which "{2024-07-24}" stands for the day as people say it, "24 July".
    std::string text(const std::string& story) const;

 private:
    std::chrono::days shift_;
};

}  // namespace reckoner
