// The one place where threads are made. Created in main(), handed to whoever has long work.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <stop_token>
#include <thread>
#include <vector>

namespace reckoner {

// First in, first out, on a fixed number of threads. The destructor asks running jobs to stop through their
// token, drops jobs not yet begun and joins.
class Executor {
 public:
    // A job must not let an exception escape; one that does is a bug and ends the program.
    using Job = std::function<void(std::stop_token)>;

    // threads = 0: as many as the machine has cores, at least two.
    explicit Executor(unsigned threads = 0);
    ~Executor();
    Executor(const Executor&) = delete;
    Executor& operator=(const Executor&) = delete;

    // The returned source stops that job alone; destroying it does not.
    std::stop_source submit(Job job);
    unsigned threads() const { return static_cast<unsigned>(workers_.size()); }

 private:
    struct Entry {
        Job job;
        std::stop_source stop;
    };
    void work(const std::stop_token& quit);

    std::mutex mutex_;
    std::condition_variable_any ready_;
    std::deque<Entry> waiting_;
    std::vector<std::stop_source> running_;
    std::vector<std::jthread> workers_;
};

}  // namespace reckoner
