// Time as an injected thing, so that tests and the demo are the same every day.
#pragma once

#include <chrono>
#include <string>

namespace reckoner {

class Clock {
 public:
    using Time = std::chrono::sys_time<std::chrono::milliseconds>;
    virtual ~Clock() = default;
    virtual Time now() const = 0;
};

class SystemClock final : public Clock {
 public:
    Time now() const override;
};

// Stands still until moved.
class FixedClock final : public Clock {
 public:
    explicit FixedClock(Time time) : time_(time) {}
    Time now() const override { return time_; }
    void set(Time time) { time_ = time; }

 private:
    Time time_;
};

// "2026-03-04T05:06:07.089Z", always UTC, always this length.
std::string isoTime(Clock::Time time);

}  // namespace reckoner
