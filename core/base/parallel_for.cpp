#include "core/base/parallel_for.h"

#include <algorithm>
#include <condition_variable>
#include <exception>
#include <memory>
#include <mutex>
#include <optional>

#include "core/base/executor.h"

namespace reckoner {
namespace {

// Shared with helpers that may begin when all is done: they then find nothing to claim.
class Loop {
 public:
    Loop(std::size_t count, const TaskContext& context, const std::function<void(std::size_t)>& body)
        : count_(count), stop_(context.stopToken()), body_(&body) {}

    void work() {
        while (const auto round = claim()) {
            try {
                stop_.checkCancelled();
                (*body_)(*round);
            } catch (...) {
                fail(std::current_exception());
            }
            settle();
        }
    }
    void finish() {
        std::unique_lock lock(mutex_);
        settled_.wait(lock, [this] { return running_ == 0; });
        if (error_) std::rethrow_exception(error_);
    }

 private:
    std::optional<std::size_t> claim() {
        const std::lock_guard lock(mutex_);
        if (error_ || next_ == count_) return std::nullopt;
        ++running_;
        return next_++;
    }
    void settle() {
        const std::lock_guard lock(mutex_);
        if (--running_ == 0) settled_.notify_all();
    }
    void fail(std::exception_ptr error) {
        const std::lock_guard lock(mutex_);
        if (!error_) error_ = std::move(error);
    }

    const std::size_t count_;
    const TaskContext stop_;
    const std::function<void(std::size_t)>* body_;  // lives as long as any claimed round
    std::mutex mutex_;
    std::condition_variable settled_;
    std::size_t next_ = 0;
    std::size_t running_ = 0;
    std::exception_ptr error_;
};

}  // namespace

void parallelFor(std::size_t count, Executor* executor, const TaskContext& context,
                 const std::function<void(std::size_t)>& body) {
    context.checkCancelled();
    if (count == 0) return;
    const auto loop = std::make_shared<Loop>(count, context, body);
    if (executor)
        for (std::size_t helper = 1; helper < std::min<std::size_t>(executor->threads(), count); ++helper)
            executor->submit([loop](const std::stop_token&) { loop->work(); });
    loop->work();
    loop->finish();
}

}  // namespace reckoner
