// One piece of work beside the caller's own.
#pragma once

#include <functional>
#include <memory>

namespace reckoner {

class Executor;

// The work runs on a thread of the executor when one is free, else on the caller's when it waits; without an
// executor at once. So it needs no second processor, and never waits for jobs of others. One thread uses it.
class SideJob {
 public:
    explicit SideJob(Executor* executor) : executor_(executor) {}
    // Waits; an error nobody asked for is dropped.
    ~SideJob();
    SideJob(const SideJob&) = delete;
    SideJob& operator=(const SideJob&) = delete;

    // Precondition: what was started before was waited for. What `work` touches is its own until wait().
    void start(std::function<void()> work);
    // Throws what the work threw. Nothing under way: returns at once.
    void wait();

 private:
    struct State;
    Executor* executor_;
    std::shared_ptr<State> state_;
};

}  // namespace reckoner
