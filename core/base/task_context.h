// What long work is given: a way to be stopped and a way to say how far it is.
#pragma once

#include <functional>
#include <stop_token>
#include <string_view>

namespace reckoner {

// Copyable and cheap. Thread rule: report() is called on the working thread; whoever receives the progress
// moves it to its own thread.
class TaskContext {
 public:
    // fraction in [0, 1]; phase is a short word for people ("reading", "publishing").
    using Progress = std::function<void(double fraction, std::string_view phase)>;

    TaskContext() = default;
    explicit TaskContext(std::stop_token stop, Progress progress = {})
        : stop_(std::move(stop)), progress_(std::move(progress)) {}

    bool cancelled() const { return stop_.stop_requested(); }
    // Throws Error{Cancelled} when the work has been asked to stop. Call it at least every 50 ms of work.
    void checkCancelled() const;
    void report(double fraction, std::string_view phase) const {
        if (progress_) progress_(fraction, phase);
    }
    std::stop_token stopToken() const { return stop_; }

 private:
    std::stop_token stop_;
    Progress progress_;
};

}  // namespace reckoner
