#include "core/base/side_job.h"

#include <condition_variable>
#include <mutex>
#include <stdexcept>
#include <thread>

#include <gtest/gtest.h>

#include "core/base/executor.h"

namespace reckoner {
namespace {

TEST(SideJob, RunsAtOnceWithoutAnExecutor) {
    SideJob job(nullptr);
    int runs = 0;
    job.start([&runs] { ++runs; });
    EXPECT_EQ(runs, 1);
    job.wait();
    EXPECT_EQ(runs, 1);
}

TEST(SideJob, EveryPieceIsDoneOnceAndBeforeWaitReturns) {
    Executor executor(2);
    SideJob job(&executor);
    long sum = 0;
    for (int i = 0; i < 5000; ++i) {
        job.start([&sum, i] { sum += i; });
        job.wait();
    }
    EXPECT_EQ(sum, 5000L * 4999 / 2);
}

// Holds the one thread of an executor until released.
class BusyExecutor {
 public:
    BusyExecutor() {
        executor.submit([this](const std::stop_token&) {
            std::unique_lock lock(mutex_);
            released_.wait(lock, [this] { return free_; });
        });
    }
    ~BusyExecutor() {
        const std::lock_guard lock(mutex_);
        free_ = true;
        released_.notify_all();
    }

 private:
    std::mutex mutex_;
    std::condition_variable released_;
    bool free_ = false;

 public:
    Executor executor{1};
};

TEST(SideJob, IsDoneByTheCallerWhenNoThreadIsFree) {
    BusyExecutor busy;
    const auto mine = std::this_thread::get_id();
    auto ranOn = decltype(std::this_thread::get_id()){};
    SideJob job(&busy.executor);
    job.start([&ranOn] { ranOn = std::this_thread::get_id(); });
    job.wait();
    EXPECT_EQ(ranOn, mine);
}

TEST(SideJob, HandsOnWhatTheWorkThrew) {
    Executor executor(1);
    SideJob job(&executor);
    job.start([] { throw std::runtime_error("broken"); });
    EXPECT_THROW(job.wait(), std::runtime_error);
    job.wait();
    bool ran = false;
    job.start([&ran] { ran = true; });
    job.wait();
    EXPECT_TRUE(ran);
}

TEST(SideJob, GoesOnlyWhenItsWorkIsOver) {
    Executor executor(1);
    int value = 0;
    {
        SideJob job(&executor);
        job.start([&value] { value = 7; });
    }
    EXPECT_EQ(value, 7);
    SideJob dropped(&executor);
    dropped.start([] { throw std::runtime_error("nobody listens"); });
}

}  // namespace
}  // namespace reckoner
