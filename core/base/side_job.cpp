#include "core/base/side_job.h"

#include <condition_variable>
#include <exception>
#include <mutex>
#include <utility>

#include "core/base/executor.h"

namespace reckoner {

// Shared with the executor, which may look at it when the caller is long gone.
struct SideJob::State {
    std::function<void()> work;
    std::mutex mutex;
    std::condition_variable finished;
    bool claimed = false;
    bool done = false;
    std::exception_ptr error;

    bool claim() {
        const std::lock_guard lock(mutex);
        return !std::exchange(claimed, true);
    }

    void run() {
        std::exception_ptr thrown;
        try {
            work();
        } catch (...) {
            thrown = std::current_exception();
        }
        const std::lock_guard lock(mutex);
        error = std::move(thrown);
        done = true;
        finished.notify_all();
    }
};

SideJob::~SideJob() {
    try {
        wait();
    } catch (...) {  // nobody is left to be told
    }
}

void SideJob::start(std::function<void()> work) {
    if (executor_ == nullptr) return work();
    state_ = std::make_shared<State>();
    state_->work = std::move(work);
    executor_->submit([state = state_](const std::stop_token&) {
        if (state->claim()) state->run();
    });
}

void SideJob::wait() {
    const std::shared_ptr<State> state = std::exchange(state_, nullptr);
    if (!state) return;
    if (state->claim()) state->run();
    std::unique_lock lock(state->mutex);
    state->finished.wait(lock, [&state] { return state->done; });
    if (state->error) std::rethrow_exception(state->error);
}

}  // namespace reckoner
