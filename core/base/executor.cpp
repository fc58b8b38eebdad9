#include "core/base/executor.h"

#include <algorithm>

namespace reckoner {

Executor::Executor(unsigned threads) {
    if (threads == 0) threads = std::max(2U, std::thread::hardware_concurrency());
    workers_.reserve(threads);
    for (unsigned i = 0; i < threads; ++i)
        workers_.emplace_back([this](const std::stop_token& quit) { work(quit); });
}

Executor::~Executor() {
    {
        std::lock_guard lock(mutex_);
        waiting_.clear();
        for (std::stop_source& stop : running_)
            stop.request_stop();
    }
    for (std::jthread& worker : workers_)
        worker.request_stop();
    workers_.clear();
}

std::stop_source Executor::submit(Job job) {
    std::stop_source stop;
    {
        std::lock_guard lock(mutex_);
        waiting_.push_back({std::move(job), stop});
    }
    ready_.notify_one();
    return stop;
}

void Executor::work(const std::stop_token& quit) {
    while (true) {
        Entry entry;
        {
            std::unique_lock lock(mutex_);
            if (!ready_.wait(lock, quit, [this] { return !waiting_.empty(); })) return;
            if (quit.stop_requested()) return;
            entry = std::move(waiting_.front());
            waiting_.pop_front();
            running_.push_back(entry.stop);
        }
        entry.job(entry.stop.get_token());
        std::lock_guard lock(mutex_);
        running_.erase(std::find(running_.begin(), running_.end(), entry.stop));
    }
}

}  // namespace reckoner
