#include "core/base/executor.h"

#include <atomic>
#include <semaphore>

#include <gtest/gtest.h>

namespace reckoner {
namespace {

TEST(Executor, RunsEveryJob) {
    std::atomic<int> done = 0;
    std::counting_semaphore<100> finished(0);
    Executor executor(2);
    for (int i = 0; i < 50; ++i)
        executor.submit([&](const std::stop_token&) {
            ++done;
            finished.release();
        });
    for (int i = 0; i < 50; ++i)
        finished.acquire();
    EXPECT_EQ(done, 50);
}

TEST(Executor, StopsTheJobItWasAskedToStopAndNoOther) {
    std::binary_semaphore finished(0);
    Executor executor(2);
    std::stop_source stop = executor.submit([&](const std::stop_token& token) {
        while (!token.stop_requested())
            std::this_thread::yield();
        finished.release();
    });
    stop.request_stop();
    finished.acquire();
    std::atomic<bool> stopped = true;
    executor.submit([&](const std::stop_token& token) {
        stopped = token.stop_requested();
        finished.release();
    });
    finished.acquire();
    EXPECT_FALSE(stopped);
}

TEST(Executor, EndsWhileAJobStillRuns) {
    std::atomic<bool> sawStop = false;
    std::binary_semaphore began(0);
    {
        Executor executor(1);
        executor.submit([&](const std::stop_token& token) {
            began.release();
            while (!token.stop_requested())
                std::this_thread::yield();
            sawStop = true;
        });
        began.acquire();
    }
    EXPECT_TRUE(sawStop);
}

}  // namespace
}  // namespace reckoner
